import { idTitle } from '../../src-shared/imports/sheet-table.ts'
import type { WorkbookOptions } from './list-sheet.ts'
import { writeListWorkbook } from './list-workbook.ts'
import type { Language, MoneyUnit, SheetColumn } from './sheet-column.ts'

/** One exported list. */
export interface SheetExport<Row extends { id: string }> extends Omit<WorkbookOptions, 'properties'> {
  /** Name of the sheet and of the document: `订单`. */
  name: string
  company: string
  author: string
  columns: readonly SheetColumn<Row>[]
  rows: Iterable<Row> | AsyncIterable<Row>
  language: Language
  unit?: MoneyUnit
  /** Columns that stay when scrolling sideways; the first one unless said otherwise. */
  frozenColumns?: number
  isMuted?: (row: Row) => boolean
}

/**
 * Any list as a workbook of one sheet, from any iterable, in bounded memory: header in the first row, the record's id in a hidden first
 * column, typed cells whose digits are those of the stored integers, so that reading them back gives the same values. Refuses as `writeListWorkbook`.
 */
export async function writeSheet<Row extends { id: string }>({
  name,
  company,
  author,
  columns,
  rows,
  language,
  unit = 'yuan',
  frozenColumns = 1,
  isMuted,
  ...options
}: SheetExport<Row>): Promise<Uint8Array> {
  return writeListWorkbook<Row>(
    {
      name: sheetName(name),
      tableName: 'List',
      columns: [idColumn<Row>(), ...columns],
      language,
      unit,
      frozenColumns,
      ...(isMuted && { isMuted }),
    },
    rows,
    { ...options, properties: { title: name, company, author } },
  )
}

function idColumn<Row extends { id: string }>(): SheetColumn<Row> {
  return { key: 'id', kind: 'text', title: idTitle, hidden: true } as SheetColumn<Row>
}

/** Excel takes no `[]:*?/\` in a sheet's name, no apostrophe at its ends, and 31 characters at most. */
export function sheetName(name: string): string {
  return name
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .replaceAll(/^'+|'+$/g, '')
    .trim()
}
