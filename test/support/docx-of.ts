import { openDocx } from '../../src-core/documents/docx/open-docx.ts'
import { writeZip } from '../../src-core/documents/docx/write-zip.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
export const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'

/** Text of a run; what begins with `<` is markup already. */
const run = (text: string) =>
  text.startsWith('<') ? text : `<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A paragraph of runs: `p('a{', '{b}}')` splits the braces as Word does. */
export const p = (...runs: string[]): string => `<w:p>${runs.map(run).join('')}</w:p>`
export const cell = (...paragraphs: string[]): string =>
  `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${paragraphs.map((x) => (x.startsWith('<') ? x : p(x))).join('')}</w:tc>`
export const row = (...cells: string[]): string =>
  `<w:tr>${cells.map((x) => (x.startsWith('<w:tc') ? x : cell(x))).join('')}</w:tr>`
export const table = (...rows: string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`

export interface MadeDocument {
  header?: string
  footer?: string
  footnotes?: string
  /** More files by name; relationships of the body among them replace ours. */
  files?: Record<string, string | Uint8Array>
}

/** A small .docx with this body. */
export function docxOf(body: string, { header, footer, footnotes, files = {} }: MadeDocument = {}): Uint8Array {
  const related = Object.entries({ header, footer, footnotes }).filter(
    (each): each is [string, string] => each[1] !== undefined,
  )
  const roots: Record<string, [string, string]> = {
    header: ['w:hdr', 'header1'],
    footer: ['w:ftr', 'footer1'],
    footnotes: ['w:footnotes', 'footnotes'],
  }
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>${related.map(([kind]) => `<Override PartName="/word/${roots[kind]![1]}.xml" ContentType="${WORD}.${kind}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
  }
  if (related.length > 0)
    parts['word/_rels/document.xml.rels'] =
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.map(([kind], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${roots[kind]![1]}.xml"/>`).join('')}</Relationships>`
  for (const [kind, inside] of related)
    parts[`word/${roots[kind]![1]}.xml`] = `<${roots[kind]![0]} ${namespaces}>${inside}</${roots[kind]![0]}>`
  return writeZip(
    Object.entries({ ...parts, ...files }).map(([name, content]) => [
      name,
      typeof content === 'string' ? utf8(content) : content,
    ]),
  )
}

/** The body of a part with runs, texts and cells' own markup left out, so that a test shows what a reader sees: `<p>a</p><tbl><tr><tc>…`. */
export async function outline(docx: Uint8Array, part = 'word/document.xml'): Promise<string> {
  const xml = new TextDecoder().decode((await openDocx(docx)).part(part))
  return xml
    .replace(/^.*?<w:(?:body|hdr|ftr|footnotes)[^>]*>/s, '')
    .replace(/<\/w:(?:body|hdr|ftr|footnotes)>.*$/s, '')
    .replaceAll(/<w:tcPr>.*?<\/w:tcPr>|<w:tblPr\/>|<w:tblGrid\/>/gs, '')
    .replaceAll(/<\/?w:(r|t)(?: [^>]*)?\/?>/g, '')
    .replaceAll('w:', '')
}
