import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { appRoot } from '../../src-core/app-files.ts'
import { convertDocx } from '../../src-core/documents/convert/convert-docx.ts'
import { openDocx } from '../../src-core/documents/docx/open-docx.ts'
import { attr, child } from '../../src-core/documents/docx/xml.ts'
import { compareShapes } from './compare-shapes.ts'
import { compareText } from './compare-text.ts'
import { externalPrograms, runProgram } from './external-programs.ts'
import { markdownReport, terminalTable, totalLines, totals, type DocumentResult } from './fidelity-report.ts'
import { readGreyPages } from './page-shapes.ts'
import { readPageText } from './page-text.ts'
import { referencePdfs } from './reference-pdf.ts'
import { writeSideBySide } from './side-by-side.ts'

export interface FidelityOptions {
  /** One .docx instead of the corpus. */
  file?: string
  /** Folder for side-by-side pictures. */
  out?: string
  json?: boolean
}

const corpusFolder = join(appRoot, 'test', 'corpus')
const cacheFolder = join(appRoot, 'out', 'fidelity')

/**
 * `qidan fidelity`: our PDFs of the corpus against LibreOffice's. Prints a table, worst first, and the totals; a run over the whole
 * corpus writes docs/fidelity.md. Returns 1 when a bar is not reached.
 */
export async function fidelity(options: FidelityOptions): Promise<number> {
  const programs = externalPrograms()
  const documents = options.file === undefined ? corpusDocuments() : [resolve(options.file)]
  const references = await referencePdfs(documents, programs.soffice, cacheFolder)
  const work = mkdtempSync(join(tmpdir(), 'qidan-fidelity-'))
  const results: DocumentResult[] = []
  try {
    for (const document of documents)
      results.push(await compareDocument(document, references.get(document)!, work, options.out))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ results, totals: totals(results) }, null, 2)}\n`)
  else process.stdout.write(`${terminalTable(results)}\n\n${totalLines(results).join('\n')}\n`)
  if (options.file === undefined) {
    const { stdout } = await runProgram(programs.soffice, ['--version'])
    mkdirSync(join(appRoot, 'docs'), { recursive: true })
    writeFileSync(
      join(appRoot, 'docs', 'fidelity.md'),
      markdownReport(results, /^LibreOffice [\d.]+/.exec(stdout)?.[0] ?? 'LibreOffice'),
    )
  }
  return totals(results).passed ? 0 : 1

  async function compareDocument(
    document: string,
    referencePdf: Uint8Array,
    folder: string,
    pictures: string | undefined,
  ): Promise<DocumentResult> {
    const file = basename(document, '.docx')
    const bytes = new Uint8Array(readFileSync(document))
    const began = performance.now()
    let ours
    try {
      ours = await convertDocx(bytes, { marks: await marksOf(bytes) })
    } catch (error) {
      return { file, failed: error instanceof Error ? error.message : String(error) }
    }
    const milliseconds = Math.round(performance.now() - began)
    const [own, reference] = [join(folder, 'ours.pdf'), join(folder, 'reference.pdf')]
    writeFileSync(own, ours.pdf)
    writeFileSync(reference, referencePdf)
    const [ownText, referenceText, ownPages, referencePages] = await Promise.all([
      readPageText(own, programs.pdftotext),
      readPageText(reference, programs.pdftotext),
      readGreyPages(own, programs.pdftoppm),
      readGreyPages(reference, programs.pdftoppm),
    ])
    if (pictures !== undefined) {
      writeSideBySide(file, pictures, ownPages, referencePages)
      writeFileSync(join(pictures, `${file}.pdf`), ours.pdf)
      writeFileSync(join(pictures, `${file}.reference.pdf`), referencePdf)
    }
    return {
      file,
      text: compareText(ownText, referenceText),
      shapes: compareShapes(ownPages, referencePages),
      notCarried: ours.notCarried.map(({ what, count, where }) => `${what} × ${count} (${where})`),
      milliseconds,
    }
  }
}

const corpusDocuments = (): string[] =>
  readdirSync(corpusFolder)
    .filter((name) => name.endsWith('.docx'))
    .toSorted()
    .map((name) => join(corpusFolder, name))

/** LibreOffice prints tracked changes as marked, unless the file says that its view hides them. */
async function marksOf(bytes: Uint8Array): Promise<'accepted' | 'marked'> {
  const docx = await openDocx(bytes)
  const link = [...docx.relationships(docx.mainPart).values()].find((each) => each.type.endsWith('/settings'))
  const view = link && child(docx.xml(link.target), 'w:revisionView')
  return attr(view, 'w:insDel') === '0' ? 'accepted' : 'marked'
}
