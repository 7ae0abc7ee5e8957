import { z } from 'zod'
import { defineStatusTable } from '../kernel/status-table.ts'
import type { Cents } from '../kernel/cents.ts'
import type { Quantity } from '../kernel/decimal.ts'
import type { LocalDate } from '../kernel/local-date.ts'

export const OrderStatus = z.enum([
  'draft',
  'confirmed',
  'partShipped',
  'shipped',
  'partReceived',
  'received',
  'completed',
  'cancelled',
])
export type OrderStatus = z.infer<typeof OrderStatus>

/** Shipping and receiving move the status by the quantities (`shippingAction`, `receivingAction`); the rest by hand. */
export const orderStatuses = defineStatusTable({
  confirm: { draft: 'confirmed' },
  shipPart: { confirmed: 'partShipped', partShipped: 'partShipped', partReceived: 'partReceived' },
  shipRest: { confirmed: 'shipped', partShipped: 'shipped', partReceived: 'partReceived' },
  unshipPart: { partShipped: 'partShipped', shipped: 'partShipped', partReceived: 'partReceived' },
  unshipAll: { partShipped: 'confirmed', shipped: 'confirmed' },
  receivePart: { partShipped: 'partReceived', shipped: 'partReceived', partReceived: 'partReceived' },
  receiveRest: { shipped: 'received', partReceived: 'received' },
  complete: { received: 'completed' },
  cancel: { draft: 'cancelled', confirmed: 'cancelled', partShipped: 'cancelled', partReceived: 'cancelled' },
} satisfies Record<string, Partial<Record<OrderStatus, OrderStatus>>>)

interface LineProgress {
  quantity: Quantity
  shippedQuantity: Quantity
  receivedQuantity: Quantity
}

/** What a shipment with these lines does to the order, seen after the quantities were added. */
export function shippingAction(lines: readonly LineProgress[]): 'shipPart' | 'shipRest' {
  return lines.every((line) => line.shippedQuantity >= line.quantity) ? 'shipRest' : 'shipPart'
}

/** What taking a shipment back does to the order, seen after the quantities were taken off. */
export function unshippingAction(lines: readonly LineProgress[]): 'unshipPart' | 'unshipAll' {
  return lines.every((line) => line.shippedQuantity === 0) ? 'unshipAll' : 'unshipPart'
}

/** What a receipt does to the order, seen after the quantities were added. */
export function receivingAction(lines: readonly LineProgress[]): 'receivePart' | 'receiveRest' {
  return lines.every((line) => line.receivedQuantity >= line.quantity) ? 'receiveRest' : 'receivePart'
}

/** From which statuses something can still leave; also what makes an order late once its delivery date has passed. */
export const unshippedStatuses = ['draft', 'confirmed', 'partShipped', 'partReceived'] as const satisfies OrderStatus[]

/** Whether an order should have left by now: partly received ones still may have goods to ship. */
export function isLate(
  order: { status: OrderStatus; deliverBy: LocalDate | null; amount: Cents; shippedAmount: Cents },
  today: LocalDate,
): boolean {
  return (
    order.deliverBy !== null &&
    order.deliverBy < today &&
    order.shippedAmount < order.amount &&
    (unshippedStatuses as readonly OrderStatus[]).includes(order.status)
  )
}
