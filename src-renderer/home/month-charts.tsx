import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import { formatYuan, type Cents } from '../../src-shared/kernel/cents.ts'
import type { HomeMonth } from '../../src-shared/home/home-operations.ts'
import { useWords } from '../lib/words.ts'
import { homeWords } from './home-words.ts'
import classes from './home.module.css'

interface MonthChartsProps {
  months: readonly HomeMonth[]
  /** Opens what stands behind a bar. */
  onSigned(month: string): void
}

/** What was signed and what came in, month by month; a bar of contracts leads to them. */
export function MonthCharts({ months, onSigned }: MonthChartsProps) {
  const t = useWords(homeWords)
  return (
    <>
      <MonthChart title={t('signedChart')} months={months} value={(month) => month.signedAmount} onPick={onSigned} />
      <MonthChart title={t('receivedChart')} months={months} value={(month) => month.received} />
    </>
  )
}

function MonthChart({
  title,
  months,
  value,
  onPick,
}: {
  title: string
  months: readonly HomeMonth[]
  value(month: HomeMonth): Cents
  onPick?(month: string): void
}) {
  const t = useWords(homeWords)
  const data = months.map((month) => {
    const [year = '', no = ''] = month.month.split('-')
    return {
      month: month.month,
      label: t('monthShort', { month: Number(no) }),
      whole: t('monthLabel', { year, month: Number(no) }),
      // A height on the screen, no figure: the exact amount stands in the tooltip and in the words for screen readers.
      amount: value(month) / 1_000_000,
      exact: formatYuan(value(month)),
    }
  })
  const spoken = data.map(({ whole, exact }) => `${whole} ${exact}`).join('；')
  return (
    <figure style={{ margin: 0 }}>
      <figcaption className={classes.chartTitle}>{t('unit', { title })}</figcaption>
      <div role="img" aria-label={`${title}：${spoken}`}>
        <BarChart
          h={120}
          data={data}
          dataKey="label"
          series={[{ name: 'amount', color: 'teal.6' }]}
          tickLine="none"
          gridAxis="x"
          withLegend={false}
          xAxisProps={{ interval: 0, tick: { fontSize: 10, fill: 'currentColor' }, padding: { left: 0, right: 0 } }}
          yAxisProps={{ width: 44, tickCount: 3, allowDecimals: false }}
          barProps={{
            radius: [2, 2, 0, 0],
            isAnimationActive: false,
            ...(onPick === undefined
              ? {}
              : {
                  cursor: 'pointer',
                  onClick: (bar: { payload?: { month?: string } }) => {
                    if (bar.payload?.month !== undefined) onPick(bar.payload.month)
                  },
                }),
          }}
          tooltipAnimationDuration={0}
          tooltipProps={{
            content: ({ payload }) => {
              const at = payload?.[0]?.payload as (typeof data)[number] | undefined
              return at === undefined ? null : (
                <div
                  style={{
                    padding: '6px 10px',
                    fontSize: 12,
                    borderRadius: 5,
                    background: 'var(--surface)',
                    border: '1px solid var(--line)',
                  }}
                >
                  {at.whole} <b>{at.exact}</b>
                </div>
              )
            },
          }}
        />
      </div>
    </figure>
  )
}
