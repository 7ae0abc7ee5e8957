import { CHART_ROW, chartColumns, drawFigures, FIRST_ROW, moneyColumns, tallyFigures } from './figure-sheet.ts'
import type { FigureColumn, FigureSheetOptions } from './figure-sheet.ts'
import { drawRankingChart } from './ledger-charts.ts'
import { sumTallies, type LedgerTally, type Tally } from './ledger-tally.ts'
import { ledgerWords, otherParties, topPartiesTitle } from './ledger-words.ts'
import type { DrawingBoard } from './list-sheet.ts'

const TOP = 20
const CHARTED = 10

/** Sheet of the parties with the largest contracts in one direction, the rest in one row, with a chart of the first ten. */
export function drawPartiesSheet(
  board: DrawingBoard,
  tally: LedgerTally,
  direction: 'in' | 'out',
  options: FigureSheetOptions,
): void {
  const { language } = options
  const ranked = tally.rankedParties(direction)
  const top = ranked.slice(0, TOP)
  const rest = ranked.slice(TOP)
  const total = sumTallies(ranked)
  const columns: FigureColumn[] = [
    { title: ledgerWords.rank[language], kind: 'rank', width: 8 },
    { title: ledgerWords.party[direction][language], kind: 'text', width: 40 },
    { title: ledgerWords.creditCode[language], kind: 'text', width: 23 },
    { title: ledgerWords.contracts[language], kind: 'integer', width: 10 },
    ...moneyColumns(direction, language),
    { title: ledgerWords.share[language], kind: 'share', width: 10 },
  ]
  const figures = (of: Tally) => [of.count, ...tallyFigures(of), total.amount === 0 ? null : of.amount / total.amount]
  const rows = top.map((party, i) => [i + 1, party.name, party.creditCode, ...figures(party)])
  const { sheet, pixels } = drawFigures(board, {
    ...options,
    name: ledgerWords.partySheet[direction][language],
    title: topPartiesTitle(top.length, direction, language),
    columns,
    rows:
      rest.length === 0
        ? rows
        : [...rows, [null, otherParties(rest.length, direction, language), null, ...figures(sumTallies(rest))]],
    totals: [null, null, null, total.count, ...tallyFigures(total), null],
  })

  const charted = top.slice(0, CHARTED)
  const [amount] = chartColumns(board, sheet, {
    ...options,
    columns,
    from: [4],
    rows: charted.map((party, i) => ({ row: FIRST_ROW + i, amounts: [party.amount] })),
  })
  drawRankingChart(board, sheet, {
    language,
    title: topPartiesTitle(charted.length, direction, language),
    direction,
    at: [CHART_ROW, 0],
    pixels,
    rows: [FIRST_ROW, FIRST_ROW + charted.length - 1],
    nameColumn: 1,
    column: amount!,
  })
}
