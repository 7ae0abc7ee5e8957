import { and, asc, eq, sql } from 'drizzle-orm'
import type { ApprovalState, StepState, TaskState } from '../../src-shared/approvals/approval-state.ts'
import { assertNever } from '../../src-shared/kernel/assert-never.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { approvals, approvalSteps, approvalTasks, flowVersions } from '../db/schema/approvals.ts'
import { preparedOnce } from '../db/prepared-query.ts'
import { recordById } from '../db/record-by-id.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import type { CommandContext } from '../execution/command-context.ts'
import type { ApprovalRecord } from './approval-subject.ts'
import { subjectOf } from './approval-subjects.ts'

interface StoredTask extends TaskState {
  id: Id<'ApprovalTask'>
}
interface StoredStep extends StepState {
  id: Id<'ApprovalStep'>
  tasks: StoredTask[]
}
export interface StoredState extends ApprovalState {
  steps: StoredStep[]
}

const stepsOfRound = (read: ReadDatabase) =>
  read
    .select()
    .from(approvalSteps)
    .where(
      and(
        eq(approvalSteps.approvalId, sql.placeholder('approvalId')),
        eq(approvalSteps.round, sql.placeholder('round')),
      ),
    )
    .orderBy(asc(approvalSteps.stepNo))
    .prepare()

const tasksOfApproval = (read: ReadDatabase) =>
  read
    .select()
    .from(approvalTasks)
    .where(eq(approvalTasks.approvalId, sql.placeholder('approvalId')))
    .orderBy(asc(approvalTasks.position))
    .prepare()

/** The approval's current round as plain data for the rules, with the rows' ids. */
export function readState(read: ReadDatabase, approval: ApprovalRecord): StoredState {
  const steps = preparedOnce(read, stepsOfRound).all({ approvalId: approval.id, round: approval.round })
  const tasks = preparedOnce(read, tasksOfApproval).all({ approvalId: approval.id })
  const { definition } = recordById(read, flowVersions, approval.flowVersionId)
  return {
    status: approval.status,
    round: approval.round,
    currentStepNo: approval.currentStepNo,
    repeatedApprover: definition.repeatedApprover,
    steps: steps.map((step) => ({
      id: step.id,
      stepNo: step.stepNo,
      name: step.name,
      mode: step.mode,
      status: step.status,
      tasks: tasks
        .filter((task) => task.stepId === step.id)
        .map((task) => ({
          id: task.id,
          assignee: task.assigneeId,
          position: task.position,
          status: task.status,
          opinion: task.opinion,
          askedHow: task.askedHow,
          askedBy: task.askedBy,
          waitsFor: task.waitsFor,
        })),
    })),
  }
}

/** Rows of a new round. */
export function insertRound(context: CommandContext, approvalId: Id<'Approval'>, state: ApprovalState): void {
  for (const step of state.steps) {
    const stepId = context.newId<'ApprovalStep'>()
    context.write.insert(approvalSteps, {
      id: stepId,
      approvalId,
      round: state.round,
      stepNo: step.stepNo,
      name: step.name,
      mode: step.mode,
      status: step.status,
    })
    for (const task of step.tasks) insertTask(context, { approvalId, stepId }, task)
  }
}

function insertTask(
  context: CommandContext,
  of: { approvalId: Id<'Approval'>; stepId: Id<'ApprovalStep'> },
  { assignee, askedBy, ...task }: TaskState,
): void {
  context.write.insert(approvalTasks, {
    ...task,
    ...of,
    id: context.newId<'ApprovalTask'>(),
    assigneeId: assignee as Id<'User'>,
    askedBy: askedBy as Id<'User'> | null,
    openedAt: task.status === 'open' ? context.now : null,
    decidedAt: null,
  })
}

/** Writes what the rules changed between two states of one round; `decided` also keeps what that person had read. */
export function writeState(
  context: CommandContext,
  approval: ApprovalRecord,
  before: StoredState,
  after: ApprovalState,
  decided?: { taskId: Id<'ApprovalTask'>; contentHash: string; pdfHash: string },
): ApprovalRecord {
  before.steps.forEach((step, i) => {
    const next = after.steps[i]!
    context.write.update(approvalSteps, step.id, { status: next.status })
    next.tasks.forEach((now, j) => {
      const task = step.tasks[j]
      if (task === undefined) {
        insertTask(context, { approvalId: approval.id, stepId: step.id }, now)
        return
      }
      const mine = decided?.taskId === task.id
      context.write.update(approvalTasks, task.id, {
        status: now.status,
        opinion: now.opinion,
        askedHow: now.askedHow,
        waitsFor: now.waitsFor,
        ...(now.status === 'transferred' && task.status !== 'transferred' ? { decidedAt: context.now } : {}),
        ...(now.status === 'open' && task.status !== 'open' ? { openedAt: context.now } : {}),
        ...(mine ? { decidedAt: context.now, contentHash: decided.contentHash, pdfHash: decided.pdfHash } : {}),
      })
    })
  })
  const updated = context.write.update(approvals, approval.id, {
    status: after.status,
    currentStepNo: after.currentStepNo,
    finishedAt: after.status === 'running' ? null : context.now,
  })
  finishApproval(context, updated, after)
  return updated
}

/** Tells the record when its approval has ended or gone back. */
export function finishApproval(context: CommandContext, approval: ApprovalRecord, state: ApprovalState): void {
  const subject = subjectOf(approval.kind)
  switch (state.status) {
    case 'running':
      return
    case 'agreed':
      return subject.agreed(context, approval)
    case 'refused':
      return subject.refused(context, approval)
    case 'returned':
      return subject.returned(context, approval)
    case 'withdrawn':
      return subject.withdrawn(context, approval)
    default:
      return assertNever(state.status)
  }
}
