import { describe, expect, it } from 'vitest'
import { parseQuantity } from '../../src-shared/kernel/decimal.ts'
import type { OrderStatus } from '../../src-shared/orders/order-status.ts'
import { orderStep } from './order-step.ts'

const order = (status: OrderStatus, shipped: string, shipments: ('shipped' | 'received' | 'void')[] = []) => ({
  status,
  lines: [{ quantity: parseQuantity('10'), shippedQuantity: parseQuantity(shipped) }],
  shipments: shipments.map((each) => ({ status: each })),
})
const anyone = () => true

describe('what is next for an order', () => {
  it('is confirmed, shipped, received and completed in turn', () => {
    expect(orderStep(order('draft', '0'), anyone)).toBe('confirm')
    expect(orderStep(order('confirmed', '0'), anyone)).toBe('ship')
    expect(orderStep(order('partShipped', '4', ['shipped']), anyone)).toBe('ship')
    expect(orderStep(order('shipped', '10', ['shipped']), anyone)).toBe('receive')
    expect(orderStep(order('received', '10', ['received']), anyone)).toBe('complete')
    expect(orderStep(order('completed', '10', ['received']), anyone)).toBeNull()
  })

  it('is receiving what is on its way, even of a cancelled order', () => {
    expect(orderStep(order('cancelled', '4', ['shipped']), anyone)).toBe('receive')
    expect(orderStep(order('cancelled', '4', ['received', 'void']), anyone)).toBeNull()
  })

  it('is nothing for one who may only read', () => {
    for (const status of ['draft', 'confirmed', 'shipped', 'received'] as const)
      expect(orderStep(order(status, '10', ['shipped']), () => false)).toBeNull()
  })
})
