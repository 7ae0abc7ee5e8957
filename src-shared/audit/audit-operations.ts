import { z } from 'zod'
import { defineQuery, defineTask } from '../kernel/operation.ts'
import { pageFields, pageOf } from '../kernel/paging.ts'
import { dateSchema, idSchema } from '../kernel/schemas.ts'
import { AuditVerification } from './audit-verification.ts'
import { WorkspaceCheck } from './workspace-check.ts'

const userId = idSchema<'User'>()

export const AuditRow = z.strictObject({
  seq: z.int(),
  commandId: z.string(),
  /** Command that ran; its sentence stands in its definition. */
  name: z.string(),
  actorId: userId,
  actor: z.string(),
  issuedAt: z.int(),
  outcome: z.enum(['done', 'refused']),
  /** Code of the refusal; null for what was done. */
  code: z.string().nullable(),
  /** Rows it wrote. */
  changes: z.int(),
  hash: z.string(),
})
export type AuditRow = z.infer<typeof AuditRow>

/** Newest first. */
export const listAuditEntries = defineQuery({
  name: 'audit.listEntries',
  permission: 'audit.read',
  summary: { zh: '审计日志', en: 'List the audit entries' },
  input: z.strictObject({
    actorId: userId.optional(),
    /** Command, or an area with a dot: `parties.` for all its commands. */
    name: z.string().max(80).optional(),
    outcome: z.enum(['done', 'refused']).optional(),
    from: dateSchema.optional(),
    to: dateSchema.optional(),
    ...pageFields,
  }),
  output: pageOf(AuditRow),
})

/** A property before and after, as it is stored; secrets are left out. */
const FieldChange = z.strictObject({ field: z.string(), from: z.json(), to: z.json() })

export const AuditEntryDetail = AuditRow.extend({
  input: z.json(),
  result: z.json(),
  previousHash: z.string(),
  rows: z.array(
    z.strictObject({
      table: z.string(),
      id: z.string(),
      op: z.enum(['insert', 'update', 'delete']),
      fields: z.array(FieldChange),
    }),
  ),
})
export type AuditEntryDetail = z.infer<typeof AuditEntryDetail>

export const getAuditEntry = defineQuery({
  name: 'audit.getEntry',
  permission: 'audit.read',
  summary: { zh: '审计条目详情', en: 'Read an audit entry with its changes' },
  input: z.strictObject({ seq: z.int().min(1) }),
  output: AuditEntryDetail,
})

export const HistoryRow = z.strictObject({
  seq: z.int(),
  at: z.int(),
  actorId: userId,
  actor: z.string(),
  /** Command that changed it. */
  name: z.string(),
  table: z.string(),
  id: z.string(),
  op: z.enum(['insert', 'update', 'delete']),
  fields: z.array(FieldChange),
})
export type HistoryRow = z.infer<typeof HistoryRow>

/** Who changed which field of a record from what to what, newest first; readable by who may read the record. */
export const readHistory = defineQuery({
  name: 'audit.readHistory',
  permission: 'audit.history',
  summary: { zh: '记录的变更历史', en: 'Read the history of a record' },
  input: z.strictObject({
    /** SQL name of the table: parties, contracts … */
    table: z.string().max(60),
    id: z.string().min(1).max(200),
    /** With the rows that belong to it: contacts of a party, lines and plan of a contract … */
    withParts: z.boolean().default(true),
    ...pageFields,
  }),
  output: pageOf(HistoryRow),
})

/** Number and hash of the last entry: written down elsewhere, they show later that nothing before was cut off. */
export const readAuditHead = defineQuery({
  name: 'audit.readHead',
  permission: 'audit.read',
  summary: { zh: '审计链末端', en: 'Read the head of the audit chain' },
  input: z.strictObject({}),
  output: z.strictObject({ seq: z.int(), hash: z.string() }),
})

export const verifyAuditTask = defineTask({
  name: 'audit.verify',
  permission: 'audit.read',
  summary: { zh: '校验审计链', en: 'Verify the audit chain and the records' },
  input: z.strictObject({
    /** Entries known from elsewhere that must still stand. */
    known: z
      .array(z.strictObject({ seq: z.int().min(1), hash: z.string() }))
      .max(1000)
      .default([]),
  }),
  output: AuditVerification,
})

export const checkWorkspaceTask = defineTask({
  name: 'audit.checkWorkspace',
  permission: 'audit.read',
  summary: { zh: '检查工作区的完整性', en: 'Check everything the workspace holds' },
  input: z.strictObject({}),
  output: WorkspaceCheck,
})

export const auditOperations = [
  listAuditEntries,
  getAuditEntry,
  readHistory,
  readAuditHead,
  verifyAuditTask,
  checkWorkspaceTask,
] as const
