import { and, eq, isNull } from 'drizzle-orm'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { checkNumberingRule } from '../../src-shared/numbering/numbering-pattern.ts'
import { defaultNumberingRules, numberedTypes, type NumberingRule } from '../../src-shared/numbering/numbering.ts'
import {
  listNumberingRules,
  previewNumbering,
  removeNumberingRule,
  saveNumberingRule,
} from '../../src-shared/numbering/numbering-operations.ts'
import { numberingRules } from '../db/schema/settings.ts'
import { handleCommand, handleQuery } from '../execution/handlers.ts'
import { peekNumber } from './take-number.ts'

const handleSaveRule = handleCommand(saveNumberingRule, (context, { version, ...rule }) => {
  const problem = checkNumberingRule(rule.pattern, rule.reset)[0]
  if (problem !== undefined) throw refuse(problem.code, { ...problem.params })
  const standing = context.read
    .select({ id: numberingRules.id, version: numberingRules.version })
    .from(numberingRules)
    .where(
      and(
        eq(numberingRules.kind, rule.kind),
        rule.type === null ? isNull(numberingRules.type) : eq(numberingRules.type, rule.type),
      ),
    )
    .get()
  if (standing === undefined) {
    if (version !== null) throw refuse('record.missing', { table: 'numbering_rules', id: rule.kind })
    const { id } = context.write.insert(numberingRules, { id: context.newId<'NumberingRule'>(), ...rule })
    return { id, version: 1 }
  }
  if (version === null)
    throw refuse('record.stale', { table: 'numbering_rules', id: standing.id, seen: 0, version: standing.version })
  const saved = context.write.update(numberingRules, standing.id, { pattern: rule.pattern, reset: rule.reset }, version)
  return { id: saved.id, version: saved.version }
})

const handleRemoveRule = handleCommand(removeNumberingRule, (context, { id, version }) => {
  context.write.remove(numberingRules, id, version)
  return { id }
})

const handleListRules = handleQuery(listNumberingRules, ({ read, today }) => {
  const stored = read.select().from(numberingRules).all()
  const defaults = defaultNumberingRules.filter(
    ({ kind }) => !stored.some((rule) => rule.kind === kind && rule.type === null),
  )
  const next = (rule: NumberingRule) => peekNumber(read, rule, rule.type ?? numberedTypes(rule.kind)[0]!, today)
  const rules = [
    ...stored.map(({ id, version, kind, type, pattern, reset }) => ({ id, version, kind, type, pattern, reset })),
    ...defaults.map((rule) => ({ id: null, version: null, ...rule })),
  ]
  const order = defaultNumberingRules.map(({ kind }) => kind)
  return {
    rules: rules
      .map((rule) => Object.assign(rule, { next: next(rule) }))
      .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || ((a.type ?? '') < (b.type ?? '') ? -1 : 1)),
  }
})

const handlePreview = handleQuery(previewNumbering, ({ read, today }, { date, type, ...rule }) => {
  const problems = checkNumberingRule(rule.pattern, rule.reset)
  if (problems.length > 0) return { problems, next: null }
  return { problems: [], next: peekNumber(read, { ...rule, type }, type, date ?? today) }
})

export const numberingHandlers = {
  commands: [handleSaveRule, handleRemoveRule],
  queries: [handleListRules, handlePreview],
  tasks: [],
}
