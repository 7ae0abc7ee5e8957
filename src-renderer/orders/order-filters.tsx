import { OrderKind } from '../../src-shared/orders/order.ts'
import { OrderStatus } from '../../src-shared/orders/order-status.ts'
import { PartyFilter, PeriodFilter } from '../components/common-filters.tsx'
import { ChoiceFilter, OneFilter, OnlyFilter } from '../components/filter-bar.tsx'
import { tradeWords } from '../components/trade-words.ts'
import { useWords } from '../lib/words.ts'
import type { OrderListSearch } from './order-search.ts'
import { orderWords } from './order-words.ts'

interface OrderFiltersProps {
  search: OrderListSearch
  onChange(change: Partial<OrderListSearch>): void
}

/** Filters of the list of orders. */
export function OrderFilters({ search, onChange }: OrderFiltersProps) {
  const t = useWords(orderWords)
  const trade = useWords(tradeWords)
  return (
    <>
      <ChoiceFilter
        label={t('filters.status')}
        options={OrderStatus.options.map((value) => ({ value, label: trade(`orderStatuses.${value}`) }))}
        value={search.status ?? []}
        onChange={(status) => onChange({ status })}
      />
      <OneFilter
        label={t('filters.kind')}
        options={OrderKind.options.map((value) => ({ value, label: trade(`orderKinds.${value}`) }))}
        value={search.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <PartyFilter party={search.party} onChange={(party) => onChange({ party })} />
      <PeriodFilter
        label={t('filters.ordered')}
        from={search.orderedFrom}
        to={search.orderedTo}
        onChange={(orderedFrom, orderedTo) => onChange({ orderedFrom, orderedTo })}
      />
      <OnlyFilter
        label={t('filters.late')}
        option={t('filters.lateOnly')}
        on={search.late}
        onChange={(late) => onChange({ late })}
      />
    </>
  )
}
