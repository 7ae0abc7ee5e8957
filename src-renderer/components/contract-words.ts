import { contractStageLabels, labelsIn } from '../../src-shared/messages/status-words.ts'
import { defineWords } from '../lib/words.ts'

/** Words for what contracts are, wherever they are shown: lists, approvals, the desk. */
export const contractWords = defineWords(
  'contract',
  {
    stages: labelsIn(contractStageLabels, 'zh'),
    types: {
      sales: '销售合同',
      purchase: '采购合同',
      framework: '框架合同',
      service: '服务合同',
      nda: '保密协议',
      supplementary: '补充协议',
      other: '其他合同',
    },
    directions: { in: '收款', out: '付款', none: '无收付款' },
    dueEvents: {
      signed: '签订后',
      delivered: '交货后',
      accepted: '验收后',
      invoiced: '开票后',
      retentionReleased: '质保期满后',
    },
    documentKinds: { draft: '草稿', final: '正式文件', sealed: '盖章文件', signed: '签署文件' },
    progress: '合同进度',
  },
  {
    stages: labelsIn(contractStageLabels, 'en'),
    types: {
      sales: 'Sales',
      purchase: 'Purchase',
      framework: 'Framework',
      service: 'Service',
      nda: 'Confidentiality',
      supplementary: 'Supplement',
      other: 'Other',
    },
    directions: { in: 'We are paid', out: 'We pay', none: 'No payments' },
    dueEvents: {
      signed: 'after signing',
      delivered: 'after delivery',
      accepted: 'after acceptance',
      invoiced: 'after the invoice',
      retentionReleased: 'after the warranty',
    },
    documentKinds: { draft: 'Draft', final: 'Final', sealed: 'Sealed', signed: 'Signed' },
    progress: 'Progress of the contract',
  },
)
