import { faces, style, type Style } from '../docx/style.ts'
import { element, properties, type Properties } from '../docx/wordml.ts'

/** Styles part: defaults of the document, then the styles. Sizes are half points. */
export function stylesXml(defaults: { rPr: Properties; pPr?: Properties }, styles: readonly Style[]): string {
  return (
    `<w:docDefaults><w:rPrDefault>${properties('rPr', { lang: { val: 'en-US', eastAsia: 'zh-CN', bidi: 'ar-SA' }, ...defaults.rPr })}</w:rPrDefault>` +
    `<w:pPrDefault>${properties('pPr', defaults.pPr ?? {})}</w:pPrDefault></w:docDefaults>${styles.map(style).join('')}`
  )
}

const song = 'Noto Serif SC'
const hei = 'Noto Sans SC'

/** What most office documents have: 正文 at 五号, headings in a 黑体, header and footer at 小五. */
export const officeStyles: readonly Style[] = [
  {
    id: 'Normal',
    name: 'Normal',
    isDefault: true,
    pPr: { widowControl: false, jc: 'both' },
    rPr: { kern: 2, sz: 21, szCs: 24 },
  },
  {
    id: 'Title',
    basedOn: 'Normal',
    pPr: { spacing: { before: 240, after: 240 }, jc: 'center' },
    rPr: { rFonts: faces(hei, 'Arimo'), b: true, sz: 36, szCs: 36 },
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    basedOn: 'Normal',
    next: 'Normal',
    pPr: { keepNext: true, keepLines: true, spacing: { before: 240, after: 120 }, outlineLvl: 0 },
    rPr: { rFonts: faces(hei, 'Arimo'), b: true, sz: 28, szCs: 28 },
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    basedOn: 'Normal',
    next: 'Normal',
    pPr: { keepNext: true, keepLines: true, spacing: { before: 120, after: 60 }, outlineLvl: 1 },
    rPr: { b: true, sz: 24, szCs: 24 },
  },
  {
    id: 'Header',
    name: 'header',
    basedOn: 'Normal',
    pPr: {
      pBdr: '<w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/>',
      tabs: '<w:tab w:val="center" w:pos="4153"/><w:tab w:val="right" w:pos="8306"/>',
      snapToGrid: false,
      jc: 'center',
    },
    rPr: { sz: 18, szCs: 18 },
  },
  {
    id: 'Footer',
    name: 'footer',
    basedOn: 'Normal',
    pPr: {
      tabs: '<w:tab w:val="center" w:pos="4153"/><w:tab w:val="right" w:pos="8306"/>',
      snapToGrid: false,
      jc: 'left',
    },
    rPr: { sz: 18, szCs: 18 },
  },
  {
    id: 'FootnoteText',
    name: 'footnote text',
    basedOn: 'Normal',
    pPr: { snapToGrid: false, jc: 'left' },
    rPr: { sz: 18, szCs: 18 },
  },
  { id: 'FootnoteReference', name: 'footnote reference', type: 'character', rPr: { vertAlign: 'superscript' } },
  {
    id: 'EndnoteText',
    name: 'endnote text',
    basedOn: 'Normal',
    pPr: { snapToGrid: false, jc: 'left' },
    rPr: { sz: 18, szCs: 18 },
  },
  { id: 'EndnoteReference', name: 'endnote reference', type: 'character', rPr: { vertAlign: 'superscript' } },
  { id: 'Hyperlink', type: 'character', rPr: { color: '0563C1', u: 'single' } },
  {
    id: 'TableGrid',
    name: 'Table Grid',
    type: 'table',
    tblPr: {
      tblBorders: ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
        .map((name) => element(name, { val: 'single', sz: 4, space: 0, color: 'auto' }))
        .join(''),
    },
  },
]

/** Styles of a Chinese office document at 五号, or at another size. */
export const officeStylesXml = (size = 21, more: readonly Style[] = [], pPr: Properties = {}): string =>
  stylesXml({ rPr: { rFonts: faces(song, 'Tinos'), sz: size, szCs: size }, pPr }, [
    ...officeStyles.map((each) => (each.id === 'Normal' ? { ...each, rPr: { ...each.rPr, sz: size } } : each)),
    ...more,
  ])
