import { ActionIcon, Button, Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowForwardUp,
  IconArrowUp,
  IconPlus,
  IconRowInsertTop,
  IconTrash,
} from '@tabler/icons-react'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  useId,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
} from 'react'
import type { ProductRow } from '../../../src-shared/products/products-operations.ts'
import { useErrorText } from '../../lib/refusal-text.ts'
import { useLanguage, useWords } from '../../lib/words.ts'
import { QuickProductDialog, type QuickProduct } from '../quick-product-dialog.tsx'
import { ActiveCell } from './active-cell.tsx'
import { productCells } from './goods-lines.ts'
import { GridRow, isEnd, rowHeight } from './grid-row.tsx'
import { handleGridKey, type GridActions } from './grid-keys.ts'
import { gridWords } from './grid-words.ts'
import classes from './line-grid.module.css'
import {
  blockText,
  clearRange,
  fillDown,
  insertRow,
  moveRows,
  pasteBlock,
  readBlock,
  removeRows,
  setCell,
} from './line-edits.ts'
import { cellText, isBlank, isTyped, type LineColumn, type LineRow } from './line-rows.ts'
import { ProductOptions, useProductOptions } from './product-options.tsx'
import { lineProblems } from './read-cell.ts'
import { useGridCursor } from './use-grid-cursor.ts'
import { useLineHistory } from './use-line-history.ts'

interface LineGridProps {
  label: string
  columns: readonly LineColumn[]
  rows: readonly LineRow[]
  onChange(rows: LineRow[]): void
  /** Makes a line to be added, with its first texts; null where lines may not be added, removed or moved. */
  newRow: (() => LineRow) | null
  /** Sums by column key, shown in the foot. */
  totals?: Readonly<Record<string, string>>
  /** Marks missing cells too, and lists what is wrong: after a first attempt to save. */
  strict?: boolean
  /** Further ways to fill it, beside the bar's own. */
  tools?: ReactNode
}

const numberWidth = 40

/**
 * Lines of goods, typed as in a spreadsheet: arrow keys, Tab and Enter move, typing replaces, F2 edits, Delete empties, Ctrl+C, X and V take
 * and give blocks of cells, Ctrl+D fills down, Ctrl+Z takes back, Alt with an arrow moves lines, and a product's name brings its specification,
 * unit, price and rate. Texts are kept as typed; `lineProblems` and `readGoodsLines` say what they mean.
 */
export function LineGrid({ label, columns, rows, onChange, newRow, totals, strict = false, tools }: LineGridProps) {
  const t = useWords(gridWords)
  const language = useLanguage()
  const listId = useId()
  const frame = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const cursor = useGridCursor()
  const history = useLineHistory(rows, onChange)
  const [creating, setCreating] = useState<string | null>(null)
  const row = Math.min(cursor.active.row, Math.max(rows.length - 1, 0))
  const active = { row, column: cursor.active.column }
  const { range, draft } = cursor
  const column = columns[active.column]!
  const current = rows[active.row]

  const options = useProductOptions(column.kind === 'product' ? draft : null)
  const [optionAt, setOptionAt] = useState(-1)

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    getItemKey: (index) => rows[index]!.key,
    // The line with the keyboard stays drawn wherever one scrolls, or what is typed would be lost.
    rangeExtractor: (seen) =>
      [...new Set([...defaultRangeExtractor(seen), ...(rows.length > 0 ? [active.row] : [])])].toSorted(
        (a, b) => a - b,
      ),
  })

  const commit = () => {
    const text = cursor.pending.current
    if (text === null) return
    cursor.setDraft(null)
    const before = history.latest()
    const next = setCell(before, active, column, text)
    if (next[active.row] !== before[active.row]) history.change(next)
  }
  const append = (to: number) => {
    if (newRow === null) return false
    const before = history.latest()
    history.change(insertRow(before, before.length, newRow()))
    cursor.moveTo({ row: before.length, column: to })
    virtual.scrollToIndex(before.length)
    return true
  }
  const actions: GridActions = {
    commit,
    clear: () => history.change(clearRange(history.latest(), columns, range)),
    // A single line is filled from the one above it.
    fillDown: () =>
      history.change(
        fillDown(
          history.latest(),
          columns,
          range.top === range.bottom ? { ...range, top: Math.max(0, range.top - 1) } : range,
        ),
      ),
    undo: history.undo,
    redo: history.redo,
    append,
    lastIsBlank() {
      const last = history.latest().at(-1)
      return last === undefined || isBlank(last, columns)
    },
    insert() {
      if (newRow === null) return
      history.change(insertRow(history.latest(), range.top, newRow()))
      cursor.moveTo({ row: range.top, column: active.column })
    },
    remove() {
      if (newRow === null) return
      const rest = removeRows(history.latest(), range.top, range.bottom)
      history.change(rest.length === 0 ? [newRow()] : rest)
      cursor.moveTo({ row: Math.max(0, Math.min(range.top, rest.length - 1)), column: active.column })
    },
    move(by) {
      if (newRow === null || range.top + by < 0 || range.bottom + by >= rows.length) return
      history.change(moveRows(history.latest(), range.top, range.bottom, by))
      cursor.select({ row: range.top + by, column: active.column }, { row: range.bottom + by, column: range.right })
    },
  }

  const takeProduct = (product: QuickProduct | ProductRow) => {
    cursor.setDraft(null)
    const { productId, cells } = productCells(product, columns)
    history.change(
      history
        .latest()
        .map((each, at) => (at === active.row ? { ...each, productId, cells: { ...each.cells, ...cells } } : each)),
    )
    // On to the first cell that the product does not answer.
    const next = columns.findIndex((each, at) => at > active.column && isTyped(each) && !(each.key in cells))
    cursor.moveTo({ row: active.row, column: next < 0 ? active.column : next }, 'tab')
  }
  const pick = (option: ProductRow | null) => {
    if (option !== null) takeProduct(option)
    else {
      setCreating((draft ?? '').trim())
      cursor.setDraft(null)
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (options.length > 0 && draft !== null) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        const by = event.key === 'ArrowDown' ? 1 : -1
        setOptionAt(Math.max(-1, Math.min(optionAt + by, options.length - 1)))
        event.preventDefault()
        return
      }
      const option = options[optionAt]
      if ((event.key === 'Enter' || event.key === 'Tab') && option !== undefined) {
        event.preventDefault()
        event.stopPropagation()
        pick(option)
        return
      }
    }
    if (
      handleGridKey(event, {
        rows,
        columns,
        cursor: { ...cursor, active },
        actions,
        text: ({ row, column }) => cellText(rows[row]!, columns[column]!),
      })
    ) {
      event.preventDefault()
      event.stopPropagation()
    } else if (event.key === 'Enter') event.preventDefault()
  }

  const onClipboard = (event: ClipboardEvent) => {
    const given = event.type === 'paste' ? event.clipboardData.getData('text/plain') : ''
    // A piece of text within a cell is the browser's own business.
    if (draft !== null && !/[\t\n]/.test(given)) return
    event.preventDefault()
    if (event.type === 'paste') {
      cursor.setDraft(null)
      const block = readBlock(given)
      const next = pasteBlock(history.latest(), columns, range, block, newRow)
      history.change(next)
      const single = block.length === 1 && block[0]!.length === 1
      const bottom = single ? range.bottom : range.top + block.length - 1
      const right = single ? range.right : range.left + Math.max(...block.map((texts) => texts.length)) - 1
      cursor.select(
        { row: range.top, column: range.left },
        { row: Math.min(bottom, next.length - 1), column: Math.min(right, columns.length - 1) },
      )
    } else {
      event.clipboardData.setData('text/plain', blockText(rows, columns, range))
      if (event.type === 'cut') actions.clear()
    }
  }

  const placeOf = (event: MouseEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')
    return cell === null || !scroller.current?.contains(cell)
      ? undefined
      : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) }
  }
  const onMouseDown = (event: MouseEvent) => {
    const place = placeOf(event)
    if (place === undefined || event.button !== 0) return
    if (place.column < 0) {
      event.preventDefault()
      commit()
      const from = event.shiftKey ? range.top : place.row
      cursor.select({ row: from, column: 0 }, { row: place.row, column: columns.length - 1 })
    } else if (event.shiftKey) {
      event.preventDefault()
      commit()
      cursor.extendTo(place)
    } else if (place.row !== active.row || place.column !== active.column) {
      event.preventDefault()
      commit()
      cursor.moveTo(place)
    } else if (
      draft === null &&
      frame.current?.contains(document.activeElement) &&
      current !== undefined &&
      isTyped(column)
    ) {
      // A second click puts the caret where it was clicked.
      cursor.setDraft(cellText(current, column))
    }
  }
  const onMouseOver = (event: MouseEvent) => {
    const place = placeOf(event)
    if (event.buttons === 1 && place !== undefined && place.column >= 0 && draft === null) cursor.extendTo(place)
  }

  const text = draft ?? (current === undefined ? '' : cellText(current, column))
  const cellInput = (
    <ActiveCell
      label={t('cell', { column: column.label, row: active.row + 1 })}
      text={text}
      typing={draft !== null}
      end={isEnd(column)}
      readOnly={!isTyped(column)}
      takesFocus={cursor.takesFocus}
      list={column.kind === 'product' ? { id: listId, at: optionAt, opened: options.length > 0 } : null}
      onText={(next) => {
        cursor.setDraft(next)
        // Latin letters look a product up by pinyin or code; Chinese may be the name itself.
        setOptionAt(/^[\u0020-\u007e]+$/.test(next.trim()) ? 0 : -1)
      }}
      onKeyDown={onKeyDown}
      onClipboard={onClipboard}
    />
  )
  const withOptions = (input: ReactElement) =>
    column.kind === 'product' ? (
      <ProductOptions id={listId} label={column.label} text={text} options={options} at={optionAt} onPick={pick}>
        <div style={{ width: '100%', height: '100%' }}>{input}</div>
      </ProductOptions>
    ) : (
      input
    )

  const width = numberWidth + columns.reduce((sum, each) => sum + each.width, 0)
  return (
    <div>
      <div
        ref={frame}
        className={classes.frame}
        onBlur={(event) => {
          if (!frame.current?.contains(event.relatedTarget)) commit()
        }}
      >
        <div
          ref={scroller}
          className={classes.scroller}
          role="grid"
          aria-label={label}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          aria-multiselectable
          // Without a line there is no cell to take the keyboard, and it may be too wide to see whole.
          tabIndex={rows.length === 0 ? 0 : -1}
          onMouseDown={onMouseDown}
          onMouseOver={onMouseOver}
          onFocus={() => {}}
        >
          <div role="rowgroup" style={{ position: 'sticky', top: 0, zIndex: 3, minWidth: width }}>
            <div role="row" aria-rowindex={1} className={classes.head} style={{ height: 32, minWidth: '100%' }}>
              <div role="columnheader" aria-label={t('rowNumber')} className={`${classes.cell} ${classes.number}`}>
                #
              </div>
              {columns.map((each) => (
                <div
                  key={each.key}
                  role="columnheader"
                  className={cellClass(each)}
                  style={{ width: each.width, cursor: 'default' }}
                >
                  <span className={each.required ? classes.required : undefined}>{each.label}</span>
                </div>
              ))}
            </div>
          </div>
          <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative', minWidth: width }}>
            {virtual.getVirtualItems().map(({ index, key, start }) => {
              const chosen = index >= range.top && index <= range.bottom
              return (
                <GridRow
                  key={key}
                  row={rows[index]!}
                  at={index}
                  top={start}
                  columns={columns}
                  strict={strict}
                  language={language}
                  left={chosen ? range.left : null}
                  right={chosen ? range.right : null}
                  activeColumn={index === active.row ? active.column : null}
                  input={index === active.row ? withOptions(cellInput) : null}
                />
              )
            })}
          </div>
          {totals !== undefined && (
            <div role="rowgroup" style={{ position: 'sticky', bottom: 0, zIndex: 3, minWidth: width }}>
              <div
                role="row"
                aria-rowindex={rows.length + 2}
                className={classes.foot}
                style={{ height: 34, minWidth: '100%' }}
              >
                <div role="rowheader" aria-label={t('total')} className={`${classes.cell} ${classes.number}`}>
                  Σ
                </div>
                {columns.map((each) => (
                  <div
                    key={each.key}
                    role="gridcell"
                    className={cellClass(each)}
                    style={{ width: each.width, cursor: 'default' }}
                  >
                    <span>{totals[each.key] ?? ''}</span>
                  </div>
                ))}
              </div>
            </div>
          )}
        </div>
        <Bar count={rows.length} fixed={newRow === null} actions={actions} onAppend={() => append(0)} more={tools} />
      </div>
      {strict && <Problems rows={rows} columns={columns} />}
      {creating !== null && (
        <QuickProductDialog
          name={creating}
          onClose={() => setCreating(null)}
          onPick={(product) => {
            setCreating(null)
            takeProduct(product)
          }}
        />
      )}
    </div>
  )
}

const cellClass = (column: LineColumn): string =>
  [classes.cell, isEnd(column) && classes.end, column.grow && classes.grow].filter(Boolean).join(' ')

function Bar({
  count,
  fixed,
  actions,
  onAppend,
  more,
}: {
  count: number
  fixed: boolean
  actions: GridActions
  onAppend(): void
  more: ReactNode
}) {
  const t = useWords(gridWords)
  const tools = [
    { label: t('insert'), icon: IconRowInsertTop, run: actions.insert },
    { label: t('up'), icon: IconArrowUp, run: () => actions.move(-1) },
    { label: t('down'), icon: IconArrowDown, run: () => actions.move(1) },
    { label: t('remove'), icon: IconTrash, run: actions.remove },
  ]
  return (
    <div className={classes.bar}>
      {!fixed && (
        <>
          <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={15} />} onClick={onAppend}>
            {t('add')}
          </Button>
          {tools.map(({ label, icon: Icon, run }) => (
            <Tool key={label} label={label} icon={<Icon size={16} />} onClick={run} />
          ))}
        </>
      )}
      <Tool label={t('undo')} icon={<IconArrowBackUp size={16} />} onClick={actions.undo} />
      <Tool label={t('redo')} icon={<IconArrowForwardUp size={16} />} onClick={actions.redo} />
      {more}
      <span className={classes.hint}>{fixed ? t('lines', { count }) : t('hint')}</span>
    </div>
  )
}

function Tool({ label, icon, onClick }: { label: string; icon: ReactElement; onClick(): void }) {
  return (
    <Tooltip label={label}>
      {/* Keeps the selection it works on: a button that took the keyboard would end the typing first. */}
      <ActionIcon size="sm" aria-label={label} onMouseDown={(event) => event.preventDefault()} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}

function Problems({ rows, columns }: { rows: readonly LineRow[]; columns: readonly LineColumn[] }) {
  const t = useWords(gridWords)
  const errorText = useErrorText()
  const problems = lineProblems(rows, columns)
  if (problems.length === 0) return null
  return (
    <ul className={classes.problems} role="alert" style={{ listStyle: 'none', padding: 0 }}>
      {problems.slice(0, 4).map(({ line, column, problem }) => (
        <li key={`${line}.${column.key}`}>
          {t('problem', { row: line, column: column.label, problem: errorText(problem) })}
        </li>
      ))}
      {problems.length > 4 && <li>{t('moreProblems', { count: problems.length - 4 })}</li>}
    </ul>
  )
}
