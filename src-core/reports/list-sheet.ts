import type { Excel } from './excel-library.ts'
import type { Language, MoneyUnit, SheetColumn } from './sheet-column.ts'
import type { Paper, SheetStyles } from './sheet-style.ts'

/** A sheet of any length: one row a record, typed cells, a header that stays, filters, and totals if wanted. */
export interface ListSheet<Row> {
  /** Name of the sheet, at most 31 characters, none of `[]:*?/\`. */
  name: string
  /** Name of the table inside, for formulas: letters and Chinese characters. */
  tableName: string
  columns: readonly SheetColumn<Row>[]
  language: Language
  unit: MoneyUnit
  /** Above the header; without it the header is the sheet's first row. */
  heading?: { title: string; note: string }
  /** Makes a totals row: the label stands in the first visible column, the count in the second. */
  totals?: { label: string; countFormat: string }
  /** Columns that stay when scrolling sideways. */
  frozenColumns?: number
  /** A4 unless said otherwise; a sheet of many columns is easier to read on A3. */
  paper?: Paper | undefined
  /** Rows to show in grey. */
  isMuted?: (row: Row) => boolean
}

export interface WorkbookOptions {
  /** Title, company and author of the document's properties. */
  properties: { title: string; company: string; author: string }
  /** UTC ms; the document's date, and nothing else of the clock gets in. */
  generatedAt: number
  signal?: AbortSignal
  /** Called with the rows written so far, every few hundred. */
  onProgress?: (rows: number) => void
}

/** What a further sheet is drawn with, after the list's. */
export interface DrawingBoard {
  excel: Excel
  workbook: InstanceType<Excel['Workbook']>
  styles: SheetStyles
}
