import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { FlowDefinition, ApprovalKind } from '../../../src-shared/approvals/flow-definition.ts'
import type { AskedHow } from '../../../src-shared/approvals/approval-state.ts'
import type { ApprovalStatus, StepStatus, TaskStatus } from '../../../src-shared/approvals/approval-status.ts'
import type { DecisionMode } from '../../../src-shared/approvals/flow-definition.ts'
import { idColumn, instantColumn, jsonColumn, recordColumns } from './columns.ts'

export const flows = sqliteTable('flows', {
  ...recordColumns<'Flow'>(),
  name: text('name').notNull(),
  kind: text('kind').$type<ApprovalKind>().notNull(),
  currentVersionId: idColumn<'FlowVersion'>('current_version_id'),
  active: integer('active', { mode: 'boolean' }).notNull().default(true),
})

export const flowVersions = sqliteTable(
  'flow_versions',
  {
    ...recordColumns<'FlowVersion'>(),
    flowId: idColumn<'Flow'>('flow_id').notNull(),
    no: integer('no').notNull(),
    definition: jsonColumn<FlowDefinition>('definition').notNull(),
  },
  (t) => [uniqueIndex('flow_versions_no').on(t.flowId, t.no)],
)

export const approvals = sqliteTable(
  'approvals',
  {
    ...recordColumns<'Approval'>(),
    kind: text('kind').$type<ApprovalKind>().notNull(),
    recordId: text('record_id').notNull(),
    title: text('title').notNull(),
    flowVersionId: idColumn<'FlowVersion'>('flow_version_id').notNull(),
    status: text('status').$type<ApprovalStatus>().notNull(),
    initiatorId: idColumn<'User'>('initiator_id').notNull(),
    /** What the opinions bind: SHA-256 of the document's content. */
    contentHash: text('content_hash').notNull(),
    /** SHA-256 of the PDF the approvers read. */
    pdfHash: text('pdf_hash').notNull(),
    currentStepNo: integer('current_step_no'),
    /** Counts up each time the steps start again after a return. */
    round: integer('round').notNull(),
    startedAt: instantColumn('started_at').notNull(),
    finishedAt: instantColumn('finished_at'),
  },
  (t) => [
    index('approvals_record').on(t.recordId),
    index('approvals_initiator').on(t.initiatorId, t.status, t.startedAt, t.id),
    index('approvals_sent').on(t.initiatorId, t.startedAt, t.id),
    index('approvals_status').on(t.status, t.startedAt, t.id),
  ],
)

export const approvalSteps = sqliteTable(
  'approval_steps',
  {
    ...recordColumns<'ApprovalStep'>(),
    approvalId: idColumn<'Approval'>('approval_id').notNull(),
    round: integer('round').notNull(),
    stepNo: integer('step_no').notNull(),
    name: text('name').notNull(),
    mode: text('mode').$type<DecisionMode>().notNull(),
    status: text('status').$type<StepStatus>().notNull(),
  },
  (t) => [uniqueIndex('approval_steps_no').on(t.approvalId, t.round, t.stepNo)],
)

export const approvalTasks = sqliteTable(
  'approval_tasks',
  {
    ...recordColumns<'ApprovalTask'>(),
    approvalId: idColumn<'Approval'>('approval_id').notNull(),
    stepId: idColumn<'ApprovalStep'>('step_id').notNull(),
    /** Order within a step of mode sequence. */
    position: integer('position').notNull(),
    assigneeId: idColumn<'User'>('assignee_id').notNull(),
    status: text('status').$type<TaskStatus>().notNull(),
    opinion: text('opinion').notNull().default(''),
    /** Content hash and PDF the person saw when deciding. */
    contentHash: text('content_hash'),
    pdfHash: text('pdf_hash'),
    openedAt: instantColumn('opened_at'),
    decidedAt: instantColumn('decided_at'),
    /** 前加签, 后加签 or 转交, by whom; null for those the flow asked. */
    askedHow: text('asked_how').$type<AskedHow>(),
    askedBy: idColumn<'User'>('asked_by'),
    /** Position of the task in the same step that must be agreed to first. */
    waitsFor: integer('waits_for'),
    /** 催办: the last time. */
    urgedAt: instantColumn('urged_at'),
  },
  (t) => [
    index('approval_tasks_inbox').on(t.assigneeId, t.status, t.openedAt, t.id),
    index('approval_tasks_step').on(t.stepId, t.position),
    index('approval_tasks_approval').on(t.approvalId),
  ],
)
