import { Button } from '@mantine/core'
import { IconCash, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { formatYuan, sumCents } from '../../src-shared/kernel/cents.ts'
import { PaymentDirection, PaymentMethod } from '../../src-shared/payments/payment.ts'
import type { PaymentRow } from '../../src-shared/payments/payments-operations.ts'
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
import { byCursor, listPages } from '../lib/list-pages.ts'
import { useRights } from '../lib/rights.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { openAmount, paymentColumns } from './payment-columns.tsx'
import { PaymentQuickLook } from './payment-quick-look.tsx'
import { isFiltered, paymentListInput, type PaymentListSearch } from './payment-search.ts'
import { paymentWords } from './payment-words.ts'

/** Money received and paid, and what of it is not settled. */
export function PaymentListPage() {
  const t = useWords(paymentWords)
  const trade = useWords(tradeWords)
  const may = useRights()
  const navigate = useNavigate()
  const search = useSearch({ from: '/payments' })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const query = useInfiniteQuery(
    wire['payments.list'].infiniteOptions({
      input: (after: string | null) => ({ ...paymentListInput(search), after, limit: 100 }),
      ...byCursor,
    }),
  )
  const { rows, total, more } = listPages(query)
  const { row: look, close, toList } = useQuickLook(rows)
  const columns = useMemo(() => paymentColumns(t, trade), [t, trade])
  const go = useCallback(
    (next: PaymentListSearch) => {
      setSelected(new Set())
      void navigate({ to: '/payments', search: next, replace: true })
    },
    [navigate],
  )
  const openPayment = (id: string) => void navigate({ to: '/payments/$id', params: { id } })
  const chosen = rows?.filter(({ id }) => selected.has(id)) ?? []
  const sums = chosen.length > 0 ? sumsOf(chosen) : query.data?.pages[0]?.sums
  return (
    <>
      <PageHead title={t('title')}>
        {may('payments.record') && (
          <Button component={Link} to="/payments/new" leftSection={<IconPlus size={16} aria-hidden />}>
            {t('create')}
          </Button>
        )}
      </PageHead>
      <PaymentFilters search={search} onSearch={go}>
        <ViewMenu<PaymentListSearch>
          list="payments"
          ready={[
            { name: t('views.all'), search: {} },
            { name: t('views.in'), search: { direction: 'in' } },
            { name: t('views.out'), search: { direction: 'out' } },
            { name: t('views.open'), search: { open: true } },
          ]}
          search={search}
          onView={go}
        />
        <ColumnMenu name="payments" columns={columns} />
      </PaymentFilters>
      <ListError query={query} />
      <ListWithQuickLook
        look={
          look && {
            title: `${look.number} ${look.party}`,
            body: <PaymentQuickLook id={look.id} />,
            onOpen: () => openPayment(look.id),
          }
        }
        onClose={close}
      >
        <DataTable
          name="payments"
          label={t('title')}
          columns={columns}
          rows={query.isError ? [] : rows}
          total={total}
          onMore={more}
          selected={selected}
          onSelect={setSelected}
          selectAllLabel={t('selectAll')}
          selectRowLabel={({ number }) => t('selectRow', { name: number })}
          {...toList}
          onOpen={({ id }) => openPayment(id)}
          empty={query.isError ? null : <NoPayments filtered={isFiltered(search)} onReset={() => go({})} />}
          foot={
            <span aria-live="polite">
              {[
                chosen.length > 0 ? t('selected', { count: chosen.length }) : t('total', { count: total }),
                sums !== undefined &&
                  sums.in > 0 &&
                  t('sumIn', { amount: formatYuan(sums.in), open: formatYuan(sums.openIn) }),
                sums !== undefined &&
                  sums.out > 0 &&
                  t('sumOut', { amount: formatYuan(sums.out), open: formatYuan(sums.openOut) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          }
        />
      </ListWithQuickLook>
    </>
  )
}

/** As the host sums a list: void ones left out. */
function sumsOf(rows: readonly PaymentRow[]) {
  const of = (direction: PaymentRow['direction']) =>
    rows.filter((row) => row.status === 'recorded' && row.direction === direction)
  return {
    in: sumCents(of('in').map(({ amount }) => amount)),
    out: sumCents(of('out').map(({ amount }) => amount)),
    openIn: sumCents(of('in').map(openAmount)),
    openOut: sumCents(of('out').map(openAmount)),
  }
}

interface PaymentFiltersProps {
  search: PaymentListSearch
  onSearch(search: PaymentListSearch): void
  children: ReactNode
}

function PaymentFilters({ search, onSearch, children }: PaymentFiltersProps) {
  const t = useWords(paymentWords)
  const trade = useWords(tradeWords)
  const change = (part: { [K in keyof PaymentListSearch]?: PaymentListSearch[K] | undefined }) =>
    onSearch({ ...search, ...part } as PaymentListSearch)
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
        single
        label={t('filters.direction')}
        options={PaymentDirection.options.map((value) => ({ value, label: trade(`directions.${value}`) }))}
        value={search.direction === undefined ? [] : [search.direction]}
        onChange={([direction]) => change({ direction })}
      />
      <ChoiceFilter
        single
        label={t('filters.settlement')}
        options={[{ value: 'open', label: t('filters.open') }]}
        value={search.open ? ['open'] : []}
        onChange={([open]) => change({ open: open === undefined ? undefined : true })}
      />
      <PartyFilter party={search.party} onChange={(party) => change({ party })} />
      <PeriodFilter
        label={t('filters.paid')}
        from={search.paidFrom}
        to={search.paidTo}
        onChange={(paidFrom, paidTo) => change({ paidFrom, paidTo })}
      />
      <ChoiceFilter
        single
        label={t('filters.method')}
        options={PaymentMethod.options.map((value) => ({ value, label: trade(`methods.${value}`) }))}
        value={search.method === undefined ? [] : [search.method]}
        onChange={([method]) => change({ method })}
      />
    </FilterBar>
  )
}

function NoPayments({ filtered, onReset }: { filtered: boolean; onReset(): void }) {
  const t = useWords(paymentWords)
  const may = useRights()
  if (filtered) return <NoMatch title={t('noMatchTitle')} onReset={onReset} />
  return (
    <EmptyState title={t('emptyTitle')} text={t('emptyText')} icon={<IconCash size={36} stroke={1.3} aria-hidden />}>
      {may('payments.record') && (
        <Button component={Link} to="/payments/new">
          {t('create')}
        </Button>
      )}
    </EmptyState>
  )
}
