/** Alignment as WordprocessingML names it; `both` is justified, `distribute` stretches the characters over the line. */
export type Alignment = 'left' | 'center' | 'right' | 'both' | 'distribute'

export interface RunFormat {
  readonly bold?: boolean
  /** RRGGBB. */
  readonly color?: string
  /** Half points: 21 is 五号, 24 is 小四. */
  readonly size?: number
  /** Extra space after each character, in twips. */
  readonly tracking?: number
  /** A character style. */
  readonly style?: string
}

export interface ParagraphFormat {
  readonly style?: string
  readonly keepNext?: boolean
  readonly pageBreakBefore?: boolean
  readonly align?: Alignment
  /** Twips. */
  readonly before?: number
  readonly after?: number
  /** Left indent in twips. */
  readonly indent?: number
  /** A numbering instance and its level, where the style does not bring its own. */
  readonly numbering?: { readonly id: number; readonly level: number }
  readonly run?: RunFormat
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

// “”‘’…—·×± stand in both scripts; Word sets them in the Latin face unless the run says that it is Chinese.
const chinese =
  /[\u2014\u2018\u2019\u201c\u201d\u2026\u00b7\u00d7\u00b1\u2030\u2460-\u2473\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/

function runProperties(text: string, format: RunFormat): string {
  const parts = [
    format.style ? `<w:rStyle w:val="${format.style}"/>` : '',
    chinese.test(text) ? '<w:rFonts w:hint="eastAsia"/>' : '',
    format.bold ? '<w:b/><w:bCs/>' : '',
    format.color ? `<w:color w:val="${format.color}"/>` : '',
    format.tracking ? `<w:spacing w:val="${format.tracking}"/>` : '',
    format.size ? `<w:sz w:val="${format.size}"/><w:szCs w:val="${format.size}"/>` : '',
  ].join('')
  return parts && `<w:rPr>${parts}</w:rPr>`
}

export function run(text: string, format: RunFormat = {}): string {
  return `<w:r>${runProperties(text, format)}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
}

/**
 * Text → runs. `**…**` is bold, a tab becomes a tab stop, and every `{{…}}` keeps a run of its own, so that a field can be
 * restyled in Word without being torn apart. Seal and signature anchors are small and grey: what remains of them must not shout.
 */
export function runs(text: string, format: RunFormat = {}): string {
  let bold = format.bold ?? false
  return text
    .split(/(\{\{.*?\}\}|\*\*|\t)/)
    .map((part) => {
      if (part === '') return ''
      if (part === '**') {
        bold = !bold
        return ''
      }
      if (part === '\t') return '<w:r><w:tab/></w:r>'
      if (/^\{\{(SEAL|SIGN) /.test(part)) return run(part, { style: 'Anchor' })
      return run(part, { ...format, bold })
    })
    .join('')
}

/** The field a program fills in by itself, such as PAGE or NUMPAGES, with a first value for readers that compute none. */
export function pageField(instruction: 'PAGE' | 'NUMPAGES', cached: string): string {
  return (
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>` +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${cached}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
  )
}

/** A paragraph around ready runs. */
export function paragraphOf(content: string, format: ParagraphFormat = {}): string {
  const { style, keepNext, pageBreakBefore, align, before, after, indent, numbering } = format
  const spacing =
    before === undefined && after === undefined
      ? ''
      : `<w:spacing${attribute('before', before)}${attribute('after', after)}/>`
  const properties = [
    style ? `<w:pStyle w:val="${style}"/>` : '',
    keepNext ? '<w:keepNext/>' : '',
    pageBreakBefore ? '<w:pageBreakBefore/>' : '',
    numbering ? `<w:numPr><w:ilvl w:val="${numbering.level}"/><w:numId w:val="${numbering.id}"/></w:numPr>` : '',
    spacing,
    indent ? `<w:ind w:left="${indent}"/>` : '',
    align ? `<w:jc w:val="${align}"/>` : '',
  ].join('')
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
}

export function paragraph(text: string, format: ParagraphFormat = {}): string {
  return paragraphOf(runs(text, format.run), format)
}

function attribute(name: string, value: number | undefined): string {
  return value === undefined ? '' : ` w:${name}="${value}"`
}

export interface Border {
  /** Eighths of a point. */
  readonly size: number
  readonly color: string
}

export interface Cell {
  readonly content: string
  readonly span?: number
  /** RRGGBB. */
  readonly shade?: string
  readonly valign?: 'top' | 'center' | 'bottom'
  readonly bottom?: Border
}

export interface Row {
  readonly cells: readonly Cell[]
  /** Repeated at the top of every page the table runs over. */
  readonly header?: boolean
  /** Least height in twips. */
  readonly height?: number
}

export interface TableFormat {
  /** Column widths in twips. */
  readonly widths: readonly number[]
  /** Outer and inner lines; a table without them has none. */
  readonly outer?: Border
  readonly inner?: Border
  /** Twips of room inside each cell. */
  readonly margins: { readonly vertical: number; readonly side: number }
}

function borderElement(edge: string, border: Border | undefined): string {
  return border
    ? `<w:${edge} w:val="single" w:sz="${border.size}" w:space="0" w:color="${border.color}"/>`
    : `<w:${edge} w:val="nil"/>`
}

/** A table of fixed layout, centred, so that its columns are the same in every program. */
export function table(format: TableFormat, rows: readonly Row[]): string {
  const { widths, outer, inner, margins } = format
  const total = widths.reduce((sum, width) => sum + width, 0)
  const borders = ['top', 'left', 'bottom', 'right']
    .map((edge) => borderElement(edge, outer))
    .concat(['insideH', 'insideV'].map((edge) => borderElement(edge, inner)))
    .join('')
  const { vertical, side } = margins
  const cellMargins = `<w:top w:w="${vertical}" w:type="dxa"/><w:left w:w="${side}" w:type="dxa"/><w:bottom w:w="${vertical}" w:type="dxa"/><w:right w:w="${side}" w:type="dxa"/>`
  const properties =
    `<w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borders}</w:tblBorders>` +
    `<w:tblLayout w:type="fixed"/><w:tblCellMar>${cellMargins}</w:tblCellMar><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>`
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  return `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${rows.map((row) => tableRow(row, widths)).join('')}</w:tbl>`
}

function tableRow(row: Row, widths: readonly number[]): string {
  let column = 0
  const cells = row.cells.map((cell) => {
    const span = cell.span ?? 1
    const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0)
    column += span
    const properties = [
      `<w:tcW w:w="${width}" w:type="dxa"/>`,
      span > 1 ? `<w:gridSpan w:val="${span}"/>` : '',
      cell.bottom ? `<w:tcBorders>${borderElement('bottom', cell.bottom)}</w:tcBorders>` : '',
      cell.shade ? `<w:shd w:val="clear" w:color="auto" w:fill="${cell.shade}"/>` : '',
      `<w:vAlign w:val="${cell.valign ?? 'center'}"/>`,
    ].join('')
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${cell.content}</w:tc>`
  })
  if (column !== widths.length)
    throw new Error(`A row spans ${column} of ${widths.length} columns: ${row.cells[0]?.content}`)
  const height = row.height ? `<w:trHeight w:val="${row.height}" w:hRule="atLeast"/>` : ''
  return `<w:tr><w:trPr><w:cantSplit/>${height}${row.header ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`
}
