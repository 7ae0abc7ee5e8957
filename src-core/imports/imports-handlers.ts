import { lineColumns } from '../../src-shared/contracts/line-import.ts'
import { makeImportTemplate, readSheetTask, type ImportKind } from '../../src-shared/imports/imports-operations.ts'
import type { ImportColumn } from '../../src-shared/imports/sheet-table.ts'
import { partyColumns } from '../../src-shared/parties/party-import.ts'
import { productColumns } from '../../src-shared/products/product-import.ts'
import { handleTask } from '../execution/handlers.ts'
import { writeImportTemplate } from './write-import-template.ts'

const kinds: Record<ImportKind, { columns: readonly ImportColumn[]; title: { zh: string; en: string } }> = {
  products: { columns: productColumns, title: { zh: '产品', en: 'Products' } },
  parties: { columns: partyColumns, title: { zh: '往来单位', en: 'Parties' } },
  lines: { columns: lineColumns, title: { zh: '标的明细', en: 'Lines' } },
}

const handleReadSheet = handleTask(readSheetTask, async ({ files, documents, signal }, { fileHash }) => ({
  rows: (await documents.readSheet(files.get(fileHash), signal)).map(({ number, cells }) => ({
    number,
    cells: [...cells],
  })),
}))

const handleMakeImportTemplate = handleTask(makeImportTemplate, async ({ files, now, actor }, { kind, language }) => ({
  fileHash: files.put(await writeImportTemplate({ ...kinds[kind], language, generatedAt: now, author: actor.name })),
}))

export const importsHandlers = { commands: [], queries: [], tasks: [handleReadSheet, handleMakeImportTemplate] }
