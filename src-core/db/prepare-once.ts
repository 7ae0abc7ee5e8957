import type { Statement } from 'better-sqlite3'
import type { Sqlite } from './open-database.ts'

const prepared = new WeakMap<Sqlite, Map<string, Statement>>()

/** The statement for this SQL, prepared the first time it is asked for on this connection. */
export function prepareOnce(sqlite: Sqlite, sql: string): Statement {
  let statements = prepared.get(sqlite)
  if (statements === undefined) prepared.set(sqlite, (statements = new Map()))
  let statement = statements.get(sql)
  if (statement === undefined) statements.set(sql, (statement = sqlite.prepare(sql)))
  return statement
}
