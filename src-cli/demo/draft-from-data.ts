import type { z } from 'zod'
import { type ContractType, PartyRole } from '../../src-shared/contracts/contract.ts'
import type { ContractDraft } from '../../src-shared/contracts/contract-draft.ts'
import { cents, parseCents } from '../../src-shared/kernel/cents.ts'
import { parseQuantity, parseUnitPrice, rate } from '../../src-shared/kernel/decimal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { parseDate, type LocalDate } from '../../src-shared/kernel/local-date.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import type { TemplateMapping } from '../../src-shared/templates/template.ts'

type Row = Record<string, unknown>

/** Data as `qidan render` takes them: 合同, 甲方, 乙方 … by the names of the template catalogue. */
export type ContractData = Record<string, unknown>

/** The company a role's data describe; refuses `demo.dataLacks` naming what is missing. */
export function partyOf(data: ContractData, role: PartyRole): Record<string, string> {
  const party = data[role]
  if (typeof party !== 'object' || party === null || typeof (party as Row).名称 !== 'string')
    throw refuse('demo.dataLacks', { path: `${role}.名称` })
  return Object.fromEntries(Object.entries(party).map(([name, value]) => [name, String(value ?? '')]))
}

/** Roles that the data have. */
export const rolesOf = (data: ContractData): PartyRole[] =>
  PartyRole.options.filter((role) => typeof data[role] === 'object' && data[role] !== null)

/** Data of a contract → the draft a clerk would enter; what the contract does not know itself answers the template's questions. */
export function draftFromData(
  data: ContractData,
  given: {
    type: ContractType
    direction: 'in' | 'out' | 'none'
    templateVersionId: Id<'TemplateVersion'>
    mapping: TemplateMapping
    partyIds: ReadonlyMap<string, Id<'Party'>>
    productIds: ReadonlyMap<string, Id<'Product'>>
    /** The day printed as the day of signing. */
    signedOn: LocalDate
  },
): z.input<typeof ContractDraft> {
  const contract = data.合同
  if (typeof contract !== 'object' || contract === null) throw refuse('demo.dataLacks', { path: '合同' })
  const head = contract as Row
  const text = (row: Row, name: string) => (row[name] === undefined || row[name] === null ? '' : String(row[name]))
  const day = (row: Row, name: string): LocalDate | null => (text(row, name) === '' ? null : parseDate(text(row, name)))
  const share = (row: Row, name: string) =>
    text(row, name) === '' ? null : rate(Math.round(Number(text(row, name)) * 1_000_000))
  const rows = (name: string) => (Array.isArray(head[name]) ? (head[name] as Row[]) : [])
  return {
    title: text(head, '名称') || '合同',
    type: given.type,
    direction: given.direction,
    templateVersionId: given.templateVersionId,
    parties: rolesOf(data).map((role) => {
      const party = partyOf(data, role)
      return {
        role,
        partyId: given.partyIds.get(party.名称!)!,
        agent: party.委托代理人 ?? '',
        contact: party.联系人 ?? '',
      }
    }),
    lines: rows('明细').map((row) => ({
      productId: given.productIds.get(text(row, '名称')) ?? null,
      name: text(row, '名称'),
      specification: text(row, '规格型号'),
      unit: text(row, '单位'),
      quantity: parseQuantity(text(row, '数量')),
      unitPrice: parseUnitPrice(text(row, '单价')),
      taxRate: share(row, '税率') ?? rate(0),
      deliverBy: day(row, '交货日期'),
      remark: text(row, '备注'),
    })),
    paymentPlan: rows('付款计划').map((row) => ({
      name: text(row, '名称'),
      condition: text(row, '条件'),
      dueOn: day(row, '日期'),
      rate: share(row, '比例'),
      amount: parseCents(text(row, '金额')),
    })),
    amount: text(head, '总金额') === '' ? cents(0) : parseCents(text(head, '总金额')),
    signedAt: text(head, '签订地点'),
    signedOn: given.signedOn,
    effectiveOn: day(head, '生效日期'),
    expiresOn: day(head, '到期日期'),
    retentionAmount: text(head, '质保金金额') === '' ? null : parseCents(text(head, '质保金金额')),
    answers: answersOf(data, given.mapping),
    notes: text(head, '备注'),
  }
}

function answersOf(data: ContractData, mapping: TemplateMapping): Record<string, string | number | boolean | null> {
  const answers: Record<string, string | number | boolean | null> = {}
  for (const [path, filling] of Object.entries(mapping)) {
    if (filling.kind !== 'question') continue
    let at: unknown = data
    for (const name of path.split('.')) at = typeof at === 'object' && at !== null ? (at as Row)[name] : undefined
    if (typeof at === 'string' || typeof at === 'number' || typeof at === 'boolean') answers[path] = at
  }
  return answers
}
