import { decideApproval, getApproval } from '../../src-shared/approvals/approvals-operations.ts'
import {
  addDocument,
  getContract,
  submitContract,
  type ContractDetail,
} from '../../src-shared/contracts/contracts-operations.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import type { Typeset } from '../documents/typst/compile.ts'
import type { Random } from './random.ts'
import { later, type SampleFate, type SampleTeam } from './sample-deal.ts'
import type { SampleDesk } from './sample-desk.ts'
import { paperOf } from './sample-paper.ts'

/** 40 days: papers of contracts that are signed about now. */
const recently = 40 * 86_400_000

/** What those who agree write, by the step they stand in. */
const opinions: Partial<Record<string, readonly string[]>> = {
  法务审核: ['条款无异议，同意', '争议解决与违约责任清楚，同意', '同意'],
  财务审核: ['已核对，同意', '税率与付款节点无误，同意', '同意'],
  部门负责人审批: ['价格与账期符合要求，同意', '同意'],
}
const agreed = ['同意'] as const

interface Submitted {
  id: Id<'Contract'>
  owner: Id<'User'>
  fate: SampleFate
  /** Everyone answers within hours. */
  urgent: boolean
  at: number
}

/** A draft through its approval to its final document; null where it goes no further. */
export async function* approvalStory(
  desk: SampleDesk,
  team: SampleTeam,
  { id, owner, fate, urgent, at: drafted }: Submitted,
  random: Random,
) {
  const days = (from: number, to: number) => (urgent ? 0 : random.int(from, to))
  let at = drafted
  // Typeset while other stories go on.
  const read = () => desk.ask(getContract, { id }, owner)
  const draft = read()
  const paper = desk.core.typeset(paperOf(draft), { time: desk.now })

  yield (at = later(at, days(0, 2), random))
  const { approvalId } = desk.run(submitContract, addPaper(desk, draft, owner, 'draft', await paper), owner)
  while (true) {
    const approval = desk.ask(getApproval, { id: approvalId }, owner)
    if (approval.status === 'returned') return null
    if (approval.status !== 'running') break
    const step = approval.rounds.at(-1)!.steps.find(({ status }) => status === 'open')!
    const task = step.tasks.find(({ status }) => status === 'open')!
    at = later(at, days(0, 2), random)
    if (task.assigneeId === team.manager && at > team.away) return null
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
          : random.pick(opinions[step.name] ?? agreed),
        contentHash: approval.contentHash,
      },
      task.assigneeId,
    )
  }
  if (fate === 'refused') return null

  yield (at = later(at, 0, random))
  const approved = read()
  // The number is printed on what is looked at first; older papers have it written in by hand.
  const numbered = at > team.away - recently ? desk.core.typeset(paperOf(approved), { time: desk.now }) : paper
  return { at, read, final: addPaper(desk, approved, owner, 'final', await numbered) }
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
