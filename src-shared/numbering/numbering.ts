import { z } from 'zod'

/** What gets a number from a rule. A `draft` is a contract before its approval, under its temporary number. */
export const NumberedKind = z.enum(['contract', 'draft', 'order', 'shipment', 'payment'])
export type NumberedKind = z.infer<typeof NumberedKind>

/** When a serial begins at 1 again. */
export const SerialReset = z.enum(['daily', 'monthly', 'yearly', 'never'])
export type SerialReset = z.infer<typeof SerialReset>

/** A rule as it is stored; `type` null is for all types that have no rule of their own. */
export interface NumberingRule {
  kind: NumberedKind
  type: string | null
  /** Text with segments: `{type}-{yyyy}{mm}-{serial:4}`. */
  pattern: string
  reset: SerialReset
}

/** What `{type}` prints: the first letters of the Chinese name, as is usual in contract numbers. */
const contractCodes = {
  sales: 'XS',
  purchase: 'CG',
  framework: 'KJ',
  service: 'FW',
  nda: 'BM',
  supplementary: 'BC',
  other: 'QT',
}

const typeCodes: Record<NumberedKind, Record<string, string>> = {
  contract: contractCodes,
  // A draft is a contract to be.
  draft: contractCodes,
  order: { sales: 'XD', purchase: 'CD' },
  shipment: { sales: 'FH', purchase: 'SH' },
  payment: { in: 'SK', out: 'FK' },
}

/** XS for a sales contract; a type without a code prints as it is. */
export function typeCode(kind: NumberedKind, type: string): string {
  const codes = typeCodes[kind]
  return Object.hasOwn(codes, type) ? codes[type]! : type
}

/** The types that a kind comes in: contract types, order kinds, payment directions. Never empty. */
export function numberedTypes(kind: NumberedKind): string[] {
  return Object.keys(typeCodes[kind])
}

/** The rules of a new workspace. */
export const defaultNumberingRules: readonly NumberingRule[] = [
  { kind: 'contract', type: null, pattern: '{type}-{yyyy}{mm}-{serial:4}', reset: 'monthly' },
  { kind: 'draft', type: null, pattern: '草稿-{yyyy}{mm}{dd}-{serial:3}', reset: 'daily' },
  { kind: 'order', type: null, pattern: '{type}{yyyy}{mm}{dd}-{serial:3}', reset: 'daily' },
  { kind: 'shipment', type: null, pattern: '{type}{yyyy}{mm}{dd}-{serial:3}', reset: 'daily' },
  { kind: 'payment', type: null, pattern: '{type}{yyyy}{mm}{dd}-{serial:3}', reset: 'daily' },
]

/** The rule for a record: the type's own, else the one for all types, else that of a new workspace. */
export function ruleFor(rules: readonly NumberingRule[], kind: NumberedKind, type: string): NumberingRule {
  const found =
    rules.find((rule) => rule.kind === kind && rule.type === type) ??
    rules.find((rule) => rule.kind === kind && rule.type === null) ??
    defaultNumberingRules.find((rule) => rule.kind === kind)
  return found!
}
