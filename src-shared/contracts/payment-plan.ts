import { z } from 'zod'
import { subtractCents, sumCents, type Cents } from '../kernel/cents.ts'
import { refuse } from '../kernel/refusal.ts'
import { centsSchema, dateSchema, lineSchema, rateSchema } from '../kernel/schemas.ts'

/** What makes an instalment due when it has no date: days are counted from that event. */
export const DueEvent = z.enum(['signed', 'delivered', 'accepted', 'invoiced', 'retentionReleased'])
export type DueEvent = z.infer<typeof DueEvent>

/** One instalment: due on a date, or a number of days after an event. */
export const PaymentPlanItemInput = z.object({
  name: lineSchema(60).min(1),
  condition: lineSchema(200).default(''),
  dueOn: dateSchema.nullable().default(null),
  dueEvent: DueEvent.nullable().default(null),
  dueDays: z.int().min(0).max(3650).nullable().default(null),
  /** Share of the total, for printing; the amount counts. */
  rate: rateSchema.nullable().default(null),
  amount: centsSchema,
})
export type PaymentPlanItemInput = z.infer<typeof PaymentPlanItemInput>

/**
 * Refuses `contract.planDoesNotAddUp` with total, planned sum and difference unless the instalments are positive and
 * add up to the contract's amount. A contract without instalments has no plan to check.
 */
export function checkPaymentPlan(amount: Cents, items: readonly { name: string; amount: Cents }[]): void {
  if (items.length === 0) return
  const bad = items.findIndex((item) => item.amount <= 0)
  if (bad !== -1)
    throw refuse('contract.planItemNotPositive', { item: bad + 1, name: items[bad]!.name, amount: items[bad]!.amount })
  const planned = sumCents(items.map((item) => item.amount))
  if (planned !== amount)
    throw refuse('contract.planDoesNotAddUp', { amount, planned, difference: subtractCents(amount, planned) })
}
