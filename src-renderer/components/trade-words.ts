import {
  labelsIn,
  orderStatusLabels,
  paymentMethodLabels,
  paymentStatusLabels,
  shipmentStatusLabels,
} from '../../src-shared/messages/status-words.ts'
import type { OrderStatus } from '../../src-shared/orders/order-status.ts'
import type { ShipmentStatus } from '../../src-shared/orders/shipment-status.ts'
import type { PaymentStatus } from '../../src-shared/payments/payment-status.ts'
import type { Tone } from '../app/theme.ts'
import { defineWords } from '../lib/words.ts'

/** Words for orders, shipments and payments, wherever they are shown. */
export const tradeWords = defineWords(
  'trade',
  {
    orderStatuses: labelsIn(orderStatusLabels, 'zh'),
    orderKinds: { sales: '销售订单', purchase: '采购订单' },
    shipmentStatuses: labelsIn(shipmentStatusLabels, 'zh'),
    paymentStatuses: labelsIn(paymentStatusLabels, 'zh'),
    directions: { in: '收款', out: '付款' },
    methods: labelsIn(paymentMethodLabels, 'zh'),
    settlement: { none: '未核销', part: '部分核销', full: '已核销' },
    settledAs: { contract: '合同价款（无分期）', refund: '退款' },
  },
  {
    orderStatuses: labelsIn(orderStatusLabels, 'en'),
    orderKinds: { sales: 'Sales order', purchase: 'Purchase order' },
    shipmentStatuses: labelsIn(shipmentStatusLabels, 'en'),
    paymentStatuses: labelsIn(paymentStatusLabels, 'en'),
    directions: { in: 'Received', out: 'Paid' },
    methods: labelsIn(paymentMethodLabels, 'en'),
    settlement: { none: 'Not settled', part: 'Partly settled', full: 'Settled' },
    settledAs: { contract: 'The contract as a whole', refund: 'Refund' },
  },
)

export const orderTones: Record<OrderStatus, Tone> = {
  draft: 'draft',
  confirmed: 'waiting',
  partShipped: 'force',
  shipped: 'force',
  partReceived: 'force',
  received: 'done',
  completed: 'done',
  cancelled: 'void',
}

export const shipmentTones: Record<ShipmentStatus, Tone> = { shipped: 'force', received: 'done', void: 'void' }

/** How far a payment is settled, which is what people look for in a list of payments. */
export function settlementOf(payment: { status: PaymentStatus; amount: number; settledAmount: number }): {
  key: 'none' | 'part' | 'full' | 'void'
  tone: Tone
} {
  if (payment.status === 'void') return { key: 'void', tone: 'void' }
  if (payment.settledAmount === 0) return { key: 'none', tone: 'waiting' }
  return payment.settledAmount < payment.amount ? { key: 'part', tone: 'force' } : { key: 'full', tone: 'done' }
}
