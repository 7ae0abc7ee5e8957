import type { z } from 'zod'
import { checkDraft, ContractDraft } from '../../src-shared/contracts/contract-draft.ts'
import type { ContractSketch } from '../../src-shared/contracts/contract-sketch.ts'
import type { ContractType, MoneyDirection, PartyRole } from '../../src-shared/contracts/contract.ts'
import type { ContractDetail } from '../../src-shared/contracts/contracts-operations.ts'
import { checkPaymentPlan } from '../../src-shared/contracts/payment-plan.ts'
import { ZERO_CENTS, type Cents } from '../../src-shared/kernel/cents.ts'
import {
  parseQuantity,
  parseUnitPrice,
  rateOf,
  type Quantity,
  type Rate,
  type UnitPrice,
} from '../../src-shared/kernel/decimal.ts'
import { parseDate, type LocalDate } from '../../src-shared/kernel/local-date.ts'
import type { TemplateAnswers, TemplateMapping } from '../../src-shared/templates/template.ts'
import { goodsRow, goodsTotals, readGoodsLines } from '../components/line-grid/goods-lines.ts'
import { isBlank, type LineColumn, type LineRow } from '../components/line-grid/line-rows.ts'
import { readRate } from '../../src-shared/kernel/read-rate.ts'
import { inRoleOrder } from './party-order.ts'
import type { PlanItem } from './plan-edits.ts'

/** Everything typed about a draft, as the form holds it and as it is kept on this computer until it is saved. */
export interface DraftValues {
  title: string
  type: ContractType
  direction: MoneyDirection
  templateVersionId: string | null
  parentId: string | null
  parties: { role: PartyRole; partyId: string | null; agent: string; contact: string }[]
  /** Lines as typed; texts that cannot be read stay. */
  rows: LineRow[]
  /** Total and rate when there are no lines. */
  amount: Cents | null
  taxRate: Rate | null
  paymentPlan: PlanItem[]
  signedAt: string
  signedOn: LocalDate | null
  effectiveOn: LocalDate | null
  expiresOn: LocalDate | null
  retentionAmount: Cents | null
  retentionReleaseOn: LocalDate | null
  orderAllowance: Rate | null
  answers: TemplateAnswers
  notes: string
}

/** Which way the money of a contract of this type usually flows. */
const usualDirection: Record<ContractType, MoneyDirection> = {
  sales: 'in',
  service: 'in',
  purchase: 'out',
  framework: 'out',
  nda: 'none',
  supplementary: 'in',
  other: 'none',
}

/** A new draft: our company sells as 乙方 and buys as 甲方. */
export function newValues(begin: {
  type: ContractType
  templateVersionId: string | null
  ourPartyId: string | null
  today: LocalDate
}): DraftValues {
  const direction = usualDirection[begin.type]
  const ours: PartyRole = direction === 'in' ? '乙方' : '甲方'
  return {
    title: '',
    type: begin.type,
    direction,
    templateVersionId: begin.templateVersionId,
    parentId: null,
    parties: (['甲方', '乙方'] as const).map((role) => ({
      role,
      partyId: role === ours ? begin.ourPartyId : null,
      agent: '',
      contact: '',
    })),
    rows: [],
    amount: null,
    taxRate: null,
    paymentPlan: [],
    signedAt: '',
    signedOn: begin.today,
    effectiveOn: null,
    expiresOn: null,
    retentionAmount: null,
    retentionReleaseOn: null,
    orderAllowance: null,
    answers: {},
    notes: '',
  }
}

/** A saved draft as the form takes it. */
export function valuesOf(contract: ContractDetail): DraftValues {
  const withoutLines = contract.lines.length === 0
  return {
    title: contract.title,
    type: contract.type,
    direction: contract.direction,
    templateVersionId: contract.templateVersionId,
    parentId: contract.parentId,
    parties: inRoleOrder(contract.parties).map(({ role, partyId, snapshot }) => ({
      role,
      partyId,
      agent: snapshot.agent,
      contact: snapshot.contact,
    })),
    rows: contract.lines.map(goodsRow),
    amount: withoutLines ? contract.amount : null,
    taxRate: withoutLines && contract.netAmount > 0 ? roundedRate(contract.taxAmount, contract.netAmount) : null,
    paymentPlan: contract.paymentPlan.map(({ id, name, condition, dueOn, dueEvent, dueDays, rate, amount }) => ({
      key: id,
      name,
      condition,
      dueOn,
      dueEvent,
      dueDays,
      rate,
      amount,
    })),
    signedAt: contract.signedAt,
    signedOn: contract.signedOn,
    effectiveOn: contract.effectiveOn,
    expiresOn: contract.expiresOn,
    retentionAmount: contract.retentionAmount,
    retentionReleaseOn: contract.retentionReleaseOn,
    orderAllowance: contract.orderAllowance === 0 ? null : contract.orderAllowance,
    answers: contract.answers,
    notes: contract.notes,
  }
}

/** The rate is not kept with a total; the tax tells it, to the hundredth of a percent. */
function roundedRate(tax: Cents, net: Cents): Rate {
  return (Math.round((rateOf(tax, net) ?? 0) / 100) * 100) as Rate
}

/** A new contract like another one: its dates and numbers of its own are left out. */
export function copyOf(contract: ContractDetail, today: LocalDate): DraftValues {
  return {
    ...valuesOf(contract),
    parentId: null,
    signedOn: today,
    effectiveOn: null,
    expiresOn: null,
    retentionReleaseOn: null,
    paymentPlan: valuesOf(contract).paymentPlan.map((item) => ({ ...item, dueOn: null })),
  }
}

/** What the lines come to, or the entered total when there are none. */
export function totalOf({ rows, amount }: Pick<DraftValues, 'rows' | 'amount'>, columns: readonly LineColumn[]): Cents {
  return hasLines(rows, columns) ? goodsTotals(rows).amount : (amount ?? ZERO_CENTS)
}

export const hasLines = (rows: readonly LineRow[], columns: readonly LineColumn[]): boolean =>
  rows.some((row) => !isBlank(row, columns))

/** What `contracts.previewDraft` is asked: what can be read so far; null while no template is chosen. */
export function sketchOf(
  values: DraftValues,
  number: string,
  columns: readonly LineColumn[],
): z.input<typeof ContractSketch> | null {
  if (values.templateVersionId === null) return null
  return {
    number,
    title: oneLine(values.title, 200),
    type: values.type,
    templateVersionId: values.templateVersionId,
    parties: values.parties.map((party) => ({
      ...party,
      agent: oneLine(party.agent, 60),
      contact: oneLine(party.contact, 60),
    })),
    lines: values.rows
      .filter((row) => !isBlank(row, columns))
      .map(({ cells }) => ({
        name: oneLine(cells['name'] ?? '', 200),
        specification: oneLine(cells['specification'] ?? '', 200),
        unit: oneLine(cells['unit'] ?? '', 20),
        quantity: readable<Quantity>(cells['quantity'], parseQuantity),
        unitPrice: readable<UnitPrice>(cells['unitPrice'], parseUnitPrice),
        taxRate: readable<Rate>(cells['taxRate'], readRate),
        deliverBy: readable<LocalDate>(cells['deliverBy'], parseDate),
        remark: oneLine(cells['remark'] ?? '', 200),
      })),
    paymentPlan: values.paymentPlan.map(({ name, condition, dueOn, rate, amount }) => ({
      name: oneLine(name, 60),
      condition: oneLine(condition, 200),
      dueOn,
      rate,
      amount,
    })),
    amount: values.amount,
    taxRate: values.taxRate,
    signedAt: oneLine(values.signedAt, 100),
    signedOn: values.signedOn,
    effectiveOn: values.effectiveOn,
    expiresOn: values.expiresOn,
    retentionAmount: values.retentionAmount,
    retentionReleaseOn: values.retentionReleaseOn,
    answers: values.answers,
    notes: values.notes.slice(0, 4000),
  }
}

/**
 * What is saved, or undefined while a line cannot be read. The schema says what else is missing; rules over several fields are thrown as refusals
 * by `checkWhole`.
 */
export function draftInput(
  values: DraftValues,
  columns: readonly LineColumn[],
): z.input<typeof ContractDraft> | undefined {
  const lines = readGoodsLines(values.rows, columns)
  if (lines === undefined) return undefined
  const { rows: _rows, paymentPlan, orderAllowance, parties, ...rest } = values
  return {
    ...rest,
    parties: parties
      .filter(({ role, partyId }) => partyId !== null || role === '甲方' || role === '乙方')
      .map((party) => ({ ...party, partyId: party.partyId ?? '' })),
    lines,
    paymentPlan: paymentPlan.map(({ key: _key, amount, ...item }) => ({ ...item, amount: amount ?? 0 })),
    amount: lines.length > 0 ? null : values.amount,
    taxRate: lines.length > 0 ? null : values.taxRate,
    orderAllowance: orderAllowance ?? 0,
  }
}

/** Throws the refusal that saving would give for rules over several fields. */
export function checkWhole(draft: z.output<typeof ContractDraft>, total: Cents): void {
  checkDraft(draft)
  checkPaymentPlan(total, draft.paymentPlan)
}

/** Roles whose data a template prints: each needs its party. */
export function rolesOf(mapping: TemplateMapping): PartyRole[] {
  const roles = new Set<PartyRole>(['甲方', '乙方'])
  for (const [path, filling] of Object.entries(mapping))
    for (const role of ['丙方', '丁方'] as const)
      if ((filling.kind === 'contract' ? filling.path : path).startsWith(`${role}.`)) roles.add(role)
  return [...roles]
}

const oneLine = (text: string, most: number): string =>
  text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, most)

function readable<T>(text: string | undefined, parse: (text: string) => T): T | null {
  if (text === undefined || text.trim() === '') return null
  try {
    return parse(text)
  } catch {
    // Still being typed.
    return null
  }
}
