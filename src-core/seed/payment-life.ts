import { addCents, cents, subtractCents, ZERO_CENTS, type Cents } from '../../src-shared/kernel/cents.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import type { LocalDate } from '../../src-shared/kernel/local-date.ts'
import type { PaymentMethod } from '../../src-shared/payments/payment.ts'
import type { MoneyDirection } from '../../src-shared/contracts/contract.ts'
import { dateOfDay, dayOf, officeHour, workingDay, type Day } from './calendar.ts'
import type { Company } from './companies.ts'
import type { Market } from './market.ts'
import type { Random } from './random.ts'
import type { Serials } from './serials.ts'
import { stamp, type WorldIds, type WorldRows } from './world-rows.ts'

export interface PaymentContext {
  market: Market
  serials: Serials
  random: Random
  ids: WorldIds
  /** Nothing is paid after this day. */
  until: Day
}

/** Days after the due day on which money comes: most pay in time, some late, a few not at all (undefined). */
function drawDelay(random: Random): number | undefined {
  const habit = random.weighted([
    ['early', 20],
    ['inTime', 46],
    ['late', 24],
    ['veryLate', 7],
    ['never', 3],
  ] as const)
  switch (habit) {
    case 'early':
      return -random.int(1, 10)
    case 'inTime':
      return random.int(0, 3)
    case 'late':
      return random.int(4, 45)
    case 'veryLate':
      return random.int(46, 240)
    case 'never':
      return undefined
  }
}

/** Pays what is due of a plan, mostly in whole instalments, some in two parts; adds to the items' settled amounts. */
export function payInstalments(
  { market, serials, random, ids, until }: PaymentContext,
  {
    contractId,
    company,
    direction,
    plan,
    signed,
    delivered,
    isService,
    warranty,
  }: {
    contractId: Id<'Contract'>
    company: Company
    direction: MoneyDirection
    plan: readonly WorldRows['paymentPlanItems'][]
    signed: Day
    /** Days on which goods were received. */
    delivered: readonly LocalDate[]
    isService: boolean
    /** Day on which what was kept back is free. */
    warranty: Day | null
  },
): { payments: WorldRows['payments'][]; settlements: WorldRows['settlements'][] } {
  const payments: WorldRows['payments'][] = []
  const settlements: WorldRows['settlements'][] = []
  const way = direction === 'out' ? 'out' : 'in'
  const accepted = acceptedOn(random, { signed, delivered, isService })

  for (const item of plan) {
    const due = dueDay(item, { signed, accepted, warranty })
    if (due === undefined) continue
    const delay = drawDelay(random)
    if (delay === undefined) continue
    const parts = random.chance(0.07) ? splitInTwo(random, item.amount) : [item.amount]
    let day = Math.max(due + delay, signed)
    for (const part of parts) {
      day = workingDay(day)
      if (day > until) break
      pay(item, part, day)
      day += random.int(10, 40)
    }
  }
  return { payments, settlements }

  function pay(item: WorldRows['paymentPlanItems'], amount: Cents, day: Day): void {
    const cashier = random.pick(market.people.cashiers)
    const at = officeHour(day, random)
    const id = ids.next<'Payment'>(at)
    // Money beyond the instalment stays open on the payment, to be settled later.
    const advance = random.chance(0.01) ? cents(Math.round(amount * random.between(0.05, 0.4))) : ZERO_CENTS
    payments.push({
      id,
      ...stamp(at, cashier.id),
      number: serials.take('payment', way, day),
      direction: way,
      status: 'recorded',
      partyId: company.row.id,
      amount: addCents(amount, advance),
      settledAmount: amount,
      paidOn: dateOfDay(day),
      method: random.weighted<PaymentMethod>([
        ['transfer', 80],
        ['acceptanceBill', 15],
        ['cheque', 3],
        ['cash', 1],
        ['other', 1],
      ]),
      bankReference: random.digits(16),
      remark: '',
      voidReason: '',
    })
    settlements.push({
      id: ids.next<'Settlement'>(at),
      ...stamp(at, cashier.id),
      paymentId: id,
      planItemId: item.id,
      contractId,
      amount,
      settledOn: dateOfDay(day),
    })
    item.settledAmount = addCents(item.settledAmount, amount)
  }
}

/** The day goods were first received or a service was accepted; undefined before. */
function acceptedOn(
  random: Random,
  { signed, delivered, isService }: { signed: Day; delivered: readonly LocalDate[]; isService: boolean },
): Day | undefined {
  if (isService) return signed + random.int(20, 120)
  const first = delivered.toSorted()[0]
  return first === undefined ? undefined : dayOf(first)
}

function dueDay(
  item: WorldRows['paymentPlanItems'],
  { signed, accepted, warranty }: { signed: Day; accepted: Day | undefined; warranty: Day | null },
): Day | undefined {
  if (item.dueOn !== null) return dayOf(item.dueOn)
  const days = item.dueDays ?? 0
  if (item.dueEvent === 'signed') return signed + days
  if (item.dueEvent === 'retentionReleased')
    return accepted === undefined ? undefined : (warranty ?? accepted + 365) + days
  return accepted === undefined ? undefined : accepted + days
}

function splitInTwo(random: Random, amount: Cents): Cents[] {
  if (amount < 2) return [amount]
  const first = cents(Math.min(Math.max(1, Math.round(amount * random.between(0.3, 0.7))), amount - 1))
  return [first, subtractCents(amount, first)]
}
