import { formatYuan, subtractCents } from '../../src-shared/kernel/cents.ts'
import { daysBetween, type LocalDate } from '../../src-shared/kernel/local-date.ts'
import { isLate } from '../../src-shared/orders/order-status.ts'
import type { OrderRow } from '../../src-shared/orders/orders-operations.ts'
import { Amount } from '../components/amount.tsx'
import type { Column } from '../components/data-table.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { OrderBadge } from '../components/trade-badges.tsx'
import type { tradeWords } from '../components/trade-words.ts'
import type { TranslateOf } from '../lib/words.ts'
import type { OrderTranslate } from './order-words.ts'

type TradeTranslate = TranslateOf<typeof tradeWords>

export const unshippedAmount = (row: Pick<OrderRow, 'amount' | 'shippedAmount'>) =>
  subtractCents(row.amount, row.shippedAmount)

/** Columns of the list of orders; instants in the workspace's time. */
export function orderColumns(
  t: OrderTranslate,
  trade: TradeTranslate,
  today: LocalDate,
  instant: (at: number) => string,
): Column<OrderRow>[] {
  return [
    text('number', 132, (row) => row.number),
    { ...text('party', 184, (row) => row.party), grow: true },
    {
      ...text('status', 112, (row) => trade(`orderStatuses.${row.status}`)),
      render: (row) => <OrderBadge status={row.status} />,
    },
    {
      ...text('deliverBy', 178, (row) => row.deliverBy ?? ''),
      sort: 'deliverBy',
      render: (row) => (
        <>
          {row.deliverBy ?? ''}{' '}
          {isLate(row, today) && (
            <StatusBadge tone="late" label={t('late', { days: daysBetween(row.deliverBy!, today) })} />
          )}
        </>
      ),
    },
    { ...amount('amount', (row) => row.amount), sort: 'amount' },
    amount('shipped', (row) => row.shippedAmount),
    { ...amount('unshipped', unshippedAmount), optional: true },
    { ...text('orderedOn', 100, (row) => row.orderedOn), sort: 'orderedOn' },
    text('kind', 96, (row) => trade(`orderKinds.${row.kind}`)),
    text('contract', 140, (row) => row.contractNumber ?? ''),
    { ...text('owner', 88, (row) => row.owner), optional: true },
    { ...text('updated', 144, (row) => instant(row.updatedAt)), sort: 'updated', optional: true },
  ]

  function text(key: Parameters<typeof label>[0], width: number, of: (row: OrderRow) => string): Column<OrderRow> {
    return { key, label: label(key), width, render: of, text: of }
  }
  function amount(key: Parameters<typeof label>[0], of: (row: OrderRow) => OrderRow['amount']): Column<OrderRow> {
    return {
      key,
      label: label(key),
      width: 120,
      align: 'end',
      render: (row) => <Amount value={of(row)} quiet />,
      text: (row) => formatYuan(of(row)),
    }
  }
  function label(
    key:
      | 'number'
      | 'party'
      | 'status'
      | 'kind'
      | 'amount'
      | 'shipped'
      | 'unshipped'
      | 'orderedOn'
      | 'deliverBy'
      | 'contract'
      | 'owner'
      | 'updated',
  ) {
    return t(`columns.${key}`)
  }
}
