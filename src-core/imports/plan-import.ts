import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CellProblem, ImportPreview, ImportReport, ImportRow } from '../../src-shared/imports/import-preview.ts'
import { IMPORT_BATCH } from '../../src-shared/imports/import-preview.ts'
import { readCells, type CellReader } from '../../src-shared/imports/read-cells.ts'
import { readSheetTable, type ImportColumn } from '../../src-shared/imports/sheet-table.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import type { TaskContext } from '../execution/task-context.ts'

/** How sheets of one kind of record are imported. */
export interface ImportOf<Key extends string, Fields> {
  columns: readonly ImportColumn<Key>[]
  readers: Readonly<Record<Key, CellReader>>
  /** The record's fields from those of the cells; called for rows without a wrong cell. */
  fieldsOf(cells: Partial<Record<Key, unknown>>): Fields
  /** What two rows of one record share, by column: the first column whose value was there before makes the row a duplicate. */
  identityOf(fields: Fields): Partial<Record<Key, string>>
  /** The record that is there already. */
  existing(read: ReadDatabase, fields: Fields): { id: string; name: string } | undefined
  /** What is worth a look before making it. */
  notices?(read: ReadDatabase, fields: Fields): Omit<CellProblem, 'cell'>[]
}

interface PlannedImport<Fields> {
  preview: ImportPreview
  /** Of the rows that would be made, in their order. */
  wanted: Fields[]
}

/** Reads the sheet of a stored file and decides for each row what importing it would do. Refuses `sheet.*`. */
export async function planImport<Key extends string, Fields>(
  { files, documents, read, signal, progress }: TaskContext,
  fileHash: string,
  { columns, readers, fieldsOf, identityOf, existing, notices }: ImportOf<Key, Fields>,
): Promise<PlannedImport<Fields>> {
  const table = readSheetTable(await documents.readSheet(files.get(fileHash), signal), columns)
  const seen = new Map<string, number>()
  const wanted: Fields[] = []
  const rows: ImportRow[] = []
  for (const found of table.rows) {
    const { fields, problems } = readCells(found, readers)
    const row: ImportRow = {
      row: found.number,
      cells: Object.fromEntries(table.found.map((key) => [key, found.cells[key]?.text ?? ''])),
      outcome: 'wrong',
      problems,
      same: null,
      sameAsRow: null,
    }
    rows.push(row)
    if (problems.length === 0) {
      const record = fieldsOf(fields)
      const identity = Object.entries(identityOf(record)).map(([key, value]) => `${key}:${value as string}`)
      row.same = existing(read, record) ?? null
      row.sameAsRow = identity.map((each) => seen.get(each)).find((before) => before !== undefined) ?? null
      row.outcome = row.same === null && row.sameAsRow === null ? 'new' : 'duplicate'
      if (row.outcome === 'new') {
        wanted.push(record)
        row.problems = (notices?.(read, record) ?? []).map((notice) => ({
          ...notice,
          cell: found.cells[notice.column as Key]?.cell ?? String(found.number),
        }))
        for (const each of identity) seen.set(each, found.number)
      }
    }
    if (rows.length % IMPORT_BATCH === 0) {
      progress({ done: rows.length, total: table.rows.length, step: 'check' })
      await nextTurn()
      signal.throwIfAborted()
    }
  }
  return { preview: { headerRow: table.headerRow, columns: table.found, ignored: table.ignored, rows }, wanted }
}

/** Makes what a plan wants, one command for each batch; between two of them it can be stopped, and what was made stays. */
export async function carryOutImport<Fields>(
  { signal, progress }: TaskContext,
  { preview, wanted }: PlannedImport<Fields>,
  make: (batch: Fields[]) => void,
): Promise<ImportReport> {
  let created = 0
  while (created < wanted.length) {
    signal.throwIfAborted()
    const batch = wanted.slice(created, created + IMPORT_BATCH)
    make(batch)
    created += batch.length
    progress({ done: created, total: wanted.length, step: 'import' })
    await nextTurn()
  }
  const count = (outcome: ImportRow['outcome']) => preview.rows.filter((row) => row.outcome === outcome).length
  return { created, duplicate: count('duplicate'), wrong: count('wrong') }
}
