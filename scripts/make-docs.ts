import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { approvalStatuses } from '../src-shared/approvals/approval-status.ts'
import { contractStages } from '../src-shared/contracts/contract-stage.ts'
import {
  approvalStatusLabels,
  contractStageLabels,
  labelsIn,
  orderStatusLabels,
  paymentStatusLabels,
  shipmentStatusLabels,
} from '../src-shared/messages/status-words.ts'
import { orderStatuses } from '../src-shared/orders/order-status.ts'
import { shipmentStatuses } from '../src-shared/orders/shipment-status.ts'
import { paymentStatuses } from '../src-shared/payments/payment-status.ts'

const file = join(import.meta.dirname, '..', 'docs', 'ARCHITECTURE.md')
const begin = '<!-- state diagrams: written by scripts/make-docs.ts -->'
const end = '<!-- end of state diagrams -->'

const diagrams: [title: string, diagram: string][] = [
  ['Contract 合同', contractStages.mermaid(labelsIn(contractStageLabels, 'zh'))],
  ['Approval 审批单', approvalStatuses.mermaid(labelsIn(approvalStatusLabels, 'zh'))],
  ['Order 订单', orderStatuses.mermaid(labelsIn(orderStatusLabels, 'zh'))],
  ['Shipment 发货单', shipmentStatuses.mermaid(labelsIn(shipmentStatusLabels, 'zh'))],
  ['Payment 收付款', paymentStatuses.mermaid(labelsIn(paymentStatusLabels, 'zh'))],
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
