import { z } from 'zod'

/** What gets a number from a rule. A `draft` is a contract before its approval, under its temporary number. */
export const NumberedKind = z.enum(['contract', 'draft', 'order', 'shipment', 'payment', 'party', 'approval'])
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
const typeCodes: Partial<Record<NumberedKind, Record<string, string>>> = {
  contract: {
    sales: 'XS',
    purchase: 'CG',
    framework: 'KJ',
    service: 'FW',
    nda: 'BM',
    supplementary: 'BC',
    other: 'QT',
  },
  order: { sales: 'XD', purchase: 'CD' },
  shipment: { sales: 'FH', purchase: 'SH', out: 'FH', in: 'SH' },
  payment: { in: 'SK', out: 'FK' },
  party: { customer: 'KH', supplier: 'GY', both: 'DW', own: 'BD' },
}

/** XS for a sales contract; a type without a code prints as it is. Drafts print the codes of contracts. */
export function typeCode(kind: NumberedKind, type: string): string {
  const codes = typeCodes[kind === 'draft' ? 'contract' : kind] ?? {}
  return Object.hasOwn(codes, type) ? codes[type]! : type
}

/** The rules of a new workspace. */
export const defaultNumberingRules: readonly NumberingRule[] = [
  { kind: 'contract', type: null, pattern: '{type}-{yyyy}{mm}-{serial:4}', reset: 'monthly' },
  { kind: 'draft', type: null, pattern: '草稿-{yyyy}{mm}{dd}-{serial:3}', reset: 'daily' },
  { kind: 'order', type: null, pattern: '{type}{yyyy}{mm}{dd}-{serial:3}', reset: 'daily' },
  { kind: 'shipment', type: null, pattern: '{type}{yyyy}{mm}{dd}-{serial:3}', reset: 'daily' },
  { kind: 'payment', type: null, pattern: '{type}{yyyy}{mm}{dd}-{serial:3}', reset: 'daily' },
  { kind: 'party', type: null, pattern: '{type}{serial:5}', reset: 'never' },
  { kind: 'approval', type: null, pattern: 'SP{yyyy}{mm}{dd}-{serial:3}', reset: 'daily' },
]

/** The rule for a record: the type's own, else the one for all types, else that of a new workspace. */
export function ruleFor(rules: readonly NumberingRule[], kind: NumberedKind, type: string): NumberingRule {
  const found =
    rules.find((rule) => rule.kind === kind && rule.type === type) ??
    rules.find((rule) => rule.kind === kind && rule.type === null) ??
    defaultNumberingRules.find((rule) => rule.kind === kind)
  return found!
}
