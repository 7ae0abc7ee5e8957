import { z } from 'zod'
import { defineCommand, defineQuery } from '../kernel/operation.ts'
import { pageFields, pageOf } from '../kernel/paging.ts'
import { idSchema, lineSchema, textSchema, versionSchema } from '../kernel/schemas.ts'

const clauseId = idSchema<'Clause'>()
const versionId = idSchema<'ClauseVersion'>()
const seen = { id: clauseId, version: versionSchema }
const clauseText = textSchema(20_000).refine((text) => text.trim() !== '', 'empty')

export const createClause = defineCommand({
  name: 'clauses.create',
  version: 1,
  class: 'free',
  permission: 'clauses.edit',
  summary: { zh: '新建条款', en: 'Create a clause' },
  input: z.strictObject({ title: lineSchema(120).min(1), category: lineSchema(60).default(''), text: clauseText }),
  output: z.strictObject({ ...seen, versionId, no: z.int() }),
})

export const updateClause = defineCommand({
  name: 'clauses.update',
  version: 1,
  class: 'guarded',
  permission: 'clauses.edit',
  summary: { zh: '修改条款标题或分类', en: 'Change the title or category of a clause' },
  input: z.strictObject({
    ...seen,
    changes: z.strictObject({ title: lineSchema(120).min(1), category: lineSchema(60) }).partial(),
  }),
  output: z.strictObject(seen),
})

export const addClauseVersion = defineCommand({
  name: 'clauses.addVersion',
  version: 1,
  class: 'guarded',
  permission: 'clauses.edit',
  summary: { zh: '修订条款并说明理由', en: 'Revise the text of a clause, with the reason' },
  input: z.strictObject({
    ...seen,
    text: clauseText,
    reason: textSchema(500).refine((text) => text.trim() !== '', 'empty'),
  }),
  output: z.strictObject({ ...seen, versionId, no: z.int() }),
})

export const archiveClause = defineCommand({
  name: 'clauses.archive',
  version: 1,
  class: 'guarded',
  permission: 'clauses.edit',
  summary: { zh: '归档条款', en: 'Archive a clause' },
  input: z.strictObject(seen),
  output: z.strictObject(seen),
})

export const restoreClause = defineCommand({
  name: 'clauses.restore',
  version: 1,
  class: 'guarded',
  permission: 'clauses.edit',
  summary: { zh: '恢复条款', en: 'Restore an archived clause' },
  input: z.strictObject(seen),
  output: z.strictObject(seen),
})

export const ClauseRow = z.strictObject({
  ...seen,
  title: z.string(),
  category: z.string(),
  archived: z.boolean(),
  versionId,
  no: z.int(),
  text: z.string(),
  updatedAt: z.int(),
})
export type ClauseRow = z.infer<typeof ClauseRow>

export const listClauses = defineQuery({
  name: 'clauses.list',
  permission: 'clauses.read',
  summary: { zh: '条款库', en: 'List clauses' },
  input: z.strictObject({
    category: z.string().max(60).optional(),
    archived: z.boolean().nullable().default(false),
    text: z.string().trim().max(100).optional(),
    sort: z.enum(['name', 'updated']).default('name'),
    descending: z.boolean().default(false),
    ...pageFields,
  }),
  output: pageOf(ClauseRow),
})

export const ClauseDetail = ClauseRow.extend({
  createdAt: z.int(),
  /** Newest first, with who wrote each and why. */
  versions: z.array(
    z.strictObject({
      id: versionId,
      no: z.int(),
      text: z.string(),
      reason: z.string(),
      createdAt: z.int(),
      createdBy: z.string(),
    }),
  ),
})
export type ClauseDetail = z.infer<typeof ClauseDetail>

export const getClause = defineQuery({
  name: 'clauses.get',
  permission: 'clauses.read',
  summary: { zh: '条款详情', en: 'Read a clause with its versions' },
  input: z.strictObject({ id: clauseId }),
  output: ClauseDetail,
})

export const clauseOperations = [
  createClause,
  updateClause,
  addClauseVersion,
  archiveClause,
  restoreClause,
  listClauses,
  getClause,
] as const
