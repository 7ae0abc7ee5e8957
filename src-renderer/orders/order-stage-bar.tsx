import type { OrderStatus } from '../../src-shared/orders/order-status.ts'
import { StageBar } from '../components/stage-bar.tsx'
import { tradeWords } from '../components/trade-words.ts'
import { useWords } from '../lib/words.ts'
import { orderWords } from './order-words.ts'

/** The way an order goes; a part of a step stands in that step's place. */
const way: readonly OrderStatus[] = ['draft', 'confirmed', 'shipped', 'received', 'completed']
const partOf: Partial<Record<OrderStatus, OrderStatus>> = { partShipped: 'shipped', partReceived: 'received' }

/** Where an order is on its way, or where it was cancelled. */
export function OrderStageBar({ status, shipped }: { status: OrderStatus; shipped: boolean }) {
  const t = useWords(orderWords)
  const trade = useWords(tradeWords)
  const cancelled = status === 'cancelled'
  const at = way.indexOf(partOf[status] ?? status)
  const shown = cancelled ? [...way.slice(0, shipped ? 3 : 1), status] : way.with(at, status)
  return (
    <StageBar
      label={t('progress')}
      stages={shown.map((each) => ({ key: each, label: trade(`orderStatuses.${each}`) }))}
      now={cancelled ? shown.length - 1 : at}
      ended={cancelled}
    />
  )
}
