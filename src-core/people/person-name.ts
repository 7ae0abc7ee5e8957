import { sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { users } from '../db/schema/people.ts'

/** Name of the person behind an id column, for a query that left-joins `users` on it: the desk itself has no row there. */
export function personName(id: SQLiteColumn): SQL<string> {
  return sql<string>`coalesce(${users.name}, case when ltrim(${id}, '0') = '' then '系统' else '' end)`
}
