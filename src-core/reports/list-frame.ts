import type { Table, Worksheet } from 'wasm-xlsxwriter'
import { columnLetters } from '../../src-shared/imports/sheet-table.ts'
import { decimalText, type CellStyles } from './cell-xml.ts'
import type { DrawingBoard, ListSheet } from './list-sheet.ts'
import { decimalPlaces, type SheetColumn } from './sheet-column.ts'
import { setUpPrint } from './sheet-style.ts'

/** A list's sheet without its rows: what stands above and below them, and the numbers of the styles they wear. */
export interface ListFrame {
  /** XML up to the first row. */
  above: string
  /** XML from behind the last row. */
  below: string
  /** Row number of the first row, from 1. */
  firstRow: number
  /** Row number of the last one, from 1. */
  lastRow: number
  /** By column. */
  styles: { plain: CellStyles[]; muted: CellStyles[] }
}

/** What is known of the rows when their frame is drawn. */
export interface ListFigures<Row> {
  count: number
  sums: ReadonlyMap<SheetColumn<Row>, number>
  /** By column, in characters. */
  widths: readonly number[]
}

/**
 * Columns of the first row, right of every list, from which on a blank cell of each style is put to learn its number; they are cut out again.
 * Not in a row far below: the library walks through all rows up to the last.
 */
const styleColumns = [
  { from: 4000, muted: false, special: false },
  { from: 5000, muted: false, special: true },
  { from: 6000, muted: true, special: false },
  { from: 7000, muted: true, special: true },
]

/**
 * Draws everything of the list's sheet but its rows; returns how to cut the sheet's XML for so many of them.
 * It must be the workbook's first sheet: its styles are numbered first then, the same for any number of rows.
 */
export function drawList<Row>(
  { excel, workbook, styles }: DrawingBoard,
  list: ListSheet<Row>,
  figures: ListFigures<Row>,
): (xml: string) => ListFrame {
  const { columns, language, heading, totals } = list
  const sheet = workbook.addWorksheet().setName(list.name).setScreenGridlines(false)
  columns.forEach(({ kind, format }, at) => {
    sheet.setColumnWidth(at, figures.widths[at]!)
    for (const { from, ...wear } of styleColumns) sheet.writeBlank(0, from + at, styles.cell(kind, { ...wear, format }))
  })
  const start = firstVisible(list)
  if (heading !== undefined)
    sheet
      .setRowHeightPixels(0, 44)
      .writeStringWithFormat(0, start, heading.title, styles.title)
      .setRowHeightPixels(1, 26)
      .writeStringWithFormat(1, start, heading.note, styles.note)
  const headerRow = heading === undefined ? 0 : 2
  sheet
    .setRowHeightPixels(headerRow, 40)
    .setFreezePanes(headerRow + 1, start + (list.frozenColumns ?? 0))
    .addTable(
      headerRow,
      0,
      // One row is drawn, and stretched afterwards: the library keeps a note of every cell of a table.
      totals === undefined ? headerRow + 1 : headerRow + 2,
      columns.length - 1,
      makeTable({ excel, workbook, styles }, list),
    )
  // After the table, which writes plain cells into its totals row.
  if (totals !== undefined) drawTotals({ excel, workbook, styles }, sheet, list, figures, headerRow + 2)
  setUpPrint(sheet, {
    title: heading?.title ?? list.name,
    language,
    headerRows: [headerRow, headerRow],
    paper: list.paper,
  })
  return (xml) => cutFrame(xml, headerRow + 1, columns.length, figures.count)
}

function makeTable<Row>({ excel, styles }: DrawingBoard, list: ListSheet<Row>): Table {
  const columns = list.columns.map((column, at) => {
    const drawn = new excel.TableColumn()
      .setHeader(column.title[list.language])
      .setHeaderFormat(column.kind === 'text' ? styles.header : styles.numberHeader)
    if (list.totals === undefined) return drawn
    if (at === firstVisible(list)) return drawn.setTotalLabel(list.totals.label)
    const formula = totalFormula(list, at)
    return formula === undefined
      ? drawn
      : drawn.setTotalFunction(excel.TableFunction.custom(new excel.Formula(formula)))
  })
  return new excel.Table()
    .setName(list.tableName)
    .setStyle(excel.TableStyle.Light1)
    .setBandedRows(true)
    .setTotalRow(list.totals !== undefined)
    .setColumns(columns)
}

function drawTotals<Row>(
  { excel, styles }: DrawingBoard,
  sheet: Worksheet,
  list: ListSheet<Row>,
  { count, sums }: ListFigures<Row>,
  row: number,
): void {
  list.columns.forEach((column, at) => {
    const formula = totalFormula(list, at)
    if (at === firstVisible(list)) sheet.writeStringWithFormat(row, at, list.totals!.label, styles.total)
    else if (formula === undefined) sheet.writeBlank(row, at, styles.total)
    else {
      const format =
        column.total || column.totalRatio
          ? styles.totalNumber(column.kind, column.format)
          : styles.totalNumber('text', list.totals!.countFormat)
      sheet.writeFormulaWithFormat(
        row,
        at,
        new excel.Formula(formula).setResult(totalResult(list, at, count, sums)),
        format,
      )
    }
  })
  sheet.setRowHeightPixels(row, 28)
}

/** The count beside the label; sums, and shares of sums, below the columns that have one: all of the rows the filter leaves. */
function totalFormula<Row>(list: ListSheet<Row>, at: number): string | undefined {
  const column = list.columns[at]!
  const cells = (of: SheetColumn<Row>) => `${list.tableName}[${of.title[list.language]}]`
  const start = firstVisible(list)
  // Rounded, for a sum of binary numbers may be off in a place nobody sees but a comparison does.
  if (column.total) return `ROUND(SUBTOTAL(109,${cells(column)}),${decimalPlaces(column.kind, list.unit)})`
  if (column.totalRatio) {
    const [part, whole] = column.totalRatio.map((key) => `SUBTOTAL(109,${cells(columnOf(list, key))})`)
    return `IF(${whole}=0,0,${part}/${whole})`
  }
  return at === start + 1 ? `SUBTOTAL(103,${cells(list.columns[start]!)})` : undefined
}

/** The value that stands in the file beside the formula, for readers that do not calculate. */
function totalResult<Row>(
  list: ListSheet<Row>,
  at: number,
  count: number,
  sums: ReadonlyMap<SheetColumn<Row>, number>,
): string {
  const column = list.columns[at]!
  if (column.total) return decimalText(sums.get(column)!, decimalPlaces(column.kind, list.unit)!)
  if (column.totalRatio) {
    const [part, whole] = column.totalRatio.map((key) => sums.get(columnOf(list, key))!) as [number, number]
    return String(whole === 0 ? 0 : part / whole)
  }
  return String(count)
}

function columnOf<Row>(list: ListSheet<Row>, key: string): SheetColumn<Row> {
  return list.columns.find((column) => column.key === key)!
}

function firstVisible<Row>(list: ListSheet<Row>): number {
  return list.columns.findIndex((column) => !column.hidden)
}

/** Row numbers count from 1 here, as in the XML. */
function cutFrame(drawn: string, headerRow: number, columns: number, count: number): ListFrame {
  let xml = drawn
  const ids = styleColumns.map(({ from }) =>
    Array.from({ length: columns }, (_, at) => {
      const cell = new RegExp(`<c r="${columnLetters(from + at)}1" s="(\\d+)"/>`).exec(xml)
      if (cell === null) throw new Error(`Column ${at + 1} of the list has no style`)
      xml = xml.replace(cell[0], '')
      return Number(cell[1])
    }),
  )
  // Extents are optional, and not known while the rows are counted.
  xml = xml.replaceAll(/ spans="[^"]*"/g, '').replace(/<dimension ref="[^"]*"\/>/, '')
  const header = rowXml(xml, headerRow)!
  const totals = rowXml(xml, headerRow + 2)
  // A table has at least one row, if an empty one.
  const lastRow = headerRow + Math.max(count, 1)
  return {
    above: xml.slice(0, xml.indexOf(header) + header.length),
    below: `${totals === undefined ? '' : moveRow(totals, headerRow + 2, lastRow + 1)}${xml.slice(xml.indexOf('</sheetData>'))}`,
    firstRow: headerRow + 1,
    lastRow,
    styles: { plain: pairs(ids[0]!, ids[1]!), muted: pairs(ids[2]!, ids[3]!) },
  }
}

function pairs(plain: readonly number[], special: readonly number[]): CellStyles[] {
  return plain.map((style, at) => ({ plain: style, special: special[at]! }))
}

function moveRow(xml: string, from: number, to: number): string {
  return xml.replaceAll(/ r="([A-Z]*)(\d+)"/g, (place, letters: string, row: string) =>
    Number(row) === from ? ` r="${letters}${to}"` : place,
  )
}

function rowXml(xml: string, row: number): string | undefined {
  const start = xml.indexOf(`<row r="${row}"`)
  return start < 0 ? undefined : xml.slice(start, xml.indexOf('</row>', start) + '</row>'.length)
}
