import { Big } from 'big.js'
import { readNumber } from '../kernel/read-number.ts'
import { refuse } from '../kernel/refusal.ts'

/** A field that the data lack, where a draft may show its name instead of being refused. */
export class MissingField {
  readonly path: string

  constructor(path: string) {
    this.path = path
  }
}

/** What an expression can come to. Numbers are exact decimals; data may give them as text, too. */
export type Value =
  | null
  | boolean
  | string
  | Big
  | MissingField
  | readonly unknown[]
  | { readonly [name: string]: unknown }

/** `1234.5`, `1,234.50`, full-width digits; undefined for any other text, and for codes such as `0571` that only look like numbers. */
function readDecimal(text: string): Big | undefined {
  if (!/\d/.test(text) || text.length > 40 || /^[+-]?0\d/.test(text)) return undefined
  const number = readNumber(text)
  return number === undefined ? undefined : new Big(`${number.units}e-${number.decimals}`)
}

/** The number that a value is or, as a text, shows; undefined when it is none. */
export function asNumber(value: Value): Big | undefined {
  if (value instanceof Big) return value
  return typeof value === 'string' ? readDecimal(value.trim()) : undefined
}

/** A value as a number; refuses `template.wrongType`. */
export function number(value: Value): Big {
  const found = asNumber(value)
  if (found === undefined) throw refuse('template.wrongType', { wanted: 'number', value: describe(value) })
  return found
}

/** A value as text: empty for nothing, digits for a number, 〔path〕 for a lacking field; refuses lists and records. */
export function text(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (value instanceof Big) return value.toFixed()
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (value instanceof MissingField) return `〔${value.path}〕`
  throw refuse('template.wrongType', { wanted: 'text', value: describe(value) })
}

/** Nothing, empty texts and lists, zero and 否 do not hold; nor does a field that is lacking. */
export function truth(value: Value): boolean {
  if (value instanceof Big) return !value.eq(0)
  if (value instanceof MissingField) return false
  if (Array.isArray(value)) return value.length > 0
  if (typeof value === 'string') return !['', '否', '无', 'false', '0'].includes(value.trim())
  return Boolean(value)
}

/** Equal as texts, or as numbers: `"100000.00" == 100000` holds. */
export function equal(a: Value, b: Value): boolean {
  if (a === null || b === null || isRecord(a) || isRecord(b)) return a === b
  if (a instanceof MissingField || b instanceof MissingField) return false
  if (typeof a === 'boolean' && typeof b === 'boolean') return a === b
  if (text(a) === text(b)) return true
  const left = asNumber(a)
  const right = asNumber(b)
  return left !== undefined && right !== undefined && left.eq(right)
}

const isRecord = (value: Value): boolean =>
  typeof value === 'object' && !(value instanceof Big) && !(value instanceof MissingField)

/**
 * Negative when a comes first: by number when both are numbers, else as texts by code unit, as dates `YYYY-MM-DD` sort. Undefined when one is
 * nothing: nothing is neither more nor less. Refuses `template.wrongType` for lists and records.
 */
export function order(a: Value, b: Value): number | undefined {
  if (a === null || b === null || a === '' || b === '') return undefined
  if (a instanceof MissingField || b instanceof MissingField) return undefined
  const left = asNumber(a)
  const right = asNumber(b)
  if (left !== undefined && right !== undefined) return left.cmp(right)
  if (a instanceof Big || b instanceof Big)
    throw refuse('template.wrongType', { wanted: 'number', value: describe(a instanceof Big ? b : a) })
  const [first, second] = [text(a), text(b)]
  return first < second ? -1 : first > second ? 1 : 0
}

/** A value in words for a message, cut short. */
export function describe(value: unknown): string {
  const words =
    value instanceof Big ? value.toFixed() : typeof value === 'string' ? value : (JSON.stringify(value) ?? 'null')
  return words.length > 60 ? `${words.slice(0, 60)}…` : words
}
