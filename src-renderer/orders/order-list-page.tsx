import { Button } from '@mantine/core'
import { IconPackage, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { formatYuan, sumCents } from '../../src-shared/kernel/cents.ts'
import type { OrderRow } from '../../src-shared/orders/orders-operations.ts'
import { ExportList } from '../components/export-list.tsx'
import { ListPage } from '../components/list-page.tsx'
import { tradeWords } from '../components/trade-words.ts'
import { useInstantText, useToday } from '../lib/instants.ts'
import { byCursor } from '../lib/list-pages.ts'
import { useRights } from '../lib/rights.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { orderColumns, unshippedAmount } from './order-columns.tsx'
import { OrderFilters } from './order-filters.tsx'
import { OrderQuickLook } from './order-quick-look.tsx'
import { orderListInput, type OrderListSearch } from './order-search.ts'
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
  const input = orderListInput(search)
  const query = useInfiniteQuery(
    wire['orders.list'].infiniteOptions({
      input: (after: string | null) => ({ ...input, after, limit: 100 }),
      ...byCursor,
    }),
  )
  const columns = useMemo(() => orderColumns(t, trade, today, instant), [t, trade, today, instant])
  const create = may('orders.create') && (
    <Button component={Link} to="/orders/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('create')}
    </Button>
  )
  const sumsText = (of: readonly Pick<OrderRow, 'amount' | 'shippedAmount'>[]) =>
    t('sums', {
      amount: formatYuan(sumCents(of.map((each) => each.amount))),
      shipped: formatYuan(sumCents(of.map((each) => each.shippedAmount))),
      open: formatYuan(sumCents(of.map(unshippedAmount))),
    })
  const all = query.data?.pages[0]?.sums
  return (
    <ListPage<OrderRow, OrderListSearch>
      name="orders"
      words={t}
      actions={
        <>
          <ExportList name={t('title')} filters={input} task={rpc['orders.export']} />
          {create}
        </>
      }
      search={search}
      onSearch={(next) => void navigate({ to: '/orders', search: next, replace: true })}
      filters={(change) => <OrderFilters search={search} onChange={change} />}
      views={[
        { name: t('views.all'), search: {} },
        { name: t('views.confirm'), search: { status: ['draft'] } },
        { name: t('views.ship'), search: { status: ['confirmed', 'partShipped', 'partReceived'], sort: 'deliverBy' } },
        { name: t('views.onWay'), search: { status: ['partShipped', 'shipped', 'partReceived'] } },
        { name: t('views.late'), search: { late: true, sort: 'deliverBy' } },
      ]}
      query={query}
      columns={columns}
      sorted={input}
      onOpen={({ id }) => void navigate({ to: '/orders/$id', params: { id } })}
      look={({ id, number, party }) => ({ title: `${number} ${party}`, body: <OrderQuickLook id={id} /> })}
      rowName={({ number }) => number}
      sums={(chosen) => (chosen.length > 0 ? sumsText(chosen) : all === undefined ? null : sumsText([all]))}
      icon={IconPackage}
      firstStep={create}
    />
  )
}
