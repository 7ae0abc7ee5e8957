import { asc, desc, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { decodeCursor, encodeCursor } from './cursor.ts'

interface Paging {
  after: string | null
  descending: boolean
  limit: number
}

interface Keyset {
  /** Undefined on the first page. */
  where: SQL | undefined
  orderBy: [SQL, SQL]
  /** One more row than the page holds: it tells whether there is a next page. */
  limit: number
}

/** Where a page of a list begins and how it is ordered: by the column, then the id. The column must not be null. */
export function keyset(column: SQLiteColumn, id: SQLiteColumn, { after, descending, limit }: Paging): Keyset {
  const at = decodeCursor(after)
  const order = descending ? desc : asc
  const beyond = descending
    ? (key: unknown, last: string) => sql`(${column}, ${id}) < (${key}, ${last})`
    : (key: unknown, last: string) => sql`(${column}, ${id}) > (${key}, ${last})`
  return { where: at && beyond(at.key, at.id), orderBy: [order(column), order(id)], limit: limit + 1 }
}

/** The page of the rows that `keyset` asked for, and the cursor of its last row when there are more. */
export function pageOfRows<R extends { id: string }>(
  rows: readonly R[],
  limit: number,
  key: (row: R) => string | number,
): { rows: R[]; next: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last !== undefined ? encodeCursor(key(last), last.id) : null }
}
