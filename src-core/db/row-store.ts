import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Sqlite } from './open-database.ts'
import type { RecordTable } from './tables.ts'

/** A row as SQLite holds it: column name → stored value. */
export type StoredRow = Record<string, string | number | bigint | null>

interface TableStatements {
  columns: [property: string, column: SQLiteColumn][]
  byName: Map<string, [property: string, column: SQLiteColumn]>
  select: import('better-sqlite3').Statement
  insert: import('better-sqlite3').Statement
  remove: import('better-sqlite3').Statement
}

/**
 * Rows of the record tables by id, through statements prepared once.
 * It exists beside drizzle because a command writes many rows and each built query costs as much as the write itself.
 */
export class RowStore {
  readonly #sqlite: Sqlite
  readonly #tables = new Map<RecordTable, TableStatements>()
  readonly #updates = new Map<string, import('better-sqlite3').Statement>()

  constructor(sqlite: Sqlite) {
    this.#sqlite = sqlite
  }

  #statements(table: RecordTable): TableStatements {
    let known = this.#tables.get(table)
    if (known === undefined) {
      const name = getTableName(table)
      const columns = Object.entries(getTableColumns(table)) as [string, SQLiteColumn][]
      const names = columns.map(([, column]) => `"${column.name}"`).join(', ')
      known = {
        columns,
        byName: new Map(columns.map((entry) => [entry[1].name, entry])),
        select: this.#sqlite.prepare(`select * from "${name}" where id = ?`),
        insert: this.#sqlite.prepare(`insert into "${name}" (${names}) values (${columns.map(() => '?').join(', ')})`),
        remove: this.#sqlite.prepare(`delete from "${name}" where id = ?`),
      }
      this.#tables.set(table, known)
    }
    return known
  }

  get(table: RecordTable, id: string): StoredRow | undefined {
    return this.#statements(table).select.get(id) as StoredRow | undefined
  }

  /** Properties of a record → stored values by column name; a column that is missing takes its default. */
  toStored(table: RecordTable, values: object): StoredRow {
    const row: StoredRow = {}
    for (const [property, column] of this.#statements(table).columns) {
      const given = (values as Record<string, unknown>)[property]
      const value = given === undefined ? (column.hasDefault ? column.default : null) : given
      row[column.name] =
        value === null || value === undefined ? null : (column.mapToDriverValue(value) as string | number)
    }
    return row
  }

  /** Only the columns named by the patch's properties. */
  toStoredPatch(table: RecordTable, patch: object): StoredRow {
    const row: StoredRow = {}
    const columns = getTableColumns(table) as Record<string, SQLiteColumn>
    for (const [property, value] of Object.entries(patch)) {
      const column = columns[property]
      if (column === undefined) throw new Error(`${getTableName(table)} has no ${property}`)
      if (value === undefined) continue
      row[column.name] = value === null ? null : (column.mapToDriverValue(value) as string | number)
    }
    return row
  }

  /** Stored values → a record's properties. */
  toRecord(table: RecordTable, row: StoredRow): Record<string, unknown> {
    const record: Record<string, unknown> = {}
    for (const [property, column] of this.#statements(table).columns) {
      const value = row[column.name]
      record[property] = value === null || value === undefined ? null : column.mapFromDriverValue(value)
    }
    return record
  }

  insert(table: RecordTable, row: StoredRow): void {
    const { columns, insert } = this.#statements(table)
    insert.run(columns.map(([, column]) => row[column.name] ?? null))
  }

  update(table: RecordTable, id: string, patch: StoredRow): void {
    const names = Object.keys(patch)
    const key = `${getTableName(table)}:${names.join()}`
    let statement = this.#updates.get(key)
    if (statement === undefined) {
      const set = names.map((name) => `"${name}" = ?`).join(', ')
      statement = this.#sqlite.prepare(`update "${getTableName(table)}" set ${set} where id = ?`)
      this.#updates.set(key, statement)
    }
    statement.run([...names.map((name) => patch[name]), id])
  }

  remove(table: RecordTable, id: string): void {
    this.#statements(table).remove.run(id)
  }
}
