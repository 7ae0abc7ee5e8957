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
import { numberingXml } from './numbering.ts'
import { page } from './page.ts'
import { stylesXml } from './styles.ts'
import { pageField, paragraphOf, run, runs } from './wordml.ts'

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

const wordNamespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  `xmlns:r="${office}" ` +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'

/** A template as a .docx. */
export function packageDocx(content: DocxContent): Uint8Array {
  const { cover, letterhead } = content
  const part = (xml: string) => declaration + xml
  const files = new Map<string, string | Uint8Array>([
    ['[Content_Types].xml', contentTypes(letterhead ? ['png'] : [], partTypes(content))],
    ['_rels/.rels', packageRelationships(['rId3', `${office}/extended-properties`, 'docProps/app.xml'])],
    ['docProps/core.xml', part(coreProperties(content.title))],
    ['docProps/app.xml', part(appProperties)],
    ['word/document.xml', part(documentXml(content))],
    ['word/_rels/document.xml.rels', documentRelationships(content)],
    ['word/styles.xml', part(stylesXml())],
    ['word/numbering.xml', part(numberingXml())],
    ['word/settings.xml', part(settings)],
    ['word/fontTable.xml', part(fontTable)],
    ['word/header1.xml', part(headerXml(content))],
    ['word/footer1.xml', part(footerXml)],
  ])
  if (cover) files.set('word/header2.xml', part(coverHeaderXml(content))).set('word/footer2.xml', part(emptyFooter))
  if (letterhead) {
    files.set('word/media/logo.png', letterhead.png).set('word/_rels/header1.xml.rels', headerRelationships)
    if (cover) files.set('word/_rels/header2.xml.rels', headerRelationships)
  }
  return zipFiles(files)
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

function partTypes({ cover }: DocxContent): [name: string, type: string][] {
  const headersAndFooters = cover ? ['header1', 'footer1', 'header2', 'footer2'] : ['header1', 'footer1']
  return [
    ['/docProps/core.xml', coreContent],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
    ['/word/document.xml', mainContent],
    ...['styles', 'numbering', 'settings', 'fontTable', ...headersAndFooters].map((name): [string, string] => [
      `/word/${name}.xml`,
      contentOf(name.replace(/\d$/, '')),
    ]),
  ]
}

const headerRelationships = relationships([['rIdLogo', `${office}/image`, 'media/logo.png']])

function documentRelationships({ cover }: DocxContent): string {
  const ofPage = (no: number): Relation[] => [
    [`rIdHeader${no}`, `${office}/header`, `header${no}.xml`],
    [`rIdFooter${no}`, `${office}/footer`, `footer${no}.xml`],
  ]
  return relationships([
    ['rIdStyles', `${office}/styles`, 'styles.xml'],
    ['rIdNumbering', `${office}/numbering`, 'numbering.xml'],
    ['rIdSettings', `${office}/settings`, 'settings.xml'],
    ['rIdFonts', `${office}/fontTable`, 'fontTable.xml'],
    ...ofPage(1),
    ...(cover ? ofPage(2) : []),
  ])
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
