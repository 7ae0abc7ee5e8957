import { bidDocument } from './bid-document.ts'
import { runFormatting, symbolsCheckboxes } from './characters.ts'
import { englishContract } from './english-contract.ts'
import { frameworkAgreement } from './framework-agreement.ts'
import { libraryDocuments } from './library-documents.ts'
import { longTable } from './long-table.ts'
import { footnotesEndnotes, twoColumns } from './notes-columns.ts'
import { officialNotice } from './official-notice.ts'
import { packageDocx, type CorpusDocument } from './package-docx.ts'
import { bordersShading, documentGrid, listsAlignment, pagination, tabsBlanks } from './paragraphs.ts'
import { picturesPlaced, picturesShaped, textBoxes } from './pictures.ts'
import { controlsFields, trackedFinal, trackedMarked } from './revisions-fields.ts'
import { runningHeads } from './running-heads.ts'
import { salesContract } from './sales-contract.ts'
import { serviceAgreement } from './service-agreement.ts'
import { statementOfAccount } from './statement-of-account.ts'
import { mergedCells, nestedTables } from './tables-nested-merged.ts'
import { rowHeights, tableStyles, verticalText } from './tables-rows-directions.ts'

const documents: Readonly<Record<string, CorpusDocument | (() => CorpusDocument)>> = {
  'bid-landscape-sections': bidDocument,
  'borders-shading': bordersShading,
  'controls-fields': controlsFields,
  'document-grid': documentGrid,
  'english-contract': englishContract,
  'footnotes-endnotes': footnotesEndnotes,
  'framework-agreement': frameworkAgreement,
  'lists-alignment': listsAlignment,
  'long-table': longTable,
  'merged-cells': mergedCells,
  'nested-tables': nestedTables,
  'official-notice': officialNotice,
  pagination,
  'pictures-placed': picturesPlaced,
  'pictures-shaped': picturesShaped,
  'row-heights': rowHeights,
  'run-formatting': runFormatting,
  'running-heads': runningHeads,
  'sales-contract': salesContract,
  'service-agreement': serviceAgreement,
  'statement-of-account': statementOfAccount,
  'symbols-checkboxes': symbolsCheckboxes,
  'table-styles': tableStyles,
  'tabs-blanks': tabsBlanks,
  'text-boxes': textBoxes,
  'tracked-final': trackedFinal,
  'tracked-marked': trackedMarked,
  'two-columns': twoColumns,
  'vertical-text': verticalText,
}

/** Files that LibreOffice opened and saved as .docx again: their XML is another program's. Kept as they are, for its output differs by version. */
export const resavedByLibreOffice: Readonly<Record<string, string>> = {
  'resaved-footnotes': 'footnotes-endnotes',
  'resaved-merged-cells': 'merged-cells',
  'resaved-pictures': 'pictures-placed',
  'resaved-sales-contract': 'sales-contract',
}

/** Every file of the corpus that is made here, by name; the same bytes on every run. */
export async function generatedCorpus(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const [name, document] of Object.entries(documents))
    files.set(`${name}.docx`, packageDocx(typeof document === 'function' ? document() : document))
  for (const [name, make] of Object.entries(libraryDocuments)) files.set(`${name}.docx`, await make())
  return files
}
