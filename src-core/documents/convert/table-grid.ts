import { attr, child, children, type XmlElement } from '../docx/xml.ts'
import { integer, twips } from './measure-units.ts'
import type { Place } from './table-edges.ts'

export interface Cell extends Place {
  element: XmlElement
  /** Continued from the cell above; drawn by that one. */
  continued: boolean
}

/** Rows of a table, through what only wraps them; without those that an accepted change took out. */
export function tableRows(element: XmlElement, marked: boolean): XmlElement[] {
  return children(element).flatMap((each) =>
    each.name === 'w:tr'
      ? !marked && child(child(each, 'w:trPr'), 'w:del') !== undefined
        ? []
        : [each]
      : each.name === 'w:sdt'
        ? tableRows(child(each, 'w:sdtContent') ?? each, marked)
        : each.name === 'w:ins' || each.name === 'w:customXml'
          ? tableRows(each, marked)
          : [],
  )
}

function rowCells(row: XmlElement): XmlElement[] {
  return children(row).flatMap((each) =>
    each.name === 'w:tc'
      ? [each]
      : each.name === 'w:sdt'
        ? rowCells(child(each, 'w:sdtContent') ?? each)
        : each.name === 'w:customXml'
          ? rowCells(each)
          : [],
  )
}

const spanOf = (cell: XmlElement) => Math.max(1, integer(attr(child(cell, 'w:tcPr'), 'w:val', 'w:gridSpan')) ?? 1)
const skipped = (row: XmlElement, name: 'w:gridBefore' | 'w:gridAfter') =>
  integer(attr(child(row, 'w:trPr'), 'w:val', name)) ?? 0

/** Widths of the grid's columns, points. */
export function columnWidths(
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

/** Cells with their place in the grid, merged ones counted once. */
export function readCells(rows: XmlElement[], columns: number): Cell[] {
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

/** Height a row asks for, points; 0 without one. */
export function rowHeight(row: XmlElement): { height: number; exact: boolean } {
  const element = child(child(row, 'w:trPr'), 'w:trHeight')
  const height = twips(attr(element, 'w:val')) ?? 0
  return { height, exact: attr(element, 'w:hRule') === 'exact' && height > 0 }
}

/** Rows at the top that are repeated on every page. */
export function leadingHeaders(rows: XmlElement[]): number {
  let count = 0
  while (count < rows.length && child(child(rows[count]!, 'w:trPr'), 'w:tblHeader') !== undefined) count += 1
  return count === rows.length ? 0 : count
}
