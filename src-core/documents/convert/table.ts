import { attr, child, children, type XmlElement } from '../docx/xml.ts'
import { quoted } from '../typst/compile.ts'
import { flatten } from './block-elements.ts'
import { report, type Conversion } from './conversion.ts'
import { integer, pt, twips } from './measure-units.ts'
import { strokeOf } from './border-stroke.ts'
import type { Surroundings } from './resolve-paragraph.ts'
import { border, paragraphProperties, runProperties, shade, type Border } from './properties.ts'

interface Cell {
  element: XmlElement
  row: number
  column: number
  columnSpan: number
  rowSpan: number
  /** Continued from the cell above; drawn by that one. */
  continued: boolean
}

type Side = 'top' | 'bottom' | 'left' | 'right'
type Edges = Partial<Record<Side | 'insideH' | 'insideV', Border>>

interface Margins {
  top: number
  bottom: number
  left: number
  right: number
}

/** Parts of a table style that apply to some of the cells (ECMA-376 17.18.89). */
const conditions = ['wholeTable', 'band1Horz', 'band2Horz', 'firstCol', 'lastCol', 'firstRow', 'lastRow'] as const

/** A table as a Typst block with the space above it. */
export function table(
  conversion: Conversion,
  element: XmlElement,
  around: Surroundings,
  above: number,
  depth: number,
): string {
  const tblPr = child(element, 'w:tblPr')
  const styles = conversion.styles.table(attr(tblPr, 'w:val', 'w:tblStyle') ?? conversion.styles.defaultTableStyle)
  const rows = tableRows(element)
  const available = conversion.width
  const widths = columnWidths(element, tblPr, rows, available)
  const cells = readCells(rows, widths.length)
  const layers = [...styles.map((style) => child(style, 'w:tblPr')), tblPr]
  const margins = cellMargins(
    layers.map((layer) => child(layer, 'w:tblCellMar')),
    { top: 0, bottom: 0, left: 5.4, right: 5.4 },
  )
  const edges = mergedEdges(layers.map((layer) => child(layer, 'w:tblBorders')))
  const grid = new EdgeGrid(rows.length, widths.length)
  const look = attr(child(tblPr, 'w:tblLook'), 'w:val')
  const conditional = conditionalFormats(
    styles,
    rows.length,
    widths.length,
    look === undefined ? 0x04a0 : Number.parseInt(look, 16),
  )
  for (const cell of cells)
    if (!cell.continued) grid.draw(cell, rows.length, widths.length, edges, conditional, child(cell.element, 'w:tcPr'))

  const width = widths.reduce((sum, each) => sum + each, 0)
  const headRows = leadingHeaders(rows)
  const written: string[][] = rows.map(() => [])
  for (const cell of cells) {
    if (cell.continued) continue
    const inner = widths.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, each) => sum + each, 0)
    written[cell.row]!.push(
      writeCell(conversion, cell, { rows, inner, margins, grid, around, styles, conditional, depth }),
    )
  }
  const heights = rows.map((row) => rowHeight(row))
  // Word's "at least" is a strut of that height in a column of no width.
  rows.forEach((_, i) =>
    written[i]!.push(
      `table.cell(inset: 0pt, stroke: none, box(width: 0pt, height: ${heights[i]!.exact ? '0pt' : pt(heights[i]!.height)}))`,
    ),
  )
  const tracks = heights.map(({ exact, height }) => (exact ? pt(height) : 'auto')).join(', ')
  const head = headRows > 0 ? `table.header(repeat: true, ${written.slice(0, headRows).flat().join(', ')}), ` : ''
  const code = `table(columns: (${widths.map(pt).join(', ')}, 0pt), rows: (${tracks}${rows.length === 1 ? ',' : ''}), stroke: none, inset: 0pt, ${head}${written.slice(headRows).flat().join(',\n')})`
  const align = attr(tblPr, 'w:val', 'w:jc')
  const indent = twips(attr(child(tblPr, 'w:tblInd'), 'w:w')) ?? 0
  // Up to Word 2010 the text of the first column stands on the margin, later its border.
  const shift = indent - (conversion.compatibilityMode < 15 && depth === 0 ? margins.left : 0)
  const placed =
    align === 'center'
      ? `align(center, ${code})`
      : align === 'right' || align === 'end'
        ? `align(right, ${code})`
        : shift === 0
          ? code
          : `pad(left: ${pt(shift)}, ${code})`
  if (child(tblPr, 'w:tblpPr') !== undefined) report(conversion, 'table.floating')
  const block =
    width > available + 0.5 && align === 'center' ? `pad(x: ${pt((available - width) / 2)}, ${placed})` : placed
  return `block(above: ${pt(above)}, below: 0pt, width: 100%, {${block}})`
}

function tableRows(element: XmlElement): XmlElement[] {
  return children(element).flatMap((each) =>
    each.name === 'w:tr'
      ? [each]
      : each.name === 'w:sdt'
        ? tableRows(child(each, 'w:sdtContent') ?? each)
        : each.name === 'w:ins'
          ? tableRows(each)
          : [],
  )
}

function rowCells(row: XmlElement): XmlElement[] {
  return children(row).flatMap((each) =>
    each.name === 'w:tc' ? [each] : each.name === 'w:sdt' ? rowCells(child(each, 'w:sdtContent') ?? each) : [],
  )
}

const spanOf = (cell: XmlElement) => Math.max(1, integer(attr(child(cell, 'w:tcPr'), 'w:val', 'w:gridSpan')) ?? 1)
const skipped = (row: XmlElement, name: 'w:gridBefore' | 'w:gridAfter') =>
  integer(attr(child(row, 'w:trPr'), 'w:val', name)) ?? 0

function columnWidths(
  element: XmlElement,
  tblPr: XmlElement | undefined,
  rows: XmlElement[],
  available: number,
): number[] {
  const grid = children(child(element, 'w:tblGrid'), 'w:gridCol').map((column) => twips(attr(column, 'w:w')) ?? 0)
  const count = Math.max(
    grid.length,
    ...rows.map((row) => skipped(row, 'w:gridBefore') + rowCells(row).reduce((sum, cell) => sum + spanOf(cell), 0)),
  )
  const widths = Array.from({ length: count }, (_, i) => grid[i] ?? 0)
  // A cell of one column says its width more truly than a grid that was never updated.
  for (const row of rows) {
    let column = skipped(row, 'w:gridBefore')
    for (const cell of rowCells(row)) {
      const span = spanOf(cell)
      const tcW = child(child(cell, 'w:tcPr'), 'w:tcW')
      const own =
        attr(tcW, 'w:type') === 'dxa' || attr(tcW, 'w:type') === undefined ? twips(attr(tcW, 'w:w')) : undefined
      if (span === 1 && own && !widths[column]) widths[column] = own
      column += span
    }
  }
  const unknown = widths.filter((width) => width <= 0).length
  const known = widths.reduce((sum, width) => sum + width, 0)
  const filled = widths.map((width) => (width > 0 ? width : Math.max((available - known) / unknown, 20)))
  const tblW = child(tblPr, 'w:tblW')
  const total = filled.reduce((sum, width) => sum + width, 0)
  const type = attr(tblW, 'w:type')
  const value = attr(tblW, 'w:w') ?? '0'
  const percent = value.endsWith('%') ? Number.parseFloat(value) / 100 : type === 'pct' ? Number(value) / 5000 : 0
  const wanted = percent > 0 ? percent * available : type === 'dxa' ? (twips(value) ?? 0) : 0
  const autofit = attr(child(tblPr, 'w:tblLayout'), 'w:type') !== 'fixed'
  const target = wanted > 0 ? wanted : autofit && total > available + 12 ? available : total
  return filled.map((width) => (width * target) / total)
}

function readCells(rows: XmlElement[], columns: number): Cell[] {
  const cells: Cell[] = []
  const openAt = new Map<number, Cell>()
  rows.forEach((row, r) => {
    let column = skipped(row, 'w:gridBefore')
    for (const element of rowCells(row)) {
      const columnSpan = Math.min(spanOf(element), columns - column)
      if (columnSpan <= 0) break
      const merge = child(child(element, 'w:tcPr'), 'w:vMerge')
      const continued = merge !== undefined && attr(merge, 'w:val') !== 'restart' && openAt.has(column)
      const cell: Cell = { element, row: r, column, columnSpan, rowSpan: 1, continued }
      if (continued) openAt.get(column)!.rowSpan = r - openAt.get(column)!.row + 1
      else if (merge !== undefined) openAt.set(column, cell)
      else openAt.delete(column)
      cells.push(cell)
      column += columnSpan
    }
  })
  return cells
}

function cellMargins(layers: (XmlElement | undefined)[], base: Margins): Margins {
  const margins = { ...base }
  for (const layer of layers) {
    if (layer === undefined) continue
    for (const side of ['top', 'bottom', 'left', 'right'] as const) {
      const element =
        child(layer, `w:${side}`) ?? child(layer, side === 'left' ? 'w:start' : side === 'right' ? 'w:end' : '')
      const value = twips(attr(element, 'w:w'))
      if (value !== undefined) margins[side] = value
    }
  }
  return margins
}

function edgesOf(element: XmlElement | undefined): Edges {
  const edges: Edges = {}
  if (element === undefined) return edges
  for (const side of ['top', 'bottom', 'left', 'right', 'insideH', 'insideV'] as const) {
    const found = border(
      child(element, `w:${side}`) ?? child(element, side === 'left' ? 'w:start' : side === 'right' ? 'w:end' : ''),
    )
    if (found !== undefined) edges[side] = found
  }
  return edges
}

const mergedEdges = (layers: (XmlElement | undefined)[]): Edges => Object.assign({}, ...layers.map(edgesOf)) as Edges

interface Conditional {
  /** Elements of the table style that apply to the cell, the farthest first. */
  at(cell: { row: number; column: number; columnSpan: number }): XmlElement[]
}

function conditionalFormats(styles: XmlElement[], rows: number, columns: number, look: number): Conditional {
  const byType = new Map<string, XmlElement[]>()
  for (const style of styles)
    for (const part of children(style, 'w:tblStylePr')) {
      const type = attr(part, 'w:type') ?? ''
      byType.set(type, [...(byType.get(type) ?? []), part])
    }
  if (byType.size === 0) return { at: () => [] }
  return {
    at({ row, column, columnSpan }) {
      const firstRow = (look & 0x20) !== 0 && row === 0
      const bandRow = row - ((look & 0x20) !== 0 ? 1 : 0)
      const applies: Record<(typeof conditions)[number], boolean> = {
        wholeTable: true,
        band1Horz: (look & 0x200) === 0 && !firstRow && bandRow % 2 === 0,
        band2Horz: (look & 0x200) === 0 && !firstRow && bandRow % 2 === 1,
        firstCol: (look & 0x80) !== 0 && column === 0,
        lastCol: (look & 0x100) !== 0 && column + columnSpan === columns,
        firstRow,
        lastRow: (look & 0x40) !== 0 && row === rows - 1,
      }
      return conditions.flatMap((type) => (applies[type] ? (byType.get(type) ?? []) : []))
    },
  }
}

/** Every edge between cells once, so that neighbours agree: the wider border wins, then the one drawn later. */
class EdgeGrid {
  readonly #horizontal: (Border | undefined)[][]
  readonly #vertical: (Border | undefined)[][]

  constructor(rows: number, columns: number) {
    this.#horizontal = Array.from({ length: rows + 1 }, () => [])
    this.#vertical = Array.from({ length: rows }, () => [])
    void columns
  }

  draw(
    cell: Cell,
    rows: number,
    columns: number,
    tableEdges: Edges,
    conditional: Conditional,
    tcPr: XmlElement | undefined,
  ): void {
    const { row, column, columnSpan, rowSpan } = cell
    const styled = mergedEdges(conditional.at(cell).map((part) => child(child(part, 'w:tcPr'), 'w:tcBorders')))
    const own = edgesOf(child(tcPr, 'w:tcBorders'))
    const pick = (side: Side, outer: boolean): Border | undefined =>
      own[side] ??
      styled[side] ??
      (outer
        ? tableEdges[side]
        : side === 'top' || side === 'bottom'
          ? (styled.insideH ?? tableEdges.insideH)
          : (styled.insideV ?? tableEdges.insideV))
    for (let c = column; c < column + columnSpan; c += 1) {
      this.#put(this.#horizontal[row]!, c, pick('top', row === 0))
      this.#put(this.#horizontal[row + rowSpan]!, c, pick('bottom', row + rowSpan === rows))
    }
    for (let r = row; r < row + rowSpan; r += 1) {
      this.#put(this.#vertical[r]!, column, pick('left', column === 0))
      this.#put(this.#vertical[r]!, column + columnSpan, pick('right', column + columnSpan === columns))
    }
  }

  /** The four sides of a cell as a Typst stroke; a side that differs along its length takes the first part's. */
  strokes({ row, column, columnSpan, rowSpan }: Cell): string {
    const sides: [Side, Border | undefined][] = [
      ['top', this.#horizontal[row]![column]],
      ['bottom', this.#horizontal[row + rowSpan]![column]],
      ['left', this.#vertical[row]![column]],
      ['right', this.#vertical[row]![column + columnSpan]],
    ]
    return `(${sides.map(([side, edge]) => `${side}: ${edge === undefined || edge.width === 0 ? 'none' : strokeOf(edge)}`).join(', ')})`
  }

  #put(line: (Border | undefined)[], at: number, edge: Border | undefined): void {
    if (edge === undefined) return
    const there = line[at]
    if (there === undefined || edge.width >= there.width) line[at] = edge
  }
}

function writeCell(
  conversion: Conversion,
  cell: Cell,
  table: {
    rows: XmlElement[]
    inner: number
    margins: Margins
    grid: EdgeGrid
    around: Surroundings
    styles: XmlElement[]
    conditional: Conditional
    depth: number
  },
): string {
  const tcPr = child(cell.element, 'w:tcPr')
  const margins = cellMargins([child(tcPr, 'w:tcMar')], table.margins)
  const parts = [...table.styles, ...table.conditional.at(cell)]
  const around: Surroundings = {
    paragraph: Object.assign(
      {},
      table.around.paragraph,
      ...parts.map((part) => paragraphProperties(child(part, 'w:pPr'))),
    ),
    run: Object.assign(
      {},
      table.around.run,
      ...parts.map((part) => runProperties(child(part, 'w:rPr'), conversion.theme)),
    ),
  }
  const fill =
    shade(child(tcPr, 'w:shd')) ??
    parts.map((part) => shade(child(child(part, 'w:tcPr'), 'w:shd'))).findLast((each) => each !== undefined)
  const direction = attr(tcPr, 'w:val', 'w:textDirection')
  const turned = direction !== undefined && direction !== 'lrTb'
  const outer = conversion.width
  const height = rowHeight(table.rows[cell.row]!).height
  const upright = direction === 'tbRl' || direction === 'tbRlV' || direction === 'tbLrV'
  conversion.width = turned && !upright ? Math.max(height, 40) : table.inner - margins.left - margins.right
  let content = conversion.blocks(flatten(children(cell.element)), around, {
    strongStart: true,
    keepLastSpace: true,
    depth: depth(table),
  })
  conversion.width = outer
  if (turned) {
    if (upright) {
      report(conversion, 'table.verticalText')
      content = `show regex("\\S"): it => it + linebreak(); ${content}`
    } else content = `rotate(-90deg, reflow: true, block(width: ${pt(Math.max(height, 40))}, {${content}}))`
  }
  const vertical = { center: 'horizon', bottom: 'bottom' }[attr(tcPr, 'w:val', 'w:vAlign') ?? ''] ?? 'top'
  const cantSplit = child(child(table.rows[cell.row]!, 'w:trPr'), 'w:cantSplit') !== undefined
  const args = [
    `x: ${cell.column}`,
    `y: ${cell.row}`,
    cell.columnSpan > 1 ? `colspan: ${cell.columnSpan}` : '',
    cell.rowSpan > 1 ? `rowspan: ${cell.rowSpan}` : '',
    fill ? `fill: rgb(${quoted(fill)})` : '',
    `align: ${vertical} + start`,
    `inset: (left: ${pt(margins.left)}, right: ${pt(margins.right)}, top: ${pt(margins.top)}, bottom: ${pt(margins.bottom)})`,
    `stroke: ${table.grid.strokes(cell)}`,
    cantSplit ? 'breakable: false' : '',
  ].filter(Boolean)
  return `table.cell(${args.join(', ')}, {${content}})`
}

const depth = (table: { depth: number }) => table.depth + 1

function rowHeight(row: XmlElement): { height: number; exact: boolean } {
  const element = child(child(row, 'w:trPr'), 'w:trHeight')
  const height = twips(attr(element, 'w:val')) ?? 0
  return { height, exact: attr(element, 'w:hRule') === 'exact' && height > 0 }
}

function leadingHeaders(rows: XmlElement[]): number {
  let count = 0
  while (count < rows.length && child(child(rows[count]!, 'w:trPr'), 'w:tblHeader') !== undefined) count += 1
  return count === rows.length ? 0 : count
}
