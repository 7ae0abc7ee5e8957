import type { ContractType, MoneyDirection } from '../../src-shared/contracts/contract.ts'
import type { Language } from './sheet-column.ts'

type Words<Key extends string> = Record<Key, Record<Language, string>>

export const typeWords: Words<ContractType> = {
  sales: { zh: '销售', en: 'Sales' },
  purchase: { zh: '采购', en: 'Purchase' },
  framework: { zh: '框架', en: 'Framework' },
  service: { zh: '服务', en: 'Service' },
  nda: { zh: '保密', en: 'NDA' },
  supplementary: { zh: '补充协议', en: 'Supplementary' },
  other: { zh: '其他', en: 'Other' },
}

export const directionWords: Words<MoneyDirection> = {
  in: { zh: '收款', en: 'Receivable' },
  out: { zh: '付款', en: 'Payable' },
  none: { zh: '不涉款', en: 'No money' },
}

/** Words of the further sheets; those with `in` and `out` are said of money to be had and money to be paid. */
export const ledgerWords = {
  unit: {
    yuan: { zh: '金额单位：元', en: 'Amounts in CNY' },
    wan: { zh: '金额单位：万元', en: 'Amounts in CNY 10 000' },
  },
  wanAxis: { zh: '万元', en: 'CNY 10 000' },
  sheet: { zh: '合同台账', en: 'Contracts' },
  total: { zh: '合计', en: 'Total' },
  months: { zh: '月度', en: 'By month' },
  month: { zh: '签订月份', en: 'Month signed' },
  unsigned: { zh: '未签订', en: 'Not signed' },
  contracts: { zh: '份数', en: 'Contracts' },
  contractCount: { zh: '合同份数', en: 'Contracts' },
  monthsTitle: { zh: '月度签约金额与份数', en: 'Contracts signed by month' },
  share: { zh: '占比', en: 'Share' },
  rank: { zh: '名次', en: 'Rank' },
  creditCode: { zh: '统一社会信用代码', en: 'Credit code' },
  amount: {
    in: { zh: '收款合同金额', en: 'Receivable contracts' },
    out: { zh: '付款合同金额', en: 'Payable contracts' },
  },
  settled: { in: { zh: '已收款', en: 'Received' }, out: { zh: '已付款', en: 'Paid' } },
  open: { in: { zh: '未收款', en: 'To be received' }, out: { zh: '未付款', en: 'To be paid' } },
  partySheet: { in: { zh: '按客户', en: 'By customer' }, out: { zh: '按供应商', en: 'By supplier' } },
  party: { in: { zh: '客户', en: 'Customer' }, out: { zh: '供应商', en: 'Supplier' } },
  chartData: { zh: '图表数据（万元）', en: 'Chart data (CNY 10 000)' },
} as const

export function otherParties(count: number, direction: 'in' | 'out', language: Language): string {
  if (language === 'en') return `${count} other ${direction === 'in' ? 'customers' : 'suppliers'}`
  return `其他 ${count} 家${ledgerWords.party[direction].zh}`
}

export function topPartiesTitle(count: number, direction: 'in' | 'out', language: Language): string {
  if (language === 'en') return `Top ${count} ${direction === 'in' ? 'customers' : 'suppliers'} by contract amount`
  return `合同金额前 ${count} 名${ledgerWords.party[direction].zh}`
}
