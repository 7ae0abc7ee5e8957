import { hash } from 'node:crypto'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { StoredRow } from '../db/row-store.ts'
import type { RecordTable } from '../db/tables.ts'

/** Name of the audit entries that tell of rows loaded in bulk. */
export const bulkEntry = 'seed'

/** What such an entry's result holds: how many rows it loaded and the sum of their digests. */
export interface BulkResult {
  records: number
  digest: string
}

/**
 * Sum modulo 2^256 of the digests of rows, whatever their order: the rows of a bulk load are checked against it table by table, long after
 * some of them have changed, once each is put back to what it was.
 */
export class DigestSum {
  // Eight words of 32 bits in doubles: exact for two million additions between carries.
  readonly #words = new Float64Array(8)
  #added = 0

  add(digest: Buffer): void {
    for (let i = 0; i < 8; i++) this.#words[i]! += digest.readUInt32LE(i * 4)
    this.#added += 1
    if (this.#added % 1_000_000 === 0) this.#carry()
  }

  addHex(digest: string): void {
    this.add(Buffer.from(digest, 'hex'))
  }

  hex(): string {
    this.#carry()
    const bytes = Buffer.alloc(32)
    for (let i = 0; i < 8; i++) bytes.writeUInt32LE(this.#words[i]!, i * 4)
    return bytes.toString('hex')
  }

  #carry(): void {
    let carry = 0
    for (let i = 0; i < 8; i++) {
      const word = this.#words[i]! + carry
      carry = Math.floor(word / 2 ** 32)
      this.#words[i] = word - carry * 2 ** 32
    }
  }
}

/** A table's columns in the order of their names, each with the value that it has when nothing was given. */
interface DigestPlan {
  name: string
  columns: { name: string; fallback: unknown; at: number }[]
}
const plans = new WeakMap<RecordTable, DigestPlan>()

function planOf(table: RecordTable): DigestPlan {
  let plan = plans.get(table)
  if (plan === undefined) {
    const columns = (Object.values(getTableColumns(table)) as SQLiteColumn[])
      .map((column, at) => {
        const given = column.default as unknown
        return {
          name: column.name,
          fallback: given === undefined || given === null ? null : column.mapToDriverValue(given),
          at,
        }
      })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    plans.set(table, (plan = { name: getTableName(table), columns }))
  }
  return plan
}

/** SHA-256 of a row. Columns at their default are left out, so that a column added by a later version changes no digest. */
export function rowDigest(table: RecordTable, row: StoredRow): Buffer {
  const { name, columns } = planOf(table)
  const parts: unknown[] = [name]
  for (const column of columns) {
    const value = row[column.name] ?? null
    if (value !== column.fallback) parts.push(column.name, value)
  }
  return hash('sha256', JSON.stringify(parts), 'buffer')
}

/** The same for the values of all columns in the table's order. */
export function valuesDigest(table: RecordTable, values: readonly StoredRow[string][]): Buffer {
  const { name, columns } = planOf(table)
  const parts: unknown[] = [name]
  for (const column of columns) {
    const value = values[column.at]
    if (value !== column.fallback) parts.push(column.name, value)
  }
  return hash('sha256', JSON.stringify(parts), 'buffer')
}
