import { formatYuan, subtractCents, ZERO_CENTS } from '../../src-shared/kernel/cents.ts'
import type { PaymentRow } from '../../src-shared/payments/payments-operations.ts'
import { Amount } from '../components/amount.tsx'
import type { Column } from '../components/data-table.tsx'
import { SettlementBadge } from '../components/trade-badges.tsx'
import { settlementOf, type tradeWords } from '../components/trade-words.ts'
import type { TranslateOf } from '../lib/words.ts'
import type { PaymentTranslate } from './payment-words.ts'

type TradeTranslate = TranslateOf<typeof tradeWords>
type Key =
  | 'number'
  | 'direction'
  | 'party'
  | 'status'
  | 'amount'
  | 'settled'
  | 'open'
  | 'paidOn'
  | 'method'
  | 'bankReference'

/** What of a payment is not settled; of a void one, nothing. */
export const openAmount = (row: Pick<PaymentRow, 'status' | 'amount' | 'settledAmount'>) =>
  row.status === 'void' ? ZERO_CENTS : subtractCents(row.amount, row.settledAmount)

/** Columns of the list of payments. */
export function paymentColumns(t: PaymentTranslate, trade: TradeTranslate): Column<PaymentRow>[] {
  const text = (key: Key, width: number, of: (row: PaymentRow) => string): Column<PaymentRow> => ({
    key,
    label: t(`columns.${key}`),
    width,
    render: of,
    text: of,
  })
  const amount = (key: Key, of: (row: PaymentRow) => PaymentRow['amount']): Column<PaymentRow> => ({
    key,
    label: t(`columns.${key}`),
    width: 120,
    align: 'end',
    render: (row) => (
      <Amount value={of(row)} quiet {...(row.status === 'void' ? { td: 'line-through', c: 'dimmed' } : {})} />
    ),
    text: (row) => formatYuan(of(row)),
  })
  return [
    text('number', 132, (row) => row.number),
    text('paidOn', 100, (row) => row.paidOn),
    text('direction', 72, (row) => trade(`directions.${row.direction}`)),
    { ...text('party', 184, (row) => row.party), grow: true },
    {
      ...text('status', 96, (row) => {
        const { key } = settlementOf(row)
        return key === 'void' ? trade('paymentStatuses.void') : trade(`settlement.${key}`)
      }),
      render: (row) => <SettlementBadge {...row} />,
    },
    amount('amount', (row) => row.amount),
    amount('settled', (row) => row.settledAmount),
    amount('open', openAmount),
    text('method', 92, (row) => trade(`methods.${row.method}`)),
    text('bankReference', 150, (row) => row.bankReference),
  ]
}
