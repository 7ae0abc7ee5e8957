import { and, asc, count, desc, eq, gte, lt, lte, sql, type SQL } from 'drizzle-orm'
import type { Cents } from '../../src-shared/kernel/cents.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import type { PaymentDirection } from '../../src-shared/payments/payment.ts'
import { getPayment, listContractSettlements, listPayments } from '../../src-shared/payments/payments-operations.ts'
import type { SettledAs } from '../../src-shared/payments/settlement.ts'
import { contracts, paymentPlanItems } from '../db/schema/contracts.ts'
import { parties } from '../db/schema/parties.ts'
import { payments, settlements } from '../db/schema/payments.ts'
import { matchingRecords } from '../db/search-index.ts'
import { handleQuery } from '../execution/handlers.ts'
import { keyset, pageOfRows } from '../execution/keyset.ts'

const rowColumns = {
  id: payments.id,
  version: payments.version,
  number: payments.number,
  direction: payments.direction,
  status: payments.status,
  partyId: payments.partyId,
  party: parties.name,
  amount: payments.amount,
  settledAmount: payments.settledAmount,
  paidOn: payments.paidOn,
  method: payments.method,
  bankReference: payments.bankReference,
}

/** Told by what a settlement points at and by the way its money goes. */
const asWhat = sql<SettledAs>`case when ${settlements.planItemId} <> '' then 'instalment' when ${contracts.direction} = ${payments.direction} then 'contract' else 'refund' end`
const itemName = sql<string>`coalesce(${paymentPlanItems.name}, '')`

export const handleListPayments = handleQuery(listPayments, ({ read }, input) => {
  const wanted = and(
    input.direction && eq(payments.direction, input.direction),
    input.partyId && eq(payments.partyId, input.partyId),
    input.method && eq(payments.method, input.method),
    input.paidFrom && gte(payments.paidOn, input.paidFrom),
    input.paidTo && lte(payments.paidOn, input.paidTo),
    input.text ? matchingRecords('payment', payments.id, input.text) : undefined,
    input.open ? and(eq(payments.status, 'recorded'), lt(payments.settledAmount, payments.amount)) : undefined,
  )
  const { where, orderBy, limit } = keyset(payments.paidOn, payments.id, { ...input, descending: true })
  const found = read
    .select(rowColumns)
    .from(payments)
    .innerJoin(parties, eq(parties.id, payments.partyId))
    .where(and(wanted, where))
    .orderBy(...orderBy)
    .limit(limit)
    .all()
  const sum = (direction: PaymentDirection, amount: SQL) =>
    sql<Cents>`coalesce(sum(case when ${payments.status} = 'recorded' and ${payments.direction} = ${direction} then ${amount} end), 0)`
  const open = sql`${payments.amount} - ${payments.settledAmount}`
  const { total, ...sums } = read
    .select({
      total: count(),
      in: sum('in', sql`${payments.amount}`),
      out: sum('out', sql`${payments.amount}`),
      openIn: sum('in', open),
      openOut: sum('out', open),
    })
    .from(payments)
    .where(wanted)
    .get()!
  return { ...pageOfRows(found, input.limit, (row) => row.paidOn), total, sums }
})

export const handleGetPayment = handleQuery(getPayment, ({ read }, { id }) => {
  const payment = read
    .select({ ...rowColumns, remark: payments.remark, voidReason: payments.voidReason })
    .from(payments)
    .innerJoin(parties, eq(parties.id, payments.partyId))
    .where(eq(payments.id, id))
    .get()
  if (payment === undefined) throw refuse('record.missing', { table: 'payments', id })
  const settled = read
    .select({
      id: settlements.id,
      settledAs: asWhat,
      planItemId: sql<Id<'PaymentPlanItem'> | null>`nullif(${settlements.planItemId}, '')`,
      contractId: settlements.contractId,
      contractNumber: contracts.number,
      item: itemName,
      amount: settlements.amount,
      settledOn: settlements.settledOn,
    })
    .from(settlements)
    .innerJoin(payments, eq(payments.id, settlements.paymentId))
    .innerJoin(contracts, eq(contracts.id, settlements.contractId))
    .leftJoin(paymentPlanItems, eq(paymentPlanItems.id, settlements.planItemId))
    .where(eq(settlements.paymentId, id))
    .orderBy(asc(settlements.id))
    .all()
  return { ...payment, settlements: settled }
})

export const handleListContractSettlements = handleQuery(listContractSettlements, ({ read }, { contractId }) =>
  read
    .select({
      id: settlements.id,
      paymentId: payments.id,
      paymentNumber: payments.number,
      paidOn: payments.paidOn,
      method: payments.method,
      settledAs: asWhat,
      item: itemName,
      amount: settlements.amount,
    })
    .from(settlements)
    .innerJoin(payments, eq(payments.id, settlements.paymentId))
    .innerJoin(contracts, eq(contracts.id, settlements.contractId))
    .leftJoin(paymentPlanItems, eq(paymentPlanItems.id, settlements.planItemId))
    .where(eq(settlements.contractId, contractId))
    .orderBy(desc(payments.paidOn), desc(settlements.id))
    .all(),
)
