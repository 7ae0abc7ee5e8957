import type { Worksheet } from 'wasm-xlsxwriter'
import type { Cents } from '../../src-shared/kernel/cents.ts'
import { decimalText, looksLikeFormula } from './cell-xml.ts'
import type { Tally } from './ledger-tally.ts'
import { ledgerWords } from './ledger-words.ts'
import type { DrawingBoard } from './list-sheet.ts'
import { decimalPlaces, excelMoney, type Language, type MoneyUnit } from './sheet-column.ts'
import { ROW_PIXELS, setUpPrint } from './sheet-style.ts'

// A sheet of figures: title and note, a chart, then the chart's table with its totals. Rows count from 0.
const CHART_ROWS = 15
export const CHART_ROW = 2
export const HEADER_ROW = CHART_ROW + CHART_ROWS
export const FIRST_ROW = HEADER_ROW + 1
export const CHART_HEIGHT = CHART_ROWS * ROW_PIXELS - 12
/** More rows than that do not fit on a page with the chart, and run over several. */
const ROWS_OF_ONE_PAGE = 40

export interface FigureSheetOptions {
  language: Language
  unit: MoneyUnit
  /** Company, period and unit, as under the ledger's title. */
  note: string
}

export interface FigureColumn {
  title: string
  kind: 'text' | 'rank' | 'integer' | 'money' | 'share'
  /** In characters. */
  width: number
}

/** One value of a figure sheet: text, an amount in 分, a count, a share of one; null leaves the cell empty. */
export type Figure = string | number | null

/**
 * Draws title, header, rows and the totals below the columns of counts and amounts, given in `totals`; returns the sheet and the
 * table's width in pixels. Chart and further columns are for the caller.
 */
export function drawFigures(
  board: DrawingBoard,
  {
    name,
    title,
    columns,
    rows,
    totals,
    note,
    language,
    unit,
  }: FigureSheetOptions & {
    name: string
    title: string
    columns: readonly FigureColumn[]
    rows: readonly (readonly Figure[])[]
    totals: readonly Figure[]
  },
): { sheet: Worksheet; pixels: number } {
  const { workbook, styles } = board
  const sheet = workbook.addWorksheet().setName(name).setScreenGridlines(false)
  sheet
    .setRowHeightPixels(0, 44)
    .writeStringWithFormat(0, 0, title, styles.title)
    .setRowHeightPixels(1, 26)
    .writeStringWithFormat(1, 0, note, styles.note)
    .setRowHeightPixels(HEADER_ROW, 34)
  columns.forEach((column, at) =>
    sheet
      .setColumnWidth(at, column.width)
      .writeStringWithFormat(HEADER_ROW, at, column.title, styles.figureHeader(column.kind)),
  )
  rows.forEach((figures, i) =>
    figures.forEach((figure, at) => writeFigure(board, sheet, FIRST_ROW + i, at, columns[at]!, figure, unit)),
  )
  const totalRow = FIRST_ROW + rows.length
  sheet.setRowHeightPixels(totalRow, 28).writeStringWithFormat(totalRow, 0, ledgerWords.total[language], styles.total)
  columns.forEach((column, at) => {
    if (at > 0) writeTotal(board, sheet, totalRow, at, column, totals[at] ?? null, unit)
  })
  setUpPrint(sheet, { title, language, headerRows: null })
  sheet.setPrintArea(0, 0, totalRow, columns.length - 1)
  if (rows.length <= ROWS_OF_ONE_PAGE) sheet.setPrintFitToPages(1, 1)
  // A column of so many characters is 7 pixels for each and 5 for its edges.
  return { sheet, pixels: columns.reduce((sum, { width }) => sum + Math.round(width * 7) + 5, 0) }
}

function writeFigure(
  { styles }: DrawingBoard,
  sheet: Worksheet,
  row: number,
  at: number,
  { kind }: FigureColumn,
  figure: Figure,
  unit: MoneyUnit,
): void {
  if (typeof figure === 'string' && figure !== '') {
    sheet.writeStringWithFormat(row, at, figure, styles.cell('text', { special: looksLikeFormula(figure) }))
    return
  }
  const format =
    kind === 'text'
      ? styles.cell('text')
      : kind === 'share'
        ? styles.cell('percent', { format: '0.0%' })
        : styles.cell(kind === 'money' ? 'money' : kind === 'rank' ? 'rank' : 'integer')
  if (typeof figure !== 'number') sheet.writeBlank(row, at, format)
  else sheet.writeNumberWithFormat(row, at, kind === 'money' ? excelMoney(figure as Cents, unit) : figure, format)
}

/** A sum as a formula with its value cached, where the column has one. */
function writeTotal(
  { excel, styles }: DrawingBoard,
  sheet: Worksheet,
  row: number,
  at: number,
  { kind }: FigureColumn,
  total: Figure,
  unit: MoneyUnit,
): void {
  if (typeof total !== 'number' || row === FIRST_ROW) {
    sheet.writeBlank(row, at, styles.total)
    return
  }
  const letter = String.fromCodePoint(65 + at)
  const places = kind === 'money' ? decimalPlaces('money', unit)! : 0
  sheet.writeFormulaWithFormat(
    row,
    at,
    new excel.Formula(`ROUND(SUM(${letter}${FIRST_ROW + 1}:${letter}${row}),${places})`).setResult(
      decimalText(total, places),
    ),
    styles.totalNumber(kind === 'money' ? 'money' : 'integer'),
  )
}

/** The three amounts of a direction as columns. */
export function moneyColumns(direction: 'in' | 'out', language: Language): FigureColumn[] {
  return [ledgerWords.amount, ledgerWords.settled, ledgerWords.open].map((words) => ({
    title: words[direction][language],
    kind: 'money',
    width: 19,
  }))
}

export const tallyFigures = ({ amount, settled, open }: Tally): number[] => [amount, settled, open]

/**
 * The columns a chart's amounts are read from, its axis being in 万元: the table's own when it is in 万元, else copies in 万元 beside it, outside of the
 * printed area. `from` are the table's columns, `rows` the sheet's rows with the amounts of each.
 */
export function chartColumns(
  { styles }: DrawingBoard,
  sheet: Worksheet,
  {
    language,
    unit,
    columns,
    from,
    rows,
  }: {
    language: Language
    unit: MoneyUnit
    columns: readonly FigureColumn[]
    from: readonly number[]
    rows: readonly { row: number; amounts: readonly Cents[] }[]
  },
): readonly number[] {
  if (unit === 'wan') return from
  const copies = from.map((_, i) => columns.length + 1 + i)
  const format = styles.cell('money', { muted: true })
  sheet.writeStringWithFormat(HEADER_ROW - 1, copies[0]!, ledgerWords.chartData[language], styles.note)
  copies.forEach((copy, i) =>
    sheet
      .setColumnWidth(copy, 19)
      .writeStringWithFormat(HEADER_ROW, copy, columns[from[i]!]!.title, styles.figureHeader('money')),
  )
  for (const { row, amounts } of rows)
    amounts.forEach((amount, i) => sheet.writeNumberWithFormat(row, copies[i]!, excelMoney(amount, 'wan'), format))
  return copies
}
