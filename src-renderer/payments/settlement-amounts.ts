import { addCents, subtractCents, sumCents, ZERO_CENTS, type Cents } from '../../src-shared/kernel/cents.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import type { Settlement } from '../../src-shared/payments/payments-operations.ts'

/** An instalment that can be settled, or a contract as a whole. */
export interface OpenItem {
  planItemId: Id<'PaymentPlanItem'> | null
  contractId: Id<'Contract'>
  openAmount: Cents
  proposed: Cents
}

export type SettlementTarget = Id<'PaymentPlanItem'> | Id<'Contract'>

/** What of a payment goes to each instalment, by its id; null or absent for nothing. */
export type Amounts = Readonly<Record<string, Cents | null>>

/** From where an amount is moved: what is left of the payment, or an instalment. */
export type MoveSource = 'rest' | SettlementTarget

/** What the amount of an item is kept under. */
export const targetOf = ({ planItemId, contractId }: Pick<OpenItem, 'planItemId' | 'contractId'>): SettlementTarget =>
  planItemId ?? contractId

export const amountOf = (amounts: Amounts, id: string): Cents => amounts[id] ?? ZERO_CENTS

/** What was proposed: the earliest due first. */
export const proposedAmounts = (items: readonly OpenItem[]): Amounts =>
  Object.fromEntries(items.filter(({ proposed }) => proposed > 0).map((item) => [targetOf(item), item.proposed]))

/** What of the payment goes nowhere yet; below zero when more is given away than there is. */
export const remainderOf = (total: Cents, items: readonly OpenItem[], amounts: Amounts): Cents =>
  subtractCents(total, sumCents(items.map((item) => amountOf(amounts, targetOf(item)))))

/** Moves as much as the instalment still takes, from what is left or from another instalment. */
export function moveInto(
  total: Cents,
  items: readonly OpenItem[],
  amounts: Amounts,
  from: MoveSource,
  to: string,
): Amounts {
  const item = items.find((each) => targetOf(each) === to)
  if (item === undefined || from === to) return amounts
  const room = subtractCents(item.openAmount, amountOf(amounts, to))
  const there = from === 'rest' ? remainderOf(total, items, amounts) : amountOf(amounts, from)
  const moved = room < there ? room : there
  if (moved <= 0) return amounts
  return {
    ...amounts,
    [to]: addCents(amountOf(amounts, to), moved),
    ...(from === 'rest' ? {} : { [from]: orNothing(subtractCents(there, moved)) }),
  }
}

const orNothing = (amount: Cents): Cents | null => (amount === 0 ? null : amount)

/** What the command takes: only what is above zero, of instalments that are still open. */
export const settlementsOf = (items: readonly OpenItem[], amounts: Amounts) =>
  items.flatMap((item): Settlement[] => {
    const amount = amountOf(amounts, targetOf(item))
    if (amount <= 0) return []
    return item.planItemId === null
      ? [{ contractId: item.contractId, amount }]
      : [{ planItemId: item.planItemId, amount }]
  })
