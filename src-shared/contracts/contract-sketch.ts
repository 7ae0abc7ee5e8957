import { z } from 'zod'
import type { Quantity, Rate, UnitPrice } from '../kernel/decimal.ts'
import {
  centsSchema,
  dateSchema,
  idSchema,
  lineSchema,
  quantitySchema,
  rateSchema,
  textSchema,
  unitPriceSchema,
} from '../kernel/schemas.ts'
import { TemplateAnswers } from '../templates/template.ts'
import { ContractType, PartyRole } from './contract.ts'
import { grossAmounts, lineAmounts, totalAmounts, type Amounts } from './contract-amounts.ts'

/**
 * A draft as far as it is typed, for showing its document while it is typed: what is missing is null or empty and prints as a
 * blank. Nothing of it is kept; saving takes a `ContractDraft`.
 */
export const ContractSketch = z.object({
  /** What stands where the number will: the draft's own once it has one. */
  number: lineSchema(60).default(''),
  title: lineSchema(200).default(''),
  type: ContractType,
  templateVersionId: idSchema<'TemplateVersion'>(),
  parties: z
    .array(
      z.object({
        role: PartyRole,
        partyId: idSchema<'Party'>().nullable(),
        agent: lineSchema(60).default(''),
        contact: lineSchema(60).default(''),
      }),
    )
    .max(4)
    .default([]),
  lines: z
    .array(
      z.object({
        name: lineSchema(200).default(''),
        specification: lineSchema(200).default(''),
        unit: lineSchema(20).default(''),
        quantity: quantitySchema.nullable().default(null),
        unitPrice: unitPriceSchema.nullable().default(null),
        taxRate: rateSchema.nullable().default(null),
        deliverBy: dateSchema.nullable().default(null),
        remark: lineSchema(200).default(''),
      }),
    )
    .max(2000)
    .default([]),
  paymentPlan: z
    .array(
      z.object({
        name: lineSchema(60).default(''),
        condition: lineSchema(200).default(''),
        dueOn: dateSchema.nullable().default(null),
        rate: rateSchema.nullable().default(null),
        amount: centsSchema.nullable().default(null),
      }),
    )
    .max(200)
    .default([]),
  amount: centsSchema.nullable().default(null),
  taxRate: rateSchema.nullable().default(null),
  signedAt: lineSchema(100).default(''),
  signedOn: dateSchema.nullable().default(null),
  effectiveOn: dateSchema.nullable().default(null),
  expiresOn: dateSchema.nullable().default(null),
  retentionAmount: centsSchema.nullable().default(null),
  retentionReleaseOn: dateSchema.nullable().default(null),
  answers: TemplateAnswers.default({}),
  notes: textSchema(4000).default(''),
})
export type ContractSketch = z.infer<typeof ContractSketch>

/** The lines with their amounts, an empty quantity, price or rate counting as zero; and what the whole comes to. */
export function sketchAmounts({ lines, amount, taxRate }: Pick<ContractSketch, 'lines' | 'amount' | 'taxRate'>): {
  lines: (ContractSketch['lines'][number] & Amounts & { quantity: Quantity; unitPrice: UnitPrice; taxRate: Rate })[]
  total: Amounts
} {
  const priced = lines.map((line) => {
    const known = {
      quantity: line.quantity ?? (0 as Quantity),
      unitPrice: line.unitPrice ?? (0 as UnitPrice),
      taxRate: line.taxRate ?? (0 as Rate),
    }
    return { ...line, ...known, ...lineAmounts(known) }
  })
  return { lines: priced, total: priced.length > 0 ? totalAmounts(priced) : grossAmounts(amount, taxRate) }
}
