import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { PaymentDirection, PaymentMethod } from '../../../src-shared/payments/payment.ts'
import type { PaymentStatus } from '../../../src-shared/payments/payment-status.ts'
import { centsColumn, dateColumn, idColumn, recordColumns } from './columns.ts'

export const payments = sqliteTable(
  'payments',
  {
    ...recordColumns<'Payment'>(),
    number: text('number').notNull(),
    direction: text('direction').$type<PaymentDirection>().notNull(),
    status: text('status').$type<PaymentStatus>().notNull(),
    partyId: idColumn<'Party'>('party_id').notNull(),
    amount: centsColumn('amount').notNull(),
    /** Sum of its settlements; never above the amount. */
    settledAmount: centsColumn('settled_amount').notNull(),
    paidOn: dateColumn('paid_on').notNull(),
    method: text('method').$type<PaymentMethod>().notNull(),
    bankReference: text('bank_reference').notNull().default(''),
    remark: text('remark').notNull().default(''),
    voidReason: text('void_reason').notNull().default(''),
  },
  (t) => [
    uniqueIndex('payments_number').on(t.number),
    index('payments_paid').on(t.paidOn, t.id),
    // Holds all that a month's sum of payments is made of.
    index('payments_month').on(t.status, t.paidOn, t.direction, t.amount),
    index('payments_party').on(t.partyId, t.paidOn, t.id),
  ],
)

export const settlements = sqliteTable(
  'settlements',
  {
    ...recordColumns<'Settlement'>(),
    paymentId: idColumn<'Payment'>('payment_id').notNull(),
    /** Empty where the contract is settled as a whole, or money goes back. */
    planItemId: idColumn<'PaymentPlanItem'>('plan_item_id').notNull(),
    contractId: idColumn<'Contract'>('contract_id').notNull(),
    amount: centsColumn('amount').notNull(),
    settledOn: dateColumn('settled_on').notNull(),
  },
  (t) => [
    index('settlements_payment').on(t.paymentId),
    index('settlements_plan_item').on(t.planItemId),
    index('settlements_contract').on(t.contractId),
  ],
)
