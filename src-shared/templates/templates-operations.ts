import { z } from 'zod'
import { ContractType } from '../contracts/contract.ts'
import { FileHash, FileName } from '../files/file.ts'
import { defineCommand, defineQuery, defineTask } from '../kernel/operation.ts'
import { pageFields, pageOf } from '../kernel/paging.ts'
import { idSchema, lineSchema, textSchema, versionSchema } from '../kernel/schemas.ts'
import { TemplateField, TemplateMapping } from './template.ts'

const templateId = idSchema<'Template'>()
const versionId = idSchema<'TemplateVersion'>()
const seen = { id: templateId, version: versionSchema }
const madeVersion = z.strictObject({ ...seen, versionId, no: z.int() })
const reason = textSchema(500).refine((text) => text.trim() !== '', 'empty')

/** A checked .docx: its fields as the check found them, and what fills each. */
const templateFile = {
  fileHash: FileHash,
  fileName: FileName,
  fields: z.array(TemplateField).max(2000),
  mapping: TemplateMapping,
}

export const addTemplate = defineCommand({
  name: 'templates.add',
  version: 1,
  class: 'free',
  permission: 'templates.edit',
  summary: { zh: '登记合同模板', en: 'Add a template' },
  input: z.strictObject({
    name: lineSchema(120).min(1),
    type: ContractType,
    notes: textSchema(2000).default(''),
    ...templateFile,
  }),
  output: madeVersion,
})

export const addTemplateVersion = defineCommand({
  name: 'templates.addVersion',
  version: 1,
  class: 'guarded',
  permission: 'templates.edit',
  summary: { zh: '更新模板版本并说明理由', en: 'Add a new version of a template, with the reason' },
  input: z.strictObject({ ...seen, ...templateFile, reason }),
  output: madeVersion,
})

/**
 * Changes what fills the fields. A version that contracts use keeps its mapping: then this makes a new version of the same file.
 */
export const saveTemplateMapping = defineCommand({
  name: 'templates.saveMapping',
  version: 1,
  class: 'guarded',
  permission: 'templates.edit',
  summary: { zh: '设置模板字段对应', en: 'Set what fills the fields of a template' },
  input: z.strictObject({
    /** The template's current version, as it was seen. */
    versionId,
    version: versionSchema,
    mapping: TemplateMapping,
    reason: textSchema(500).default(''),
  }),
  /** `version` is the template version's own. */
  output: z.strictObject({ id: templateId, versionId, version: versionSchema, no: z.int() }),
})

export const updateTemplate = defineCommand({
  name: 'templates.update',
  version: 1,
  class: 'guarded',
  permission: 'templates.edit',
  summary: { zh: '修改模板名称、类型或说明', en: 'Change name, type or notes of a template' },
  input: z.strictObject({
    ...seen,
    changes: z.strictObject({ name: lineSchema(120).min(1), type: ContractType, notes: textSchema(2000) }).partial(),
  }),
  output: z.strictObject(seen),
})

/** Not offered for new drafts; contracts made from it keep it. */
export const archiveTemplate = defineCommand({
  name: 'templates.archive',
  version: 1,
  class: 'guarded',
  permission: 'templates.edit',
  summary: { zh: '归档模板', en: 'Archive a template' },
  input: z.strictObject(seen),
  output: z.strictObject(seen),
})

export const restoreTemplate = defineCommand({
  name: 'templates.restore',
  version: 1,
  class: 'guarded',
  permission: 'templates.edit',
  summary: { zh: '恢复模板', en: 'Restore an archived template' },
  input: z.strictObject(seen),
  output: z.strictObject(seen),
})

export const TemplateRow = z.strictObject({
  ...seen,
  name: z.string(),
  type: ContractType,
  archived: z.boolean(),
  notes: z.string(),
  /** The version that new drafts take. */
  versionId,
  no: z.int(),
  fileName: z.string(),
  /** How many fields its current version has. */
  fields: z.int(),
  updatedAt: z.int(),
})
export type TemplateRow = z.infer<typeof TemplateRow>

export const listTemplates = defineQuery({
  name: 'templates.list',
  permission: 'templates.read',
  summary: { zh: '合同模板列表', en: 'List templates' },
  input: z.strictObject({
    type: z.array(ContractType).optional(),
    archived: z.boolean().nullable().default(false),
    text: z.string().trim().max(100).optional(),
    sort: z.enum(['name', 'updated']).default('name'),
    descending: z.boolean().default(false),
    ...pageFields,
  }),
  output: pageOf(TemplateRow),
})

export const TemplateVersionDetail = z.strictObject({
  id: versionId,
  version: versionSchema,
  templateId,
  no: z.int(),
  fileHash: z.string(),
  fileName: z.string(),
  fields: z.array(TemplateField),
  mapping: TemplateMapping,
  reason: z.string(),
  createdAt: z.int(),
  /** Name of the person. */
  createdBy: z.string(),
  /** Contracts made from this version. */
  contracts: z.int(),
})
export type TemplateVersionDetail = z.infer<typeof TemplateVersionDetail>

export const TemplateDetail = TemplateRow.omit({ fields: true }).extend({
  createdAt: z.int(),
  /** Newest first. */
  versions: z.array(TemplateVersionDetail),
})
export type TemplateDetail = z.infer<typeof TemplateDetail>

export const getTemplate = defineQuery({
  name: 'templates.get',
  permission: 'templates.read',
  summary: { zh: '模板详情及版本', en: 'Read a template with its versions' },
  input: z.strictObject({ id: templateId }),
  output: TemplateDetail,
})

/** One version by its id, whatever is current: what a running contract was made from. */
export const getTemplateVersion = defineQuery({
  name: 'templates.getVersion',
  permission: 'templates.read',
  summary: { zh: '模板的某一版本', en: 'Read one version of a template' },
  input: z.strictObject({ id: versionId }),
  output: TemplateVersionDetail.extend({ name: z.string(), type: ContractType }),
})

const TemplateProblem = z.strictObject({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  params: z.record(z.string(), z.json()),
  part: z.string(),
  page: z.int(),
  sentence: z.string(),
})

/** What a .docx would be as a template: fields, what fills them, and every problem with its place. Nothing is kept. */
export const inspectTemplate = defineTask({
  name: 'templates.inspect',
  permission: 'templates.read',
  summary: { zh: '检查模板文件', en: 'Inspect a file as a template' },
  input: z.strictObject({ fileHash: FileHash }),
  output: z.strictObject({
    fields: z.array(TemplateField),
    mapping: TemplateMapping,
    anchors: z.array(z.string()),
    problems: z.array(TemplateProblem),
    usable: z.boolean(),
  }),
})

/** Checks a .docx and adds it as a template, or as a new version of one; refuses `template.notUsable` with its problems. */
export const importTemplate = defineTask({
  name: 'templates.import',
  permission: 'templates.edit',
  summary: { zh: '导入合同模板', en: 'Import a template' },
  input: z.strictObject({
    fileHash: FileHash,
    fileName: FileName,
    name: lineSchema(120).min(1),
    type: ContractType,
    notes: textSchema(2000).default(''),
    /** What fills the fields; as proposed when absent. */
    mapping: TemplateMapping.nullable().default(null),
    /** The template it is a new version of, as it was seen, and why. */
    versionOf: z
      .strictObject({ ...seen, reason })
      .nullable()
      .default(null),
  }),
  output: madeVersion,
})

export const templateOperations = [
  addTemplate,
  addTemplateVersion,
  saveTemplateMapping,
  updateTemplate,
  archiveTemplate,
  restoreTemplate,
  listTemplates,
  getTemplate,
  getTemplateVersion,
  inspectTemplate,
  importTemplate,
] as const
