import { createDraft, signContract, type ContractDetail } from '../../src-shared/contracts/contracts-operations.ts'
import { cents } from '../../src-shared/kernel/cents.ts'
import { rate } from '../../src-shared/kernel/decimal.ts'
import { dateOf } from '../../src-shared/kernel/local-date.ts'
import { recordPayment } from '../../src-shared/payments/payments-operations.ts'
import type { Random } from './random.ts'
import { approvalStory } from './sample-approval-story.ts'
import { later, type SampleContract, type SampleTeam } from './sample-deal.ts'
import type { SampleDesk, SampleStory } from './sample-desk.ts'

/** A supplementary agreement to a signed contract: a little more, agreed, signed and paid at once and without a plan. */
export async function* supplementStory(
  desk: SampleDesk,
  team: SampleTeam,
  { contract, deal, signed }: { contract: ContractDetail; deal: SampleContract; signed: number },
  random: Random,
): SampleStory {
  const { owner } = deal
  let at = later(signed, random.int(15, 25), random)
  yield at
  const amount = cents(Math.round((contract.amount * random.between(0.06, 0.12)) / 10_000) * 10_000)
  const { id } = desk.run(
    createDraft,
    {
      title: `${contract.title}补充协议`,
      type: 'supplementary',
      direction: contract.direction,
      parentId: contract.id,
      parties: contract.parties.map(({ role, partyId }) => ({ role, partyId })),
      amount,
      taxRate: rate(130_000),
      signedAt: contract.signedAt,
      expiresOn: contract.expiresOn,
      notes: `双方就《${contract.title}》（编号 ${contract.number}）增补安装调试与备件，原合同其余条款不变。`,
    },
    owner,
  )
  const approved = yield* approvalStory(desk, team, { id, at, owner, fate: 'usual', urgent: true }, random)
  if (approved === null) return
  yield (at = later(approved.at, random.int(1, 3), random))
  const today = () => dateOf(desk.now, desk.core.workspace.timeZone)
  desk.run(signContract, { ...approved.final, signedOn: today() }, owner)
  yield later(at, random.int(5, 12), random)
  desk.run(
    recordPayment,
    {
      direction: contract.direction as 'in' | 'out',
      partyId: contract.counterpartyId,
      amount,
      paidOn: today(),
      bankReference: random.digits(14),
      settlements: [{ contractId: id, amount }],
    },
    team.accountant,
  )
}
