import type { Statement } from 'better-sqlite3'
import type { Sqlite } from './open-database.ts'

/** Statements kept at most: screens and commands ask in some hundred ways; lists of ids make more. */
const most = 400

/**
 * The connection as drizzle sees it, which prepares a query anew each time it is asked: here the statement of the same SQL is taken again, as
 * preparing costs more than most queries. The least used goes when there are too many.
 */
export function rememberingStatements(sqlite: Sqlite): Sqlite {
  const known = new Map<string, Statement>()
  const prepare = (sql: string): Statement => {
    let statement = known.get(sql)
    if (statement === undefined) statement = sqlite.prepare(sql)
    else {
      known.delete(sql)
      // The query before may have asked for rows as arrays.
      if (statement.reader) statement.raw(false)
    }
    known.set(sql, statement)
    if (known.size > most) known.delete(known.keys().next().value!)
    return statement
  }
  return new Proxy(sqlite, {
    get: (target, name) => {
      if (name === 'prepare') return prepare
      const value = Reflect.get(target, name, target) as unknown
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
