import { getApproval, decideApproval } from '../../src-shared/approvals/approvals-operations.ts'
import {
  addDocument,
  completeContract,
  createDraft,
  getContract,
  signContract,
  submitContract,
  terminateContract,
  voidContract,
  type ContractDetail,
} from '../../src-shared/contracts/contracts-operations.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { dateOfDay, officeHour, workingDay } from './calendar.ts'
import type { Typeset } from '../documents/typst/compile.ts'
import type { Random } from './random.ts'
import type { SampleDesk, SampleStory } from './sample-desk.ts'
import { orderStory } from './sample-order-story.ts'
import { paperOf } from './sample-paper.ts'
import { paymentStory } from './sample-payment-story.ts'
import { later, type SampleContract, type SampleTeam } from './sample-deal.ts'
import { draftOf } from './sample-terms.ts'

const opinions = ['同意', '同意', '同意。', '条款无异议，同意', '价格与账期符合要求，同意', '已核对，同意']

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
  // Typeset while other stories go on.
  const read = () => desk.ask(getContract, { id }, owner)
  const drafted = read()
  const paper = desk.core.typeset(paperOf(drafted), { time: desk.now })

  yield (at = later(at, days(0, 2), random))
  const { approvalId } = desk.run(submitContract, addPaper(desk, drafted, owner, 'draft', await paper), owner)
  while (true) {
    const approval = desk.ask(getApproval, { id: approvalId }, owner)
    if (approval.status === 'returned') return
    if (approval.status !== 'running') break
    const step = approval.rounds.at(-1)!.steps.find(({ status }) => status === 'open')!
    const task = step.tasks.find(({ status }) => status === 'open')!
    at = later(at, days(0, 2), random)
    if (task.assigneeId === team.manager && at > team.away) return
    yield at
    const odd = step.name === '财务审核' && (fate === 'returned' || fate === 'refused')
    desk.run(
      decideApproval,
      {
        taskId: task.id,
        decision: odd ? (fate === 'returned' ? 'sendBack' : 'refuse') : 'agree',
        opinion: odd
          ? fate === 'returned'
            ? '请补充付款条件说明后再提交'
            : '账期超出客户信用政策，不同意'
          : random.pick(opinions),
        contentHash: approval.contentHash,
      },
      task.assigneeId,
    )
  }
  if (fate === 'refused') return

  yield (at = later(at, 0, random))
  const final = addPaper(desk, read(), owner, 'final', await paper)
  if (fate === 'unsigned') return
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

/** Registers what was typeset as the document of the contract as it stands; the contract's new version with the document's id. */
function addPaper(
  desk: SampleDesk,
  { id, version, contentHash }: ContractDetail,
  owner: Id<'User'>,
  kind: 'draft' | 'final',
  { pdf, pages }: Typeset,
) {
  const pdfHash = desk.core.workspace.files.put(pdf)
  const document = { kind, contentHash, docxHash: null, pdfHash, pages, anchors: [] }
  const { version: now, documentId } = desk.run(addDocument, { id, version, ...document }, owner)
  return { id, version: now, documentId }
}
