import { subtractCents, type Cents } from '../../src-shared/kernel/cents.ts'
import { paymentMethodLabels, paymentStatusLabels } from '../../src-shared/messages/status-words.ts'
import { exportPayments, listPayments, type PaymentRow } from '../../src-shared/payments/payments-operations.ts'
import { handleTask } from '../execution/handlers.ts'
import { exportList } from '../reports/export-list.ts'
import type { SheetColumn } from '../reports/sheet-column.ts'

/** A payment as the sheet shows it: money in and money out in columns of their own, so that each has its total. Void ones have no amounts. */
interface ShownPayment {
  number: string
  paidOn: PaymentRow['paidOn']
  direction: string
  party: string
  in: Cents | null
  out: Cents | null
  settledAmount: Cents | null
  openAmount: Cents | null
  method: string
  bankReference: string
  status: string
  isOver: boolean
}

const columns: readonly SheetColumn<ShownPayment>[] = [
  { key: 'number', kind: 'text', title: { zh: '编号', en: 'Number' } },
  { key: 'paidOn', kind: 'date', title: { zh: '日期', en: 'Date' } },
  { key: 'direction', kind: 'text', title: { zh: '收付', en: 'Direction' } },
  { key: 'party', kind: 'text', title: { zh: '往来单位', en: 'Party' } },
  { key: 'in', kind: 'money', title: { zh: '收款金额', en: 'Received' }, total: true },
  { key: 'out', kind: 'money', title: { zh: '付款金额', en: 'Paid' }, total: true },
  { key: 'settledAmount', kind: 'money', title: { zh: '已核销', en: 'Settled' }, total: true },
  { key: 'openAmount', kind: 'money', title: { zh: '未核销', en: 'Not settled' }, total: true },
  { key: 'method', kind: 'text', title: { zh: '方式', en: 'Method' } },
  { key: 'bankReference', kind: 'text', title: { zh: '银行流水号', en: 'Bank reference' } },
  { key: 'status', kind: 'text', title: { zh: '状态', en: 'State' } },
]

const directions = { in: { zh: '收款', en: 'In' }, out: { zh: '付款', en: 'Out' } } as const

export const handleExportPayments = handleTask(exportPayments, (context, { language, ...filters }) =>
  exportList<PaymentRow, ShownPayment>(context, {
    title: { zh: '收付款', en: 'Payments' },
    countFormat: { zh: '"共 "#,##0" 笔"', en: '#,##0" payments"' },
    columns,
    page: (after) => context.query(listPayments, { ...filters, after, limit: 200 }),
    shown({ direction, status, amount, settledAmount, method, ...row }) {
      const over = status === 'void'
      const at = language === 'zh' ? 0 : 1
      return {
        number: row.number,
        paidOn: row.paidOn,
        direction: directions[direction][language],
        party: row.party,
        in: over || direction === 'out' ? null : amount,
        out: over || direction === 'in' ? null : amount,
        settledAmount: over ? null : settledAmount,
        openAmount: over ? null : subtractCents(amount, settledAmount),
        method: paymentMethodLabels[method][at],
        bankReference: row.bankReference,
        status: paymentStatusLabels[status][at],
        isOver: over,
      }
    },
    isMuted: ({ isOver }) => isOver,
    language,
  }),
)
