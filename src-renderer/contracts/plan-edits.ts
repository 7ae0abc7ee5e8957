import {
  addCents,
  allocateCents,
  applyRate,
  subtractCents,
  sumCents,
  ZERO_CENTS,
  type Cents,
} from '../../src-shared/kernel/cents.ts'
import { ONE, rate, rateOf, type Rate } from '../../src-shared/kernel/decimal.ts'
import type { LocalDate } from '../../src-shared/kernel/local-date.ts'
import type { DueEvent } from '../../src-shared/contracts/payment-plan.ts'

/** An instalment as it is typed. */
export interface PlanItem {
  /** Stays with the instalment while it is moved; never shown. */
  key: string
  name: string
  condition: string
  dueOn: LocalDate | null
  dueEvent: DueEvent | null
  dueDays: number | null
  rate: Rate | null
  amount: Cents | null
}

let made = 0

export function newPlanItem(values: Partial<PlanItem> = {}): PlanItem {
  made += 1
  return {
    key: `new-${Date.now().toString(36)}-${made}`,
    name: '',
    condition: '',
    dueOn: null,
    dueEvent: null,
    dueDays: null,
    rate: null,
    amount: null,
    ...values,
  }
}

export const plannedSum = (items: readonly PlanItem[]): Cents =>
  sumCents(items.map((item) => item.amount ?? ZERO_CENTS))

/** What the instalments leave of the total; negative when they are more. */
export const remainderOf = (items: readonly PlanItem[], total: Cents): Cents => subtractCents(total, plannedSum(items))

/** With the instalment's amount from its share of the total. */
export function withShare(item: PlanItem, share: Rate | null, total: Cents): PlanItem {
  return { ...item, rate: share, amount: share === null ? item.amount : applyRate(total, share) }
}

/** With the instalment's share from its amount. */
export function withAmount(item: PlanItem, amount: Cents | null, total: Cents): PlanItem {
  return { ...item, amount, rate: amount === null ? null : roundedShare(amount, total) }
}

/** The remainder goes into the last instalment, or into a new one when there is none. */
export function remainderIntoLast(items: readonly PlanItem[], total: Cents, name: string): PlanItem[] {
  const remainder = remainderOf(items, total)
  const last = items.at(-1)
  if (last === undefined) return [newPlanItem({ name, rate: rate(ONE), amount: remainder })]
  return [...items.slice(0, -1), withAmount(last, addCents(last.amount ?? ZERO_CENTS, remainder), total)]
}

/** Amounts anew from the shares; shares of 100 % in all are split so that not a 分 is left. */
export function byShares(items: readonly PlanItem[], total: Cents): PlanItem[] {
  const shares = items.map((item) => item.rate ?? rate(0))
  const whole = shares.reduce<number>((sum, share) => sum + share, 0)
  if (whole !== ONE) return items.map((item) => (item.rate === null ? item : withShare(item, item.rate, total)))
  const amounts = allocateCents(total, shares)
  return items.map((item, i) => ({ ...item, amount: amounts[i]! }))
}

/** A share is printed, so it has no more decimals than people read: hundredths of a percent. */
function roundedShare(amount: Cents, total: Cents): Rate | null {
  const share = rateOf(amount, total)
  return share === undefined ? null : rate(Math.round(share / 100) * 100)
}
