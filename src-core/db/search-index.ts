import { sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { searchExpression, searchGrams } from '../../src-shared/kernel/search-text.ts'
import { prepareOnce } from './prepare-once.ts'
import type { Sqlite } from './open-database.ts'

/** Puts a record into the full-text index, replaces it, or (null) takes it out. Part of the command's transaction. */
export function indexRecord(
  sqlite: Sqlite,
  kind: string,
  recordId: string,
  entry: { title: string; text: string } | null,
): void {
  if (entry === null) {
    const gone = prepareOnce(sqlite, 'delete from search_entries where kind = ? and record_id = ? returning rowid').get(
      kind,
      recordId,
    ) as { rowid: number } | undefined
    if (gone !== undefined) prepareOnce(sqlite, 'delete from search_grams where rowid = ?').run(gone.rowid)
    return
  }
  const { rowid } = prepareOnce(
    sqlite,
    `insert into search_entries (kind, record_id, title) values (?, ?, ?)
     on conflict (kind, record_id) do update set title = excluded.title returning rowid`,
  ).get(kind, recordId, entry.title) as { rowid: number }
  prepareOnce(sqlite, 'delete from search_grams where rowid = ?').run(rowid)
  prepareOnce(sqlite, 'insert into search_grams (rowid, grams) values (?, ?)').run(
    rowid,
    searchGrams(`${entry.title} ${entry.text}`),
  )
}

/** Condition for a query over records of the kind: the text occurs in what the search knows of them. */
export function matchingRecords(kind: string, id: SQLiteColumn, text: string): SQL {
  const expression = searchExpression(text)
  // Nothing but punctuation finds nothing.
  if (expression === undefined) return sql`0`
  return sql`${id} in (select record_id from search_entries where kind = ${kind}
    and rowid in (select rowid from search_grams where search_grams match ${expression}))`
}
