import { orderStatuses } from '../../src-shared/orders/order-status.ts'
import { openQuantity, type OrderDetail } from './order-detail.ts'

/** What a person does next with an order. */
export type OrderStep = 'confirm' | 'ship' | 'receive' | 'complete'

type Facts = Pick<OrderDetail, 'status'> & {
  lines: readonly Pick<OrderDetail['lines'][number], 'quantity' | 'shippedQuantity'>[]
  shipments: readonly Pick<OrderDetail['shipments'][number], 'status'>[]
}

/**
 * What is next, among what the person may do: a draft is confirmed, what has not left is shipped, what is on the way is received, and what was
 * received is completed. Null when nothing is next or it is somebody else's to do.
 */
export function orderStep(order: Facts, may: (permission: string) => boolean): OrderStep | null {
  const allowed = orderStatuses.actions(order.status)
  if (allowed.includes('confirm')) return may('orders.confirm') ? 'confirm' : null
  const open = order.lines.some((line) => openQuantity(line) > 0)
  if (open && allowed.includes('shipPart') && may('shipments.create')) return 'ship'
  // Goods of a cancelled order that were on their way still arrive.
  if (order.shipments.some(({ status }) => status === 'shipped') && may('shipments.receive')) return 'receive'
  if (allowed.includes('complete') && may('orders.confirm')) return 'complete'
  return null
}
