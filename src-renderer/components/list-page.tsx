import type { Icon } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { listPages, type PagedQuery } from '../lib/list-pages.ts'
import { isFiltered, withFilters, type ListSearch } from '../lib/list-search.ts'
import { ColumnMenu } from './column-menu.tsx'
import type { Column } from './data-table.tsx'
import { EmptyState } from './empty-state.tsx'
import { FilterBar } from './filter-bar.tsx'
import { ListTable } from './list-table.tsx'
import { PageHead } from './page-head.tsx'
import { ListWithQuickLook, useQuickLook } from './quick-look.tsx'
import { ViewMenu } from './view-menu.tsx'

/** The words that every list has under the same keys; `t` of its area. */
export type ListWords = (
  key: 'title' | 'search' | 'total' | 'noMatchTitle' | 'emptyTitle' | 'emptyText',
  params?: Record<string, string | number>,
) => string

interface ListPageProps<Row extends { id: string }, Search extends ListSearch> {
  /** Names the list for keeping its columns and views. */
  name: string
  words: ListWords
  /** At the right of the head. */
  actions?: ReactNode
  /** Between the head and the filters. */
  tabs?: ReactNode
  /** Filters and sorting, as they stand in the address. */
  search: Search
  onSearch(search: Search): void
  filters(change: (change: Partial<Search>) => void): ReactNode
  /** Views everyone has; with them one may save one's own. */
  views?: readonly { name: string; search: Search }[]
  query: PagedQuery<Row>
  columns: readonly Column<Row>[]
  /** How it is sorted; without it the order cannot be changed. */
  sorted?: { sort: string; descending: boolean }
  onOpen(row: Row): void
  /** Beside the list on Space; without it Space opens. */
  look?(row: Row): { title: ReactNode; body: ReactNode }
  /** What a row is called, where rows can be selected. */
  rowName?(row: Row): string
  /** What the selected rows come to; all of them when none is. */
  sums?(chosen: readonly Row[]): string | null
  icon: Icon
  /** The first step, when there is nothing yet. */
  firstStep?: ReactNode
}

/** A list as a page: its filters in the address, its rows, and a quick look beside them. */
export function ListPage<Row extends { id: string }, Search extends ListSearch>(props: ListPageProps<Row, Search>) {
  const { name, words, search, query, columns, sorted, onOpen, rowName, sums } = props
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const { rows } = listPages(query)
  const look = useQuickLook(rows)
  const go = (next: Search) => {
    setSelected(new Set())
    props.onSearch(next)
  }
  const change = (part: Partial<Search>) => go(withFilters(search, part))
  const reset = () => go({} as Search)
  const filtered = isFiltered(search)
  const looked = look.row
  return (
    <>
      <PageHead title={words('title')}>{props.actions}</PageHead>
      {props.tabs}
      <FilterBar
        text={search.text ?? ''}
        onText={(text) => change({ text } as Partial<Search>)}
        placeholder={words('search')}
        filtered={filtered}
        onReset={reset}
        end={
          <>
            {props.views && <ViewMenu<Search> list={name} ready={props.views} search={search} onView={go} />}
            <ColumnMenu name={name} columns={columns} />
          </>
        }
      >
        {props.filters(change)}
      </FilterBar>
      <ListWithQuickLook
        look={looked && props.look ? { ...props.look(looked), onOpen: () => onOpen(looked) } : null}
        onClose={look.close}
      >
        <ListTable
          name={name}
          label={words('title')}
          query={query}
          columns={columns}
          {...(sorted && { sorting: { key: sorted.sort, descending: sorted.descending } })}
          onSort={({ key, descending }) =>
            change({ sort: key, descending: descending || undefined } as Partial<Search>)
          }
          {...(rowName && { selected, onSelect: setSelected, rowName })}
          {...look.toList}
          {...(props.look === undefined && { onQuickLook: onOpen })}
          onOpen={onOpen}
          filters={{ on: filtered, noMatch: words('noMatchTitle'), onReset: reset }}
          empty={
            <EmptyState title={words('emptyTitle')} text={words('emptyText')} icon={props.icon}>
              {props.firstStep}
            </EmptyState>
          }
          total={(count) => words('total', { count })}
          {...(sums && { sums })}
        />
      </ListWithQuickLook>
    </>
  )
}
