import type { Format, Worksheet } from 'wasm-xlsxwriter'
import type { Excel } from './excel-library.ts'
import type { ColumnKind, Language } from './sheet-column.ts'

/** One look for all that is exported: quiet ground, thin lines, colour only where it means something. */
export const palette = {
  ink: 0x1f2933,
  muted: 0x8a94a0,
  line: 0xdfe4ea,
  strongLine: 0x7b8a9c,
  headerGround: 0xe9eef4,
  totalGround: 0xf3f6f9,
  /** Every second row. */
  band: 0xf7f9fb,
  grid: 0xe3e8ee,
  moneyIn: 0x2f6fb0,
  moneyOut: 0xd08a3c,
  count: 0x4a5563,
} as const

/** The Chinese face of Microsoft Office on Windows and macOS; elsewhere the system's takes its place. */
export const fontName = '等线'
const BODY_SIZE = 10
/** Row height of the body, in pixels. */
export const ROW_PIXELS = 24

export type Paper = 'a4' | 'a3'

export interface SheetStyles {
  title: Format
  note: Format
  header: Format
  numberHeader: Format
  total: Format
  /** The header of a column of figures without a filter's button: over text at the left, over numbers at the right. */
  figureHeader(kind: string): Format
  /** A cell of the body. `special`: text that looks like a formula, whole quantities and percentages. */
  cell(kind: ColumnKind | 'rank', options?: { special?: boolean; muted?: boolean; format?: string | undefined }): Format
  /** A number of the totals row. */
  totalNumber(kind: ColumnKind, format?: string): Format
}

/** Number formats as Excel writes them; undefined for the general one. */
export function numberFormat(kind: ColumnKind, special = false): string {
  switch (kind) {
    case 'text':
      // Stays text when somebody edits the cell: codes, numbers of accounts and telephones.
      return '@'
    case 'money':
      return '#,##0.00'
    case 'date':
      return 'yyyy-mm-dd'
    case 'quantity':
      return special ? '#,##0' : '#,##0.00####'
    case 'unitPrice':
      return '#,##0.00####'
    case 'percent':
      return special ? '0%' : '0.00%'
    case 'integer':
      return '#,##0'
  }
}

/** The formats of a workbook, and its default one. Call it first of all that is done to the workbook. */
export function sheetStyles(excel: Excel, workbook: InstanceType<Excel['Workbook']>): SheetStyles {
  const { Color, Format, FormatAlign, FormatBorder } = excel
  const colour = (rgb: number) => Color.rgb(rgb)
  const base = () =>
    new Format()
      .setFontName(fontName)
      .setFontSize(BODY_SIZE)
      .setFontColor(colour(palette.ink))
      .setAlign(FormatAlign.VerticalCenter)
  workbook.setDefaultFormat(base(), ROW_PIXELS, 72)
  const header = () =>
    base()
      .setBold()
      .setTextWrap()
      .setBackgroundColor(colour(palette.headerGround))
      .setBorderBottom(FormatBorder.Thin)
      .setBorderBottomColor(colour(palette.strongLine))
  const total = () =>
    base()
      .setBold()
      .setBackgroundColor(colour(palette.totalGround))
      .setBorderTop(FormatBorder.Thin)
      .setBorderTopColor(colour(palette.strongLine))
  const side = (kind: ColumnKind | 'rank') =>
    kind === 'text' ? FormatAlign.Left : kind === 'date' || kind === 'rank' ? FormatAlign.Center : FormatAlign.Right
  return {
    title: base().setFontSize(16).setBold(),
    note: base().setFontColor(colour(palette.count)),
    header: header().setAlign(FormatAlign.Left).setIndent(1),
    numberHeader: header().setAlign(FormatAlign.Center),
    figureHeader: (kind) =>
      kind === 'text'
        ? header().setAlign(FormatAlign.Left).setIndent(1)
        : header().setAlign(kind === 'rank' ? FormatAlign.Center : FormatAlign.Right),
    total: total().setAlign(FormatAlign.Left).setIndent(1),
    cell(kind, { special = false, muted = false, format } = {}) {
      const made = base()
        .setAlign(side(kind))
        .setNumFormat(format ?? numberFormat(kind === 'rank' ? 'integer' : kind, special))
        .setBorderBottom(FormatBorder.Hair)
        .setBorderBottomColor(colour(palette.line))
      if (kind === 'text') made.setIndent(1)
      if (muted) made.setFontColor(colour(palette.muted))
      if (special && kind === 'text') made.setQuotePrefix()
      return made
    },
    totalNumber(kind, format) {
      const made = total()
        .setAlign(side(kind))
        .setNumFormat(format ?? numberFormat(kind))
      return kind === 'text' ? made.setIndent(1) : made
    },
  }
}

/** The sheet across, as wide as one page, the header on every page, its name above and the page's number below. */
export function setUpPrint(
  sheet: Worksheet,
  {
    title,
    language,
    headerRows,
    paper = 'a4',
  }: { title: string; language: Language; headerRows: [first: number, last: number] | null; paper?: Paper | undefined },
): void {
  sheet
    .setPaperSize(paper === 'a4' ? 9 : 8)
    .setLandscape()
    .setPrintFitToPages(1, 0)
    .setMargins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3)
    .setPrintCenterHorizontally(true)
    // An ampersand begins a code in headers and footers; digits of the title would count to the size before them.
    .setHeader(`&L&"${fontName}"&9 ${title.slice(0, 100).replaceAll('&', '&&')}`)
    .setFooter(`&C&"${fontName}"&9${language === 'zh' ? '第 &P 页，共 &N 页' : 'Page &P of &N'}`)
  if (headerRows !== null) sheet.setRepeatRows(...headerRows)
}

/** Cells a text takes in the body font: 2 for a Chinese character or full-width mark, 1 for others. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += character.codePointAt(0)! >= 0x1100 ? 2 : 1
  return width
}
