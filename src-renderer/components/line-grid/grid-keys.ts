import type { KeyboardEvent } from 'react'
import type { CellPlace, LineColumn, LineRow } from './line-rows.ts'
import type { GridCursor } from './use-grid-cursor.ts'

/** What keys can do to a grid; each is one step of undo. */
export interface GridActions {
  /** Takes over what is being typed, if anything is. */
  commit(): void
  clear(): void
  fillDown(): void
  undo(): void
  redo(): void
  move(by: -1 | 1): void
  remove(): void
  insert(): void
  /** Adds a line at the end and goes to its first cell; false where lines are fixed. */
  append(column: number): boolean
  lastIsBlank(): boolean
}

interface Grid {
  rows: readonly LineRow[]
  columns: readonly LineColumn[]
  cursor: GridCursor
  actions: GridActions
  text(place: CellPlace): string
}

/** Keys of a spreadsheet, in a cell of the grid. Returns whether the key was taken. */
export function handleGridKey(event: KeyboardEvent, grid: Grid): boolean {
  const { cursor, actions } = grid
  const { active, draft } = cursor
  // Enter and arrows belong to the input method while it composes.
  if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return false
  const mod = event.ctrlKey || event.metaKey
  if (event.key === 'Tab') return tab(event.shiftKey, grid)
  if (event.key === 'Enter' && !mod) {
    actions.commit()
    return enter(event.shiftKey, grid)
  }
  if (draft !== null) {
    if (event.key === 'Escape') cursor.setDraft(null)
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      actions.commit()
      step(event.key, false, false, grid)
    } else return false
    return true
  }
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown'))
    actions.move(event.key === 'ArrowUp' ? -1 : 1)
  else if (event.key.startsWith('Arrow')) step(event.key, mod, event.shiftKey, grid)
  else if (event.key === 'Home') cursor.moveTo({ row: mod ? 0 : active.row, column: 0 })
  else if (event.key === 'End')
    cursor.moveTo({ row: mod ? grid.rows.length - 1 : active.row, column: grid.columns.length - 1 })
  else if (event.key === 'F2') cursor.setDraft(grid.text(active))
  else if (event.key === 'Delete' || event.key === 'Backspace') {
    if (mod) actions.remove()
    else actions.clear()
  } else if (mod && event.key.toLowerCase() === 'd') actions.fillDown()
  else if (mod && event.key.toLowerCase() === 'z') (event.shiftKey ? actions.redo : actions.undo)()
  else if (mod && event.key.toLowerCase() === 'y') actions.redo()
  else if (mod && event.key === 'Enter') actions.insert()
  else if (mod && event.key.toLowerCase() === 'a')
    cursor.select({ row: 0, column: 0 }, { row: grid.rows.length - 1, column: grid.columns.length - 1 })
  else return false
  return true
}

function step(key: string, toEdge: boolean, extend: boolean, { rows, columns, cursor }: Grid): void {
  const [down, across] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key] ?? [0, 0]
  const { range, active } = cursor
  // Extending starts from the corner opposite the active cell.
  const from = extend
    ? {
        row: active.row === range.top ? range.bottom : range.top,
        column: active.column === range.left ? range.right : range.left,
      }
    : active
  const reach = toEdge ? Math.max(rows.length, columns.length) : 1
  const to = {
    row: Math.min(Math.max(from.row + down! * reach, 0), rows.length - 1),
    column: Math.min(Math.max(from.column + across! * reach, 0), columns.length - 1),
  }
  if (extend) cursor.extendTo(to)
  else cursor.moveTo(to)
}

/** The next cell, the first of the next line after the last; from the very last one a line is added, or the grid is left when that line is blank. */
function tab(back: boolean, { rows, columns, cursor, actions }: Grid): boolean {
  actions.commit()
  const { active } = cursor
  cursor.tabFrom.current ??= active.column
  const at = active.row * columns.length + active.column + (back ? -1 : 1)
  if (at < 0) return false
  if (at >= rows.length * columns.length) return !actions.lastIsBlank() && actions.append(0)
  cursor.moveTo({ row: Math.floor(at / columns.length), column: at % columns.length }, 'tab')
  return true
}

/** The cell below the one where typing across began; below the last line a new one, unless that one is blank. */
function enter(back: boolean, { rows, cursor, actions }: Grid): boolean {
  const column = cursor.tabFrom.current ?? cursor.active.column
  const row = cursor.active.row + (back ? -1 : 1)
  if (row >= rows.length) {
    if (!actions.lastIsBlank()) actions.append(column)
  } else if (row >= 0) cursor.moveTo({ row, column })
  return true
}
