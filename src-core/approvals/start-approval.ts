import { and, asc, desc, eq } from 'drizzle-orm'
import { startRound, type TaskState } from '../../src-shared/approvals/approval-state.ts'
import { approvalStatuses } from '../../src-shared/approvals/approval-status.ts'
import type { ApprovalKind, FlowDefinition } from '../../src-shared/approvals/flow-definition.ts'
import { conditionsHold, planSteps, type PlannedStep, type RecordFacts } from '../../src-shared/approvals/plan-steps.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { approvals, flows, flowVersions } from '../db/schema/approvals.ts'
import { recordById } from '../db/record-by-id.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import type { CommandContext } from '../execution/command-context.ts'
import type { ApprovalRecord } from './approval-subject.ts'
import { finishApproval, insertRound, readState } from './approval-rows.ts'
import { peopleDirectory } from './people-directory.ts'

interface Submission {
  kind: ApprovalKind
  recordId: string
  title: string
  contentHash: string
  pdfHash: string
  facts: RecordFacts
  /** After a return: all steps again, or straight to the one who sent it back. */
  resumeAt: 'start' | 'sender'
  /** The record's earlier approval, resumed when it was returned. */
  resumeOf: Id<'Approval'> | null
}

/**
 * Starts an approval by the active flow of its kind, or resumes a returned one in a new round.
 * Straight back to the sender only while the content is what the earlier steps agreed to; refuses `approval.contentChanged` else.
 */
export function startApproval(context: CommandContext, submission: Submission): Id<'Approval'> {
  const earlier = submission.resumeOf === null ? undefined : recordById(context.read, approvals, submission.resumeOf)
  if (earlier?.status === 'returned') return resume(context, submission, earlier)
  if (submission.resumeAt === 'sender') throw refuse('approval.nothingToResume', {})
  const version = activeFlow(context.read, submission.kind, submission.facts)
  const planned = planSteps(version.definition, submission.facts, context.actor.id, peopleDirectory(context.read))
  const id = context.newId<'Approval'>()
  const state = startRound(planned, { round: 1, repeatedApprover: version.definition.repeatedApprover })
  const approval = context.write.insert(approvals, {
    id,
    kind: submission.kind,
    recordId: submission.recordId,
    title: submission.title,
    flowVersionId: version.id,
    status: state.status,
    initiatorId: context.actor.id,
    contentHash: submission.contentHash,
    pdfHash: submission.pdfHash,
    currentStepNo: state.currentStepNo,
    round: 1,
    startedAt: context.now,
    finishedAt: null,
  })
  insertRound(context, id, state)
  finishApproval(context, approval, state)
  return id
}

function resume(context: CommandContext, submission: Submission, earlier: ApprovalRecord): Id<'Approval'> {
  const { id } = earlier
  approvalStatuses.move('resume', earlier.status)
  const { definition } = recordById(context.read, flowVersions, earlier.flowVersionId)
  let planned: PlannedStep[]
  let from = 1
  if (submission.resumeAt === 'sender') {
    if (earlier.contentHash !== submission.contentHash) throw refuse('approval.contentChanged', {})
    const last = readState(context.read, earlier)
    planned = last.steps.map(({ name, mode, tasks }) => ({ name, mode, assignees: askedAgain(tasks) }))
    from = last.steps.find((step) => step.status === 'sentBack')?.stepNo ?? 1
  } else planned = planSteps(definition, submission.facts, earlier.initiatorId, peopleDirectory(context.read))
  const state = startRound(planned, { round: earlier.round + 1, repeatedApprover: definition.repeatedApprover, from })
  const approval = context.write.update(approvals, id, {
    status: state.status,
    title: submission.title,
    contentHash: submission.contentHash,
    pdfHash: submission.pdfHash,
    currentStepNo: state.currentStepNo,
    round: state.round,
    finishedAt: null,
  })
  insertRound(context, id, state)
  finishApproval(context, approval, state)
  return id
}

/** Those the flow asked, or those who decided in their place; of those asked besides only the one who sent it back. */
const askedAgain = (tasks: readonly TaskState[]): string[] =>
  tasks
    .filter(
      ({ status, askedHow }) =>
        status === 'sentBack' || (status !== 'transferred' && (askedHow === null || askedHow === 'transfer')),
    )
    .map((task) => task.assignee)

/** The newest active flow of the kind that asks anyone at all about these facts. */
function activeFlow(
  read: ReadDatabase,
  kind: ApprovalKind,
  facts: RecordFacts,
): { id: Id<'FlowVersion'>; definition: FlowDefinition } {
  const candidates = read
    .select({ id: flowVersions.id, definition: flowVersions.definition })
    .from(flows)
    .innerJoin(flowVersions, eq(flowVersions.id, flows.currentVersionId))
    .where(and(eq(flows.kind, kind), eq(flows.active, true)))
    .orderBy(desc(flows.createdAt), asc(flows.id))
    .all()
  const found = candidates.find(({ definition }) =>
    definition.steps.some((step) => conditionsHold(step.conditions, facts)),
  )
  if (found === undefined) throw refuse('approval.noFlow', { kind })
  return found
}
