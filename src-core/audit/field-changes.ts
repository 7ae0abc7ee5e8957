import type { Json } from '../../src-shared/kernel/json.ts'
import type { StoredRow } from '../db/row-store.ts'

/** Columns and inputs that no one reads back, not even in the audit. */
const secret = /^(?:password|passphrase|secret|token|p12_?hash)$/i

/** Columns that every change touches and that the entry itself says. */
const stamps = new Set(['version', 'created_at', 'created_by', 'updated_at', 'updated_by'])

/** What changed between two images of a row, column by column, without stamps and secrets; JSON columns as values. */
export function fieldChanges(before: string | null, after: string | null): { field: string; from: Json; to: Json }[] {
  const from = (before === null ? {} : JSON.parse(before)) as StoredRow
  const to = (after === null ? {} : JSON.parse(after)) as StoredRow
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .filter((field) => !stamps.has(field) && !secret.test(field))
    .filter((field) => (from[field] ?? null) !== (to[field] ?? null))
    .map((field) => ({ field, from: readable(from[field]), to: readable(to[field]) }))
}

/** A command's input or result without its secrets. */
export function withoutSecrets(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => withoutSecrets(item))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value as Record<string, Json>).map(([key, item]) => [
      key,
      secret.test(key) ? '•••' : withoutSecrets(item),
    ]),
  )
}

function readable(stored: StoredRow[string] | undefined): Json {
  if (typeof stored === 'bigint') return Number(stored)
  if (typeof stored !== 'string' || !/^[[{]/.test(stored)) return stored ?? null
  try {
    return JSON.parse(stored) as Json
  } catch {
    // Text that only begins like JSON.
    return stored
  }
}
