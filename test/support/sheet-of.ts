import { writeSheet } from '../../src-core/reports/write-sheet.ts'
import type { SheetColumn } from '../../src-core/reports/sheet-column.ts'

/** A sheet of texts as an .xlsx, the headings in its first row. */
export async function sheetOf(headings: readonly string[], rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const columns = headings.map((zh, at) => ({ key: `c${at}`, kind: 'text', title: { zh, en: zh } }))
  return writeSheet({
    name: '导入',
    company: '',
    author: '',
    language: 'zh',
    generatedAt: 0,
    columns: columns as unknown as SheetColumn<{ id: string }>[],
    rows: rows.map((cells, at) => ({ id: String(at), ...Object.fromEntries(cells.map((text, i) => [`c${i}`, text])) })),
  })
}
