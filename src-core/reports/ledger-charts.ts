import type { ChartAxis, ChartFont, ChartRange, Worksheet } from 'wasm-xlsxwriter'
import { CHART_HEIGHT, HEADER_ROW } from './figure-sheet.ts'
import { ledgerWords } from './ledger-words.ts'
import type { DrawingBoard } from './list-sheet.ts'
import type { Language } from './sheet-column.ts'
import { fontName, palette } from './sheet-style.ts'

/** Amounts by month as columns, the number of contracts as a line on an axis of its own. */
export function drawColumnChart(
  board: DrawingBoard,
  sheet: Worksheet,
  {
    language,
    at,
    pixels,
    rows,
    series,
    countColumn,
  }: {
    language: Language
    at: [row: number, column: number]
    /** Width of the table below. */
    pixels: number
    rows: [first: number, last: number]
    series: readonly { direction: 'in' | 'out'; column: number }[]
    countColumn: number
  },
): void {
  const { excel } = board
  const { Chart, ChartSeries, ChartFormat, ChartSolidFill, ChartLine, ChartMarker, ChartMarkerType, Color } = excel
  const categories = () => range(board, sheet, rows, 0)
  const chart = Chart.newColumn()
  for (const { direction, column } of series)
    chart.pushSeries(
      new ChartSeries()
        .setName(headerReference(sheet, column))
        .setCategories(categories())
        .setValues(range(board, sheet, rows, column))
        .setFormat(
          new ChartFormat().setSolidFill(
            new ChartSolidFill().setColor(Color.rgb(direction === 'in' ? palette.moneyIn : palette.moneyOut)),
          ),
        ),
    )
  const line = Chart.newLine()
  line.pushSeries(
    new ChartSeries()
      .setName(ledgerWords.contractCount[language])
      .setCategories(categories())
      .setValues(range(board, sheet, rows, countColumn))
      .setSecondaryAxis(series.length > 0)
      .setFormat(new ChartFormat().setLine(new ChartLine().setColor(Color.rgb(palette.count)).setWidth(1.5)))
      .setMarker(
        new ChartMarker()
          .setType(ChartMarkerType.Circle)
          .setSize(5)
          .setFormat(new ChartFormat().setSolidFill(new ChartSolidFill().setColor(Color.rgb(palette.count)))),
      ),
  )
  const hasMoney = series.length > 0
  const combined = hasMoney ? chart.combine(line) : line
  if (hasMoney) moneyAxis(board, combined.yAxis(), language)
  // The axes of both belong to the combined chart; settings of the line's own are lost.
  const countAxis = hasMoney ? combined.y2Axis() : line.yAxis()
  countAxis
    .setName(ledgerWords.contracts[language])
    .setNameFont(font(board))
    .setFont(font(board))
    .setMin(0)
    .setNumFormat('#,##0')
  combined.xAxis().setFont(font(board, 8))
  combined.title().setName(ledgerWords.monthsTitle[language]).setFont(font(board, 12).setBold())
  combined.legend().setPosition(excel.ChartLegendPosition.Top).setFont(font(board))
  place(sheet, combined, at, pixels, ledgerWords.monthsTitle[language])
}

/** Bars by size, the largest on top as in the table. */
export function drawRankingChart(
  board: DrawingBoard,
  sheet: Worksheet,
  {
    language,
    title,
    direction,
    at,
    pixels,
    rows,
    nameColumn,
    column,
  }: {
    language: Language
    title: string
    direction: 'in' | 'out'
    at: [row: number, column: number]
    /** Width of the table below. */
    pixels: number
    rows: [first: number, last: number]
    nameColumn: number
    column: number
  },
): void {
  const { excel } = board
  const { ChartSeries, ChartFormat, ChartSolidFill, ChartDataLabel, Color } = excel
  const chart = excel.Chart.newBar()
  chart.pushSeries(
    new ChartSeries()
      .setName(headerReference(sheet, column))
      .setCategories(range(board, sheet, rows, nameColumn))
      .setValues(range(board, sheet, rows, column))
      .setFormat(
        new ChartFormat().setSolidFill(
          new ChartSolidFill().setColor(Color.rgb(direction === 'in' ? palette.moneyIn : palette.moneyOut)),
        ),
      )
      .setDataLabel(new ChartDataLabel().showValue().setNumFormat('#,##0').setFont(font(board, 8))),
  )
  // The library calls a bar chart's axes by where they lie: x is along the bottom.
  moneyAxis(board, chart.xAxis(), language)
  chart.yAxis().setFont(font(board, 8))
  chart.title().setName(title).setFont(font(board, 12).setBold())
  chart.legend().setHidden()
  place(sheet, chart, at, pixels, title)
}

function place(
  sheet: Worksheet,
  chart: InstanceType<DrawingBoard['excel']['Chart']>,
  [row, column]: [row: number, column: number],
  pixels: number,
  description: string,
): void {
  chart
    .setWidth(pixels - 8)
    .setHeight(CHART_HEIGHT)
    .setAltText(description)
  sheet.insertChartWithOffset(row, column, chart, 4, 4)
}

function moneyAxis(board: DrawingBoard, axis: ChartAxis, language: Language): void {
  axis.setName(ledgerWords.wanAxis[language]).setNameFont(font(board)).setFont(font(board)).setNumFormat('#,##0')
}

function font({ excel }: DrawingBoard, size = 9): ChartFont {
  return new excel.ChartFont().setName(fontName).setSize(size).setColor(excel.Color.rgb(palette.count))
}

function range({ excel }: DrawingBoard, sheet: Worksheet, [first, last]: [number, number], column: number): ChartRange {
  return excel.ChartRange.newFromRange(sheet.name(), first, column, last, column)
}

/** The series' name is read from the table's header, so that one change there changes both. */
function headerReference(sheet: Worksheet, column: number): string {
  return `='${sheet.name()}'!$${String.fromCodePoint(65 + column)}$${HEADER_ROW + 1}`
}
