import type { OrderStatus } from '../../src-shared/orders/order-status.ts'
import type { ShipmentStatus } from '../../src-shared/orders/shipment-status.ts'
import type { PaymentStatus } from '../../src-shared/payments/payment-status.ts'
import type { Tone } from '../app/theme.ts'
import { defineWords } from '../lib/words.ts'

/** Words for orders, shipments and payments, wherever they are shown. */
export const tradeWords = defineWords(
  'trade',
  {
    orderStatuses: {
      draft: '草稿',
      confirmed: '已确认',
      partShipped: '部分发货',
      shipped: '已发货',
      partReceived: '部分收货',
      received: '已收货',
      completed: '已完成',
      cancelled: '已取消',
    },
    orderKinds: { sales: '销售订单', purchase: '采购订单' },
    shipmentStatuses: { shipped: '在途', received: '已收货', void: '已作废' },
    paymentStatuses: { recorded: '已登记', void: '已作废' },
    directions: { in: '收款', out: '付款' },
    methods: { transfer: '银行转账', acceptanceBill: '承兑汇票', cash: '现金', cheque: '支票', other: '其他' },
    settlement: { none: '未核销', part: '部分核销', full: '已核销' },
  },
  {
    orderStatuses: {
      draft: 'Draft',
      confirmed: 'Confirmed',
      partShipped: 'Partly shipped',
      shipped: 'Shipped',
      partReceived: 'Partly received',
      received: 'Received',
      completed: 'Completed',
      cancelled: 'Cancelled',
    },
    orderKinds: { sales: 'Sales order', purchase: 'Purchase order' },
    shipmentStatuses: { shipped: 'On the way', received: 'Received', void: 'Void' },
    paymentStatuses: { recorded: 'Recorded', void: 'Void' },
    directions: { in: 'Received', out: 'Paid' },
    methods: {
      transfer: 'Bank transfer',
      acceptanceBill: 'Acceptance bill',
      cash: 'Cash',
      cheque: 'Cheque',
      other: 'Other',
    },
    settlement: { none: 'Not settled', part: 'Partly settled', full: 'Settled' },
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
