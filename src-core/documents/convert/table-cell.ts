import { attr, child, children, textOf, type XmlElement } from '../docx/xml.ts'
import { quoted } from '../typst/compile.ts'
import { flatten } from './block-elements.ts'
import { strokeOf } from './border-stroke.ts'
import { report, styleNamed, type Conversion } from './conversion.ts'
import { pt, twips } from './measure-units.ts'
import { border, paragraphProperties, runProperties, shade } from './properties.ts'
import type { Surroundings } from './resolve-paragraph.ts'
import type { Conditions } from './table-conditions.ts'
import { doubleLines, edgesOf, laterName, mergedEdges, strokes, type EdgeGrid } from './table-edges.ts'
import type { Cell } from './table-grid.ts'

export interface Margins {
  top: number
  bottom: number
  left: number
  right: number
}

/** What the cells of one table share. */
export interface TableLook {
  rows: XmlElement[]
  heights: { height: number; exact: boolean }[]
  widths: number[]
  margins: Margins
  grid: EdgeGrid
  around: Surroundings
  styles: XmlElement[]
  conditions: Conditions
  /** What cells give to their paragraphs, by the elements of the style that apply to them. */
  insides: Map<XmlElement[], Surroundings>
  depth: number
}

/** Cell margins, the nearest layer winning side by side. */
export function cellMargins(layers: (XmlElement | undefined)[], base: Margins): Margins {
  const margins = { ...base }
  for (const layer of layers) {
    if (layer === undefined) continue
    for (const side of ['top', 'bottom', 'left', 'right'] as const) {
      const element = child(layer, `w:${side}`) ?? child(layer, laterName(side))
      const value = twips(attr(element, 'w:w'))
      if (value !== undefined) margins[side] = value
    }
  }
  return margins
}

/** Properties that the table style and these conditional parts of it give to the inside of a cell. */
function surroundings(
  conversion: Conversion,
  { around, styles, insides }: TableLook,
  conditional: XmlElement[],
): Surroundings {
  let inside = insides.get(conditional)
  if (inside === undefined) {
    const parts = [...styles, ...conditional]
    inside = {
      paragraph: Object.assign({}, around.paragraph, ...parts.map((part) => paragraphProperties(child(part, 'w:pPr')))),
      run: Object.assign({}, around.run, ...parts.map((part) => runProperties(child(part, 'w:rPr'), conversion.theme))),
    }
    insides.set(conditional, inside)
  }
  return inside
}

/** A cell as Typst code. */
export function writeCell(conversion: Conversion, cell: Cell, table: TableLook): string {
  const tcPr = child(cell.element, 'w:tcPr')
  const inner = table.widths.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, each) => sum + each, 0)
  const margins = cellMargins([child(tcPr, 'w:tcMar')], table.margins)
  const conditional = table.conditions.at(cell)
  const fill =
    shade(child(tcPr, 'w:shd')) ??
    [...table.styles, ...conditional]
      .map((part) => shade(child(child(part, 'w:tcPr'), 'w:shd')))
      .findLast((each) => each !== undefined)
  const edges = table.grid.around(cell)
  // The line above a row takes room of its own where the margin has none for it, and below the last row too.
  const above = table.grid.above(cell.row)
  const below = cell.row + cell.rowSpan === table.rows.length ? table.grid.above(table.rows.length) : 0
  const inset = { ...margins, top: Math.max(margins.top, above), bottom: Math.max(margins.bottom, below) }
  const vertical = { center: 'horizon', bottom: 'bottom' }[attr(tcPr, 'w:val', 'w:vAlign') ?? ''] ?? 'top'
  const heights = table.heights.slice(cell.row, cell.row + cell.rowSpan)
  const height = heights.reduce((sum, each) => sum + each.height, 0)

  const turn = turning(attr(tcPr, 'w:val', 'w:textDirection'))
  const write = (width: number) => {
    const outer = conversion.width
    conversion.width = width
    const code = conversion.blocks(flatten(children(cell.element)), surroundings(conversion, table, conditional), {
      strongStart: true,
      keepLastSpace: true,
      depth: table.depth + 1,
    })
    conversion.width = outer
    return code
  }
  let content: string
  if (turn === undefined) content = write(inner - margins.left - margins.right)
  else {
    const length = height > 0 ? height - inset.top - inset.bottom : textLength(cell.element)
    const across = {
      top: turn === 'down' ? 'right' : 'left',
      horizon: 'center',
      bottom: turn === 'down' ? 'left' : 'right',
    }
    content = `align(${across[vertical as 'top']}, turned-${turn}(${pt(length)}, {${write(length)}}))`
  }
  if (heights.every(({ exact }) => exact)) {
    const room = pt(Math.max(0, height - inset.top - inset.bottom))
    content = `clipped(${room}, ${vertical}, {${content}})`
  }
  const overlay = [
    ...diagonals(conversion, tcPr, { ...inset, width: inner, height }),
    ...whiteLines(edges, inset, inner),
  ]
  const cantSplit = child(child(table.rows[cell.row]!, 'w:trPr'), 'w:cantSplit') !== undefined
  const look = [
    fill ? `fill: rgb(${quoted(fill)})` : '',
    `align: ${vertical} + start`,
    `inset: (${(['left', 'right', 'top', 'bottom'] as const).map((side) => `${side}: ${pt(inset[side])}`).join(', ')})`,
    `stroke: ${strokes(edges)}`,
    cantSplit ? 'breakable: false' : '',
  ].filter(Boolean)
  const place = [
    `x: ${cell.column}`,
    `y: ${cell.row}`,
    cell.columnSpan > 1 ? `colspan: ${cell.columnSpan}` : '',
    cell.rowSpan > 1 ? `rowspan: ${cell.rowSpan}` : '',
  ].filter(Boolean)
  return `${styleNamed(conversion.cellStyles, 'c', look.join(', '))}(${place.join(', ')}, {${[...overlay, content].join('; ')}})`
}

/** Borders of a cell entered into the table's grid of edges. */
export function drawEdges(
  cell: Cell,
  { grid, conditions }: Pick<TableLook, 'grid' | 'conditions'>,
  table: ReturnType<typeof mergedEdges>,
): void {
  const styled = mergedEdges(conditions.at(cell).map((part) => child(child(part, 'w:tcPr'), 'w:tcBorders')))
  grid.draw(cell, edgesOf(child(child(cell.element, 'w:tcPr'), 'w:tcBorders')), styled, table)
}

/** Text that runs down (Chinese upright, Latin on its side), or up the page. */
const turning = (direction: string | undefined): 'down' | 'up' | undefined =>
  direction === 'btLr' || direction === 'lr' ? 'up' : /^tbRl|^tbLr|^rl/.test(direction ?? '') ? 'down' : undefined

/** About as long as the longest paragraph of a cell, where no row height says how long its lines may be. */
const textLength = (element: XmlElement): number =>
  Math.max(20, ...children(element, 'w:p').map((p) => [...textOf(p)].length * 11.5))

/** Lines from corner to corner, where the row's height is known. */
function diagonals(
  conversion: Conversion,
  tcPr: XmlElement | undefined,
  { width, height, left, top }: Margins & { width: number; height: number },
): string[] {
  const borders = child(tcPr, 'w:tcBorders')
  return (['w:tl2br', 'w:tr2bl'] as const).flatMap((name) => {
    const line = border(child(borders, name))
    if (line === undefined || line.width === 0) return []
    if (height === 0) {
      report(conversion, 'table.diagonal')
      return []
    }
    const [from, to] = name === 'w:tl2br' ? [0, width] : [width, 0]
    return [
      `place(top + left, dx: ${pt(-left)}, dy: ${pt(-top)}, line(start: (${pt(from)}, 0pt), end: (${pt(to)}, ${pt(height)}), stroke: ${strokeOf(line)}))`,
    ]
  })
}

function whiteLines(edges: ReturnType<EdgeGrid['around']>, inset: Margins, width: number): string[] {
  const { top, bottom } = doubleLines(edges)
  const line = (at: 'top' | 'bottom', thickness: number) =>
    thickness === 0
      ? []
      : [
          `place(${at} + left, dx: ${pt(-inset.left)}, dy: ${pt(at === 'top' ? -inset.top : inset.bottom)}, line(length: ${pt(width)}, stroke: ${pt(thickness)} + white))`,
        ]
  return [...line('top', top), ...line('bottom', bottom)]
}

export const tableFunctions = String.raw`
#let strut(height) = table.cell(inset: 0pt, stroke: none, box(width: 0pt, height: height))
#let clipped(room, vertical, body) = layout(size => {
  let fits = measure(width: size.width, body).height <= room
  block(width: 100%, height: room, clip: true, align(if fits { vertical + start } else { top + start }, body))
})
#let turned-up(length, body) = rotate(-90deg, reflow: true, block(width: length, body))
#let turned-down(length, body) = rotate(90deg, reflow: true, block(width: length, {
  show regex("[\p{Han}\u{3000}-\u{303f}\u{ff01}-\u{ffef}&&[^（）《》〈〉「」『』—…～]]"): it => box(rotate(-90deg, it))
  body
}))
`
