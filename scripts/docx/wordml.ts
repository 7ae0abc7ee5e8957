/**
 * Value of a property element: `true` → `<w:b/>`, a scalar → `w:val`, an object → its attributes, a string that begins with `<` →
 * children, ready made.
 */
export type Property = string | number | boolean | Readonly<Record<string, string | number>>
export type Properties = Readonly<Record<string, Property>>

/** Children of each properties element in the order the schema wants (ECMA-376 part 1, annex A): Word refuses another one. */
const order = {
  rPr: 'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout',
  pPr: 'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  tblPr:
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook',
  trPr: 'cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden ins del',
  tcPr: 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  sectPr:
    'headers footers footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid',
} as const

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name.includes(':') ? name : `w:${name}`}="${escapeXml(String(value))}"`)
    .join('')

export function element(name: string, value: Property): string {
  if (value === false) return `<w:${name} w:val="0"/>`
  if (value === true) return `<w:${name}/>`
  if (typeof value === 'object') return `<w:${name}${attributes(value)}/>`
  if (typeof value === 'string' && value.startsWith('<')) return `<w:${name}>${value}</w:${name}>`
  return `<w:${name} w:val="${escapeXml(String(value))}"/>`
}

/** A properties element with its children in the schema's order; empty when there are none. */
export function properties(kind: keyof typeof order, values: Properties): string {
  const known = order[kind].split(' ')
  const unknown = Object.keys(values).find((name) => !known.includes(name))
  if (unknown !== undefined) throw new Error(`w:${kind} has no child w:${unknown}`)
  const inner = known
    .filter((name) => values[name] !== undefined)
    // References to headers and footers come ready made.
    .map((name) => (name === 'headers' || name === 'footers' ? String(values[name]) : element(name, values[name]!)))
    .join('')
  return inner && `<w:${kind}>${inner}</w:${kind}>`
}

/** A run. In the text a tab is `w:tab`, a line feed `w:br`, `¬` a soft hyphen. */
export function r(text: string, rPr: Properties = {}): string {
  const pieces = text
    .split(/([\t\n¬])/)
    .map((piece) =>
      piece === '\t'
        ? '<w:tab/>'
        : piece === '\n'
          ? '<w:br/>'
          : piece === '¬'
            ? '<w:softHyphen/>'
            : piece && `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`,
    )
    .join('')
  return `<w:r>${properties('rPr', rPr)}${pieces}</w:r>`
}

/** A run around ready XML such as a drawing or a break. */
export const raw = (inner: string, rPr: Properties = {}): string => `<w:r>${properties('rPr', rPr)}${inner}</w:r>`

/** A paragraph around plain text, or around ready runs. */
export function p(content: string, pPr: Properties = {}, rPr: Properties = {}): string {
  return `<w:p>${properties('pPr', pPr)}${content === '' || content.startsWith('<') ? content : r(content, rPr)}</w:p>`
}

/** Plain paragraphs that share their properties. */
export const ps = (texts: readonly string[], pPr: Properties = {}, rPr: Properties = {}): string =>
  texts.map((text) => p(text, pPr, rPr)).join('')

export const pageBreak = raw('<w:br w:type="page"/>')
export const columnBreak = raw('<w:br w:type="column"/>')

/** A field as Word writes it, in runs of its own; `cached` is the result it had when the file was saved. */
export const field = (instruction: string, cached: string, rPr: Properties = {}): string =>
  fieldAround(instruction, r(cached, rPr), rPr)

/** The same around ready runs. */
export function fieldAround(instruction: string, cached: string, rPr: Properties = {}): string {
  const part = (inner: string) => raw(inner, rPr)
  return (
    part('<w:fldChar w:fldCharType="begin"/>') +
    part(`<w:instrText xml:space="preserve"> ${escapeXml(instruction)} </w:instrText>`) +
    part('<w:fldChar w:fldCharType="separate"/>') +
    cached +
    part('<w:fldChar w:fldCharType="end"/>')
  )
}

export const simpleField = (instruction: string, cached: string, rPr: Properties = {}): string =>
  `<w:fldSimple w:instr=" ${escapeXml(instruction)} ">${r(cached, rPr)}</w:fldSimple>`

export type Edge = 'top' | 'left' | 'bottom' | 'right' | 'insideH' | 'insideV' | 'between'

/** A border: style, eighths of a point, colour. */
export const edge = (name: Edge, val = 'single', sz = 4, color = '000000', space = 0): string =>
  element(name, { val, sz, space, color })

const edgesInOrder: readonly Edge[] = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV', 'between']

/** Borders in the schema's order; each is [style, eighths of a point, colour, distance in points]. */
export const borders = (
  edges: Partial<Record<Edge, readonly [val: string, sz?: number, color?: string, space?: number]>>,
): string =>
  edgesInOrder
    .filter((name) => edges[name] !== undefined)
    .map((name) => edge(name, ...edges[name]!))
    .join('')

/** Lines around and inside a table, all alike. */
export const grid = (sz = 4, color = '000000'): string =>
  borders({
    top: ['single', sz, color],
    left: ['single', sz, color],
    bottom: ['single', sz, color],
    right: ['single', sz, color],
    insideH: ['single', sz, color],
    insideV: ['single', sz, color],
  })

export interface Cell {
  readonly content: string
  readonly tcPr: Properties
}

/** A cell; plain text becomes one paragraph. */
export function tc(content: string, tcPr: Properties = {}, pPr: Properties = {}, rPr: Properties = {}): Cell {
  return {
    content:
      content.startsWith('<w:p>') || content.startsWith('<w:tbl>') || content.startsWith('<w:p ')
        ? content
        : p(content, pPr, rPr),
    tcPr,
  }
}

export interface Row {
  readonly cells: readonly Cell[]
  readonly trPr: Properties
}

export const tr = (cells: readonly Cell[], trPr: Properties = {}): Row => ({ cells, trPr })

/** A table over a grid of column widths in twips; each cell gets the width of the columns it spans. */
export function tbl(widths: readonly number[], tblPr: Properties, rows: readonly Row[]): string {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const written = rows.map(({ cells, trPr }) => {
    let column = Number(trPr.gridBefore ?? 0)
    const row = cells.map(({ content, tcPr }) => {
      const span = Number(tcPr.gridSpan ?? 1)
      const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0)
      column += span
      return `<w:tc>${properties('tcPr', { tcW: { w: width, type: 'dxa' }, ...tcPr })}${content}</w:tc>`
    })
    if (column + Number(trPr.gridAfter ?? 0) !== widths.length)
      throw new Error(`a row fills ${column} of ${widths.length} columns`)
    return `<w:tr>${properties('trPr', trPr)}${row.join('')}</w:tr>`
  })
  const gridColumns = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  return `<w:tbl>${properties('tblPr', { tblW: { w: total, type: 'dxa' }, ...tblPr })}<w:tblGrid>${gridColumns}</w:tblGrid>${written.join('')}</w:tbl>`
}

/** Inner and outer room of a table's cells in twips. */
export const cellMargins = (vertical: number, side: number): string =>
  `<w:top w:w="${vertical}" w:type="dxa"/><w:left w:w="${side}" w:type="dxa"/><w:bottom w:w="${vertical}" w:type="dxa"/><w:right w:w="${side}" w:type="dxa"/>`

/** A4 upright, unless told otherwise; twips. */
export const a4 = { w: 11_906, h: 16_838 }
export const a4Landscape = { w: 16_838, h: 11_906, orient: 'landscape' }
export const margins = (
  top: number,
  side: number,
  bottom = top,
  more: Record<string, number> = {},
): Record<string, number> => ({
  top,
  right: side,
  bottom,
  left: side,
  header: 851,
  footer: 992,
  gutter: 0,
  ...more,
})

/** References of a section to its header or footer parts by the name they have in the file. */
export const references = (
  kind: 'header' | 'footer',
  parts: Partial<Record<'default' | 'first' | 'even', string>>,
): string =>
  Object.entries(parts)
    .map(([type, name]) => `<w:${kind}Reference w:type="${type}" r:id="${name}"/>`)
    .join('')

export const section = (values: Properties): string =>
  properties('sectPr', { pgSz: a4, pgMar: margins(1440, 1800), cols: { space: 425 }, ...values })

/** The empty paragraph that ends a section in the middle of a document. */
export const sectionEnd = (values: Properties, pPr: Properties = {}): string =>
  `<w:p>${properties('pPr', { ...pPr, sectPr: section(values).replace(/^<w:sectPr>|<\/w:sectPr>$/g, '') })}</w:p>`
