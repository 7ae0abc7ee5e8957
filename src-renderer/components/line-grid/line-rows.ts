import type { Id } from '../../../src-shared/kernel/ids.ts'

/** How a cell is read, set in order and drawn. `product` is text that offers products; `computed` and `fixed` cannot be typed into. */
export type CellKind = 'product' | 'text' | 'quantity' | 'unitPrice' | 'rate' | 'amount' | 'date' | 'computed' | 'fixed'

export interface LineColumn {
  key: string
  label: string
  /** Pixels. */
  width: number
  /** Takes what is left over; at most one column. */
  grow?: boolean
  kind: CellKind
  required?: boolean
  /** Most characters a text may have. */
  most?: number
  /** Figure of a `computed` column, empty while it cannot be worked out. */
  compute?(row: LineRow): string
}

/** A line as it stands in the grid: texts as typed, so that nothing unreadable is lost. */
export interface LineRow {
  /** Stays with the line while it is moved; never shown. */
  key: string
  productId: Id<'Product'> | null
  cells: Readonly<Record<string, string>>
}

export interface CellPlace {
  row: number
  column: number
}

let made = 0

/** A line with the given texts; its key is new in this window. */
export function lineRow(cells: Record<string, string> = {}, productId: Id<'Product'> | null = null): LineRow {
  made += 1
  return { key: `${Date.now().toString(36)}-${made}`, productId, cells }
}

export const cellText = (row: LineRow, column: LineColumn): string =>
  column.kind === 'computed' ? (column.compute?.(row) ?? '') : (row.cells[column.key] ?? '')

export const isTyped = (column: LineColumn): boolean => column.kind !== 'computed' && column.kind !== 'fixed'

/** A line that no one has typed into; it is not saved. */
export const isBlank = (row: LineRow, columns: readonly LineColumn[]): boolean =>
  columns.every((column) => !isTyped(column) || column.kind === 'rate' || (row.cells[column.key] ?? '').trim() === '')
