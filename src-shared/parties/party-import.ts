import { parseCents } from '../kernel/cents.ts'
import { creditCodeProblem, creditCodeRefusal, normalizeCreditCode } from '../kernel/credit-code.ts'
import { refuse } from '../kernel/refusal.ts'
import type { CellReader } from '../imports/read-cells.ts'
import type { ImportColumn } from '../imports/sheet-table.ts'
import { contactFields, partyFields } from './party-fields.ts'
import type { PartyKind } from './party.ts'

export type PartyColumn = Exclude<keyof typeof partyFields, 'ownerId'> | 'contact' | 'mobile'

const optional = { zh: '可不填', en: 'May be left out' }

export const partyColumns: readonly ImportColumn<PartyColumn>[] = [
  {
    key: 'name',
    title: { zh: '名称', en: 'Name' },
    also: ['单位名称', '往来单位', '公司名称', '客户名称', '供应商名称', '客户', '供应商', 'company'],
    required: true,
    hint: { zh: '营业执照上的全称', en: 'In full, as on the licence' },
    example: '宁波屿禾精密机械有限公司',
  },
  {
    key: 'kind',
    title: { zh: '类型', en: 'Kind' },
    also: ['单位类型', '往来类型'],
    required: true,
    hint: { zh: '客户、供应商、客户和供应商', en: 'customer, supplier, customer and supplier' },
    example: '客户',
  },
  {
    key: 'creditCode',
    title: { zh: '统一社会信用代码', en: 'Credit code' },
    also: ['信用代码', '税号', '纳税人识别号'],
    hint: {
      zh: '18 位，校验位会核对；代码相同即视为同一家',
      en: '18 characters, checked; the same code is the same company',
    },
    example: '',
  },
  { key: 'shortName', title: { zh: '简称', en: 'Short name' }, hint: optional, example: '屿禾' },
  { key: 'industry', title: { zh: '行业', en: 'Industry' }, hint: optional, example: '机械制造' },
  { key: 'region', title: { zh: '地区', en: 'Region' }, also: ['区域', '省市'], hint: optional, example: '浙江宁波' },
  { key: 'level', title: { zh: '等级', en: 'Level' }, also: ['级别', '客户等级'], hint: optional, example: 'A' },
  { key: 'address', title: { zh: '地址', en: 'Address' }, also: ['注册地址'], hint: optional, example: '' },
  {
    key: 'legalRepresentative',
    title: { zh: '法定代表人', en: 'Legal representative' },
    also: ['法人', '法人代表'],
    hint: optional,
    example: '',
  },
  { key: 'phone', title: { zh: '电话', en: 'Phone' }, also: ['联系电话', '公司电话'], hint: optional, example: '' },
  { key: 'email', title: { zh: '邮箱', en: 'E-mail' }, also: ['电子邮箱', 'email'], hint: optional, example: '' },
  { key: 'bankName', title: { zh: '开户银行', en: 'Bank' }, also: ['开户行'], hint: optional, example: '' },
  {
    key: 'bankAccount',
    title: { zh: '银行账号', en: 'Bank account' },
    also: ['账号', '银行帐号', '帐号'],
    hint: { zh: '请设为文本格式，否则 Excel 会丢失末尾数字', en: 'As text, or Excel loses its last digits' },
    example: '',
  },
  {
    key: 'creditLimit',
    title: { zh: '信用额度', en: 'Credit limit' },
    hint: { zh: '元；不填为不限', en: 'CNY; empty for no limit' },
    example: '500000',
  },
  {
    key: 'paymentTermDays',
    title: { zh: '账期', en: 'Payment term' },
    also: ['账期天数', '付款期限'],
    hint: { zh: '天数', en: 'Days' },
    example: '30',
  },
  { key: 'contact', title: { zh: '联系人', en: 'Contact' }, also: ['主要联系人'], hint: optional, example: '' },
  {
    key: 'mobile',
    title: { zh: '手机', en: 'Mobile' },
    also: ['联系人手机', '手机号', '手机号码'],
    hint: optional,
    example: '',
  },
  { key: 'notes', title: { zh: '备注', en: 'Notes' }, also: ['说明'], hint: optional, example: '' },
]

export const partyReaders: Readonly<Record<PartyColumn, CellReader>> = {
  name: { schema: partyFields.name, required: true },
  kind: { schema: partyFields.kind, parse: readKind, required: true },
  creditCode: { schema: partyFields.creditCode, parse: readCreditCode },
  shortName: { schema: partyFields.shortName },
  industry: { schema: partyFields.industry },
  region: { schema: partyFields.region },
  level: { schema: partyFields.level },
  address: { schema: partyFields.address },
  legalRepresentative: { schema: partyFields.legalRepresentative },
  phone: { schema: partyFields.phone },
  email: { schema: partyFields.email },
  bankName: { schema: partyFields.bankName },
  bankAccount: { schema: partyFields.bankAccount },
  creditLimit: { schema: partyFields.creditLimit, parse: parseCents },
  paymentTermDays: { schema: partyFields.paymentTermDays, parse: readDays },
  contact: { schema: contactFields.name },
  mobile: { schema: contactFields.mobile },
  notes: { schema: partyFields.notes },
}

const kindWords: Record<string, PartyKind> = {
  客户: 'customer',
  供应商: 'supplier',
  客户和供应商: 'both',
  客户供应商: 'both',
  客户兼供应商: 'both',
  客户及供应商: 'both',
  客户与供应商: 'both',
  customer: 'customer',
  supplier: 'supplier',
  both: 'both',
  customerandsupplier: 'both',
}

/** Refuses `party.kindUnknown`. Our own company is kept in the settings and never imported. */
function readKind(text: string): PartyKind {
  const kind =
    kindWords[
      text
        .normalize('NFKC')
        .toLowerCase()
        .replaceAll(/[\s/、,;+&]/g, '')
    ]
  if (kind === undefined) throw refuse('party.kindUnknown', { text })
  return kind
}

/** Refuses `creditCode.*`. */
function readCreditCode(text: string): string {
  const creditCode = normalizeCreditCode(text)
  const problem = creditCodeProblem(creditCode)
  if (problem === undefined) return creditCode
  const { code, params } = creditCodeRefusal(problem)
  throw refuse(code, { creditCode, ...params })
}

function readDays(text: string): number {
  const days = /^(\d{1,4})\s*(?:天|日|days?)?$/i.exec(text.normalize('NFKC'))?.[1]
  if (days === undefined) throw refuse('party.daysUnreadable', { text })
  return Number(days)
}
