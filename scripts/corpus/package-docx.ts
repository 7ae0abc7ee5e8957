import {
  contentOf,
  contentTypes,
  coreContent,
  declaration,
  mainContent,
  officeRelationships as office,
  packageRelationships,
  relationships,
  zipFiles,
  type Relation,
} from '../docx/archive.ts'
import { escapeXml } from '../docx/wordml.ts'
import { officeStylesXml } from './styles.ts'

/** A document by its parts; ids of relationships are the names of the parts. */
export interface CorpusDocument {
  readonly title: string
  /** Content of `w:body` with its last `w:sectPr`. */
  readonly body: string
  /** Content of `w:styles`; that of an office document at 五号 by default. */
  readonly styles?: string
  /** Content of `w:numbering`. */
  readonly numbering?: string
  /** Content of headers and footers by name, as in `header-first`. */
  readonly headers?: Readonly<Record<string, string>>
  readonly footers?: Readonly<Record<string, string>>
  /** Notes from 1 on. */
  readonly footnotes?: readonly string[]
  readonly endnotes?: readonly string[]
  readonly comments?: string
  /** Elements of `w:settings` before the compatibility settings. */
  readonly settings?: string
  readonly evenAndOddHeaders?: boolean
  readonly compatibilityMode?: number
  /** Content of `a:theme`. */
  readonly theme?: string
  /** Pictures by file name; the relationship of the same name is in every part that names it. */
  readonly media?: Readonly<Record<string, Uint8Array>>
  /** Addresses of hyperlinks by relationship. */
  readonly links?: Readonly<Record<string, string>>
}

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const namespaces = [
  `xmlns:w="${main}"`,
  `xmlns:r="${office}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:w10="urn:schemas-microsoft-com:office:word"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
].join(' ')

const wordPart = (root: string, content: string) => `<w:${root} ${namespaces} mc:Ignorable="w14">${content}</w:${root}>`

const named = (xml: string) => (name: string) => xml.includes(`"${name}"`)

/** The parts as a .docx. */
export function packageDocx(document: CorpusDocument): Uint8Array {
  const { media = {}, links = {}, headers = {}, footers = {}, footnotes, endnotes } = document
  const parts = new Map<string, { root: string; xml: string }>()
  const add = (name: string, root: string, xml: string) => parts.set(name, { root, xml })
  add('styles', 'styles', wordPart('styles', document.styles ?? officeStylesXml()))
  add('settings', 'settings', wordPart('settings', settings(document)))
  if (document.numbering) add('numbering', 'numbering', wordPart('numbering', document.numbering))
  for (const [name, xml] of Object.entries(headers)) add(name, 'header', wordPart('hdr', xml))
  for (const [name, xml] of Object.entries(footers)) add(name, 'footer', wordPart('ftr', xml))
  if (footnotes) add('footnotes', 'footnotes', wordPart('footnotes', notes('footnote', footnotes)))
  if (endnotes) add('endnotes', 'endnotes', wordPart('endnotes', notes('endnote', endnotes)))
  if (document.comments) add('comments', 'comments', wordPart('comments', document.comments))

  const body = wordPart('document', `<w:body>${document.body}</w:body>`)
  const overrides: [string, string][] = [
    ['/word/document.xml', mainContent],
    ...[...parts].map(([name, { root }]): [string, string] => [`/word/${name}.xml`, contentOf(root)]),
  ]
  if (document.theme)
    overrides.push(['/word/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml'])
  const extensions = [...new Set(Object.keys(media).map((name) => name.split('.').at(-1)!))]

  const files = new Map<string, string | Uint8Array>()
  files.set('[Content_Types].xml', contentTypes(extensions, [...overrides, ['/docProps/core.xml', coreContent]]))
  files.set('_rels/.rels', packageRelationships())
  files.set(
    'docProps/core.xml',
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(document.title)}</dc:title></cp:coreProperties>`,
  )
  files.set('word/document.xml', declaration + body)
  const mediaLinks = (xml: string): Relation[] =>
    Object.keys(media)
      .filter(named(xml))
      .map((name) => [name, `${office}/image`, `media/${name}`])
  const addresses = (xml: string): Relation[] =>
    Object.keys(links)
      .filter(named(xml))
      .map((name) => [name, `${office}/hyperlink`, links[name]!, true])
  const partLinks: Relation[] = [...parts].map(([name, { root }]) => [name, `${office}/${root}`, `${name}.xml`])
  if (document.theme) partLinks.push(['theme', `${office}/theme`, 'theme/theme1.xml'])
  files.set('word/_rels/document.xml.rels', relationships([...partLinks, ...mediaLinks(body), ...addresses(body)]))
  for (const [name, { xml }] of parts) {
    files.set(`word/${name}.xml`, declaration + xml)
    const own = [...mediaLinks(xml), ...addresses(xml)]
    if (own.length > 0) files.set(`word/_rels/${name}.xml.rels`, relationships(own))
  }
  if (document.theme) files.set('word/theme/theme1.xml', declaration + document.theme)
  for (const [name, bytes] of Object.entries(media)) files.set(`word/media/${name}`, bytes)
  return zipFiles(files)
}

const separators = (kind: string) => `<w:${kind}Pr><w:${kind} w:id="-1"/><w:${kind} w:id="0"/></w:${kind}Pr>`

function settings({
  settings: own = '',
  evenAndOddHeaders,
  compatibilityMode = 15,
  footnotes,
  endnotes,
}: CorpusDocument): string {
  return (
    `<w:zoom w:percent="100"/>${own}<w:defaultTabStop w:val="420"/>${evenAndOddHeaders ? '<w:evenAndOddHeaders/>' : ''}<w:characterSpacingControl w:val="compressPunctuation"/>${footnotes ? separators('footnote') : ''}${endnotes ? separators('endnote') : ''}` +
    `<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:ulTrailSpace/><w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="${compatibilityMode}"/></w:compat>`
  )
}

function notes(kind: 'footnote' | 'endnote', contents: readonly string[]): string {
  const separator = (id: number, type: string) =>
    `<w:${kind} w:type="${type}" w:id="${id}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:${type}/></w:r></w:p></w:${kind}>`
  return (
    separator(-1, 'separator') +
    separator(0, 'continuationSeparator') +
    contents.map((content, i) => `<w:${kind} w:id="${i + 1}">${content}</w:${kind}>`).join('')
  )
}
