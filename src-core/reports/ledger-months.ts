import type { Cents } from '../../src-shared/kernel/cents.ts'
import { CHART_ROW, chartColumns, drawFigures, FIRST_ROW, moneyColumns, tallyFigures } from './figure-sheet.ts'
import type { FigureColumn, FigureSheetOptions } from './figure-sheet.ts'
import { drawColumnChart } from './ledger-charts.ts'
import { emptyTally, sumTallies, type LedgerTally } from './ledger-tally.ts'
import { ledgerWords } from './ledger-words.ts'
import type { DrawingBoard } from './list-sheet.ts'

/** More months than that make a chart nobody reads; it shows the last ones. */
const MOST_CHART_MONTHS = 36

/** Second sheet: contracts by the month of signing, with a chart of amounts and counts. */
export function drawMonthsSheet(board: DrawingBoard, tally: LedgerTally, options: FigureSheetOptions): void {
  const { language } = options
  const { directions, monthSpan } = tally
  const of = (month: string) => tally.months.get(month) ?? { in: emptyTally(), out: emptyTally(), none: emptyTally() }
  const columns: FigureColumn[] = [
    { title: ledgerWords.month[language], kind: 'text', width: 13 },
    { title: ledgerWords.contracts[language], kind: 'integer', width: 11 },
    ...directions.flatMap((direction) => moneyColumns(direction, language)),
  ]
  const figures = (months: readonly string[]) => [
    sumTallies(months.flatMap((month) => Object.values(of(month)))).count,
    ...directions.flatMap((direction) => tallyFigures(sumTallies(months.map((month) => of(month)[direction])))),
  ]
  const shown = tally.months.has('') ? [...monthSpan, ''] : monthSpan
  const { sheet, pixels } = drawFigures(board, {
    ...options,
    name: ledgerWords.months[language],
    title: ledgerWords.monthsTitle[language],
    columns,
    rows: shown.map((month) => [month === '' ? ledgerWords.unsigned[language] : month, ...figures([month])]),
    totals: [null, ...figures(shown)],
  })

  const charted = monthSpan.slice(-MOST_CHART_MONTHS)
  if (charted.length === 0) return
  const first = FIRST_ROW + monthSpan.length - charted.length
  const amounts = chartColumns(board, sheet, {
    ...options,
    columns,
    from: directions.map((_, i) => 2 + 3 * i),
    rows: charted.map((month, i) => ({
      row: first + i,
      amounts: directions.map((direction): Cents => of(month)[direction].amount),
    })),
  })
  drawColumnChart(board, sheet, {
    language,
    at: [CHART_ROW, 0],
    // A table without money is narrow.
    pixels: Math.max(pixels, 560),
    rows: [first, first + charted.length - 1],
    series: directions.map((direction, i) => ({ direction, column: amounts[i]! })),
    countColumn: 1,
  })
}
