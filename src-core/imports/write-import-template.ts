import type { ImportColumn } from '../../src-shared/imports/sheet-table.ts'
import { writeListWorkbook } from '../reports/list-workbook.ts'
import type { Language, SheetColumn } from '../reports/sheet-column.ts'
import { textWidth } from '../reports/sheet-style.ts'

interface TemplateOptions {
  /** Name of the sheet and of the document. */
  title: { zh: string; en: string }
  columns: readonly ImportColumn[]
  language: Language
  /** UTC ms. */
  generatedAt: number
  author: string
}

const words = {
  notes: { zh: '填写说明', en: 'How to fill it in' },
  column: { zh: '列', en: 'Column' },
  required: { zh: '必填', en: 'Required' },
  yes: { zh: '是', en: 'yes' },
  hint: { zh: '填写要求', en: 'What may stand in it' },
  example: { zh: '示例', en: 'Example' },
} as const

/** An empty sheet with the headings of an import, all cells text so that Excel changes no code, and beside it a sheet that explains each column. */
export async function writeImportTemplate({
  title,
  columns,
  language,
  generatedAt,
  author,
}: TemplateOptions): Promise<Uint8Array> {
  const name = title[language]
  const headings = columns.map((column) => ({
    key: column.key,
    kind: 'text' as const,
    // Marked as people mark forms; the import reads it without.
    title: { zh: `${column.title.zh}${star(column)}`, en: `${column.title.en}${star(column)}` },
    width: Math.max(14, textWidth(column.title[language]) + 6, textWidth(column.example) + 4),
  })) as SheetColumn<Record<string, string>>[]
  return writeListWorkbook<Record<string, string>>(
    { name, tableName: 'Import', columns: headings, language, unit: 'yuan' },
    [],
    { properties: { title: name, company: '', author }, generatedAt },
    ({ workbook, styles }) => {
      const sheet = workbook.addWorksheet().setName(words.notes[language]).setScreenGridlines(false)
      const heads = [words.column, words.required, words.hint, words.example]
      const widths = [24, 10, 60, 32]
      heads.forEach((head, at) => {
        sheet.setColumnWidth(at, widths[at]!)
        sheet.writeStringWithFormat(0, at, head[language], styles.header)
      })
      columns.forEach((column, at) => {
        const cells = [
          column.title[language],
          column.required === true ? words.yes[language] : '',
          column.hint[language],
          column.example,
        ]
        cells.forEach((text, across) => sheet.writeStringWithFormat(at + 1, across, text, styles.cell('text')))
      })
    },
  )
}

const star = ({ required }: ImportColumn): string => (required === true ? ' *' : '')
