import { subtractCents, type Cents } from '../../src-shared/kernel/cents.ts'
import { orderStatusLabels } from '../../src-shared/messages/status-words.ts'
import { exportOrders, listOrders, type OrderRow } from '../../src-shared/orders/orders-operations.ts'
import { handleTask } from '../execution/handlers.ts'
import { exportList } from '../reports/export-list.ts'
import type { SheetColumn } from '../reports/sheet-column.ts'

/** An order as the sheet shows it. What was cancelled has no amounts, so that the totals are those of the list on screen. */
type ShownOrder = Omit<OrderRow, 'kind' | 'status' | 'amount' | 'shippedAmount'> & {
  kind: string
  status: string
  amount: Cents | null
  shippedAmount: Cents | null
  openAmount: Cents | null
  isOver: boolean
}

const columns: readonly SheetColumn<ShownOrder>[] = [
  { key: 'number', kind: 'text', title: { zh: '订单编号', en: 'Number' } },
  { key: 'party', kind: 'text', title: { zh: '往来单位', en: 'Party' } },
  { key: 'kind', kind: 'text', title: { zh: '类型', en: 'Kind' } },
  { key: 'contractNumber', kind: 'text', title: { zh: '合同编号', en: 'Contract' } },
  { key: 'orderedOn', kind: 'date', title: { zh: '下单日期', en: 'Ordered' } },
  { key: 'deliverBy', kind: 'date', title: { zh: '交货日期', en: 'Deliver by' } },
  { key: 'amount', kind: 'money', title: { zh: '订单金额', en: 'Amount' }, total: true },
  { key: 'shippedAmount', kind: 'money', title: { zh: '已发货', en: 'Shipped' }, total: true },
  { key: 'openAmount', kind: 'money', title: { zh: '未发货', en: 'To be shipped' }, total: true },
  { key: 'owner', kind: 'text', title: { zh: '经办人', en: 'Owner' } },
  { key: 'status', kind: 'text', title: { zh: '状态', en: 'State' } },
]

const kinds = { sales: { zh: '销售', en: 'Sales' }, purchase: { zh: '采购', en: 'Purchase' } } as const

export const handleExportOrders = handleTask(exportOrders, (context, { language, ...filters }) =>
  exportList<OrderRow, ShownOrder>(context, {
    title: { zh: '订单', en: 'Orders' },
    countFormat: { zh: '"共 "#,##0" 单"', en: '#,##0" orders"' },
    columns,
    page: (after) => context.query(listOrders, { ...filters, after, limit: 200 }),
    shown(row) {
      const over = row.status === 'cancelled'
      return {
        ...row,
        kind: kinds[row.kind][language],
        status: orderStatusLabels[row.status][language === 'zh' ? 0 : 1],
        amount: over ? null : row.amount,
        shippedAmount: over ? null : row.shippedAmount,
        openAmount: over ? null : subtractCents(row.amount, row.shippedAmount),
        isOver: over,
      }
    },
    isMuted: ({ isOver }) => isOver,
    language,
  }),
)
