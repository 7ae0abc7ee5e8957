import { and, asc, eq, getTableColumns, gt, inArray, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { RecordFault } from '../../src-shared/audit/audit-verification.ts'
import type { StoredRow } from '../db/row-store.ts'
import { rowChanges } from '../db/schema/execution.ts'
import { recordTableByName, type RecordTable } from '../db/tables.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import type { VerifyProgress } from './verify-progress.ts'

type RowChange = typeof rowChanges.$inferSelect

const recordsPerPage = 500
const faultsKept = 100

export interface RecordFindings {
  records: number
  recordFaults: RecordFault[]
  recordFaultCount: number
}

/** For every record: do its changes follow on each other, and do they end in the row as it stands? Then rows that no change made. */
export function* recordSteps(read: ReadDatabase, total: number): Generator<VerifyProgress, RecordFindings, void> {
  const findings: RecordFindings = { records: 0, recordFaults: [], recordFaultCount: 0 }
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
        const fault = replay(known, own, rows.get(id))
        if (fault !== undefined) found({ table, id, ...fault })
      }
    }
    walked += changes.length
    after = ids.at(-1)!
    yield { step: 'records', done: Math.min(walked, total), total }
  }
  for (const [name, table] of recordTableByName) yield* unrecordedRows(read, name, table, found, total)
  return findings
}

/** Follows a record's changes from its making and compares the end with the row. */
function replay(
  table: RecordTable | undefined,
  changes: readonly RowChange[],
  row: StoredRow | undefined,
): Omit<RecordFault, 'table' | 'id'> | undefined {
  const defaults = table === undefined ? {} : defaultsOf(table)
  let state: StoredRow | undefined
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
    for (const each of ids)
      if (!recorded.has(each)) found({ table: name, id: each, seq: null, fault: 'unrecorded', columns: [] })
    after = ids.at(-1)!
    yield { step: 'records', done: total, total }
  }
}
