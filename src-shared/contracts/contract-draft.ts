import { z } from 'zod'
import { centsSchema, dateSchema, idSchema, lineSchema, rateSchema, textSchema } from '../kernel/schemas.ts'
import { refuse } from '../kernel/refusal.ts'
import { GoodsLineInput } from '../products/goods-line.ts'
import { TemplateAnswers } from '../templates/template.ts'
import { ContractType, MoneyDirection, PartyRole } from './contract.ts'
import { PaymentPlanItemInput } from './payment-plan.ts'

/** A line as typed, with the day it is to be delivered by where that is its own. */
export const ContractLineInput = GoodsLineInput.extend({ deliverBy: dateSchema.nullable().default(null) })
export type ContractLineInput = z.infer<typeof ContractLineInput>

/** A party in its role, with what only this contract knows of it. */
export const ContractPartyInput = z.object({
  role: PartyRole,
  partyId: idSchema<'Party'>(),
  /** 委托代理人 who signs. */
  agent: lineSchema(60).default(''),
  contact: lineSchema(60).default(''),
})
export type ContractPartyInput = z.infer<typeof ContractPartyInput>

/** Everything one can enter about a contract before it is submitted. */
export const ContractDraft = z.object({
  title: lineSchema(200).min(1),
  type: ContractType,
  direction: MoneyDirection,
  templateVersionId: idSchema<'TemplateVersion'>().nullable().default(null),
  parentId: idSchema<'Contract'>().nullable().default(null),
  parties: z.array(ContractPartyInput).min(2).max(4),
  lines: z.array(ContractLineInput).max(2000).default([]),
  paymentPlan: z.array(PaymentPlanItemInput).max(200).default([]),
  /** Total when there are no lines, tax-inclusive. */
  amount: centsSchema.nullable().default(null),
  taxRate: rateSchema.nullable().default(null),
  signedAt: lineSchema(100).default(''),
  signedOn: dateSchema.nullable().default(null),
  effectiveOn: dateSchema.nullable().default(null),
  expiresOn: dateSchema.nullable().default(null),
  retentionAmount: centsSchema.nullable().default(null),
  retentionReleaseOn: dateSchema.nullable().default(null),
  orderAllowance: rateSchema.default(0 as never),
  answers: TemplateAnswers.default({}),
  notes: textSchema(4000).default(''),
})
export type ContractDraft = z.infer<typeof ContractDraft>

/** Rules a draft must keep whoever enters it; refuses the first that it breaks, with the figures. */
export function checkDraft(draft: ContractDraft): void {
  const roles = draft.parties.map((party) => party.role)
  if (new Set(roles).size !== roles.length) throw refuse('contract.roleTwice', { roles })
  const ids = draft.parties.map((party) => party.partyId)
  if (new Set(ids).size !== ids.length) throw refuse('contract.partyTwice', {})
  refuseReversedTerm(draft)
}

/** Refuses `contract.termReversed` for a contract that would end before it begins. */
export function refuseReversedTerm({ effectiveOn, expiresOn }: Pick<ContractDraft, 'effectiveOn' | 'expiresOn'>): void {
  if (effectiveOn !== null && expiresOn !== null && expiresOn < effectiveOn)
    throw refuse('contract.termReversed', { effectiveOn, expiresOn })
}
