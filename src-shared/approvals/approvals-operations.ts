import { z } from 'zod'
import { FileHash } from '../files/file.ts'
import { defineCommand, defineQuery } from '../kernel/operation.ts'
import { pageFields, pageOf } from '../kernel/paging.ts'
import { centsSchema, idSchema, lineSchema, textSchema, versionSchema } from '../kernel/schemas.ts'
import { ApprovalStatus, StepStatus, TaskStatus } from './approval-status.ts'
import { ApprovalKind, DecisionMode, FlowDefinition } from './flow-definition.ts'

const approvalId = idSchema<'Approval'>()
const flowId = idSchema<'Flow'>()

export const saveFlow = defineCommand({
  name: 'flows.save',
  version: 1,
  class: 'online',
  permission: 'flows.edit',
  summary: { zh: '保存审批流程', en: 'Save an approval flow as a new version' },
  input: z.object({
    /** Absent for a new flow. */
    id: flowId.nullable().default(null),
    seen: versionSchema.nullable().default(null),
    name: lineSchema(60).min(1),
    kind: ApprovalKind,
    definition: FlowDefinition,
    active: z.boolean().default(true),
  }),
  output: z.object({ id: flowId, version: versionSchema, no: z.int() }),
})

export const listFlows = defineQuery({
  name: 'flows.list',
  permission: 'approvals.read',
  summary: { zh: '审批流程列表', en: 'List approval flows' },
  input: z.object({}),
  output: z.array(
    z.object({
      id: flowId,
      version: versionSchema,
      name: z.string(),
      kind: ApprovalKind,
      active: z.boolean(),
      no: z.int(),
      definition: FlowDefinition,
      updatedAt: z.int(),
    }),
  ),
})

export const decideApproval = defineCommand({
  name: 'approvals.decide',
  version: 1,
  class: 'guarded',
  permission: 'approvals.decide',
  summary: { zh: '审批：同意、驳回或退回', en: 'Agree to, refuse or send back what is in approval' },
  input: z.object({
    taskId: idSchema<'ApprovalTask'>(),
    decision: z.enum(['agree', 'refuse', 'sendBack']),
    opinion: textSchema(2000).default(''),
    /** The document the person has read; another one is refused. */
    contentHash: FileHash,
  }),
  output: z.object({ approvalId, status: ApprovalStatus, recordId: z.string() }),
})

export const withdrawApproval = defineCommand({
  name: 'approvals.withdraw',
  version: 1,
  class: 'guarded',
  permission: 'approvals.withdraw',
  summary: { zh: '撤回审批', en: 'Withdraw what one has submitted' },
  input: z.object({ id: approvalId, version: versionSchema }),
  output: z.object({ approvalId, status: ApprovalStatus }),
})

export const transferTask = defineCommand({
  name: 'approvals.transfer',
  version: 1,
  class: 'guarded',
  permission: 'approvals.decide',
  summary: { zh: '转交审批', en: 'Hand an approval over to someone else' },
  input: z.object({
    taskId: idSchema<'ApprovalTask'>(),
    to: idSchema<'User'>(),
    note: textSchema(500).default(''),
  }),
  output: z.object({ approvalId }),
})

export const addSigner = defineCommand({
  name: 'approvals.addSigner',
  version: 1,
  class: 'guarded',
  permission: 'approvals.decide',
  summary: { zh: '加签：请他人先审或后审', en: 'Ask someone else to approve as well, before or after oneself' },
  input: z.object({
    taskId: idSchema<'ApprovalTask'>(),
    person: idSchema<'User'>(),
    when: z.enum(['before', 'after']),
  }),
  output: z.object({ approvalId }),
})

export const urgeApproval = defineCommand({
  name: 'approvals.urge',
  version: 1,
  class: 'free',
  permission: 'approvals.urge',
  summary: { zh: '催办', en: 'Urge those whose decision is waited for' },
  input: z.object({ id: approvalId }),
  output: z.object({
    approvalId,
    /** Names of those who were urged. */
    urged: z.array(z.string()),
  }),
})

export const ApprovalRow = z.object({
  id: approvalId,
  version: versionSchema,
  kind: ApprovalKind,
  recordId: z.string(),
  title: z.string(),
  /** Amount and other side of what is approved, as they are now; null and empty where it has none. */
  amount: centsSchema.nullable(),
  party: z.string(),
  status: ApprovalStatus,
  initiatorId: idSchema<'User'>(),
  initiator: z.string(),
  contentHash: z.string(),
  pdfHash: z.string(),
  currentStep: z.string().nullable(),
  startedAt: z.int(),
  finishedAt: z.int().nullable(),
  /** The open task of the person asking, when there is one. */
  taskId: idSchema<'ApprovalTask'>().nullable(),
  /** When they were last urged to decide it. */
  urgedAt: z.int().nullable(),
})
export type ApprovalRow = z.infer<typeof ApprovalRow>

export const listApprovals = defineQuery({
  name: 'approvals.list',
  permission: 'approvals.read',
  summary: {
    zh: '审批列表：待我审批、我发起的、我已审批',
    en: 'List approvals: mine to decide, sent by me, decided by me',
  },
  input: z.object({
    box: z.enum(['inbox', 'sent', 'done']),
    ...pageFields,
  }),
  output: pageOf(ApprovalRow),
})

export const getApproval = defineQuery({
  name: 'approvals.get',
  permission: 'approvals.read',
  summary: { zh: '审批单详情', en: 'Read an approval with all its rounds' },
  input: z.object({ id: approvalId }),
  output: ApprovalRow.extend({
    rounds: z.array(
      z.object({
        round: z.int(),
        steps: z.array(
          z.object({
            stepNo: z.int(),
            name: z.string(),
            mode: DecisionMode,
            status: StepStatus,
            tasks: z.array(
              z.object({
                id: idSchema<'ApprovalTask'>(),
                assigneeId: idSchema<'User'>(),
                assignee: z.string(),
                status: TaskStatus,
                opinion: z.string(),
                contentHash: z.string().nullable(),
                openedAt: z.int().nullable(),
                decidedAt: z.int().nullable(),
                /** For those who were asked by a person and not by the flow. */
                askedHow: z.enum(['before', 'after', 'transfer']).nullable(),
                askedBy: z.string().nullable(),
                urgedAt: z.int().nullable(),
              }),
            ),
          }),
        ),
      }),
    ),
  }),
})

export const approvalOperations = [
  saveFlow,
  listFlows,
  decideApproval,
  withdrawApproval,
  transferTask,
  addSigner,
  urgeApproval,
  listApprovals,
  getApproval,
] as const
