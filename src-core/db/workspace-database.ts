import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { migrate } from './migrate.ts'
import { openDatabase, type DatabaseOptions, type Sqlite } from './open-database.ts'
import { readByIdWith } from './record-by-id.ts'
import { rememberingStatements } from './remembered-statements.ts'
import { RowStore } from './row-store.ts'
import { schema } from './tables.ts'

type Drizzle = BetterSQLite3Database<typeof schema>

/** Reading only: writes go through the recorder, and this type keeps it so. */
export type ReadDatabase = Pick<
  Drizzle,
  'select' | 'selectDistinct' | 'query' | '$count' | '$with' | 'with' | 'all' | 'get'
>

export interface WorkspaceDatabase {
  sqlite: Sqlite
  read: ReadDatabase
  rows: RowStore
}

/** The workspace's main database, brought to this version. */
export function openWorkspaceDatabase(options: DatabaseOptions, migrationsFolder: string): WorkspaceDatabase {
  const sqlite = openDatabase(options)
  try {
    if (!options.readonly) migrate(sqlite, migrationsFolder)
  } catch (error) {
    sqlite.close()
    throw error
  }
  const read = drizzle({ client: rememberingStatements(sqlite), schema })
  const rows = new RowStore(sqlite)
  readByIdWith(read, rows)
  return { sqlite, read, rows }
}
