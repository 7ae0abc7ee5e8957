import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Language, SheetColumn } from './sheet-column.ts'
import type { TaskContext } from '../execution/task-context.ts'
import { readCompanyName } from '../settings/company-record.ts'
import { generatedNote } from './generated-note.ts'
import { ledgerWords } from './ledger-words.ts'
import { writeListWorkbook } from './list-workbook.ts'

/** A page of a list, as its query gives it. */
interface Page<Row> {
  rows: readonly Row[]
  next: string | null
  total: number
}

interface ListExport<Row, Shown> {
  /** Of the sheet, its heading and the document. */
  title: Record<Language, string>
  /** How the rows are counted in the foot: an Excel number format. */
  countFormat: Record<Language, string>
  columns: readonly SheetColumn<Shown>[]
  /** The next page of the list behind a place; null for the first. */
  page(after: string | null): Page<Row>
  shown(row: Row): Shown
  isMuted?: (row: Shown) => boolean
  language: Language
}

/**
 * All rows of a list as the person sees it, filtered and sorted, as an .xlsx in the file store: typed cells, a header that stays, totals of what a
 * filter in Excel leaves. Refuses as `writeListWorkbook`; stops when the task is cancelled.
 */
export async function exportList<Row, Shown>(
  { files, read, actor, now, timeZone, signal, progress }: TaskContext,
  { title, countFormat, columns, page, shown, isMuted, language }: ListExport<Row, Shown>,
): Promise<{ fileHash: string; rows: number }> {
  const company = readCompanyName(read)
  let total = 0
  let done = 0
  async function* rows(): AsyncGenerator<Shown> {
    let after: string | null = null
    do {
      signal.throwIfAborted()
      const found: Page<Row> = page(after)
      total = found.total
      for (const row of found.rows) yield shown(row)
      done += found.rows.length
      progress({ done, total, step: 'list' })
      after = found.next
      // Between two pages the desk answers others.
      await nextTurn()
    } while (after !== null)
  }
  const bytes = await writeListWorkbook<Shown>(
    {
      name: title[language],
      tableName: 'List',
      columns,
      language,
      unit: 'yuan',
      heading: {
        title: title[language],
        note: [company, ledgerWords.unit.yuan[language], generatedNote(now, timeZone, language)]
          .filter((part) => part !== '')
          .join('　'),
      },
      totals: { label: ledgerWords.total[language], countFormat: countFormat[language] },
      frozenColumns: 1,
      ...(isMuted && { isMuted }),
    },
    rows(),
    { properties: { title: title[language], company, author: actor.name }, generatedAt: now, signal },
  )
  return { fileHash: files.put(bytes), rows: done }
}
