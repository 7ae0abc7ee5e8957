import type { ReactNode } from 'react'
import { listPages, type PagedQuery } from '../lib/list-pages.ts'
import { useWords } from '../lib/words.ts'
import { DataTable, type Column, type Sorting } from './data-table.tsx'
import { ListError } from './list-error.tsx'
import { NoMatch } from './no-match.tsx'
import { tableWords } from './table-words.ts'

interface ListTableProps<Row extends { id: string }> {
  /** Names the table for keeping its columns. */
  name: string
  label: string
  query: PagedQuery<Row>
  columns: readonly Column<Row>[]
  sorting?: Sorting
  onSort?(sorting: Sorting): void
  /** Ids of the selected rows, where the list can be selected from; then `rowName` says what a row is called. */
  selected?: ReadonlySet<string>
  onSelect?(ids: ReadonlySet<string>): void
  rowName?(row: Row): string
  current: string | null
  onCurrent(id: string | null): void
  onOpen(row: Row): void
  onQuickLook?(row: Row): void
  /** What stands there when there is nothing at all. */
  empty: ReactNode
  /** Of a list that can be narrowed: whether it is, what to say when nothing matches, and the way back. */
  filters?: { on: boolean; noMatch: string; onReset(): void }
  /** Says how many rows there are. */
  total(count: number): string
  /** What the selected rows come to; all of them when none is. */
  sums?(chosen: readonly Row[]): string | null
}

/** The rows of a list that is read page by page, or why there are none: nothing yet, nothing that matches, an error. */
export function ListTable<Row extends { id: string }>(props: ListTableProps<Row>) {
  const { query, filters, empty, total, sums, ...table } = props
  const t = useWords(tableWords)
  const pages = listPages(query)
  const chosen = chosenOf(pages.rows, table.selected)
  return (
    <>
      <ListError query={query} />
      <DataTable
        {...table}
        rows={query.isError ? [] : pages.rows}
        total={pages.total}
        onMore={pages.more}
        empty={
          query.isError ? null : filters?.on ? <NoMatch title={filters.noMatch} onReset={filters.onReset} /> : empty
        }
        foot={
          <span aria-live="polite">
            {[
              chosen.length > 0 ? t('selected', { count: chosen.length }) : total(pages.total),
              pages.total > 0 && sums?.(chosen),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        }
      />
    </>
  )
}

/** The selected ones of the rows that are there. */
export const chosenOf = <Row extends { id: string }>(
  rows: readonly Row[] | undefined,
  selected: ReadonlySet<string> | undefined,
): Row[] => rows?.filter(({ id }) => selected?.has(id)) ?? []
