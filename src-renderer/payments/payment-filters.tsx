import { PaymentDirection, PaymentMethod } from '../../src-shared/payments/payment.ts'
import { PartyFilter, PeriodFilter } from '../components/common-filters.tsx'
import { OneFilter, OnlyFilter } from '../components/filter-bar.tsx'
import { tradeWords } from '../components/trade-words.ts'
import { useWords } from '../lib/words.ts'
import type { PaymentListSearch } from './payment-search.ts'
import { paymentWords } from './payment-words.ts'

interface PaymentFiltersProps {
  search: PaymentListSearch
  onChange(change: Partial<PaymentListSearch>): void
}

/** Filters of the list of payments. */
export function PaymentFilters({ search, onChange }: PaymentFiltersProps) {
  const t = useWords(paymentWords)
  const trade = useWords(tradeWords)
  return (
    <>
      <OneFilter
        label={t('filters.direction')}
        options={PaymentDirection.options.map((value) => ({ value, label: trade(`directions.${value}`) }))}
        value={search.direction}
        onChange={(direction) => onChange({ direction })}
      />
      <OnlyFilter
        label={t('filters.settlement')}
        option={t('filters.open')}
        on={search.open}
        onChange={(open) => onChange({ open })}
      />
      <PartyFilter party={search.party} onChange={(party) => onChange({ party })} />
      <PeriodFilter
        label={t('filters.paid')}
        from={search.paidFrom}
        to={search.paidTo}
        onChange={(paidFrom, paidTo) => onChange({ paidFrom, paidTo })}
      />
      <OneFilter
        label={t('filters.method')}
        options={PaymentMethod.options.map((value) => ({ value, label: trade(`methods.${value}`) }))}
        value={search.method}
        onChange={(method) => onChange({ method })}
      />
    </>
  )
}
