import type { InferSelectModel } from 'drizzle-orm'
import { addCents, subtractCents, type Cents } from '../../src-shared/kernel/cents.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import {
  recordPayment,
  settlePayment,
  unsettlePayment,
  voidPayment,
} from '../../src-shared/payments/payments-operations.ts'
import { paymentStatuses } from '../../src-shared/payments/payment-status.ts'
import { readContract } from '../contracts/contract-content.ts'
import { startPerformance } from '../contracts/start-performance.ts'
import { contracts, paymentPlanItems } from '../db/schema/contracts.ts'
import { parties } from '../db/schema/parties.ts'
import { payments, settlements } from '../db/schema/payments.ts'
import { recordById } from '../db/record-by-id.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import type { CommandContext } from '../execution/command-context.ts'
import { handleCommand } from '../execution/handlers.ts'
import { takeNumber } from '../numbering/take-number.ts'

type PaymentRecord = InferSelectModel<typeof payments>

export const handleRecordPayment = handleCommand(recordPayment, (context, { settlements: wanted, ...values }) => {
  const party = recordById(context.read, parties, values.partyId)
  if (values.paidOn > context.today) throw refuse('payment.inFuture', { paidOn: values.paidOn, today: context.today })
  const payment = context.write.insert(payments, {
    id: context.newId<'Payment'>(),
    number: takeNumber(context, 'payment', values.direction, context.today),
    status: 'recorded',
    settledAmount: 0 as Cents,
    voidReason: '',
    ...values,
  })
  context.index('payment', payment.id, { title: `${payment.number} ${party.name}`, text: payment.bankReference })
  const settled = settle(context, payment, wanted)
  return { ...progress(settled), number: payment.number }
})

export const handleSettlePayment = handleCommand(settlePayment, (context, { id, version, settlements: wanted }) => {
  const payment = readPayment(context.read, id)
  if (payment.version !== version)
    throw refuse('record.stale', { table: 'payments', id, seen: version, version: payment.version })
  return progress(settle(context, payment, wanted))
})

export const handleUnsettlePayment = handleCommand(unsettlePayment, (context, { id, version, settlementId }) => {
  const payment = readPayment(context.read, id)
  const settlement = recordById(context.read, settlements, settlementId, { paymentId: id })
  const item = recordById(context.read, paymentPlanItems, settlement.planItemId)
  const contract = readContract(context.read, settlement.contractId)
  context.write.remove(settlements, settlementId)
  context.write.update(paymentPlanItems, item.id, {
    settledAmount: subtractCents(item.settledAmount, settlement.amount),
  })
  context.write.update(contracts, contract.id, {
    settledAmount: subtractCents(contract.settledAmount, settlement.amount),
  })
  const updated = context.write.update(
    payments,
    id,
    { settledAmount: subtractCents(payment.settledAmount, settlement.amount) },
    version,
  )
  return progress(updated)
})

export const handleVoidPayment = handleCommand(voidPayment, (context, { id, version, reason }) => {
  const payment = readPayment(context.read, id)
  const status = paymentStatuses.move('void', payment.status)
  if (payment.settledAmount !== 0)
    throw refuse('payment.voidWhileSettled', { number: payment.number, settled: payment.settledAmount })
  const updated = context.write.update(payments, id, { status, voidReason: reason }, version)
  return { id, version: updated.version, status }
})

/** Refuses `record.missing`. */
export const readPayment = (read: ReadDatabase, id: Id<'Payment'>) => recordById(read, payments, id)

/**
 * Settles parts of a payment against instalments of contracts with the same party and direction. Refuses, with the
 * figures, more than is open of the instalment (`payment.overPlanItem`) or of the payment (`payment.overPayment`).
 */
function settle(
  context: CommandContext,
  given: PaymentRecord,
  wanted: readonly { planItemId: Id<'PaymentPlanItem'>; amount: Cents }[],
): PaymentRecord {
  if (given.status !== 'recorded') throw refuse('payment.isVoid', { number: given.number })
  let payment = given
  for (const { planItemId, amount } of wanted) {
    const open = subtractCents(payment.amount, payment.settledAmount)
    if (amount > open)
      throw refuse('payment.overPayment', { number: payment.number, wanted: amount, open, amount: payment.amount })
    const item = recordById(context.read, paymentPlanItems, planItemId)
    const contract = readContract(context.read, item.contractId)
    if (contract.counterpartyId !== payment.partyId || contract.direction !== payment.direction)
      throw refuse('payment.otherParty', { payment: payment.number, contract: contract.number ?? contract.draftNumber })
    if (contract.stage !== 'signed' && contract.stage !== 'active' && contract.stage !== 'completed')
      throw refuse('payment.contractNotInForce', {
        contract: contract.number ?? contract.draftNumber,
        stage: contract.stage,
      })
    const itemOpen = subtractCents(item.amount, item.settledAmount)
    if (amount > itemOpen)
      throw refuse('payment.overPlanItem', {
        contract: contract.number,
        item: item.name,
        wanted: amount,
        open: itemOpen,
        planned: item.amount,
        settled: item.settledAmount,
      })
    context.write.insert(settlements, {
      id: context.newId<'Settlement'>(),
      paymentId: payment.id,
      planItemId,
      contractId: contract.id,
      amount,
      settledOn: context.today,
    })
    context.write.update(paymentPlanItems, item.id, { settledAmount: addCents(item.settledAmount, amount) })
    context.write.update(contracts, contract.id, { settledAmount: addCents(contract.settledAmount, amount) })
    startPerformance(context, contract.id)
    payment = context.write.update(payments, payment.id, { settledAmount: addCents(payment.settledAmount, amount) })
  }
  return payment
}

const progress = ({ id, version, amount, settledAmount }: PaymentRecord) => ({
  id,
  version,
  settledAmount,
  openAmount: subtractCents(amount, settledAmount),
})
