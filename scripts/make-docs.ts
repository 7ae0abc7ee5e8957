import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { approvalStatuses } from '../src-shared/approvals/approval-status.ts'
import { contractStages } from '../src-shared/contracts/contract-stage.ts'
import { orderStatuses } from '../src-shared/orders/order-status.ts'
import { shipmentStatuses } from '../src-shared/orders/shipment-status.ts'
import { paymentStatuses } from '../src-shared/payments/payment-status.ts'

const file = join(import.meta.dirname, '..', 'docs', 'ARCHITECTURE.md')
const begin = '<!-- state diagrams: written by scripts/make-docs.ts -->'
const end = '<!-- end of state diagrams -->'

const diagrams: [title: string, diagram: string][] = [
  [
    'Contract 合同',
    contractStages.mermaid({
      draft: '草稿',
      pending: '审批中',
      refused: '已驳回',
      approved: '待签署',
      signed: '已签署',
      active: '履行中',
      completed: '履行完毕',
      terminated: '已终止',
      void: '已作废',
    }),
  ],
  [
    'Approval 审批单',
    approvalStatuses.mermaid({
      running: '审批中',
      agreed: '已通过',
      refused: '已驳回',
      returned: '已退回',
      withdrawn: '已撤回',
    }),
  ],
  [
    'Order 订单',
    orderStatuses.mermaid({
      draft: '草稿',
      confirmed: '已确认',
      partShipped: '部分发货',
      shipped: '已发货',
      partReceived: '部分收货',
      received: '已收货',
      completed: '已完成',
      cancelled: '已取消',
    }),
  ],
  ['Shipment 发货单', shipmentStatuses.mermaid({ shipped: '已发货', received: '已收货', void: '已作废' })],
  ['Payment 收付款', paymentStatuses.mermaid({ recorded: '已登记', void: '已作废' })],
]

/** The architecture page with its state diagrams drawn anew from the status tables. */
export function withDiagrams(page: string): string {
  const [before, after] = [page.indexOf(begin), page.indexOf(end)]
  if (before === -1 || after === -1) throw new Error(`${file} lacks its marks for the diagrams`)
  const drawn = diagrams
    .map(([title, diagram]) => `### ${title}\n\n\`\`\`mermaid\n${diagram.trim()}\n\`\`\`\n`)
    .join('\n')
  return `${page.slice(0, before)}${begin}\n\n${drawn}\n${page.slice(after)}`
}

export const architecturePage = (): string => readFileSync(file, 'utf8')

if (import.meta.main) writeFileSync(file, withDiagrams(architecturePage()))
