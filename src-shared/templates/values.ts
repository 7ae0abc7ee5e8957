import Big from 'big.js'
import { refuse } from '../kernel/refusal.ts'

/** What an expression can come to. Numbers are exact decimals as text. */
export type Value = null | boolean | string | Big | readonly unknown[] | { readonly [name: string]: unknown }

const decimal = /^-?\d+(\.\d+)?$/

/** A number, or a text that is one. */
export const isNumber = (value: Value): boolean =>
  value instanceof Big || (typeof value === 'string' && decimal.test(value))

/** A value as a number; refuses `template.wrongType`. */
export function number(value: Value): Big {
  if (value instanceof Big) return value
  if (typeof value === 'string' && decimal.test(value.trim())) return new Big(value.trim())
  throw refuse('template.wrongType', { wanted: 'number', value: describe(value) })
}

/** A value as text: empty for nothing, digits for a number; refuses lists and records. */
export function text(value: Value): string {
  if (value === null) return ''
  if (value instanceof Big) return value.toFixed()
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? '是' : '否'
  throw refuse('template.wrongType', { wanted: 'text', value: describe(value) })
}

/** Empty texts, zero, nothing and empty lists do not hold. */
export function truth(value: Value): boolean {
  if (value instanceof Big) return !value.eq(0)
  if (Array.isArray(value)) return value.length > 0
  return Boolean(value) && value !== '否' && value !== 'false'
}

/** A value in words for a message, cut short. */
export const describe = (value: unknown): string => (JSON.stringify(value) ?? 'null').slice(0, 80)
