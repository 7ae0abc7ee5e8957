import { zipSync } from 'fflate'
import { numberingXml } from './numbering.ts'
import { page } from './page.ts'
import { stylesXml } from './styles.ts'
import { escapeXml, pageField, paragraphOf, run, runs } from './wordml.ts'

/** A picture for the running header. */
export interface Letterhead {
  readonly png: Uint8Array
  /** Its size on paper, in millimetres. */
  readonly width: number
  readonly height: number
  /** Read aloud in place of the picture. */
  readonly description: string
}

export interface DocxContent {
  readonly title: string
  readonly body: string
  /** What stands at the left of the running header: a field with the name of the company that issues the document. */
  readonly headerName: string
  /** 合同编号 or 协议编号. */
  readonly numberLabel: string
  /** The first page is a cover without header and footer. */
  readonly cover: boolean
  readonly letterhead?: Letterhead
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const wordNamespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  `xmlns:r="${relationships}" ` +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'

/**
 * The parts of a .docx → its bytes, the same on every machine and run: parts in a fixed order, a fixed date, and a compressor
 * in plain JavaScript (zlib's output differs between builds).
 */
export function packageDocx(content: DocxContent): Uint8Array {
  const parts: [name: string, data: string | Uint8Array][] = [
    ['[Content_Types].xml', contentTypes(content)],
    ['_rels/.rels', packageRelationships],
    ['docProps/core.xml', coreProperties(content.title)],
    ['docProps/app.xml', appProperties],
    ['word/document.xml', documentXml(content)],
    ['word/_rels/document.xml.rels', documentRelationships(content)],
    ['word/styles.xml', stylesXml()],
    ['word/numbering.xml', numberingXml()],
    ['word/settings.xml', settings],
    ['word/fontTable.xml', fontTable],
    ['word/header1.xml', headerXml(content)],
    ['word/footer1.xml', footerXml],
  ]
  if (content.cover) {
    parts.push(['word/header2.xml', coverHeaderXml(content)], ['word/footer2.xml', emptyFooter])
  }
  if (content.letterhead) {
    parts.push(['word/media/logo.png', content.letterhead.png], ['word/_rels/header1.xml.rels', headerRelationships])
    if (content.cover) parts.push(['word/_rels/header2.xml.rels', headerRelationships])
  }
  const encoder = new TextEncoder()
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  const files = Object.fromEntries(
    parts.map(([name, data]) => [name, typeof data === 'string' ? encoder.encode(declaration + data) : data]),
  )
  // A local date, because the zip format stores local time.
  return zipSync(files, { level: 9, mtime: new Date(2026, 0, 1, 0, 0, 0) })
}

function reference(part: 'header' | 'footer', type: 'default' | 'first', id: string): string {
  return `<w:${part}Reference w:type="${type}" r:id="${id}"/>`
}

function documentXml({ body, cover }: DocxContent): string {
  const first = cover ? reference('header', 'first', 'rIdHeader2') + reference('footer', 'first', 'rIdFooter2') : ''
  const section =
    `<w:sectPr>${reference('header', 'default', 'rIdHeader1')}${reference('footer', 'default', 'rIdFooter1')}${first}` +
    `<w:pgSz w:w="${page.width}" w:h="${page.height}"/>` +
    `<w:pgMar w:top="${page.top}" w:right="${page.side}" w:bottom="${page.bottom}" w:left="${page.side}" w:header="${page.header}" w:footer="${page.footer}" w:gutter="0"/>` +
    `<w:cols w:space="425"/>${cover ? '<w:titlePg/>' : ''}<w:docGrid w:linePitch="312"/></w:sectPr>`
  return `<w:document ${wordNamespaces}><w:body>${body}${section}</w:body></w:document>`
}

function headerXml({ headerName, numberLabel, letterhead }: DocxContent): string {
  const left = letterhead ? picture(letterhead) : runs(headerName)
  const content = `${left}<w:r><w:tab/></w:r>${runs(`${numberLabel}：{{合同.编号}}`)}`
  return `<w:hdr ${wordNamespaces}>${paragraphOf(content, { style: 'Header' })}</w:hdr>`
}

function picture({ width, height, description }: Letterhead): string {
  // English Metric Units: 36 000 a millimetre.
  const extent = `cx="${Math.round(width * 36_000)}" cy="${Math.round(height * 36_000)}"`
  const name = escapeXml(description)
  return (
    `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${extent}/><wp:docPr id="1" name="logo" descr="${name}"/>` +
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>' +
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>' +
    `<pic:nvPicPr><pic:cNvPr id="1" name="logo.png" descr="${name}"/><pic:cNvPicPr/></pic:nvPicPr>` +
    '<pic:blipFill><a:blip r:embed="rIdLogo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>' +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
  )
}

const footerXml = `<w:ftr ${wordNamespaces}>${paragraphOf(
  `${run('第 ')}${pageField('PAGE', '1')}${run(' 页　共 ')}${pageField('NUMPAGES', '1')}${run(' 页')}`,
  { style: 'Footer' },
)}</w:ftr>`

/** A cover has no running header, but on a letterhead it shows the logo. */
function coverHeaderXml({ letterhead }: DocxContent): string {
  return `<w:hdr ${wordNamespaces}>${paragraphOf(letterhead ? picture(letterhead) : '', { style: 'CoverHeader' })}</w:hdr>`
}

const emptyFooter = `<w:ftr ${wordNamespaces}>${paragraphOf('', { style: 'Footer' })}</w:ftr>`

const settings =
  '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:zoom w:percent="100"/>' +
  '<w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/>' +
  '<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'

// The English name lets Word on macOS and LibreOffice find the same face.
const fonts: readonly [name: string, other: string | undefined, charset: string, family: string][] = [
  ['宋体', 'SimSun', '86', 'auto'],
  ['黑体', 'SimHei', '86', 'modern'],
  ['Times New Roman', undefined, '00', 'roman'],
  ['Arial', undefined, '00', 'swiss'],
]
const fontTable = `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts
  .map(
    ([name, other, charset, family]) =>
      `<w:font w:name="${name}">${other ? `<w:altName w:val="${other}"/>` : ''}<w:charset w:val="${charset}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  )
  .join('')}</w:fonts>`

function contentTypes({ cover, letterhead }: DocxContent): string {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const overrides: [string, string][] = [
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
    ['/word/document.xml', `${word}.document.main+xml`],
    ['/word/styles.xml', `${word}.styles+xml`],
    ['/word/numbering.xml', `${word}.numbering+xml`],
    ['/word/settings.xml', `${word}.settings+xml`],
    ['/word/fontTable.xml', `${word}.fontTable+xml`],
    ['/word/header1.xml', `${word}.header+xml`],
    ['/word/footer1.xml', `${word}.footer+xml`],
  ]
  if (cover) overrides.push(['/word/header2.xml', `${word}.header+xml`], ['/word/footer2.xml', `${word}.footer+xml`])
  return (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${letterhead ? '<Default Extension="png" ContentType="image/png"/>' : ''}` +
    `${overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join('')}</Types>`
  )
}

function relationshipsXml(entries: readonly [id: string, type: string, target: string][]): string {
  const list = entries
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`
}

const packageRelationships = relationshipsXml([
  ['rId1', `${relationships}/officeDocument`, 'word/document.xml'],
  [
    'rId2',
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    'docProps/core.xml',
  ],
  ['rId3', `${relationships}/extended-properties`, 'docProps/app.xml'],
])

const headerRelationships = relationshipsXml([['rIdLogo', `${relationships}/image`, 'media/logo.png']])

function documentRelationships({ cover }: DocxContent): string {
  const entries: [string, string, string][] = [
    ['rIdStyles', `${relationships}/styles`, 'styles.xml'],
    ['rIdNumbering', `${relationships}/numbering`, 'numbering.xml'],
    ['rIdSettings', `${relationships}/settings`, 'settings.xml'],
    ['rIdFonts', `${relationships}/fontTable`, 'fontTable.xml'],
    ['rIdHeader1', `${relationships}/header`, 'header1.xml'],
    ['rIdFooter1', `${relationships}/footer`, 'footer1.xml'],
  ]
  if (cover) {
    entries.push(
      ['rIdHeader2', `${relationships}/header`, 'header2.xml'],
      ['rIdFooter2', `${relationships}/footer`, 'footer2.xml'],
    )
  }
  return relationshipsXml(entries)
}

function coreProperties(title: string): string {
  const date = '2026-01-01T00:00:00Z'
  return (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>契单 Qidan</dc:creator><cp:lastModifiedBy>契单 Qidan</cp:lastModifiedBy><cp:revision>1</cp:revision>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified><dc:language>zh-CN</dc:language></cp:coreProperties>`
  )
}

const appProperties =
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Qidan</Application><DocSecurity>0</DocSecurity><AppVersion>1.0000</AppVersion></Properties>'
