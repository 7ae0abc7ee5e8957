import { page, ink } from './page.ts'

const songti =
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/>'
const heiti = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="黑体" w:cs="Arial"/>'

interface Style {
  readonly id: string
  /** Shown in Word; built-in names (Normal, heading 1, Title, header, footer) are shown translated. */
  readonly name: string
  readonly basedOn?: string
  readonly next?: string
  readonly paragraph?: string
  readonly run?: string
  readonly custom?: boolean
}

const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`
const exact = (twips: number, before = 0, after = 0): string =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${twips}" w:lineRule="exact"/>`

// Line pitch is exact: the page then breaks at the same place whichever face stands in for 宋体.
const paragraphStyles: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: `<w:keepNext/>${exact(620, 120, 160)}<w:jc w:val="center"/>`,
    run: `${heiti}<w:b/><w:bCs/><w:spacing w:val="80"/>${size(44)}`,
  },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    basedOn: 'Normal',
    paragraph: `<w:keepNext/>${exact(480, 0, 120)}<w:jc w:val="center"/>`,
    run: `${heiti}${size(30)}`,
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    basedOn: 'Normal',
    next: 'Clause',
    paragraph: `<w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>${exact(440, 200, 60)}<w:jc w:val="left"/><w:outlineLvl w:val="0"/>`,
    run: `${heiti}<w:b/><w:bCs/>${size(24)}`,
  },
  {
    id: 'AnnexTitle',
    name: '附件标题',
    basedOn: 'Normal',
    next: 'Normal',
    custom: true,
    paragraph: `<w:keepNext/><w:keepLines/><w:pageBreakBefore/>${exact(480, 0, 160)}<w:jc w:val="center"/><w:outlineLvl w:val="0"/>`,
    run: `${heiti}<w:b/><w:bCs/>${size(30)}`,
  },
  {
    id: 'Clause',
    name: '条款',
    basedOn: 'Normal',
    custom: true,
    paragraph: '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
  },
  {
    id: 'Item',
    name: '款项',
    basedOn: 'Normal',
    custom: true,
    paragraph: '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>',
  },
  {
    id: 'Preamble',
    name: '首段',
    basedOn: 'Normal',
    custom: true,
    paragraph: '<w:ind w:firstLineChars="200" w:firstLine="480"/>',
  },
  {
    id: 'TableText',
    name: '表格文字',
    basedOn: 'Normal',
    custom: true,
    paragraph: `${exact(300)}<w:jc w:val="left"/>`,
    run: size(21),
  },
  {
    id: 'TableLabel',
    name: '表格标签',
    basedOn: 'TableText',
    custom: true,
    paragraph: '<w:jc w:val="center"/>',
    run: heiti,
  },
  {
    id: 'LineText',
    name: '明细文字',
    basedOn: 'TableText',
    custom: true,
    paragraph: exact(260),
    run: size(18),
  },
  {
    id: 'LineHead',
    name: '明细表头',
    basedOn: 'LineText',
    custom: true,
    paragraph: '<w:keepNext/><w:jc w:val="center"/>',
    run: `${heiti}<w:b/><w:bCs/>`,
  },
  {
    id: 'SignText',
    name: '签署文字',
    basedOn: 'Normal',
    custom: true,
    paragraph: '<w:keepNext/><w:keepLines/><w:jc w:val="left"/>',
  },
  {
    id: 'OrderSign',
    name: '表单签署',
    basedOn: 'Normal',
    custom: true,
    paragraph: '<w:tabs><w:tab w:val="left" w:pos="4790"/></w:tabs><w:jc w:val="left"/>',
  },
  {
    id: 'AnchorLine',
    name: '签章行',
    basedOn: 'SignText',
    custom: true,
    paragraph: exact(220),
  },
  {
    id: 'CoverLabel',
    name: '封面标签',
    basedOn: 'Normal',
    custom: true,
    paragraph: `${exact(360)}<w:jc w:val="distribute"/>`,
    run: `${heiti}${size(28)}`,
  },
  {
    id: 'CoverText',
    name: '封面文字',
    basedOn: 'Normal',
    custom: true,
    paragraph: `${exact(360)}<w:jc w:val="left"/>`,
    run: size(28),
  },
  {
    id: 'Command',
    name: '模板指令',
    basedOn: 'Normal',
    custom: true,
    paragraph: `<w:keepNext/>${exact(260)}<w:jc w:val="left"/>`,
    run: `<w:color w:val="8A9A9D"/>${size(16)}`,
  },
  {
    id: 'Header',
    name: 'header',
    basedOn: 'Normal',
    paragraph: `<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="5" w:color="${ink.accent}"/></w:pBdr><w:tabs><w:tab w:val="right" w:pos="${page.text}"/></w:tabs><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="left"/>`,
    run: `<w:color w:val="${ink.quiet}"/>${size(18)}`,
  },
  {
    id: 'CoverHeader',
    name: '封面页眉',
    basedOn: 'Normal',
    custom: true,
    paragraph: '<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="left"/>',
  },
  {
    id: 'Footer',
    name: 'footer',
    basedOn: 'Normal',
    paragraph: '<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>',
    run: `<w:color w:val="${ink.quiet}"/>${size(18)}`,
  },
]

function styleXml(style: Style): string {
  const custom = style.custom ? ' w:customStyle="1"' : ''
  const parts = [
    `<w:name w:val="${style.name}"/>`,
    style.basedOn ? `<w:basedOn w:val="${style.basedOn}"/>` : '',
    style.next ? `<w:next w:val="${style.next}"/>` : '',
    '<w:qFormat/>',
    style.paragraph ? `<w:pPr>${style.paragraph}</w:pPr>` : '',
    style.run ? `<w:rPr>${style.run}</w:rPr>` : '',
  ].join('')
  return `<w:style w:type="paragraph"${custom} w:styleId="${style.id}">${parts}</w:style>`
}

/** word/styles.xml: 宋体 and Times New Roman 小四 at 22 pt for the text, 黑体 for headings, smaller grades for tables. */
export function stylesXml(): string {
  const defaults =
    `<w:docDefaults><w:rPrDefault><w:rPr>${songti}<w:kern w:val="2"/>${size(24)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
    '<w:pPrDefault/></w:docDefaults>'
  const fixed =
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/>${exact(440)}<w:jc w:val="both"/></w:pPr></w:style>` +
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
    `<w:style w:type="character" w:customStyle="1" w:styleId="Anchor"><w:name w:val="签章位置"/><w:qFormat/><w:rPr><w:color w:val="B4BEC0"/>${size(16)}</w:rPr></w:style>`
  return `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${defaults}${fixed}${paragraphStyles.map(styleXml).join('')}</w:styles>`
}
