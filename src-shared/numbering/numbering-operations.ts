import { z } from 'zod'
import { defineCommand, defineQuery } from '../kernel/operation.ts'
import { dateSchema, idSchema, versionSchema } from '../kernel/schemas.ts'
import { NumberedKind, SerialReset } from './numbering.ts'

/** The contract type (or order kind, payment direction) a rule is for; null for all that have none of their own. */
const ruleType = z.string().trim().min(1).max(40).nullable()
const rulePattern = z.string().max(200)

export const saveNumberingRule = defineCommand({
  name: 'numbering.saveRule',
  version: 1,
  class: 'online',
  permission: 'numbering.edit',
  summary: { zh: '设置编号规则', en: 'Set a numbering rule' },
  input: z.strictObject({
    kind: NumberedKind,
    type: ruleType,
    pattern: rulePattern,
    reset: SerialReset,
    /** Version of the rule that stands for this kind and type; null when none does. */
    version: versionSchema.nullable(),
  }),
  output: z.strictObject({ id: idSchema<'NumberingRule'>(), version: versionSchema }),
})

export const removeNumberingRule = defineCommand({
  name: 'numbering.removeRule',
  version: 1,
  class: 'online',
  permission: 'numbering.edit',
  summary: { zh: '删除编号规则，恢复默认', en: 'Remove a numbering rule, back to the default' },
  input: z.strictObject({ id: idSchema<'NumberingRule'>(), version: versionSchema }),
  output: z.strictObject({ id: idSchema<'NumberingRule'>() }),
})

export const NumberingRuleRow = z.strictObject({
  /** Null for a default rule that no one has changed. */
  id: idSchema<'NumberingRule'>().nullable(),
  version: versionSchema.nullable(),
  kind: NumberedKind,
  type: z.string().nullable(),
  pattern: z.string(),
  reset: SerialReset,
  /** The number that would be given today; for a rule without a type, that of the first type it would serve. */
  next: z.string(),
})

export const listNumberingRules = defineQuery({
  name: 'numbering.listRules',
  permission: 'numbering.read',
  summary: { zh: '编号规则列表', en: 'List the numbering rules' },
  input: z.strictObject({}),
  output: z.strictObject({ rules: z.array(NumberingRuleRow) }),
})

export const previewNumbering = defineQuery({
  name: 'numbering.preview',
  permission: 'numbering.read',
  summary: { zh: '预览编号', en: 'Preview what a pattern gives' },
  input: z.strictObject({
    kind: NumberedKind,
    type: z.string().trim().min(1).max(40),
    pattern: rulePattern,
    reset: SerialReset,
    date: dateSchema.nullable().default(null),
  }),
  output: z.strictObject({
    problems: z.array(z.strictObject({ code: z.string(), params: z.record(z.string(), z.json()) })),
    /** The next number under this rule; null while the pattern has problems. */
    next: z.string().nullable(),
  }),
})

export const numberingOperations = [
  saveNumberingRule,
  removeNumberingRule,
  listNumberingRules,
  previewNumbering,
] as const
