import { child, type XmlElement } from '../docx/xml.ts'
import { isDouble, lineWidth, strokeOf } from './border-stroke.ts'
import { border, type Border } from './properties.ts'

export type Side = 'top' | 'bottom' | 'left' | 'right'
export type Edges = Partial<Record<Side | 'insideH' | 'insideV', Border>>

/** Where a cell stands, in columns and rows of the grid. */
export interface Place {
  row: number
  column: number
  columnSpan: number
  rowSpan: number
}

const sides = ['top', 'bottom', 'left', 'right', 'insideH', 'insideV'] as const
/** The names of left and right in later editions of the format. */
export const laterName = (side: string) => (side === 'left' ? 'w:start' : side === 'right' ? 'w:end' : '')

export function edgesOf(element: XmlElement | undefined): Edges {
  const edges: Edges = {}
  if (element === undefined) return edges
  for (const side of sides) {
    const found = border(child(element, `w:${side}`) ?? child(element, laterName(side)))
    if (found !== undefined) edges[side] = found
  }
  return edges
}

export const mergedEdges = (layers: (XmlElement | undefined)[]): Edges =>
  Object.assign({}, ...layers.map(edgesOf)) as Edges

const isBroken = (edge: Border) => /dash|dot/i.test(edge.style)

/** Every edge between cells once, so that neighbours agree: the wider border wins, then the unbroken one, then the one drawn later. */
export class EdgeGrid {
  readonly #rows: number
  readonly #columns: number
  readonly #horizontal: (Border | undefined)[][]
  readonly #vertical: (Border | undefined)[][]

  constructor(rows: number, columns: number) {
    this.#rows = rows
    this.#columns = columns
    this.#horizontal = Array.from({ length: rows + 1 }, () => [])
    this.#vertical = Array.from({ length: rows }, () => [])
  }

  /** Draws a cell's borders: its own, else those its place in the table style gives, else the table's. */
  draw({ row, column, columnSpan, rowSpan }: Place, own: Edges, styled: Edges, table: Edges): void {
    const pick = (side: Side, outer: boolean): Border | undefined => {
      if (own[side] !== undefined) return own[side]
      if (styled[side] !== undefined) return styled[side]
      if (outer) return table[side]
      return side === 'top' || side === 'bottom' ? (styled.insideH ?? table.insideH) : (styled.insideV ?? table.insideV)
    }
    for (let c = column; c < column + columnSpan; c += 1) {
      put(this.#horizontal[row]!, c, pick('top', row === 0))
      put(this.#horizontal[row + rowSpan]!, c, pick('bottom', row + rowSpan === this.#rows))
    }
    for (let r = row; r < row + rowSpan; r += 1) {
      put(this.#vertical[r]!, column, pick('left', column === 0))
      put(this.#vertical[r]!, column + columnSpan, pick('right', column + columnSpan === this.#columns))
    }
  }

  /** A cell's four sides; none for one that is not alike along its length: there the neighbours draw their parts. */
  around({ row, column, columnSpan, rowSpan }: Place): Record<Side, Border | undefined> {
    const across = (line: (Border | undefined)[]) => alike(line.slice(column, column + columnSpan), columnSpan)
    const along = (at: number) =>
      alike(
        Array.from({ length: rowSpan }, (_, i) => this.#vertical[row + i]![at]),
        rowSpan,
      )
    return {
      top: across(this.#horizontal[row]!),
      bottom: across(this.#horizontal[row + rowSpan]!),
      left: along(column),
      right: along(column + columnSpan),
    }
  }

  /** Width of the widest border above a row, points: Word adds it to the row's height. */
  above(row: number): number {
    // Places that no cell drew are holes.
    return Math.max(0, ...Array.from(this.#horizontal[row]!, (edge) => (edge === undefined ? 0 : lineWidth(edge))))
  }
}

function put(line: (Border | undefined)[], at: number, edge: Border | undefined): void {
  if (edge === undefined) return
  const there = line[at]
  if (there !== undefined) {
    const [now, before] = [lineWidth(edge), lineWidth(there)]
    if (now < before || (now === before && isBroken(edge) && !isBroken(there))) return
  }
  line[at] = edge
}

function alike(edges: (Border | undefined)[], length: number): Border | undefined {
  const first = edges[0]
  for (let i = 1; i < length; i += 1) {
    const edge = edges[i]
    if (edge?.width !== first?.width || edge?.style !== first?.style || edge?.color !== first?.color) return undefined
  }
  return first
}

/** A cell's sides as Typst strokes. */
export function strokes(edges: Record<Side, Border | undefined>): string {
  const list = (['top', 'bottom', 'left', 'right'] as const).map((side) => {
    const edge = edges[side]
    return `${side}: ${edge === undefined || edge.width === 0 ? 'none' : strokeOf(edge)}`
  })
  return `(${list.join(', ')})`
}

/** What makes a wide horizontal line a double one: a white line in its middle. */
export function doubleLines(edges: Record<Side, Border | undefined>): { top: number; bottom: number } {
  const gap = (edge: Border | undefined) => (edge !== undefined && isDouble(edge) ? lineWidth(edge) / 3 : 0)
  return { top: gap(edges.top), bottom: gap(edges.bottom) }
}
