import { Button, SegmentedControl, Skeleton } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, type ReactNode } from 'react'
import type { z } from 'zod'
import type { readHome } from '../../src-shared/home/home-operations.ts'
import { formatYuan } from '../../src-shared/kernel/cents.ts'
import { daysBetween, localDate, monthEnd, type LocalDate } from '../../src-shared/kernel/local-date.ts'
import { Amount } from '../components/amount.tsx'
import { Section } from '../components/facts.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useRecent } from '../components/recent-records.ts'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { useInstantText } from '../lib/instants.ts'
import { useMyself, useRights } from '../lib/rights.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { HomeList } from './home-list.tsx'
import { homeWords } from './home-words.ts'
import classes from './home.module.css'

const MonthCharts = lazy(() => import('./month-charts.tsx').then((module) => ({ default: module.MonthCharts })))

type Home = z.output<(typeof readHome)['output']>

/** What waits for the person, what is due, and how the month goes. */
export function HomePage() {
  const t = useWords(homeWords)
  const may = useRights()
  const me = useMyself()
  const [chosen, setScope] = useLocalStorage<'mine' | 'all' | null>({
    key: 'qidan.home.scope',
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  // Whoever sells follows their own customers; the others watch the whole.
  const scope = chosen ?? (me?.roles.every((role) => role === 'sales') ? 'mine' : 'all')
  const { data, error, refetch } = useQuery({
    ...wire['home.read'].queryOptions({ input: { scope } }),
    enabled: me !== undefined,
  })
  return (
    <>
      <PageHead title={t('title')}>
        <SegmentedControl
          size="xs"
          aria-label={t('scope')}
          value={scope}
          onChange={(value) => setScope(value === 'mine' ? 'mine' : 'all')}
          data={[
            { value: 'mine', label: t('scopes.mine') },
            { value: 'all', label: t('scopes.all') },
          ]}
        />
        {may('contracts.draft') && (
          <Button component={Link} to="/contracts/new" leftSection={<IconPlus size={16} aria-hidden />}>
            {t('create')}
          </Button>
        )}
      </PageHead>
      {error && <RefusalAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <Skeleton height={320} m={20} /> : <Desk home={data} />}
    </>
  )
}

function Desk({ home }: { home: Home }) {
  const may = useRights()
  return (
    <div className={classes.frame} style={{ paddingTop: 16 }}>
      <div className={classes.column}>
        {may('approvals.read') && <Approvals />}
        {may('contracts.draft') && <Drafts home={home} />}
        {may('contracts.read') && <Due home={home} />}
        {may('orders.read') && <Deliveries home={home} />}
      </div>
      <div className={classes.column}>
        {may('contracts.read') && <Month home={home} />}
        {may('contracts.read') && <Expiring home={home} />}
        {may('contracts.read') && <Recent />}
      </div>
    </div>
  )
}

function Approvals() {
  const t = useWords(homeWords)
  const instant = useInstantText()
  const { data, error } = useQuery(wire['approvals.list'].queryOptions({ input: { box: 'inbox', limit: 6 } }))
  if (error) return <RefusalAlert error={error} />
  return (
    <HomeList
      title={t('approvals')}
      total={data?.total ?? 0}
      all={{ to: '/approvals' }}
      empty={t('noApprovals')}
      rows={(data?.rows ?? []).map((row) => ({
        key: row.id,
        to: `/approvals/${row.id}`,
        name: row.title,
        note: [row.party, row.initiator].filter(Boolean).join(' · '),
        end: row.amount === null ? null : <Amount value={row.amount} />,
        endNote: instant(row.startedAt),
      }))}
    />
  )
}

function Drafts({ home }: { home: Home }) {
  const t = useWords(homeWords)
  const me = useMyself()
  const instant = useInstantText()
  return (
    <HomeList
      title={t('drafts')}
      total={home.drafts.total}
      all={{ to: '/contracts', search: { stage: ['draft', 'refused'], owner: me?.id } }}
      empty={t('noDrafts')}
      rows={home.drafts.rows.map((row) => ({
        key: row.id,
        to: row.stage === 'draft' ? `/contracts/${row.id}/edit` : `/contracts/${row.id}`,
        name: (
          <>
            {row.title} {row.stage === 'refused' && <StatusBadge tone="late" label={t('refused')} />}
          </>
        ),
        note: `${row.number} · ${row.counterparty}`,
        end: <Amount value={row.amount} quiet />,
        endNote: instant(row.updatedAt),
      }))}
    />
  )
}

function Due({ home }: { home: Home }) {
  const t = useWords(homeWords)
  const { rows, total, incoming, outgoing } = home.due
  return (
    <HomeList
      title={t('due')}
      total={total}
      empty={t('noDue')}
      beside={
        <>
          {incoming > 0 && <span>{t('incoming', { amount: formatYuan(incoming) })}</span>}
          {outgoing > 0 && <span>{t('outgoing', { amount: formatYuan(outgoing) })}</span>}
        </>
      }
      rows={rows.map((row) => ({
        key: row.id,
        to: `/contracts/${row.contractId}`,
        search: { tab: 'plan' },
        name: `${row.counterparty} · ${row.item}`,
        note: `${row.number} · ${t(row.direction === 'out' ? 'out' : 'in')}`,
        end: <Amount value={row.openAmount} />,
        endNote: <When date={row.dueOn} today={home.today} />,
      }))}
    />
  )
}

function Deliveries({ home }: { home: Home }) {
  const t = useWords(homeWords)
  return (
    <HomeList
      title={t('deliveries')}
      total={home.deliveries.total}
      all={{ to: '/orders' }}
      empty={t('noDeliveries')}
      rows={home.deliveries.rows.map((row) => ({
        key: row.id,
        to: `/orders/${row.id}`,
        name: row.party,
        note: row.number,
        end: <Amount value={row.openAmount} />,
        endNote: <When date={row.deliverBy} today={home.today} />,
      }))}
    />
  )
}

function Expiring({ home }: { home: Home }) {
  const t = useWords(homeWords)
  return (
    <HomeList
      title={t('expiring')}
      total={home.expiring.total}
      all={{
        to: '/contracts',
        search: { stage: ['signed', 'active'], expiresFrom: home.today, sort: 'expiresOn' },
      }}
      empty={t('noExpiring')}
      rows={home.expiring.rows.map((row) => ({
        key: row.id,
        to: `/contracts/${row.id}`,
        name: row.title,
        note: `${row.number} · ${row.counterparty}`,
        end: row.expiresOn,
        endNote: <When date={row.expiresOn} today={home.today} />,
      }))}
    />
  )
}

function Recent() {
  const t = useWords(homeWords)
  const [recent] = useRecent('contract.opened')
  return (
    <HomeList
      title={t('recent')}
      total={recent.length}
      empty={t('noRecent')}
      rows={recent.slice(0, 6).map(({ id, title, note }) => ({ key: id, to: `/contracts/${id}`, name: title, note }))}
    />
  )
}

function Month({ home }: { home: Home }) {
  const t = useWords(homeWords)
  const may = useRights()
  const navigate = useNavigate()
  const [last, now] = home.months.slice(-2) as [Home['months'][number], Home['months'][number]]
  const figures: [label: string, now: ReactNode, last: string][] = [
    [t('signed'), <Amount key="signed" value={now.signedAmount} />, formatYuan(last.signedAmount)],
    ...(may('payments.read')
      ? ([
          [t('received'), <Amount key="received" value={now.received} />, formatYuan(last.received)],
          [t('paid'), <Amount key="paid" value={now.paid} />, formatYuan(last.paid)],
        ] as [string, ReactNode, string][])
      : []),
  ]
  const toMonth = (month: string) => {
    const from = localDate(`${month}-01`)
    void navigate({
      to: '/contracts',
      search: { signedFrom: from, signedTo: monthEnd(from), sort: 'signedOn', descending: true },
    })
  }
  return (
    <Section title={t('month')}>
      <dl className={classes.figures}>
        {figures.map(([label, value, before]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <div className={classes.value}>{value}</div>
              <div className={classes.note}>{t('last', { amount: before })}</div>
            </dd>
          </div>
        ))}
      </dl>
      <Suspense fallback={<Skeleton height={280} />}>
        <MonthCharts months={home.months} onSigned={toMonth} />
      </Suspense>
    </Section>
  )
}

/** How far a day is: late in words and colour, else in days. */
function When({ date, today }: { date: LocalDate; today: LocalDate }) {
  const t = useWords(homeWords)
  const days = daysBetween(today, date)
  if (days < 0) return <span className={classes.late}>{t('overdue', { days: -days })}</span>
  return <>{days === 0 ? t('today') : t('inDays', { days })}</>
}
