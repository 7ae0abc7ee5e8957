import { createHash, type Hash } from 'node:crypto'
import type { RowStore, StoredRow } from '../db/row-store.ts'
import type { Sqlite } from '../db/open-database.ts'
import type { RecordTable } from '../db/tables.ts'
import { getTableName, type InferInsertModel, type InferSelectModel } from 'drizzle-orm'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { prepareOnce } from '../db/prepare-once.ts'

type Stamped = 'version' | 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy'

/** A new record: the recorder adds version, who and when. */
export type NewRecord<T extends RecordTable> = Omit<InferInsertModel<T>, Stamped>

/** Changed properties of a record. */
export type RecordPatch<T extends RecordTable> = Partial<Omit<InferInsertModel<T>, Stamped | 'id'>>

/** Who writes, when, and as which entry of the audit. */
export interface RecordingOf {
  seq: number
  actorId: Id<'User'>
  at: number
}

/**
 * The only way rows of the record tables are written. It knows each row before and after, keeps both as row changes
 * for history and undo, and a running hash over them for the audit chain.
 */
export class Recorder {
  readonly #rows: RowStore
  readonly #of: RecordingOf
  readonly #hash: Hash = createHash('sha256')
  readonly #change: import('better-sqlite3').Statement
  /** SQL table name → ids written, for the `changed` event. */
  readonly changed = new Map<string, Set<string>>()

  constructor(sqlite: Sqlite, rows: RowStore, of: RecordingOf) {
    this.#rows = rows
    this.#of = of
    this.#change = prepareOnce(
      sqlite,
      'insert into row_changes (seq, table_name, row_id, op, before, after) values (?, ?, ?, ?, ?, ?)',
    )
  }

  insert<T extends RecordTable>(table: T, record: NewRecord<T>): InferSelectModel<T> {
    const { actorId, at } = this.#of
    const row = this.#rows.toStored(table, {
      ...record,
      version: 1,
      createdAt: at,
      createdBy: actorId,
      updatedAt: at,
      updatedBy: actorId,
    })
    this.#rows.insert(table, row)
    this.#keep(table, row.id as string, 'insert', null, row)
    return this.#rows.toRecord(table, row) as InferSelectModel<T>
  }

  /**
   * Writes the properties that differ; a patch that changes nothing leaves no trace. Returns the record as it is now.
   * With `seen`, refuses `record.stale` when the record has moved on from the version the user saw.
   */
  update<T extends RecordTable>(table: T, id: string, patch: RecordPatch<T>, seen?: number): InferSelectModel<T> {
    const row = this.#existing(table, id, seen)
    const before: StoredRow = {}
    const after: StoredRow = {}
    for (const [name, value] of Object.entries(this.#rows.toStoredPatch(table, patch))) {
      if (row[name] === value) continue
      before[name] = row[name] ?? null
      after[name] = value
    }
    if (Object.keys(after).length > 0) {
      for (const [name, value] of [
        ['version', (row.version as number) + 1],
        ['updated_at', this.#of.at],
        ['updated_by', this.#of.actorId],
      ] as const) {
        before[name] = row[name] ?? null
        after[name] = value
      }
      this.#rows.update(table, id, after)
      this.#keep(table, id, 'update', before, after)
      Object.assign(row, after)
    }
    return this.#rows.toRecord(table, row) as InferSelectModel<T>
  }

  /** With `seen`, refuses `record.stale` as `update` does. */
  remove(table: RecordTable, id: string, seen?: number): void {
    const row = this.#existing(table, id, seen)
    this.#rows.remove(table, id)
    this.#keep(table, id, 'delete', row, null)
  }

  /** SHA-256 over all changes so far, in order. */
  changesHash(): string {
    return this.#hash.copy().digest('hex')
  }

  #existing(table: RecordTable, id: string, seen?: number): StoredRow {
    const row = this.#rows.get(table, id)
    if (row === undefined) throw refuse('record.missing', { table: getTableName(table), id })
    if (seen !== undefined && row.version !== seen)
      throw refuse('record.stale', { table: getTableName(table), id, seen, version: row.version as number })
    return row
  }

  #keep(
    table: RecordTable,
    id: string,
    op: 'insert' | 'update' | 'delete',
    before: StoredRow | null,
    after: StoredRow | null,
  ) {
    const name = getTableName(table)
    const images = [before && JSON.stringify(before), after && JSON.stringify(after)] as const
    this.#change.run(this.#of.seq, name, id, op, ...images)
    hashChange(this.#hash, { table_name: name, row_id: id, op, before: images[0], after: images[1] })
    let ids = this.changed.get(name)
    if (ids === undefined) this.changed.set(name, (ids = new Set()))
    ids.add(id)
  }
}

/** One row change as the audit hashes it: fields with their lengths, so that no two changes read alike. */
export function hashChange(
  hash: Hash,
  change: { table_name: string; row_id: string; op: string; before: string | null; after: string | null },
): void {
  for (const part of [change.table_name, change.row_id, change.op, change.before ?? '', change.after ?? ''])
    hash.update(`${part.length}:${part};`)
}
