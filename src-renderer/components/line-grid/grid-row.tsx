import { memo, type ReactNode } from 'react'
import { describeRefusal } from '../../../src-shared/messages/describe-refusal.ts'
import type { Language } from '../../lib/words.ts'
import classes from './line-grid.module.css'
import { cellText, isBlank, isTyped, type LineColumn, type LineRow } from './line-rows.ts'
import { cellProblem } from './read-cell.ts'

export const rowHeight = 34

interface GridRowProps {
  row: LineRow
  at: number
  top: number
  columns: readonly LineColumn[]
  strict: boolean
  language: Language
  /** Chosen columns, from and to; null when the line is not in the selection. */
  left: number | null
  right: number | null
  /** Column with the keyboard, and its input; null on every other line. */
  activeColumn: number | null
  input: ReactNode
}

/** One line; drawn anew only when it changes itself. The grid listens for all its cells, by `data-row` and `data-column`. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, at, columns, strict, language } = props
  const blank = isBlank(row, columns)
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      className={classes.row}
      style={{ height: rowHeight, transform: `translateY(${props.top}px)` }}
    >
      <div role="rowheader" className={`${classes.cell} ${classes.number}`} data-row={at} data-column={-1}>
        {at + 1}
      </div>
      {columns.map((column, index) => {
        const problem = blank ? undefined : cellProblem(column, row, strict)
        const active = index === props.activeColumn
        const text = cellText(row, column)
        return (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={index + 2}
            aria-selected={active}
            data-row={at}
            data-column={index}
            title={problem === undefined ? text : describeRefusal(problem, language)}
            className={[
              classes.cell,
              isEnd(column) && classes.end,
              column.grow && classes.grow,
              !isTyped(column) && classes.quiet,
              props.left !== null && index >= props.left && index <= props.right! && classes.chosen,
              problem !== undefined && classes.wrong,
              active && classes.active,
            ]
              .filter(Boolean)
              .join(' ')}
            style={{ width: column.width }}
          >
            {active ? props.input : <span>{text}</span>}
          </div>
        )
      })}
    </div>
  )
})

export const isEnd = (column: LineColumn): boolean =>
  column.kind === 'quantity' ||
  column.kind === 'unitPrice' ||
  column.kind === 'amount' ||
  column.kind === 'rate' ||
  column.kind === 'computed'
