import { Anchor, Button, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ContractDetail } from '../../src-shared/contracts/contracts-operations.ts'
import { negateCents, subtractCents, sumCents } from '../../src-shared/kernel/cents.ts'
import { formatQuantity, formatRate } from '../../src-shared/kernel/decimal.ts'
import { daysBetween } from '../../src-shared/kernel/local-date.ts'
import { Amount } from '../components/amount.tsx'
import { contractWords } from '../components/contract-words.ts'
import { Section } from '../components/facts.tsx'
import { useGoodsColumns } from '../components/goods-columns.tsx'
import { RecordTable } from '../components/record-table.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { useSettledName } from '../components/settled-name.ts'
import { StatusBadge } from '../components/status-badge.tsx'
import { OrderBadge } from '../components/trade-badges.tsx'
import { tradeWords } from '../components/trade-words.ts'
import { useToday } from '../lib/instants.ts'
import { useRights } from '../lib/rights.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { contractDetailWords } from './contract-detail-words.ts'

type Part = { contract: ContractDetail }

export function LinesTab({ contract }: Part) {
  const t = useWords(contractDetailWords)
  const goods = useGoodsColumns()
  if (contract.lines.length === 0) return <Quiet text={t('noLines')} />
  return (
    <Section flush>
      <RecordTable
        label={t('tabs.lines')}
        rows={contract.lines}
        rowKey={({ id }) => id}
        columns={[
          goods.no,
          { ...goods.name, total: t('columns.total') },
          goods.specification,
          goods.quantity,
          goods.unitPrice,
          goods.taxRate,
          { ...goods.amount, total: <Amount value={contract.amount} /> },
          {
            key: 'tax',
            label: t('columns.tax'),
            end: true,
            render: (line) => <Amount value={line.taxAmount} />,
            total: <Amount value={contract.taxAmount} />,
          },
          { key: 'deliverBy', label: t('columns.deliverBy'), render: (line) => line.deliverBy ?? '' },
          {
            key: 'ordered',
            label: t('columns.ordered'),
            end: true,
            render: (line) => formatQuantity(line.orderedQuantity),
          },
          {
            key: 'remaining',
            label: t('columns.remaining'),
            end: true,
            render: (line) => formatQuantity(line.remainingQuantity),
          },
          goods.remark,
        ]}
      />
    </Section>
  )
}

export function PlanTab({ contract }: Part) {
  const t = useWords(contractDetailWords)
  const words = useWords(contractWords)
  const trade = useWords(tradeWords)
  const nameOf = useSettledName()
  const may = useRights()
  const today = useToday()
  const payments = useQuery(
    wire['payments.listContractSettlements'].queryOptions({ input: { contractId: contract.id } }),
  )
  const plan = contract.paymentPlan
  const runs = ['signed', 'active', 'completed'].includes(contract.stage)
  const due = (item: ContractDetail['paymentPlan'][number]) => {
    const event =
      item.dueEvent === null ? '' : t('days', { event: words(`dueEvents.${item.dueEvent}`), days: item.dueDays ?? 0 })
    const late = item.dueOn === null || !runs || item.settledAmount >= item.amount ? 0 : daysBetween(item.dueOn, today)
    return (
      <>
        {item.dueOn ?? event} {late > 0 && <StatusBadge tone="late" label={t('overdue', { days: late })} />}
      </>
    )
  }
  return (
    <Stack gap={0}>
      <Section title={t('plan')} flush>
        {plan.length === 0 ? (
          <Quiet text={t('noPlan')} />
        ) : (
          <RecordTable
            label={t('plan')}
            rows={plan}
            rowKey={({ id }) => id}
            columns={[
              { key: 'no', label: t('columns.no'), render: (item) => item.itemNo },
              { key: 'item', label: t('columns.item'), render: (item) => item.name, total: t('columns.total') },
              { key: 'condition', label: t('columns.condition'), render: (item) => item.condition },
              { key: 'due', label: t('columns.due'), render: due },
              {
                key: 'share',
                label: t('columns.share'),
                end: true,
                render: (item) => (item.rate === null ? '' : formatRate(item.rate)),
              },
              {
                key: 'amount',
                label: t('columns.amount'),
                end: true,
                render: (item) => <Amount value={item.amount} />,
                total: <Amount value={sumCents(plan.map((item) => item.amount))} />,
              },
              {
                key: 'settled',
                label: t('columns.settled'),
                end: true,
                render: (item) => <Amount value={item.settledAmount} quiet />,
                total: <Amount value={sumCents(plan.map((item) => item.settledAmount))} />,
              },
              {
                key: 'open',
                label: t('columns.open'),
                end: true,
                render: (item) => <Amount value={subtractCents(item.amount, item.settledAmount)} quiet />,
                total: <Amount value={sumCents(plan.map((item) => subtractCents(item.amount, item.settledAmount)))} />,
              },
            ]}
          />
        )}
      </Section>
      <Section
        title={t('payments')}
        flush
        actions={
          contract.direction !== 'none' &&
          may('payments.record') && (
            <>
              {contract.stage === 'terminated' && contract.settledAmount > 0 && (
                <PayButton contract={contract} direction={contract.direction === 'in' ? 'out' : 'in'}>
                  {t('refund')}
                </PayButton>
              )}
              {(runs || (contract.stage === 'terminated' && contract.settledAmount < contract.amount)) && (
                <PayButton contract={contract} direction={contract.direction}>
                  {t(contract.direction === 'in' ? 'primary.payIn' : 'primary.payOut')}
                </PayButton>
              )}
            </>
          )
        }
      >
        <RefusalAlert error={payments.error} />
        {payments.data?.length === 0 && <Quiet text={t('noPayments')} />}
        {payments.data !== undefined && payments.data.length > 0 && (
          <RecordTable
            label={t('payments')}
            rows={payments.data}
            rowKey={({ id }) => id}
            columns={[
              { key: 'paidOn', label: t('columns.paidOn'), render: (row) => row.paidOn },
              {
                key: 'payment',
                label: t('columns.payment'),
                render: (row) => (
                  <Anchor component={Link} to={`/payments/${row.paymentId}`} fz={13}>
                    {row.paymentNumber}
                  </Anchor>
                ),
              },
              { key: 'method', label: t('columns.method'), render: (row) => trade(`methods.${row.method}`) },
              { key: 'item', label: t('columns.item'), render: (row) => nameOf(row) },
              {
                key: 'amount',
                label: t('columns.amount'),
                end: true,
                render: (row) => <Amount value={row.settledAs === 'refund' ? negateCents(row.amount) : row.amount} />,
              },
            ]}
          />
        )}
      </Section>
    </Stack>
  )
}

function PayButton({
  contract,
  direction,
  children,
}: {
  contract: ContractDetail
  direction: 'in' | 'out'
  children: string
}) {
  return (
    <Button
      component={Link}
      to="/payments/new"
      search={{ party: contract.counterpartyId, direction, contract: contract.id } as never}
      variant="default"
      size="compact-sm"
    >
      {children}
    </Button>
  )
}

export function OrdersTab({ contract }: Part) {
  const t = useWords(contractDetailWords)
  const may = useRights()
  const { data, error, refetch } = useQuery(
    wire['orders.list'].queryOptions({ input: { contractId: contract.id, limit: 200 } }),
  )
  if (error) return <RefusalAlert error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  const orderable =
    (contract.stage === 'signed' || contract.stage === 'active') &&
    may('orders.create') &&
    contract.lines.some((line) => line.remainingQuantity > 0)
  return (
    <Section
      title={t('tabs.orders')}
      flush
      actions={
        orderable && (
          <Button
            component={Link}
            to="/orders/new"
            search={{ contract: contract.id } as never}
            variant="default"
            size="compact-sm"
          >
            {t('primary.order')}
          </Button>
        )
      }
    >
      {data.rows.length === 0 && <Quiet text={t('noOrders')} />}
      {data.rows.length > 0 && (
        <RecordTable
          label={t('tabs.orders')}
          rows={data.rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'order',
              label: t('columns.order'),
              render: (row) => (
                <Anchor component={Link} to={`/orders/${row.id}`} fz={13}>
                  {row.number}
                </Anchor>
              ),
            },
            {
              key: 'status',
              label: t('columns.status'),
              render: (row) => <OrderBadge status={row.status} />,
            },
            { key: 'orderedOn', label: t('columns.orderedOn'), render: (row) => row.orderedOn },
            { key: 'deliverBy', label: t('columns.deliverBy'), render: (row) => row.deliverBy ?? '' },
            { key: 'amount', label: t('columns.amount'), end: true, render: (row) => <Amount value={row.amount} /> },
            {
              key: 'shipped',
              label: t('figures.shipped'),
              end: true,
              render: (row) => <Amount value={row.shippedAmount} quiet />,
            },
          ]}
        />
      )}
    </Section>
  )
}

export function Quiet({ text }: { text: string }) {
  return (
    <Text c="dimmed" fz={13} p={16}>
      {text}
    </Text>
  )
}
