import { z } from 'zod'
import { defineStatusTable } from '../kernel/status-table.ts'

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

/** Shipping and receiving move the status by the quantities; the rest by hand. */
export const orderStatuses = defineStatusTable({
  confirm: { draft: 'confirmed' },
  shipPart: { confirmed: 'partShipped', partShipped: 'partShipped', partReceived: 'partReceived' },
  shipRest: { confirmed: 'shipped', partShipped: 'shipped', partReceived: 'partReceived' },
  receivePart: { partShipped: 'partReceived', shipped: 'partReceived', partReceived: 'partReceived' },
  receiveRest: { shipped: 'received', partReceived: 'received' },
  complete: { received: 'completed' },
  cancel: { draft: 'cancelled', confirmed: 'cancelled', partShipped: 'cancelled', partReceived: 'cancelled' },
} satisfies Record<string, Partial<Record<OrderStatus, OrderStatus>>>)
