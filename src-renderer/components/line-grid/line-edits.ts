import { cellText, isTyped, lineRow, type CellPlace, type LineColumn, type LineRow } from './line-rows.ts'
import { tidyCell } from './read-cell.ts'

/** A rectangle of cells, both corners in it. */
export interface CellRange {
  top: number
  left: number
  bottom: number
  right: number
}

export const rangeOf = (a: CellPlace, b: CellPlace): CellRange => ({
  top: Math.min(a.row, b.row),
  bottom: Math.max(a.row, b.row),
  left: Math.min(a.column, b.column),
  right: Math.max(a.column, b.column),
})

/** One cell set to what was typed. A product cell typed by hand no longer names the product it came from. */
export function setCell(rows: readonly LineRow[], at: CellPlace, column: LineColumn, text: string): LineRow[] {
  return rows.map((row, index) => (index === at.row ? withCell(row, column, text) : row))
}

function withCell(row: LineRow, column: LineColumn, text: string): LineRow {
  const tidy = tidyCell(column.kind, text)
  if (!isTyped(column) || tidy === (row.cells[column.key] ?? '')) return row
  return {
    ...row,
    productId: column.kind === 'product' ? null : row.productId,
    cells: { ...row.cells, [column.key]: tidy },
  }
}

/** Empties the cells of a range that can be typed into. */
export function clearRange(rows: readonly LineRow[], columns: readonly LineColumn[], range: CellRange): LineRow[] {
  return rows.map((row, at) =>
    at < range.top || at > range.bottom
      ? row
      : columns.slice(range.left, range.right + 1).reduce((so, column) => withCell(so, column, ''), row),
  )
}

/** The range's first line copied over the lines below it, as Ctrl+D does in a spreadsheet. */
export function fillDown(rows: readonly LineRow[], columns: readonly LineColumn[], range: CellRange): LineRow[] {
  const source = rows[range.top]
  if (source === undefined) return [...rows]
  const filled = columns.slice(range.left, range.right + 1)
  return rows.map((row, at) => {
    if (at <= range.top || at > range.bottom) return row
    const next = filled.reduce((so, column) => withCell(so, column, cellText(source, column)), row)
    return filled.some(({ kind }) => kind === 'product') ? { ...next, productId: source.productId } : next
  })
}

/**
 * A block of texts laid over the grid from a cell on; lines are added where the block is longer, unless there may be none.
 * What falls on a computed column or beyond the last one is dropped. A single text fills the whole range, as in a spreadsheet.
 */
export function pasteBlock(
  rows: readonly LineRow[],
  columns: readonly LineColumn[],
  range: CellRange,
  block: readonly (readonly string[])[],
  newRow: (() => LineRow) | null,
): LineRow[] {
  const single = block.length === 1 && block[0]!.length === 1
  const height = single ? range.bottom - range.top + 1 : block.length
  const width = single ? range.right - range.left + 1 : Math.max(0, ...block.map((texts) => texts.length))
  const result = [...rows]
  for (let down = 0; down < height; down += 1) {
    const at = range.top + down
    if (at >= result.length) {
      if (newRow === null) break
      result.push(newRow())
    }
    for (let across = 0; across < width; across += 1) {
      const column = columns[range.left + across]
      const text = single ? block[0]![0] : block[down]![across]
      if (column !== undefined && text !== undefined) result[at] = withCell(result[at]!, column, text)
    }
  }
  return result
}

/** The texts of a range as a spreadsheet takes them. */
export function blockText(rows: readonly LineRow[], columns: readonly LineColumn[], range: CellRange): string {
  return rows
    .slice(range.top, range.bottom + 1)
    .map((row) =>
      columns
        .slice(range.left, range.right + 1)
        .map((column) => quoted(cellText(row, column)))
        .join('\t'),
    )
    .join('\n')
}

const quoted = (text: string): string => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Cells of what a spreadsheet puts on the clipboard: tabs between cells, lines between rows, quotes around cells that hold either. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]]
  const body = text.replaceAll('\r\n', '\n').replace(/\n$/, '')
  let at = 0
  for (;;) {
    const cell = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(body.slice(at))
    const plain = /^[^\t\n]*/.exec(body.slice(at))![0]
    rows.at(-1)!.push(cell === null ? plain : cell[1]!.replaceAll('""', '"'))
    at += cell === null ? plain.length : cell[0].length
    if (at >= body.length) return rows
    if (body[at] === '\n') rows.push([])
    at += 1
  }
}

export function insertRow(rows: readonly LineRow[], at: number, row: LineRow = lineRow()): LineRow[] {
  return rows.toSpliced(at, 0, row)
}

export function removeRows(rows: readonly LineRow[], top: number, bottom: number): LineRow[] {
  return rows.toSpliced(top, bottom - top + 1)
}

/** The lines of a range one place up (-1) or down (1); the same lines when there is no place. */
export function moveRows(rows: readonly LineRow[], top: number, bottom: number, by: -1 | 1): LineRow[] {
  if (top + by < 0 || bottom + by >= rows.length) return [...rows]
  const block = rows.slice(top, bottom + 1)
  return removeRows(rows, top, bottom).toSpliced(top + by, 0, ...block)
}
