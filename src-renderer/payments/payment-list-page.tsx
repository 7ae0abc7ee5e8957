import { Button } from '@mantine/core'
import { IconCash, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { formatYuan, sumCents } from '../../src-shared/kernel/cents.ts'
import type { PaymentRow } from '../../src-shared/payments/payments-operations.ts'
import { ExportList } from '../components/export-list.tsx'
import { ListPage } from '../components/list-page.tsx'
import { tradeWords } from '../components/trade-words.ts'
import { byCursor } from '../lib/list-pages.ts'
import { useRights } from '../lib/rights.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { openAmount, paymentColumns } from './payment-columns.tsx'
import { PaymentFilters } from './payment-filters.tsx'
import { PaymentQuickLook } from './payment-quick-look.tsx'
import { paymentListInput, type PaymentListSearch } from './payment-search.ts'
import { paymentWords } from './payment-words.ts'

/** Money received and paid, and what of it is not settled. */
export function PaymentListPage() {
  const t = useWords(paymentWords)
  const trade = useWords(tradeWords)
  const may = useRights()
  const navigate = useNavigate()
  const search = useSearch({ from: '/payments' })
  const query = useInfiniteQuery(
    wire['payments.list'].infiniteOptions({
      input: (after: string | null) => ({ ...paymentListInput(search), after, limit: 100 }),
      ...byCursor,
    }),
  )
  const columns = useMemo(() => paymentColumns(t, trade), [t, trade])
  const create = may('payments.record') && (
    <Button component={Link} to="/payments/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('create')}
    </Button>
  )
  const sumsText = (chosen: readonly PaymentRow[]) => {
    const sums = chosen.length > 0 ? sumsOf(chosen) : query.data?.pages[0]?.sums
    if (sums === undefined) return null
    return [
      sums.in > 0 && t('sumIn', { amount: formatYuan(sums.in), open: formatYuan(sums.openIn) }),
      sums.out > 0 && t('sumOut', { amount: formatYuan(sums.out), open: formatYuan(sums.openOut) }),
    ]
      .filter(Boolean)
      .join(' · ')
  }
  return (
    <ListPage<PaymentRow, PaymentListSearch>
      name="payments"
      words={t}
      actions={
        <>
          <ExportList name={t('title')} filters={paymentListInput(search)} task={rpc['payments.export']} />
          {create}
        </>
      }
      search={search}
      onSearch={(next) => void navigate({ to: '/payments', search: next, replace: true })}
      filters={(change) => <PaymentFilters search={search} onChange={change} />}
      views={[
        { name: t('views.all'), search: {} },
        { name: t('views.in'), search: { direction: 'in' } },
        { name: t('views.out'), search: { direction: 'out' } },
        { name: t('views.open'), search: { open: true } },
      ]}
      query={query}
      columns={columns}
      onOpen={({ id }) => void navigate({ to: '/payments/$id', params: { id } })}
      look={({ id, number, party }) => ({ title: `${number} ${party}`, body: <PaymentQuickLook id={id} /> })}
      rowName={({ number }) => number}
      sums={sumsText}
      icon={IconCash}
      firstStep={create}
    />
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
