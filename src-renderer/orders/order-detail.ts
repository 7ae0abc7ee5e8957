import type { z } from 'zod'
import { subtractQuantity } from '../../src-shared/kernel/decimal.ts'
import type { getOrder } from '../../src-shared/orders/orders-operations.ts'

export type OrderDetail = z.output<(typeof getOrder)['output']>
export type OrderLine = OrderDetail['lines'][number]
export type Shipment = OrderDetail['shipments'][number]

/** What of a line has not left yet. */
export const openQuantity = (line: Pick<OrderLine, 'quantity' | 'shippedQuantity'>) =>
  subtractQuantity(line.quantity, line.shippedQuantity)
