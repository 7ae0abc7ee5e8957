import { getTableName, type InferSelectModel } from 'drizzle-orm'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import type { RowStore } from './row-store.ts'
import type { RecordTable } from './tables.ts'
import type { ReadDatabase } from './workspace-database.ts'

const stores = new WeakMap<object, RowStore>()

/** Says which row store reads by id for this database. */
export function readByIdWith(read: object, rows: RowStore): void {
  stores.set(read, rows)
}

/** A record by its id through a statement prepared once: a command reads many, and building each query costs more than running it. */
export function findRecord<T extends RecordTable>(
  read: ReadDatabase,
  table: T,
  id: string,
): InferSelectModel<T> | undefined {
  const rows = stores.get(read)!
  const row = rows.get(table, id)
  return row === undefined ? undefined : (rows.toRecord(table, row) as InferSelectModel<T>)
}

/** As `findRecord`; refuses `record.missing`, also for a part that belongs to another record than `of` says. */
export function recordById<T extends RecordTable>(
  read: ReadDatabase,
  table: T,
  id: string,
  of: Partial<InferSelectModel<T>> = {},
): InferSelectModel<T> {
  const record = findRecord(read, table, id)
  const belongs = Object.entries(of).every(([name, value]) => record?.[name as keyof typeof record] === value)
  if (record === undefined || !belongs) throw refuse('record.missing', { table: getTableName(table), id })
  return record
}
