import { Button } from '@mantine/core'
import { IconPackage, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { formatYuan, sumCents } from '../../src-shared/kernel/cents.ts'
import { OrderKind } from '../../src-shared/orders/order.ts'
import { OrderStatus } from '../../src-shared/orders/order-status.ts'
import type { OrderRow } from '../../src-shared/orders/orders-operations.ts'
import { ColumnMenu } from '../components/column-menu.tsx'
import { PartyFilter, PeriodFilter } from '../components/common-filters.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ChoiceFilter, FilterBar } from '../components/filter-bar.tsx'
import { ListError } from '../components/list-error.tsx'
import { NoMatch } from '../components/no-match.tsx'
import { PageHead } from '../components/page-head.tsx'
import { ListWithQuickLook, useQuickLook } from '../components/quick-look.tsx'
import { tradeWords } from '../components/trade-words.ts'
import { ViewMenu } from '../components/view-menu.tsx'
import { useInstantText, useToday } from '../lib/instants.ts'
import { byCursor, listPages } from '../lib/list-pages.ts'
import { useRights } from '../lib/rights.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { orderColumns, unshippedAmount } from './order-columns.tsx'
import { OrderQuickLook } from './order-quick-look.tsx'
import { isFiltered, orderListInput, type OrderListSearch } from './order-search.ts'
import { orderWords } from './order-words.ts'

/** Sales and purchase orders, by status, party and day. */
export function OrderListPage() {
  const t = useWords(orderWords)
  const trade = useWords(tradeWords)
  const may = useRights()
  const today = useToday()
  const instant = useInstantText()
  const navigate = useNavigate()
  const search = useSearch({ from: '/orders' })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const query = useInfiniteQuery(
    wire['orders.list'].infiniteOptions({
      input: (after: string | null) => ({ ...orderListInput(search), after, limit: 100 }),
      ...byCursor,
    }),
  )
  const { rows, total, more } = listPages(query)
  const sums = query.data?.pages[0]?.sums
  const columns = useMemo(() => orderColumns(t, trade, today, instant), [t, trade, today, instant])
  const go = useCallback(
    (next: OrderListSearch) => {
      setSelected(new Set())
      void navigate({ to: '/orders', search: next, replace: true })
    },
    [navigate],
  )
  const openOrder = (id: string) => void navigate({ to: '/orders/$id', params: { id } })
  const { row: look, close, toList } = useQuickLook(rows)
  const chosen = rows?.filter(({ id }) => selected.has(id)) ?? []
  return (
    <>
      <PageHead title={t('title')}>
        {may('orders.create') && (
          <Button component={Link} to="/orders/new" leftSection={<IconPlus size={16} aria-hidden />}>
            {t('create')}
          </Button>
        )}
      </PageHead>
      <OrderFilters search={search} onSearch={go}>
        <OrderViews search={search} onView={go} />
        <ColumnMenu name="orders" columns={columns} />
      </OrderFilters>
      <ListError query={query} />
      <ListWithQuickLook
        look={
          look && {
            title: `${look.number} ${look.party}`,
            body: <OrderQuickLook id={look.id} />,
            onOpen: () => openOrder(look.id),
          }
        }
        onClose={close}
      >
        <DataTable
          name="orders"
          label={t('title')}
          columns={columns}
          rows={query.isError ? [] : rows}
          total={total}
          sorting={{ key: search.sort ?? 'updated', descending: !search.ascending }}
          onSort={({ key, descending }) =>
            go({ ...search, sort: key as NonNullable<OrderListSearch['sort']>, ascending: !descending || undefined })
          }
          onMore={more}
          selected={selected}
          onSelect={setSelected}
          selectAllLabel={t('selectAll')}
          selectRowLabel={({ number }) => t('selectRow', { name: number })}
          {...toList}
          onOpen={({ id }) => openOrder(id)}
          empty={query.isError ? null : <NoOrders filtered={isFiltered(search)} onReset={() => go({})} />}
          foot={
            <span aria-live="polite">
              {chosen.length > 0
                ? `${t('selected', { count: chosen.length })} · ${sumsText(chosen)}`
                : `${t('total', { count: total })}${total > 0 && sums !== undefined ? ` · ${sumsText([sums])}` : ''}`}
            </span>
          }
        />
      </ListWithQuickLook>
    </>
  )

  function sumsText(of: readonly Pick<OrderRow, 'amount' | 'shippedAmount'>[]): string {
    return t('sums', {
      amount: formatYuan(sumCents(of.map((each) => each.amount))),
      shipped: formatYuan(sumCents(of.map((each) => each.shippedAmount))),
      open: formatYuan(sumCents(of.map(unshippedAmount))),
    })
  }
}

interface OrderFiltersProps {
  search: OrderListSearch
  onSearch(search: OrderListSearch): void
  children: React.ReactNode
}

function OrderFilters({ search, onSearch, children }: OrderFiltersProps) {
  const t = useWords(orderWords)
  const trade = useWords(tradeWords)
  const change = (part: { [K in keyof OrderListSearch]?: OrderListSearch[K] | undefined }) =>
    onSearch({ ...search, ...part } as OrderListSearch)
  return (
    <FilterBar
      text={search.text ?? ''}
      onText={(text) => change({ text: text === '' ? undefined : text })}
      placeholder={t('search')}
      filtered={isFiltered(search)}
      onReset={() => onSearch({})}
      end={children}
    >
      <ChoiceFilter
        label={t('filters.status')}
        options={OrderStatus.options.map((value) => ({ value, label: trade(`orderStatuses.${value}`) }))}
        value={search.status ?? []}
        onChange={(status) => change({ status: status.length === 0 ? undefined : status })}
      />
      <ChoiceFilter
        single
        label={t('filters.kind')}
        options={OrderKind.options.map((value) => ({ value, label: trade(`orderKinds.${value}`) }))}
        value={search.kind === undefined ? [] : [search.kind]}
        onChange={([kind]) => change({ kind })}
      />
      <PartyFilter party={search.party} onChange={(party) => change({ party })} />
      <PeriodFilter
        label={t('filters.ordered')}
        from={search.orderedFrom}
        to={search.orderedTo}
        onChange={(orderedFrom, orderedTo) => change({ orderedFrom, orderedTo })}
      />
      <ChoiceFilter
        single
        label={t('filters.late')}
        options={[{ value: 'late', label: t('filters.lateOnly') }]}
        value={search.late ? ['late'] : []}
        onChange={([late]) => change({ late: late === undefined ? undefined : true })}
      />
    </FilterBar>
  )
}

function OrderViews({ search, onView }: { search: OrderListSearch; onView(search: OrderListSearch): void }) {
  const t = useWords(orderWords)
  return (
    <ViewMenu<OrderListSearch>
      list="orders"
      ready={[
        { name: t('views.all'), search: {} },
        { name: t('views.confirm'), search: { status: ['draft'] } },
        {
          name: t('views.ship'),
          search: { status: ['confirmed', 'partShipped', 'partReceived'], sort: 'deliverBy', ascending: true },
        },
        { name: t('views.onWay'), search: { status: ['partShipped', 'shipped', 'partReceived'] } },
        { name: t('views.late'), search: { late: true, sort: 'deliverBy', ascending: true } },
      ]}
      search={search}
      onView={onView}
    />
  )
}

function NoOrders({ filtered, onReset }: { filtered: boolean; onReset(): void }) {
  const t = useWords(orderWords)
  const may = useRights()
  if (filtered) return <NoMatch title={t('noMatchTitle')} onReset={onReset} />
  return (
    <EmptyState title={t('emptyTitle')} text={t('emptyText')} icon={<IconPackage size={36} stroke={1.3} aria-hidden />}>
      {may('orders.create') && (
        <Button component={Link} to="/orders/new">
          {t('create')}
        </Button>
      )}
    </EmptyState>
  )
}
