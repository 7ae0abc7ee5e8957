import { z } from 'zod'
import { FileHash } from '../files/file.ts'
import { defineTask } from '../kernel/operation.ts'

/** What can be imported from Excel. */
export const ImportKind = z.enum(['products', 'parties', 'lines'])
export type ImportKind = z.infer<typeof ImportKind>

/** The first sheet of an .xlsx as texts; refuses `sheet.*` for what is no such file. Changes nothing. */
export const readSheetTask = defineTask({
  name: 'imports.readSheet',
  permission: 'files.read',
  summary: { zh: '读取 Excel 文件的第一张工作表', en: 'Read the first sheet of an Excel file' },
  input: z.strictObject({ fileHash: FileHash }),
  output: z.strictObject({
    rows: z.array(z.strictObject({ number: z.int(), cells: z.array(z.string()) })),
  }),
})

/** An empty .xlsx with the headings that an import understands, and a second sheet that explains them. */
export const makeImportTemplate = defineTask({
  name: 'imports.makeTemplate',
  permission: 'files.read',
  summary: { zh: '生成 Excel 导入模板', en: 'Make the Excel template of an import' },
  input: z.strictObject({ kind: ImportKind, language: z.enum(['zh', 'en']).default('zh') }),
  output: z.strictObject({ fileHash: FileHash }),
})

export const importOperations = [readSheetTask, makeImportTemplate] as const
