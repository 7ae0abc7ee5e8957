import type { ContractDetail } from '../../src-shared/contracts/contracts-operations.ts'
import { cents, subtractCents, type Cents } from '../../src-shared/kernel/cents.ts'
import { dateOf } from '../../src-shared/kernel/local-date.ts'
import { recordPayment, settlePayment } from '../../src-shared/payments/payments-operations.ts'
import { dayOf, officeHour, workingDay } from './calendar.ts'
import type { Random } from './random.ts'
import { later, type SampleContract, type SampleTeam } from './sample-deal.ts'
import type { SampleDesk } from './sample-desk.ts'

interface Owed {
  contract: ContractDetail
  deal: SampleContract
  item: ContractDetail['paymentPlan'][number]
  /** Not before this instant. */
  after: number
}

/** The payment or payments of one instalment; true once it is settled whole. */
export async function* paymentStory(
  desk: SampleDesk,
  team: SampleTeam,
  { contract, deal, item, after }: Owed,
  random: Random,
): AsyncGenerator<number, boolean, void> {
  const due = dayOf(item.dueOn!)
  // Who does not pay pays the first instalment all the same.
  if (deal.fate === 'unpaid' && item.itemNo > 1) return false
  const delay = random.weighted([
    [random.int(-4, 1), 62],
    [random.int(2, 12), 28],
    [random.int(13, 35), 8],
  ])
  let at = Math.max(officeHour(workingDay(due + delay), random), later(after, 1, random))
  const parts: Cents[] = [item.amount]
  if (item.amount > 5_000_000 && random.chance(0.14)) {
    const first = cents(Math.round((item.amount * 0.6) / 1_000_000) * 1_000_000)
    parts.splice(0, 1, first, subtractCents(item.amount, first))
  }
  for (const [i, amount] of parts.entries()) {
    if (i > 0) at = later(at, random.int(12, 30), random)
    yield at
    const settlement = { planItemId: item.id, amount }
    const settledLater = random.chance(0.12)
    const payment = desk.run(
      recordPayment,
      {
        direction: contract.direction as 'in' | 'out',
        partyId: contract.counterpartyId,
        amount,
        paidOn: dateOf(desk.now, desk.core.workspace.timeZone),
        method: random.chance(0.14) ? 'acceptanceBill' : 'transfer',
        bankReference: `${dateOf(desk.now, desk.core.workspace.timeZone).replaceAll('-', '')}${random.digits(6)}`,
        settlements: settledLater ? [] : [settlement],
      },
      team.accountant,
    )
    if (settledLater) {
      yield (at = later(at, random.int(1, 4), random))
      desk.run(settlePayment, { id: payment.id, version: payment.version, settlements: [settlement] }, team.accountant)
    }
  }
  return true
}
