import { and, asc, eq, getTableColumns, gt, inArray, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { RecordFault } from '../../src-shared/audit/audit-verification.ts'
import type { StoredRow } from '../db/row-store.ts'
import { auditEntries, rowChanges } from '../db/schema/execution.ts'
import { recordTableByName, type RecordTable } from '../db/tables.ts'
import { bulkEntry, DigestSum, rowDigest, type BulkResult } from '../execution/bulk-digest.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import type { VerifyProgress } from './verify-progress.ts'

type RowChange = typeof rowChanges.$inferSelect

const recordsPerPage = 500
const faultsKept = 100

export interface RecordFindings {
  records: number
  recordFaults: RecordFault[]
  recordFaultCount: number
  /** The first entry of a bulk load whose rows are not what it loaded; null when all are. */
  bulkFault: number | null
}

/** For every record: do its changes follow on each other, and do they end in the row as it stands? Then rows that no change made. */
export function* recordSteps(read: ReadDatabase, total: number): Generator<VerifyProgress, RecordFindings, void> {
  const findings: RecordFindings = { records: 0, recordFaults: [], recordFaultCount: 0, bulkFault: null }
  const bulk = new BulkLoad(read)
  const found = (fault: RecordFault) => {
    findings.recordFaultCount += 1
    if (findings.recordFaults.length < faultsKept) findings.recordFaults.push(fault)
  }
  let walked = 0
  for (let after = ''; ;) {
    const ids = read
      .selectDistinct({ id: rowChanges.rowId })
      .from(rowChanges)
      .where(gt(rowChanges.rowId, after))
      .orderBy(asc(rowChanges.rowId))
      .limit(recordsPerPage)
      .all()
      .map(({ id }) => id)
    if (ids.length === 0) break
    // Changes and rows are read in one go without a pause between, so that both are of the same moment.
    const changes = read
      .select()
      .from(rowChanges)
      .where(inArray(rowChanges.rowId, ids))
      .orderBy(asc(rowChanges.seq), asc(rowChanges.id))
      .all()
    for (const [table, changesOfTable] of Map.groupBy(changes, ({ tableName }) => tableName)) {
      const known = recordTableByName.get(table)
      const rows = known === undefined ? new Map<string, StoredRow>() : storedRows(read, known, ids)
      for (const [id, own] of Map.groupBy(changesOfTable, ({ rowId }) => rowId)) {
        findings.records += 1
        const fault = replay(known, own, rows.get(id), bulk)
        if (fault !== undefined) found({ table, id, ...fault })
      }
    }
    walked += changes.length
    after = ids.at(-1)!
    yield { step: 'records', done: Math.min(walked, total), total }
  }
  for (const [name, table] of recordTableByName) yield* unrecordedRows(read, name, table, found, total, bulk)
  findings.records += bulk.records
  findings.bulkFault = bulk.fault()
  return findings
}

/** Follows a record's changes from its making and compares the end with the row. */
function replay(
  table: RecordTable | undefined,
  changes: readonly RowChange[],
  row: StoredRow | undefined,
  bulk: BulkLoad,
): Omit<RecordFault, 'table' | 'id'> | undefined {
  const defaults = table === undefined ? {} : defaultsOf(table)
  let state: StoredRow | undefined
  if (table !== undefined && bulk.expected && changes[0]!.op !== 'insert') {
    state = asLoaded(changes, row)
    if (state !== undefined) bulk.add(table, state, false)
  }
  for (const { op, before, after, seq } of changes) {
    const from = before === null ? undefined : (JSON.parse(before) as StoredRow)
    const to = after === null ? undefined : (JSON.parse(after) as StoredRow)
    const begins = op === 'insert' ? state === undefined : state !== undefined
    const wrong = begins && from !== undefined ? differing(from, { ...defaults, ...state }, Object.keys(from)) : []
    if (!begins || wrong.length > 0) return { seq, fault: 'broken', columns: wrong }
    state = op === 'delete' ? undefined : { ...state, ...to }
  }
  const seq = changes.at(-1)!.seq
  if (state === undefined) return row === undefined ? undefined : { seq, fault: 'unrecorded', columns: [] }
  if (row === undefined) return { seq, fault: 'lost', columns: [] }
  // A column that came with a later version of the program has its default until it is changed.
  const columns = differing(row, { ...defaults, ...state }, Object.keys(row))
  return columns.length === 0 ? undefined : { seq, fault: 'differs', columns }
}

/** A row that was loaded in bulk as it was before its first change: the changes undone from the end. */
function asLoaded(changes: readonly RowChange[], row: StoredRow | undefined): StoredRow | undefined {
  let state = row
  for (const { before } of changes.toReversed())
    if (before !== null) state = { ...state, ...(JSON.parse(before) as StoredRow) }
  return state
}

/** What entries of bulk loads say of their rows, and what the rows come to. */
class BulkLoad {
  readonly #entries: { seq: number; result: BulkResult }[]
  readonly #sum = new DigestSum()
  #rows = 0
  /** Rows that no change tells of: the others are counted with their changes. */
  records = 0

  constructor(read: ReadDatabase) {
    this.#entries = read
      .select({ seq: auditEntries.seq, result: auditEntries.result })
      .from(auditEntries)
      .where(and(eq(auditEntries.name, bulkEntry), eq(auditEntries.outcome, 'done')))
      .orderBy(asc(auditEntries.seq))
      .all() as unknown as { seq: number; result: BulkResult }[]
  }

  get expected(): boolean {
    return this.#entries.length > 0
  }

  add(table: RecordTable, row: StoredRow, unchanged: boolean): void {
    this.#sum.add(rowDigest(table, row))
    this.#rows += 1
    if (unchanged) this.records += 1
  }

  fault(): number | null {
    const loaded = new DigestSum()
    for (const { result } of this.#entries) loaded.addHex(result.digest)
    const rows = this.#entries.reduce((sum, { result }) => sum + result.records, 0)
    return rows === this.#rows && loaded.hex() === this.#sum.hex() ? null : this.#entries[0]!.seq
  }
}

const differing = (a: StoredRow, b: StoredRow, columns: readonly string[]): string[] =>
  columns.filter((column) => (a[column] ?? null) !== (b[column] ?? null))

function defaultsOf(table: RecordTable): StoredRow {
  const columns = Object.values(getTableColumns(table)) as SQLiteColumn[]
  return Object.fromEntries(
    columns
      .filter((column) => column.default !== undefined && column.default !== null)
      .map((column) => [column.name, column.mapToDriverValue(column.default) as string | number]),
  )
}

function storedRows(read: ReadDatabase, table: RecordTable, ids: readonly string[]): Map<string, StoredRow> {
  const rows = read.all<StoredRow>(
    sql`select * from ${table} where ${inArray(table.id as SQLiteColumn, ids as string[])}`,
  )
  return new Map(rows.map((row) => [row.id as string, row]))
}

function* unrecordedRows(
  read: ReadDatabase,
  name: string,
  table: RecordTable,
  found: (fault: RecordFault) => void,
  total: number,
  bulk: BulkLoad,
): Generator<VerifyProgress, void, void> {
  const id = table.id as SQLiteColumn
  for (let after = ''; ;) {
    const ids = read
      .select({ id })
      .from(table)
      .where(gt(id, after))
      .orderBy(asc(id))
      .limit(recordsPerPage)
      .all()
      .map((row) => row.id as string)
    if (ids.length === 0) return
    const recorded = new Set(
      read
        .selectDistinct({ id: rowChanges.rowId })
        .from(rowChanges)
        .where(and(inArray(rowChanges.rowId, ids), eq(rowChanges.tableName, name)))
        .all()
        .map((row) => row.id),
    )
    const unrecorded = ids.filter((each) => !recorded.has(each))
    if (bulk.expected) for (const row of storedRows(read, table, unrecorded).values()) bulk.add(table, row, true)
    else for (const each of unrecorded) found({ table: name, id: each, seq: null, fault: 'unrecorded', columns: [] })
    after = ids.at(-1)!
    yield { step: 'records', done: total, total }
  }
}
