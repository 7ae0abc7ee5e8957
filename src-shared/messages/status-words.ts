import type { ApprovalStatus } from '../approvals/approval-status.ts'
import type { ContractStage } from '../contracts/contract-stage.ts'
import type { OrderStatus } from '../orders/order-status.ts'
import type { ShipmentStatus } from '../orders/shipment-status.ts'
import type { PaymentMethod } from '../payments/payment.ts'
import type { PaymentStatus } from '../payments/payment-status.ts'
import type { Language } from './message.ts'

/** Every status with its label, as badges, filters and the diagrams in the docs show it. */
type Labels<S extends string> = Readonly<Record<S, readonly [zh: string, en: string]>>

export const contractStageLabels: Labels<ContractStage> = {
  draft: ['草稿', 'Draft'],
  pending: ['审批中', 'In approval'],
  refused: ['已驳回', 'Refused'],
  approved: ['待签署', 'To be signed'],
  signed: ['已签署', 'Signed'],
  active: ['履行中', 'In force'],
  completed: ['履行完毕', 'Completed'],
  terminated: ['已终止', 'Terminated'],
  void: ['已作废', 'Void'],
}

export const approvalStatusLabels: Labels<ApprovalStatus> = {
  running: ['审批中', 'In approval'],
  agreed: ['已同意', 'Agreed'],
  refused: ['已驳回', 'Refused'],
  returned: ['已退回', 'Sent back'],
  withdrawn: ['已撤回', 'Withdrawn'],
}

export const orderStatusLabels: Labels<OrderStatus> = {
  draft: ['草稿', 'Draft'],
  confirmed: ['已确认', 'Confirmed'],
  partShipped: ['部分发货', 'Partly shipped'],
  shipped: ['已发货', 'Shipped'],
  partReceived: ['部分收货', 'Partly received'],
  received: ['已收货', 'Received'],
  completed: ['已完成', 'Completed'],
  cancelled: ['已取消', 'Cancelled'],
}

export const shipmentStatusLabels: Labels<ShipmentStatus> = {
  shipped: ['在途', 'On the way'],
  received: ['已收货', 'Received'],
  void: ['已作废', 'Void'],
}

export const paymentStatusLabels: Labels<PaymentStatus> = {
  recorded: ['已登记', 'Recorded'],
  void: ['已作废', 'Void'],
}

export const paymentMethodLabels: Labels<PaymentMethod> = {
  transfer: ['银行转账', 'Bank transfer'],
  acceptanceBill: ['承兑汇票', 'Acceptance bill'],
  cash: ['现金', 'Cash'],
  cheque: ['支票', 'Cheque'],
  other: ['其他', 'Other'],
}

/** The labels in one language. */
export function labelsIn<S extends string>(labels: Labels<S>, language: Language): Record<S, string> {
  const at = language === 'zh' ? 0 : 1
  return Object.fromEntries(
    Object.entries<readonly [string, string]>(labels).map(([status, words]) => [status, words[at]]),
  ) as Record<S, string>
}
