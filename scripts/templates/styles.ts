import { faces, style, type Style } from '../docx/style.ts'
import { inList } from '../docx/numbering.ts'
import { properties, type Properties } from '../docx/wordml.ts'
import { page, ink } from './page.ts'

const songti = faces('宋体', 'Times New Roman')
const heiti: Properties = { rFonts: faces('黑体', 'Arial') }
const bold: Properties = { b: true, bCs: true }

const size = (halfPoints: number): Properties => ({ sz: halfPoints, szCs: halfPoints })
const exact = (line: number, before = 0, after = 0): Properties => ({
  spacing: { before, after, line, lineRule: 'exact' },
})
const single: Properties = { spacing: { line: 240, lineRule: 'auto' } }

// Line pitch is exact: the page then breaks at the same place whichever face stands in for 宋体.
const paragraphStyles: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    basedOn: 'Normal',
    next: 'Normal',
    pPr: { keepNext: true, ...exact(620, 120, 160), jc: 'center' },
    rPr: { ...heiti, ...bold, spacing: 80, ...size(44) },
  },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    basedOn: 'Normal',
    pPr: { keepNext: true, ...exact(480, 0, 120), jc: 'center' },
    rPr: { ...heiti, ...size(30) },
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    basedOn: 'Normal',
    next: 'Clause',
    pPr: { keepNext: true, keepLines: true, ...inList(1, 0), ...exact(440, 200, 60), jc: 'left', outlineLvl: 0 },
    rPr: { ...heiti, ...bold, ...size(24) },
  },
  {
    id: 'AnnexTitle',
    name: '附件标题',
    basedOn: 'Normal',
    next: 'Normal',
    custom: true,
    pPr: { keepNext: true, keepLines: true, pageBreakBefore: true, ...exact(480, 0, 160), jc: 'center', outlineLvl: 0 },
    rPr: { ...heiti, ...bold, ...size(30) },
  },
  {
    id: 'Clause',
    name: '条款',
    basedOn: 'Normal',
    custom: true,
    pPr: inList(1, 1),
  },
  {
    id: 'Item',
    name: '款项',
    basedOn: 'Normal',
    custom: true,
    pPr: inList(1, 2),
  },
  {
    id: 'Preamble',
    name: '首段',
    basedOn: 'Normal',
    custom: true,
    pPr: { ind: { firstLineChars: 200, firstLine: 480 } },
  },
  {
    id: 'TableText',
    name: '表格文字',
    basedOn: 'Normal',
    custom: true,
    pPr: { ...exact(300), jc: 'left' },
    rPr: size(21),
  },
  {
    id: 'TableLabel',
    name: '表格标签',
    basedOn: 'TableText',
    custom: true,
    pPr: { jc: 'center' },
    rPr: heiti,
  },
  {
    id: 'LineText',
    name: '明细文字',
    basedOn: 'TableText',
    custom: true,
    pPr: exact(260),
    rPr: size(18),
  },
  {
    id: 'LineHead',
    name: '明细表头',
    basedOn: 'LineText',
    custom: true,
    pPr: { keepNext: true, jc: 'center' },
    rPr: { ...heiti, ...bold },
  },
  {
    id: 'SignText',
    name: '签署文字',
    basedOn: 'Normal',
    custom: true,
    pPr: { keepNext: true, keepLines: true, jc: 'left' },
  },
  {
    id: 'OrderSign',
    name: '表单签署',
    basedOn: 'Normal',
    custom: true,
    pPr: { tabs: '<w:tab w:val="left" w:pos="4790"/>', jc: 'left' },
  },
  {
    id: 'AnchorLine',
    name: '签章行',
    basedOn: 'SignText',
    custom: true,
    pPr: exact(220),
  },
  {
    id: 'CoverLabel',
    name: '封面标签',
    basedOn: 'Normal',
    custom: true,
    pPr: { ...exact(360), jc: 'distribute' },
    rPr: { ...heiti, ...size(28) },
  },
  {
    id: 'CoverText',
    name: '封面文字',
    basedOn: 'Normal',
    custom: true,
    pPr: { ...exact(360), jc: 'left' },
    rPr: size(28),
  },
  {
    id: 'Command',
    name: '模板指令',
    basedOn: 'Normal',
    custom: true,
    pPr: { keepNext: true, ...exact(260), jc: 'left' },
    rPr: { color: '8A9A9D', ...size(16) },
  },
  {
    id: 'Header',
    name: 'header',
    basedOn: 'Normal',
    pPr: {
      pBdr: `<w:bottom w:val="single" w:sz="6" w:space="5" w:color="${ink.accent}"/>`,
      tabs: `<w:tab w:val="right" w:pos="${page.text}"/>`,
      ...single,
      jc: 'left',
    },
    rPr: { color: ink.quiet, ...size(18) },
  },
  {
    id: 'CoverHeader',
    name: '封面页眉',
    basedOn: 'Normal',
    custom: true,
    pPr: { ...single, jc: 'left' },
  },
  {
    id: 'Footer',
    name: 'footer',
    basedOn: 'Normal',
    pPr: { ...single, jc: 'center' },
    rPr: { color: ink.quiet, ...size(18) },
  },
]

/** word/styles.xml: 宋体 and Times New Roman 小四 at 22 pt for the text, 黑体 for headings, smaller grades for tables. */
export function stylesXml(): string {
  const defaults =
    `<w:docDefaults><w:rPrDefault>${properties('rPr', { rFonts: songti, kern: 2, ...size(24), lang: { val: 'en-US', eastAsia: 'zh-CN', bidi: 'ar-SA' } })}</w:rPrDefault>` +
    '<w:pPrDefault/></w:docDefaults>'
  const fixed =
    style({ id: 'Normal', isDefault: true, pPr: { widowControl: true, ...exact(440), jc: 'both' } }) +
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
    style({
      id: 'Anchor',
      name: '签章位置',
      type: 'character',
      custom: true,
      rPr: { color: 'B4BEC0', ...size(16) },
    })
  return `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${defaults}${fixed}${paragraphStyles.map(style).join('')}</w:styles>`
}
