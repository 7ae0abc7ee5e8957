import { and, asc, count, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { getApproval, listApprovals, listFlows } from '../../src-shared/approvals/approvals-operations.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { approvals, approvalSteps, approvalTasks, flows, flowVersions } from '../db/schema/approvals.ts'
import { contracts } from '../db/schema/contracts.ts'
import { parties } from '../db/schema/parties.ts'
import { users } from '../db/schema/people.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import { handleQuery } from '../execution/handlers.ts'
import { keyset, pageOfRows } from '../execution/keyset.ts'

export const handleListFlows = handleQuery(listFlows, ({ read }) =>
  read
    .select({
      id: flows.id,
      version: flows.version,
      name: flows.name,
      kind: flows.kind,
      active: flows.active,
      no: flowVersions.no,
      definition: flowVersions.definition,
      updatedAt: flows.updatedAt,
    })
    .from(flows)
    .innerJoin(flowVersions, eq(flowVersions.id, flows.currentVersionId))
    .orderBy(asc(flows.name), asc(flows.id))
    .all(),
)

const initiators = alias(users, 'initiators')
const askers = alias(users, 'askers')

const rowColumns = {
  id: approvals.id,
  version: approvals.version,
  kind: approvals.kind,
  recordId: approvals.recordId,
  title: approvals.title,
  amount: contracts.amount,
  party: sql<string>`coalesce(${parties.name}, '')`,
  status: approvals.status,
  initiatorId: approvals.initiatorId,
  initiator: initiators.name,
  contentHash: approvals.contentHash,
  pdfHash: approvals.pdfHash,
  currentStep: approvalSteps.name,
  startedAt: approvals.startedAt,
  finishedAt: approvals.finishedAt,
}

const currentStep = and(
  eq(approvalSteps.approvalId, approvals.id),
  eq(approvalSteps.round, approvals.round),
  eq(approvalSteps.stepNo, approvals.currentStepNo),
)

const contractOf = and(eq(approvals.kind, 'contract'), sql`${contracts.id} = ${approvals.recordId}`)

const selectRows = (read: ReadDatabase) =>
  read
    .select(rowColumns)
    .from(approvals)
    .innerJoin(initiators, eq(initiators.id, approvals.initiatorId))
    .leftJoin(approvalSteps, currentStep)
    .leftJoin(contracts, contractOf)
    .leftJoin(parties, eq(parties.id, contracts.counterpartyId))

export const handleListApprovals = handleQuery(listApprovals, ({ read, actor }, { box, after, limit }) => {
  const mine = (condition: SQL) =>
    inArray(
      approvals.id,
      read
        .select({ id: approvalTasks.approvalId })
        .from(approvalTasks)
        .where(and(eq(approvalTasks.assigneeId, actor.id), condition)),
    )
  const wanted = {
    inbox: mine(eq(approvalTasks.status, 'open')),
    sent: eq(approvals.initiatorId, actor.id),
    done: mine(sql`${approvalTasks.decidedAt} is not null`),
  }[box]
  const from = keyset(approvals.startedAt, approvals.id, { after, limit, descending: true })
  const found = selectRows(read)
    .where(and(wanted, from.where))
    .orderBy(...from.orderBy)
    .limit(from.limit)
    .all()
  const { rows, next } = pageOfRows(found, limit, (row) => row.startedAt)
  const { total } = read.select({ total: count() }).from(approvals).where(wanted).get()!
  const tasks = openTasks(
    read,
    actor.id,
    rows.map((row) => row.id),
  )
  return { rows: rows.map((row) => ({ ...row, ...(tasks.get(row.id) ?? noTask) })), total, next }
})

export const handleGetApproval = handleQuery(getApproval, ({ read, actor }, { id }) => {
  const row = selectRows(read).where(eq(approvals.id, id)).get()
  if (row === undefined) throw refuse('record.missing', { table: 'approvals', id })
  const steps = read
    .select()
    .from(approvalSteps)
    .where(eq(approvalSteps.approvalId, id))
    .orderBy(asc(approvalSteps.round), asc(approvalSteps.stepNo))
    .all()
  const tasks = read
    .select({
      id: approvalTasks.id,
      stepId: approvalTasks.stepId,
      assigneeId: approvalTasks.assigneeId,
      assignee: users.name,
      status: approvalTasks.status,
      opinion: approvalTasks.opinion,
      contentHash: approvalTasks.contentHash,
      openedAt: approvalTasks.openedAt,
      decidedAt: approvalTasks.decidedAt,
      askedHow: approvalTasks.askedHow,
      askedBy: askers.name,
      urgedAt: approvalTasks.urgedAt,
    })
    .from(approvalTasks)
    .innerJoin(users, eq(users.id, approvalTasks.assigneeId))
    .leftJoin(askers, eq(askers.id, approvalTasks.askedBy))
    .where(eq(approvalTasks.approvalId, id))
    .orderBy(asc(approvalTasks.position))
    .all()
  const rounds = [...new Set(steps.map((step) => step.round))].map((round) => ({
    round,
    steps: steps
      .filter((step) => step.round === round)
      .map((step) => ({ ...step, tasks: tasks.filter((task) => task.stepId === step.id) })),
  }))
  return { ...row, ...(openTasks(read, actor.id, [id]).get(id) ?? noTask), rounds }
})

const noTask = { taskId: null, urgedAt: null }

/** The actor's open task of each approval, where there is one. */
function openTasks(
  read: ReadDatabase,
  userId: Id<'User'>,
  ids: Id<'Approval'>[],
): Map<Id<'Approval'>, { taskId: Id<'ApprovalTask'>; urgedAt: number | null }> {
  if (ids.length === 0) return new Map()
  const rows = read
    .select({ taskId: approvalTasks.id, approvalId: approvalTasks.approvalId, urgedAt: approvalTasks.urgedAt })
    .from(approvalTasks)
    .where(
      and(
        inArray(approvalTasks.approvalId, ids),
        eq(approvalTasks.assigneeId, userId),
        eq(approvalTasks.status, 'open'),
      ),
    )
    .all()
  return new Map(rows.map(({ approvalId, ...task }) => [approvalId, task]))
}
