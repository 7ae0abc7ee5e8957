import { formatCents, type Cents } from '../kernel/cents.ts'
import { formatQuantity, formatUnitPrice, type Quantity, type Rate, type UnitPrice } from '../kernel/decimal.ts'
import type { Json } from '../kernel/json.ts'
import type { LocalDate } from '../kernel/local-date.ts'
import type { TemplateAnswers, TemplateMapping } from '../templates/template.ts'
import type { ContractType, PartyRole } from './contract.ts'
import type { PartySnapshot } from './party-snapshot.ts'

export type TemplateData = { [name: string]: Json }

const contractTypeNames: Record<ContractType, string> = {
  sales: '买卖合同',
  purchase: '采购合同',
  framework: '框架合同',
  service: '技术服务合同',
  nda: '保密协议',
  supplementary: '补充协议',
  other: '合同',
}

const currencyNames: Record<string, string> = { CNY: '人民币', USD: '美元', EUR: '欧元', HKD: '港元', JPY: '日元' }

/** A contract's own data, by the names templates use (documents.md; catalogue in templates/contract-fields.ts). */
export interface ContractForTemplate {
  contract: {
    number: string
    title: string
    type: ContractType
    currency: string
    amount: Cents
    netAmount: Cents
    taxAmount: Cents
    signedOn: LocalDate | null
    signedAt: string
    effectiveOn: LocalDate | null
    expiresOn: LocalDate | null
    retentionAmount: Cents | null
    retentionReleaseOn: LocalDate | null
    answers: TemplateAnswers
    notes: string
  }
  parties: readonly ({ role: PartyRole } & PartySnapshot)[]
  lines: readonly {
    lineNo: number
    name: string
    specification: string
    unit: string
    quantity: Quantity
    unitPrice: UnitPrice
    taxRate: Rate
    amount: Cents
    netAmount: Cents
    taxAmount: Cents
    deliverBy: LocalDate | null
    remark: string
  }[]
  plan: readonly {
    itemNo: number
    name: string
    condition: string
    dueOn: LocalDate | null
    rate: Rate | null
    amount: Cents
  }[]
}

const decimalYuan = (amount: Cents): string => formatCents(amount).replaceAll(',', '')

/** 130000 → "0.13": a rate has the scale of a quantity. */
const fraction = (rate: Rate): string => formatQuantity(rate as number as Quantity)

/** Money as decimal 元 ("1234.50"), quantities and prices as decimals, rates as fractions ("0.13"), dates as `YYYY-MM-DD`. */
export function contractTemplateData({ contract, parties, lines, plan }: ContractForTemplate): TemplateData {
  const data: TemplateData = {
    合同: {
      编号: contract.number,
      名称: contract.title,
      类型: contractTypeNames[contract.type],
      签订日期: contract.signedOn,
      签订地点: contract.signedAt,
      生效日期: contract.effectiveOn,
      到期日期: contract.expiresOn,
      币种: currencyNames[contract.currency] ?? contract.currency,
      总金额: decimalYuan(contract.amount),
      不含税金额: decimalYuan(contract.netAmount),
      税额: decimalYuan(contract.taxAmount),
      有质保金: contract.retentionAmount !== null && contract.retentionAmount > 0,
      质保金金额: contract.retentionAmount === null ? null : decimalYuan(contract.retentionAmount),
      质保金退还日期: contract.retentionReleaseOn,
      备注: contract.notes,
      明细: lines.map((line) => ({
        序号: line.lineNo,
        名称: line.name,
        规格型号: line.specification,
        单位: line.unit,
        数量: formatQuantity(line.quantity),
        单价: formatUnitPrice(line.unitPrice),
        税率: fraction(line.taxRate),
        金额: decimalYuan(line.amount),
        不含税金额: decimalYuan(line.netAmount),
        税额: decimalYuan(line.taxAmount),
        交货日期: line.deliverBy,
        备注: line.remark,
      })),
      付款计划: plan.map((item) => ({
        序号: item.itemNo,
        名称: item.name,
        条件: item.condition,
        日期: item.dueOn,
        比例: item.rate === null ? null : fraction(item.rate),
        金额: decimalYuan(item.amount),
      })),
    },
  }
  for (const party of parties)
    data[party.role] = {
      名称: party.name,
      统一社会信用代码: party.creditCode ?? '',
      税号: party.creditCode ?? '',
      地址: party.address,
      法定代表人: party.legalRepresentative,
      委托代理人: party.agent,
      电话: party.phone,
      邮箱: party.email,
      开户行: party.bankName,
      账号: party.bankAccount,
      联系人: party.contact,
    }
  for (const [path, answer] of Object.entries(contract.answers)) put(data, path.split('.'), answer)
  return data
}

/**
 * Adds what a template calls by other names than the contract does, and an empty value for every question that is not answered yet:
 * a draft prints a blank there.
 */
export function applyMapping(data: TemplateData, mapping: TemplateMapping): TemplateData {
  for (const [path, filling] of Object.entries(mapping)) {
    const names = path.split('.')
    if (filling.kind === 'question') put(data, names, null)
    else if (filling.path !== path) {
      const source = filling.path.split('.')
      const list = lookUp(data, names.slice(0, -1)) ?? lookUp(data, source.slice(0, -1))
      // Below a list the other name belongs to each of its rows.
      if (Array.isArray(list))
        for (const row of list as Record<string, Json>[]) row[names.at(-1)!] ??= row[source.at(-1)!] ?? null
      else put(data, names, lookUp(data, source) ?? null)
    }
  }
  return data
}

/** Labels of the questions that must be answered and are not. */
export function unansweredQuestions(mapping: TemplateMapping, answers: TemplateAnswers): string[] {
  return Object.entries(mapping).flatMap(([path, filling]) => {
    if (filling.kind !== 'question' || !filling.required) return []
    const answer = answers[path]
    return answer === undefined || answer === null || answer === '' ? [filling.label] : []
  })
}

function lookUp(data: TemplateData, path: readonly string[]): Json | undefined {
  let at: Json | undefined = data
  for (const name of path) {
    if (typeof at !== 'object' || at === null || Array.isArray(at) || !Object.hasOwn(at, name)) return undefined
    at = (at as Record<string, Json>)[name]
  }
  return at
}

/** Puts a value at its path, own properties only; what stands there already is never overwritten. */
function put(data: TemplateData, path: readonly string[], answer: Json): void {
  let at: Record<string, Json> = data
  for (const name of path.slice(0, -1)) {
    if (!Object.hasOwn(at, name)) at[name] = {}
    const next = at[name]
    if (typeof next !== 'object' || next === null || Array.isArray(next)) return
    at = next as Record<string, Json>
  }
  const last = path.at(-1)!
  if (last === '__proto__' || Object.hasOwn(at, last)) return
  at[last] = answer
}
