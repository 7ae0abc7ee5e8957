import type { OrderStatus } from '../../src-shared/orders/order-status.ts'
import type { ShipmentStatus } from '../../src-shared/orders/shipment-status.ts'
import type { PaymentStatus } from '../../src-shared/payments/payment-status.ts'
import { useWords } from '../lib/words.ts'
import { StatusBadge } from './status-badge.tsx'
import { orderTones, settlementOf, shipmentTones, tradeWords } from './trade-words.ts'

export function OrderBadge({ status }: { status: OrderStatus }) {
  const t = useWords(tradeWords)
  return <StatusBadge tone={orderTones[status]} label={t(`orderStatuses.${status}`)} />
}

export function ShipmentBadge({ status }: { status: ShipmentStatus }) {
  const t = useWords(tradeWords)
  return <StatusBadge tone={shipmentTones[status]} label={t(`shipmentStatuses.${status}`)} />
}

export function SettlementBadge(payment: { status: PaymentStatus; amount: number; settledAmount: number }) {
  const t = useWords(tradeWords)
  const { key, tone } = settlementOf(payment)
  return <StatusBadge tone={tone} label={key === 'void' ? t('paymentStatuses.void') : t(`settlement.${key}`)} />
}
