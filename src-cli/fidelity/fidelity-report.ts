import type { ShapeComparison } from './compare-shapes.ts'
import type { TextComparison } from './compare-text.ts'

/** Whether one document's comparison was possible, and what it measured. */
export type DocumentResult =
  | { file: string; failed: string }
  | {
      file: string
      failed?: undefined
      text: TextComparison
      shapes: ShapeComparison
      notCarried: string[]
      milliseconds: number
    }

/** What the corpus as a whole has to reach. */
export const bars = { sameCount: 0.9, samePage: 0.97 }

export interface Totals {
  documents: number
  failed: number
  /** Documents with text missing or twice. */
  textWrong: number
  /** Share of documents with the same number of pages. */
  sameCount: number
  /** Share of all words of all documents on the same page. */
  samePage: number
  passed: boolean
}

export function totals(results: readonly DocumentResult[]): Totals {
  const compared = results.filter((result) => result.failed === undefined)
  const words = compared.reduce((sum, { text }) => sum + text.words, 0)
  const same = compared.reduce((sum, { text }) => sum + text.words * text.samePage, 0)
  const textWrong = compared.filter(({ text }) => text.missing + text.extra !== '').length
  const sameCount =
    compared.filter(({ text }) => text.pages === text.referencePages).length / Math.max(results.length, 1)
  const samePage = words === 0 ? 0 : same / words
  const failed = results.length - compared.length
  return {
    documents: results.length,
    failed,
    textWrong,
    sameCount,
    samePage,
    passed: failed === 0 && textWrong === 0 && sameCount >= bars.sameCount && samePage >= bars.samePage,
  }
}

/** How bad a document is: text that is wrong weighs most, then pages, then where words stand. */
function badness(result: DocumentResult): number {
  if (result.failed !== undefined) return Number.POSITIVE_INFINITY
  const { text, shapes } = result
  const wrong = [...(text.missing + text.extra)].length
  return (
    (wrong > 0 ? 200 : 0) +
    wrong * 20 +
    Math.abs(text.pages - text.referencePages) * 500 +
    (1 - text.samePage) * 1000 +
    text.median +
    (1 - shapes.rulesAgreeing) * 50 +
    (1 - shapes.areasAgreeing) * 50
  )
}

export const worstFirst = (results: readonly DocumentResult[]): DocumentResult[] =>
  results.toSorted((a, b) => badness(b) - badness(a) || (a.file < b.file ? -1 : 1))

const percent = (share: number) => `${(share * 100).toFixed(1)} %`
const shortened = (text: string, length = 24) =>
  [...text].length > length ? `${[...text].slice(0, length).join('')}… (${[...text].length})` : text

const columns = [
  'document',
  'pages',
  'missing',
  'extra',
  'same page',
  'median pt',
  '95 % pt',
  'rules',
  'areas',
  'line breaks',
] as const

function cells(result: DocumentResult): string[] {
  if (result.failed !== undefined)
    return [result.file, 'failed', shortened(result.failed, 60), '', '', '', '', '', '', '']
  const { text, shapes } = result
  return [
    result.file,
    text.pages === text.referencePages ? String(text.pages) : `${text.pages} ≠ ${text.referencePages}`,
    shortened(text.missing),
    shortened(text.extra),
    percent(text.samePage),
    text.median.toFixed(1),
    text.percentile95.toFixed(1),
    shapes.rules + shapes.referenceRules === 0 ? '–' : `${percent(shapes.rulesAgreeing)} of ${shapes.referenceRules}`,
    shapes.areas + shapes.referenceAreas === 0 ? '–' : `${percent(shapes.areasAgreeing)} of ${shapes.referenceAreas}`,
    percent(text.lineBreaks),
  ]
}

/** Columns a text takes on a terminal: Chinese characters take two. */
const terminalWidth = (text: string) =>
  [...text].reduce(
    (sum, character) => sum + (/[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60\u3000-\u303f]/.test(character) ? 2 : 1),
    0,
  )

/** The table for a terminal, worst first. */
export function terminalTable(results: readonly DocumentResult[]): string {
  const rows = [[...columns], ...worstFirst(results).map(cells)]
  const widths = columns.map((_, i) => Math.max(...rows.map((row) => terminalWidth(row[i]!))))
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell + ' '.repeat(widths[i]! - terminalWidth(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const verdict = (reached: boolean) => (reached ? 'reached' : 'NOT REACHED')

/** The totals against the bars, a line each. */
export function totalLines(results: readonly DocumentResult[]): string[] {
  const { documents, failed, textWrong, sameCount, samePage } = totals(results)
  return [
    `documents: ${documents}, not converted: ${failed}`,
    `text missing or twice: in ${textWrong} (bar 0) ${verdict(textWrong === 0)}`,
    `same page count: ${percent(sameCount)} (bar ${percent(bars.sameCount)}) ${verdict(sameCount >= bars.sameCount)}`,
    `words on the same page: ${percent(samePage)} (bar ${percent(bars.samePage)}) ${verdict(samePage >= bars.samePage)}`,
  ]
}

const escapeMarkdown = (text: string) => text.replaceAll(/[|\\`*_<>[\]]/g, '\\$&')

/** The page for docs/: how it was measured and the last table. */
export function markdownReport(results: readonly DocumentResult[], reference: string): string {
  const table = [
    [...columns],
    columns.map(() => '---'),
    ...worstFirst(results).map((result) => cells(result).map(escapeMarkdown)),
  ]
  const notes = worstFirst(results).flatMap((result) =>
    result.failed === undefined && result.notCarried.length > 0
      ? [`- ${result.file}: ${escapeMarkdown(result.notCarried.join('; '))}`]
      : [],
  )
  return `# How close our PDFs are to LibreOffice's

Written by \`npm run fidelity\`. Each document of \`test/corpus\` is converted by our own converter and by ${reference}, both with
the very same font files; \`pdftotext -bbox-layout\` tells where each word stands, and lines, pictures and grounds are read from the pixels of
the pages. LibreOffice is a yardstick, not the truth: where Word lays out otherwise, Word is right.

${totalLines(results)
  .map((line) => `- ${line}`)
  .join('\n')}

**missing**, **extra**: characters that only the reference, only we have. **same page**: share of words that stand on the same page. **median**,
**95 %**: distance of words on the same page in points. **rules**, **areas**: straight lines, and pictures and grounds, that have their like at the same place.
**line breaks** differ by design (punctuation is squeezed, Chinese and Latin are spaced as Word does) and are only reported.

${table.map((row) => `| ${row.join(' | ')} |`).join('\n')}
${notes.length > 0 ? `\nWhat the converter itself reports as not carried:\n\n${notes.join('\n')}\n` : ''}`
}
