import { generatedNote } from './generated-note.ts'
import { LedgerTally } from './ledger-tally.ts'
import { drawMonthsSheet } from './ledger-months.ts'
import { drawPartiesSheet } from './ledger-parties.ts'
import { ledgerColumns, shownRow, type LedgerRow, type ShownLedgerRow } from './ledger-row.ts'
import { ledgerWords } from './ledger-words.ts'
import { writeListWorkbook } from './list-workbook.ts'
import type { Language, MoneyUnit } from './sheet-column.ts'
import type { Paper } from './sheet-style.ts'

export interface LedgerOptions {
  /** `合同台账`. */
  title: string
  company: string
  /** As people read it: `2026-01-01 至 2026-12-31`. */
  period: string
  /** UTC ms, shown in the time zone. */
  generatedAt: number
  timeZone: string
  /** Who made it, for the document's properties. */
  author: string
  language: Language
  unit?: MoneyUnit
  paper?: Paper
  signal?: AbortSignal
  onProgress?: (rows: number) => void
}

/**
 * The contract ledger 合同台账 as an .xlsx: the contracts with totals of what the filter leaves, then by month with a chart, by customer and by
 * supplier. Every row given counts in all sheets, so they agree; leave out beforehand what should not count.
 * Memory grows with months and parties, not with contracts. Refuses as `writeListWorkbook`.
 */
export async function writeContractLedger(
  rows: Iterable<LedgerRow> | AsyncIterable<LedgerRow>,
  {
    title,
    company,
    period,
    generatedAt,
    timeZone,
    author,
    language,
    unit = 'yuan',
    paper,
    signal,
    onProgress,
  }: LedgerOptions,
): Promise<Uint8Array> {
  const tally = new LedgerTally()
  const note = [company, period, ledgerWords.unit[unit][language], generatedNote(generatedAt, timeZone, language)].join(
    '　',
  )
  return writeListWorkbook<ShownLedgerRow>(
    {
      name: ledgerWords.sheet[language],
      tableName: 'Ledger',
      columns: ledgerColumns,
      language,
      unit,
      heading: { title, note },
      totals: {
        label: ledgerWords.total[language],
        countFormat: language === 'zh' ? '"共 "#,##0" 份"' : '#,##0" contracts"',
      },
      frozenColumns: 2,
      paper,
      isMuted: (row) => row.isOver,
    },
    counted(rows, tally, language),
    {
      properties: { title, company, author },
      generatedAt,
      ...(signal && { signal }),
      ...(onProgress && { onProgress }),
    },
    (board) => {
      drawMonthsSheet(board, tally, { language, unit, note })
      for (const direction of tally.directions) drawPartiesSheet(board, tally, direction, { language, unit, note })
    },
  )
}

async function* counted(
  rows: Iterable<LedgerRow> | AsyncIterable<LedgerRow>,
  tally: LedgerTally,
  language: Language,
): AsyncGenerator<ShownLedgerRow> {
  for await (const row of rows) {
    tally.add(row)
    yield shownRow(row, language)
  }
}
