import type { Messages } from './message.ts'

/** Orders, shipments, payments, reports. */
export const orderMessages = {
  'order.contractNotInForce': {
    zh: '合同 {number} 是“{stage:stage}”，不能下订单。合同签署生效后才能下单。',
    en: 'Contract {number} is {stage:stage}; orders need a signed contract in force.',
  },
  'order.contractWithoutMoney': {
    zh: '合同 {number} 不涉及收付款，不能下订单。',
    en: 'Contract {number} moves no money, so there is nothing to order.',
  },
  'order.nothingRemains': {
    zh: '合同 {number} 的全部数量都已下单，没有剩余。如需增加，请签补充协议。',
    en: 'All quantities of contract {number} are ordered. To order more, make a supplementary agreement.',
  },
  'order.overRemaining': {
    zh: '第 {line} 行“{name}”要下单 {wanted} {unit}，合同还剩 {remaining} {unit}（合同 {contracted}，已下单 {ordered}）。请减少数量，或签补充协议。',
    en: 'Line {line}, “{name}”: {wanted} {unit} wanted, {remaining} {unit} remain (contracted {contracted}, ordered {ordered}). Order less, or make a supplementary agreement.',
  },
  'order.isOver': {
    zh: '订单 {number} 是“{status:status}”，不能再修改。',
    en: 'Order {number} is {status:status} and can no longer be changed.',
  },
  'shipment.isVoid': {
    zh: '发货单 {number} 已作废，不能再修改。',
    en: 'Shipment {number} is void and can no longer be changed.',
  },
  'shipment.overOpen': {
    zh: '第 {line} 行“{name}”要发 {wanted} {unit}，订单还剩 {open} {unit}（订购 {ordered}，已发 {shipped}）。请减少数量。',
    en: 'Line {line}, “{name}”: {wanted} {unit} to ship, {open} {unit} are open (ordered {ordered}, shipped {shipped}). Ship less.',
  },
  'shipment.receivedBeforeShipped': {
    zh: '签收日期 {receivedOn} 早于发货日期 {shippedOn}。请改正日期。',
    en: 'Received on {receivedOn}, before it was shipped on {shippedOn}. Correct the date.',
  },
  'shipment.orderCancelled': {
    zh: '订单 {order} 已取消，不能再处理它的发货。',
    en: 'Order {order} is cancelled; its shipments can no longer be changed.',
  },
  'payment.inFuture': {
    zh: '收付款日期 {paidOn} 在今天（{today}）之后。请填写实际到账或付出的日期。',
    en: 'The payment is dated {paidOn}, after today ({today}). Enter the day the money moved.',
  },
  'payment.isVoid': {
    zh: '收付款 {number} 已作废，不能再核销。',
    en: 'Payment {number} is void and cannot be settled.',
  },
  'payment.overPayment': {
    zh: '收付款 {number} 要核销 {wanted:yuan}，只剩 {open:yuan}（总额 {amount:yuan}）。请减少核销金额。',
    en: 'Payment {number}: {wanted:yuan} to settle, {open:yuan} left of {amount:yuan}. Settle less.',
  },
  'payment.overPlanItem': {
    zh: '合同 {contract} 的“{item}”要核销 {wanted:yuan}，只剩 {open:yuan}（计划 {planned:yuan}，已核销 {settled:yuan}）。请减少金额，余款核销到其他期。',
    en: 'Contract {contract}, “{item}”: {wanted:yuan} to settle, {open:yuan} open (planned {planned:yuan}, settled {settled:yuan}). Settle less, and the rest against another instalment.',
  },
  'payment.overContract': {
    zh: '合同 {contract} 要核销 {wanted:yuan}，只剩 {open:yuan}（已核销 {settled:yuan}）。请减少金额。',
    en: 'Contract {contract}: {wanted:yuan} to settle, {open:yuan} open ({settled:yuan} settled). Settle less.',
  },
  'payment.overRefund': {
    zh: '合同 {contract} 要退 {wanted:yuan}，已收付的只有 {paid:yuan}。请减少退款金额。',
    en: 'Contract {contract}: {wanted:yuan} to go back, but only {paid:yuan} was paid. Settle less.',
  },
  'payment.refundedAlready': {
    zh: '合同 {contract} 的款项已退回一部分，只剩 {left:yuan}，不能撤销 {wanted:yuan} 的核销。请先撤销退款的核销。',
    en: 'Part of what was paid on contract {contract} went back; {left:yuan} is left, so a settlement of {wanted:yuan} cannot be undone. Undo the refund first.',
  },
  'payment.byInstalments': {
    zh: '合同 {contract} 有收付款计划，请核销到具体的期次。',
    en: 'Contract {contract} has a payment plan. Settle against its instalments.',
  },
  'payment.otherParty': {
    zh: '收付款 {payment} 与合同 {contract} 不是同一个单位，不能核销。请选择同一单位的合同。',
    en: 'Payment {payment} and contract {contract} are of different parties. Choose a contract of the same party.',
  },
  'payment.contractNotInForce': {
    zh: '合同 {contract} 是“{stage:stage}”，不能核销收付款。合同签署生效后、作废之前才能核销。',
    en: 'Contract {contract} is {stage:stage}; payments are settled against signed contracts in force.',
  },
  'payment.voidWhileSettled': {
    zh: '收付款 {number} 已核销 {settled:yuan}。请先撤销核销，再作废。',
    en: 'Payment {number} has {settled:yuan} settled. Undo the settlements first, then void it.',
  },
  'report.tooManyRows': {
    zh: '结果超过 {most} 行，一张 Excel 工作表放不下。请缩小时间或条件后再导出。',
    en: 'There are more than {most} rows, more than an Excel sheet holds. Narrow the period or the conditions.',
  },
  'report.tooLarge': {
    zh: '导出的 Excel 文件过大（{bytes:bytes}）。请缩小时间或条件后分次导出。',
    en: 'The Excel file would be too large ({bytes:bytes}). Narrow the period or the conditions, and export in parts.',
  },
  'report.textTooLong': {
    zh: '单元格 {cell} 的文字有 {length} 个字符，Excel 最多容纳 {most} 个。请缩短该记录的文字。',
    en: 'The text of cell {cell} has {length} characters, Excel takes {most}. Shorten the text of that record.',
  },
  'report.numberTooLong': {
    zh: '单元格 {cell} 的数字有 {digits} 位，超出 Excel 能精确表示的 15 位。请检查该记录的数值。',
    en: 'The number in cell {cell} has {digits} digits, more than the 15 that Excel keeps exactly. Check that record.',
  },
  'shipment.voidHasNoNote': {
    zh: '发货单 {shipment} 已作废，不能再生成送货单。',
    en: 'The shipment {shipment} is void and has no delivery note.',
  },
} satisfies Messages
