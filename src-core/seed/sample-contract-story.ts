import {
  completeContract,
  createDraft,
  signContract,
  terminateContract,
  voidContract,
} from '../../src-shared/contracts/contracts-operations.ts'
import { dateOfDay, officeHour, workingDay } from './calendar.ts'
import type { Random } from './random.ts'
import { approvalStory } from './sample-approval-story.ts'
import type { SampleDesk, SampleStory } from './sample-desk.ts'
import { orderStory } from './sample-order-story.ts'
import { paymentStory } from './sample-payment-story.ts'
import { later, type SampleContract, type SampleTeam } from './sample-deal.ts'
import { supplementStory } from './sample-supplement-story.ts'
import { draftOf } from './sample-terms.ts'

/** One contract from its draft on: approval, signing, then its orders and payments, and its end. */
export async function* contractStory(
  desk: SampleDesk,
  team: SampleTeam,
  deal: SampleContract,
  random: Random,
): SampleStory {
  const { owner, fate } = deal
  const days = (from: number, to: number) => (deal.urgent ? 0 : random.int(from, to))
  let at = officeHour(deal.drafted, random)
  yield at
  const { id } = desk.run(createDraft, draftOf(deal, random), owner)
  if (fate === 'draft') return
  const approved = yield* approvalStory(desk, team, { id, at, owner, fate, urgent: deal.urgent }, random)
  if (approved === null || fate === 'unsigned') return
  const { final, read } = approved
  at = approved.at
  if (fate === 'void') {
    yield later(at, random.int(5, 15), random)
    desk.run(voidContract, { id, version: final.version, reason: '客户变更采购计划，双方协商取消' }, owner)
    return
  }
  yield (at = Math.max(later(at, days(0, 4), random), officeHour(workingDay(deal.signing), random)))
  const signedOn = dateOfDay(Math.floor((at + 8 * 3_600_000) / 86_400_000))
  desk.run(signContract, { ...final, signedOn }, owner)
  if (fate === 'terminated') {
    yield later(at, 35, random)
    desk.run(terminateContract, { id, version: read().version, reason: '项目取消，双方签订终止协议' }, owner)
    return
  }

  const contract = read()
  if (deal.supplemented) await desk.tell(supplementStory(desk, team, { contract, deal, signed: at }, random))
  const ordered = deal.type === 'sales' || deal.type === 'purchase'
  const orders = !ordered ? 0 : fate === 'usual' && random.chance(0.3) ? 2 : 1
  let open = orders + contract.paymentPlan.length
  /** After the last order and the last instalment the contract is closed. */
  const whole = async function* (part: AsyncGenerator<number, boolean, void>): SampleStory {
    if (!(yield* part)) return
    open -= 1
    if (open > 0) return
    yield desk.now + random.int(1, 4) * 3_600_000
    const { version, stage } = read()
    if (stage === 'active') desk.run(completeContract, { id, version }, owner)
  }
  for (let i = 0; i < orders; i++)
    await desk.tell(
      whole(
        orderStory(
          desk,
          team,
          {
            contract,
            deal,
            share: orders === 1 ? 1 : 0.6,
            isLast: i === orders - 1,
            at: later(at, i * 25 + random.int(1, 4), random),
          },
          random,
        ),
      ),
    )
  for (const item of contract.paymentPlan)
    await desk.tell(whole(paymentStory(desk, team, { contract, deal, item, after: at }, random)))
}
