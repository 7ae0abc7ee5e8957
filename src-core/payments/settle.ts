import { eq, type InferSelectModel } from 'drizzle-orm'
import { addCents, subtractCents, type Cents } from '../../src-shared/kernel/cents.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import type { Settlement } from '../../src-shared/payments/payments-operations.ts'
import { openOfContract, settleableStages, settledAs } from '../../src-shared/payments/settlement.ts'
import { readContract, type ContractRecord } from '../contracts/contract-content.ts'
import { startPerformance } from '../contracts/start-performance.ts'
import { contracts, paymentPlanItems } from '../db/schema/contracts.ts'
import { payments, settlements } from '../db/schema/payments.ts'
import { recordById } from '../db/record-by-id.ts'
import type { CommandContext } from '../execution/command-context.ts'

export type PaymentRecord = InferSelectModel<typeof payments>
type PlanItemRecord = InferSelectModel<typeof paymentPlanItems>

/** Stands in a settlement for the instalment where there is none. */
const noPlanItem = '' as Id<'PaymentPlanItem'>

/**
 * Settles parts of a payment against instalments of contracts with the same party and direction, against such contracts as a whole where they
 * have no instalments, or, in the other direction, as money that goes back. Refuses, with the figures, more than is open of the payment
 * (`payment.overPayment`), of the instalment (`payment.overPlanItem`), of the contract (`payment.overContract`), or was paid
 * (`payment.overRefund`).
 */
export function settle(context: CommandContext, given: PaymentRecord, wanted: readonly Settlement[]): PaymentRecord {
  if (given.status !== 'recorded') throw refuse('payment.isVoid', { number: given.number })
  let payment = given
  for (const each of wanted) {
    const { amount } = each
    const open = subtractCents(payment.amount, payment.settledAmount)
    if (amount > open)
      throw refuse('payment.overPayment', { number: payment.number, wanted: amount, open, amount: payment.amount })
    const item = 'planItemId' in each ? recordById(context.read, paymentPlanItems, each.planItemId) : null
    const contract = readContract(
      context.read,
      item === null ? (each as { contractId: Id<'Contract'> }).contractId : item.contractId,
    )
    refuseOther(payment, contract)
    const sign =
      item === null ? ofContract(context, payment, contract, amount) : ofInstalment(payment, contract, item, amount)
    context.write.insert(settlements, {
      id: context.newId<'Settlement'>(),
      paymentId: payment.id,
      planItemId: item?.id ?? noPlanItem,
      contractId: contract.id,
      amount,
      settledOn: context.today,
    })
    if (item !== null)
      context.write.update(paymentPlanItems, item.id, { settledAmount: addCents(item.settledAmount, amount) })
    context.write.update(contracts, contract.id, { settledAmount: plus(contract.settledAmount, amount, sign) })
    startPerformance(context, contract.id)
    payment = context.write.update(payments, payment.id, { settledAmount: addCents(payment.settledAmount, amount) })
  }
  return payment
}

/** Takes a settlement of the payment out again; the payment's own figure is the caller's. */
export function takeBack(
  context: CommandContext,
  payment: PaymentRecord,
  settlement: InferSelectModel<typeof settlements>,
): void {
  const { planItemId, contractId, amount } = settlement
  const contract = readContract(context.read, contractId)
  const sign = settledAs(contract, payment.direction) === 'refund' ? -1 : 1
  context.write.remove(settlements, settlement.id)
  if (planItemId !== noPlanItem) {
    const item = recordById(context.read, paymentPlanItems, planItemId)
    context.write.update(paymentPlanItems, item.id, { settledAmount: subtractCents(item.settledAmount, amount) })
  }
  // What went back was paid before; with the payment gone there would be less than nothing.
  if (sign === 1 && amount > contract.settledAmount)
    throw refuse('payment.refundedAlready', {
      contract: contract.number ?? contract.draftNumber,
      wanted: amount,
      left: contract.settledAmount,
    })
  context.write.update(contracts, contract.id, { settledAmount: plus(contract.settledAmount, amount, -sign as 1 | -1) })
}

const plus = (sum: Cents, amount: Cents, sign: 1 | -1): Cents =>
  sign === 1 ? addCents(sum, amount) : subtractCents(sum, amount)

function refuseOther(payment: PaymentRecord, contract: ContractRecord): void {
  if (contract.counterpartyId !== payment.partyId || contract.direction === 'none')
    throw refuse('payment.otherParty', { payment: payment.number, contract: contract.number ?? contract.draftNumber })
  if (!settleableStages.includes(contract.stage))
    throw refuse('payment.contractNotInForce', {
      contract: contract.number ?? contract.draftNumber,
      stage: contract.stage,
    })
}

function ofInstalment(payment: PaymentRecord, contract: ContractRecord, item: PlanItemRecord, amount: Cents): 1 {
  if (contract.direction !== payment.direction)
    throw refuse('payment.otherParty', { payment: payment.number, contract: contract.number ?? contract.draftNumber })
  const open = subtractCents(item.amount, item.settledAmount)
  if (amount > open)
    throw refuse('payment.overPlanItem', {
      contract: contract.number,
      item: item.name,
      wanted: amount,
      open,
      planned: item.amount,
      settled: item.settledAmount,
    })
  return 1
}

/** The contract as a whole: more is paid on it, or what was paid goes back. */
function ofContract({ read }: CommandContext, payment: PaymentRecord, contract: ContractRecord, amount: Cents): 1 | -1 {
  const number = contract.number ?? contract.draftNumber
  if (settledAs(contract, payment.direction) === 'refund') {
    if (amount > contract.settledAmount)
      throw refuse('payment.overRefund', { contract: number, wanted: amount, paid: contract.settledAmount })
    return -1
  }
  const planned = read
    .select({ id: paymentPlanItems.id })
    .from(paymentPlanItems)
    .where(eq(paymentPlanItems.contractId, contract.id))
    .get()
  if (planned !== undefined) throw refuse('payment.byInstalments', { contract: number })
  const open = openOfContract(contract)
  if (amount > open)
    throw refuse('payment.overContract', { contract: number, wanted: amount, open, settled: contract.settledAmount })
  return 1
}
