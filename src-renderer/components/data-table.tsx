import { Checkbox, Skeleton, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useColumnLayout, type ColumnLayout } from './column-layout.ts'
import { useWords } from '../lib/words.ts'
import classes from './data-table.module.css'
import { tableWords } from './table-words.ts'

export interface Column<Row> {
  key: string
  label: string
  /** Pixels, before the user changes it. */
  width: number
  /** Takes what is left over; at most one column. */
  grow?: boolean
  align?: 'start' | 'end'
  render(row: Row): ReactNode
  /** Plain text for copying into a spreadsheet and for the tooltip of a cut-off cell. */
  text(row: Row): string
  /** Sort key this column stands for. */
  sort?: string
  /** Shown only when chosen. */
  optional?: boolean
}

export interface Sorting {
  key: string
  descending: boolean
}

interface DataTableProps<Row extends { id: string }> {
  /** Names the table for screen readers and for keeping its columns. */
  name: string
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[] | undefined
  /** All rows there are, loaded or not. */
  total: number
  sorting?: Sorting
  onSort?(sorting: Sorting): void
  /** Called when the end of what is loaded comes into view. */
  onMore?(): void
  selected?: ReadonlySet<string>
  onSelect?(ids: ReadonlySet<string>): void
  current: string | null
  onCurrent(id: string | null): void
  onOpen(row: Row): void
  onQuickLook?(row: Row): void
  empty: ReactNode
  foot?: ReactNode
  /** What a row is called, for its checkbox. */
  rowName?(row: Row): string
}

const rowHeight = 36
/** Rows before the end of what is loaded at which the next page is asked for: a spun wheel passes some two hundred in a second. */
const ahead = 150

/**
 * A list of any length: only what is seen is drawn, the head and the first column stay, arrow keys move, Enter opens,
 * Space looks, Shift extends a selection, and copying gives cells for a spreadsheet.
 */
export function DataTable<Row extends { id: string }>(props: DataTableProps<Row>) {
  const { rows, columns, total, current, onCurrent, onMore, selected, onSelect } = props
  const t = useWords(tableWords)
  const scroller = useRef<HTMLDivElement>(null)
  const layout = useColumnLayout(props.name, columns)
  const virtual = useVirtualizer({
    count: rows?.length ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    getItemKey: (index) => rows![index]!.id,
  })
  const items = virtual.getVirtualItems()
  const lastSeen = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (rows !== undefined && rows.length < total && lastSeen >= rows.length - ahead) onMore?.()
  }, [lastSeen, rows, total, onMore])

  const anchor = useRef<number | null>(null)
  const toggle = (index: number, extend: boolean) => {
    if (selected === undefined || rows === undefined) return
    const next = new Set(selected)
    const from = extend && anchor.current !== null ? anchor.current : index
    const on = !selected.has(rows[index]!.id)
    for (let i = Math.min(from, index); i <= Math.max(from, index); i += 1)
      if (on) next.add(rows[i]!.id)
      else next.delete(rows[i]!.id)
    anchor.current = index
    onSelect?.(next)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (rows === undefined || rows.length === 0 || event.target !== event.currentTarget) return
    const at = rows.findIndex((row) => row.id === current)
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    }[event.key]
    if (to !== undefined) {
      const index = Math.min(Math.max(to, 0), rows.length - 1)
      onCurrent(rows[index]!.id)
      virtual.scrollToIndex(index)
      if (event.shiftKey) toggle(index, true)
    } else if (event.key === 'Enter' && at >= 0) props.onOpen(rows[at]!)
    else if (event.key === ' ' && at >= 0) props.onQuickLook?.(rows[at]!)
    else if (event.key === 'x' && at >= 0) toggle(at, event.shiftKey)
    else if (event.key === 'c' && (event.ctrlKey || event.metaKey)) copy()
    else if (event.key === 'Escape') onSelect?.(new Set())
    else return
    event.preventDefault()
  }

  const copy = () => {
    const wanted = rows!.filter((row) =>
      selected !== undefined && selected.size > 0 ? selected.has(row.id) : row.id === current,
    )
    const lines = [
      layout.shown.map((column) => column.label),
      ...wanted.map((row) => layout.shown.map((column) => column.text(row))),
    ]
    void navigator.clipboard.writeText(
      lines.map((cells) => cells.map((cell) => cell.replaceAll(/[\t\n]/g, ' ')).join('\t')).join('\n'),
    )
  }

  // What a row does is looked up when it happens, so that rows stay as drawn while the list around them changes.
  const latest = useRef({ toggle, onCurrent, onOpen: props.onOpen })
  useEffect(() => {
    latest.current = { toggle, onCurrent, onOpen: props.onOpen }
  })
  const [does] = useState<RowDeeds<Row>>(() => ({
    toggle: (index, extend) => latest.current.toggle(index, extend),
    onCurrent: (id) => latest.current.onCurrent(id),
    onOpen: (row) => latest.current.onOpen(row),
  }))

  return (
    <div className={classes.frame}>
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
        aria-label={props.label}
        aria-rowcount={total + 1}
        aria-colcount={layout.shown.length}
        aria-multiselectable={selected !== undefined}
        // Only a row that is drawn can be pointed to.
        aria-activedescendant={items.some(({ key }) => key === current) ? `${props.name}-${current}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        data-testid={`table-${props.name}`}
      >
        <Head {...props} layout={layout} />
        {rows === undefined && <Waiting />}
        {rows?.length === 0 && (
          <div role="rowgroup">
            <div role="row" aria-rowindex={2}>
              <div role="gridcell">{props.empty}</div>
            </div>
          </div>
        )}
        <div
          role={items.length === 0 ? 'presentation' : 'rowgroup'}
          style={{
            height: virtual.getTotalSize(),
            position: 'relative',
            minWidth: layout.totalWidth + (selected ? 44 : 0),
          }}
        >
          {items.map((item) => {
            const row = rows![item.index]!
            return (
              <TableRow
                key={item.key}
                name={props.name}
                row={row}
                index={item.index}
                start={item.start}
                layout={layout}
                current={row.id === current}
                selected={selected?.has(row.id)}
                selectLabel={selected && t('selectRow', { name: props.rowName?.(row) ?? '' })}
                does={does}
              />
            )
          })}
        </div>
      </div>
      {props.foot !== undefined && <div className={classes.foot}>{props.foot}</div>}
    </div>
  )
}

interface RowDeeds<Row> {
  toggle(index: number, extend: boolean): void
  onCurrent(id: string): void
  onOpen(row: Row): void
}

interface TableRowProps<Row extends { id: string }> {
  name: string
  row: Row
  index: number
  /** Pixels from the first row. */
  start: number
  layout: ColumnLayout<Row>
  current: boolean
  /** Undefined where rows cannot be selected. */
  selected: boolean | undefined
  selectLabel: string | undefined
  does: RowDeeds<Row>
}

/** Drawn anew only when something of its own changes, not with every step of scrolling. */
const TableRow = memo(function TableRow<Row extends { id: string }>(props: TableRowProps<Row>) {
  const { row, index, layout, selected, does } = props
  // A tooltip for each cell that is cut off would cost more than the row: they come with the pointer.
  const [near, setNear] = useState(false)
  return (
    <div
      id={`${props.name}-${row.id}`}
      className={classes.row}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-current={props.current || undefined}
      style={{ height: rowHeight, transform: `translateY(${props.start}px)` }}
      onPointerEnter={() => setNear(true)}
      onClick={() => does.onCurrent(row.id)}
      onDoubleClick={() => does.onOpen(row)}
      onKeyDown={() => {}}
    >
      {selected !== undefined && (
        <div className={classes.cell} role="gridcell" style={{ width: 44 }}>
          <Checkbox
            size="xs"
            checked={selected}
            aria-label={props.selectLabel}
            onChange={() => {}}
            onClick={(event) => does.toggle(index, event.shiftKey)}
          />
        </div>
      )}
      {layout.shown.map((column, i) => (
        <Cell
          key={column.key}
          column={column}
          row={row}
          width={layout.widthOf(column)}
          frozen={i === 0}
          explained={near}
        />
      ))}
    </div>
  )
}) as <Row extends { id: string }>(props: TableRowProps<Row>) => ReactNode

interface CellProps<Row> {
  column: Column<Row>
  row: Row
  width: number
  frozen: boolean
  /** Whether its whole text comes up when it is cut off. */
  explained: boolean
}

function Cell<Row>({ column, row, width, frozen, explained }: CellProps<Row>) {
  const content = <span>{column.render(row)}</span>
  const text = explained ? column.text(row) : ''
  const cut = text.length * 7.5 > width - 20
  return (
    <div
      role="gridcell"
      className={[
        classes.cell,
        column.align === 'end' && classes.end,
        frozen && classes.frozen,
        column.grow && classes.grow,
      ]
        .filter(Boolean)
        .join(' ')}
      style={{ width }}
    >
      {cut ? (
        <Tooltip label={text} openDelay={600} maw={480} multiline>
          {content}
        </Tooltip>
      ) : (
        content
      )}
    </div>
  )
}

function Head<Row extends { id: string }>({
  layout,
  rows,
  sorting,
  onSort,
  selected,
  onSelect,
}: DataTableProps<Row> & { layout: ColumnLayout<Row> }) {
  const t = useWords(tableWords)
  const all =
    rows !== undefined && rows.length > 0 && selected !== undefined && rows.every((row) => selected.has(row.id))
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} style={{ display: 'flex', height: 34, flex: 1 }}>
        {selected !== undefined && (
          <div className={classes.cell} role="columnheader" style={{ width: 44 }}>
            <Checkbox
              size="xs"
              checked={all}
              indeterminate={!all && selected.size > 0}
              aria-label={t('selectAll')}
              onChange={() => onSelect?.(all ? new Set() : new Set(rows?.map((row) => row.id)))}
            />
          </div>
        )}
        {layout.shown.map((column, i) => {
          const on = sorting !== undefined && column.sort === sorting.key
          return (
            <div
              key={column.key}
              role="columnheader"
              aria-sort={on ? (sorting.descending ? 'descending' : 'ascending') : undefined}
              className={[
                classes.cell,
                column.align === 'end' && classes.end,
                i === 0 && classes.frozen,
                column.grow && classes.grow,
              ]
                .filter(Boolean)
                .join(' ')}
              style={{ width: layout.widthOf(column), position: i === 0 ? 'sticky' : 'relative' }}
            >
              {column.sort !== undefined && onSort !== undefined ? (
                <button
                  type="button"
                  className={classes.sort}
                  data-on={on || undefined}
                  onClick={() => onSort({ key: column.sort!, descending: on ? !sorting.descending : true })}
                >
                  {column.label}
                  {on && (sorting.descending ? <IconArrowDown size={12} /> : <IconArrowUp size={12} />)}
                </button>
              ) : (
                <span>{column.label}</span>
              )}
              <div
                className={classes.grip}
                onPointerDown={(event) =>
                  resize(event, layout.widthOf(column), (width) => layout.setWidth(column.key, width))
                }
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Follows the pointer from the grip until it is let go. */
function resize(event: PointerEvent<HTMLDivElement>, width: number, set: (width: number) => void): void {
  const grip = event.currentTarget
  const from = event.clientX
  grip.setPointerCapture(event.pointerId)
  const move = (moved: globalThis.PointerEvent) => set(Math.max(56, width + moved.clientX - from))
  grip.addEventListener('pointermove', move)
  grip.addEventListener('lostpointercapture', () => grip.removeEventListener('pointermove', move), { once: true })
}

/** Shown after a moment only, so that fast answers do not flicker. */
function Waiting() {
  return (
    <div style={{ padding: 12, animation: 'none' }} aria-hidden>
      {Array.from({ length: 12 }, (_, i) => (
        <Skeleton key={i} height={14} my={18} radius="sm" />
      ))}
    </div>
  )
}
