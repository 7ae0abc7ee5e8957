import type { Cents } from '../../src-shared/kernel/cents.ts'
import type { Rate } from '../../src-shared/kernel/decimal.ts'
import type { LocalDate } from '../../src-shared/kernel/local-date.ts'
import type { ContractType, MoneyDirection, PartyRole } from '../../src-shared/contracts/contract.ts'
import type { ContractStage } from '../../src-shared/contracts/contract-stage.ts'
import { contractStageLabels } from '../../src-shared/messages/status-words.ts'
import { directionWords, typeWords } from './ledger-words.ts'
import type { Language, SheetColumn } from './sheet-column.ts'

/** One contract in the ledger. All amounts tax-inclusive unless named net, in 分. */
export interface LedgerRow {
  /** The formal number, or the draft's. */
  number: string
  title: string
  type: ContractType
  direction: MoneyDirection
  ourRole: PartyRole
  counterparty: string
  creditCode: string | null
  department: string
  owner: string
  signedOn: LocalDate | null
  effectiveOn: LocalDate | null
  expiresOn: LocalDate | null
  amount: Cents
  netAmount: Cents
  taxAmount: Cents
  orderedAmount: Cents
  shippedAmount: Cents
  /** Received or paid, by the contract's direction. */
  settledAmount: Cents
  /** Still to be received or paid. */
  openAmount: Cents
  /** Settled of the amount; null where there is no amount. */
  settledRate: Rate | null
  stage: ContractStage
  notes: string
}

/** A row as the sheet shows it: codes in words. */
export type ShownLedgerRow = Omit<LedgerRow, 'type' | 'direction' | 'stage' | 'ourRole'> &
  Record<'type' | 'direction' | 'stage' | 'ourRole', string> & { isOver: boolean }

export function shownRow(row: LedgerRow, language: Language): ShownLedgerRow {
  return {
    ...row,
    type: typeWords[row.type][language],
    direction: directionWords[row.direction][language],
    stage: contractStageLabels[row.stage][language === 'zh' ? 0 : 1],
    isOver: row.stage === 'void' || row.stage === 'refused' || row.stage === 'terminated',
  }
}

/** The ledger's columns in the order in which finance reads them: who and what, when, how much, how far. */
export const ledgerColumns: readonly SheetColumn<ShownLedgerRow>[] = [
  { key: 'number', kind: 'text', title: { zh: '合同编号', en: 'Number' } },
  { key: 'title', kind: 'text', title: { zh: '合同名称', en: 'Title' } },
  { key: 'type', kind: 'text', title: { zh: '类型', en: 'Type' } },
  { key: 'direction', kind: 'text', title: { zh: '收付', en: 'Direction' } },
  { key: 'ourRole', kind: 'text', title: { zh: '我方角色', en: 'Our role' } },
  { key: 'counterparty', kind: 'text', title: { zh: '对方单位', en: 'Counterparty' } },
  { key: 'creditCode', kind: 'text', title: { zh: '统一社会信用代码', en: 'Credit code' } },
  { key: 'department', kind: 'text', title: { zh: '部门', en: 'Department' } },
  { key: 'owner', kind: 'text', title: { zh: '经办人', en: 'Owner' } },
  { key: 'signedOn', kind: 'date', title: { zh: '签订日期', en: 'Signed' } },
  { key: 'effectiveOn', kind: 'date', title: { zh: '生效日期', en: 'Effective' } },
  { key: 'expiresOn', kind: 'date', title: { zh: '到期日期', en: 'Expires' } },
  { key: 'amount', kind: 'money', title: { zh: '合同金额', en: 'Amount' }, total: true },
  { key: 'netAmount', kind: 'money', title: { zh: '不含税金额', en: 'Net amount' }, total: true },
  { key: 'taxAmount', kind: 'money', title: { zh: '税额', en: 'Tax' }, total: true },
  { key: 'orderedAmount', kind: 'money', title: { zh: '已订货', en: 'Ordered' }, total: true },
  { key: 'shippedAmount', kind: 'money', title: { zh: '已发货', en: 'Shipped' }, total: true },
  { key: 'settledAmount', kind: 'money', title: { zh: '已收付', en: 'Settled' }, total: true },
  { key: 'openAmount', kind: 'money', title: { zh: '未收付', en: 'Open' }, total: true },
  {
    key: 'settledRate',
    kind: 'percent',
    title: { zh: '收付率', en: 'Settled %' },
    format: '0.0%',
    totalRatio: ['settledAmount', 'amount'],
  },
  { key: 'stage', kind: 'text', title: { zh: '阶段', en: 'Stage' } },
  { key: 'notes', kind: 'text', title: { zh: '备注', en: 'Notes' } },
]
