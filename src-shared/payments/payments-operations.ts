import { z } from 'zod'
import { FileHash } from '../files/file.ts'
import { defineCommand, defineQuery, defineTask } from '../kernel/operation.ts'
import { pageFields, pageOf } from '../kernel/paging.ts'
import { centsSchema, dateSchema, idSchema, lineSchema, textSchema, versionSchema } from '../kernel/schemas.ts'
import { ContractStage } from '../contracts/contract-stage.ts'
import { SettledAs } from './settlement.ts'
import { PaymentDirection, PaymentMethod } from './payment.ts'
import { PaymentStatus } from './payment-status.ts'

const paymentId = idSchema<'Payment'>()
const planItemId = idSchema<'PaymentPlanItem'>()
const positive = centsSchema.refine((value) => value > 0, 'positive')
const contractId = idSchema<'Contract'>()
/** Against an instalment, or a contract as a whole: one without instalments, or money that goes back. */
const Settlement = z.union([
  z.strictObject({ planItemId, amount: positive }),
  z.strictObject({ contractId, amount: positive }),
])
export type Settlement = z.infer<typeof Settlement>
const settled = z.object({
  id: paymentId,
  version: versionSchema,
  settledAmount: centsSchema,
  /** What of the payment is not settled yet. */
  openAmount: centsSchema,
})

export const recordPayment = defineCommand({
  name: 'payments.record',
  version: 1,
  class: 'guarded',
  permission: 'payments.record',
  summary: { zh: '登记收款或付款', en: 'Record a payment received or made' },
  input: z.object({
    direction: PaymentDirection,
    partyId: idSchema<'Party'>(),
    amount: positive,
    paidOn: dateSchema,
    method: PaymentMethod.default('transfer'),
    bankReference: lineSchema(100).default(''),
    remark: textSchema(2000).default(''),
    /** Settled at once against these. */
    settlements: z.array(Settlement).max(200).default([]),
  }),
  output: settled.extend({ number: z.string() }),
})

export const settlePayment = defineCommand({
  name: 'payments.settle',
  version: 1,
  class: 'guarded',
  permission: 'payments.settle',
  summary: { zh: '核销：将收付款对应到付款计划', en: 'Settle a payment against instalments' },
  input: z.object({ id: paymentId, version: versionSchema, settlements: z.array(Settlement).min(1).max(200) }),
  output: settled,
})

export const unsettlePayment = defineCommand({
  name: 'payments.unsettle',
  version: 1,
  class: 'guarded',
  permission: 'payments.settle',
  summary: { zh: '撤销核销', en: 'Take a settlement back' },
  input: z.object({ id: paymentId, version: versionSchema, settlementId: idSchema<'Settlement'>() }),
  output: settled,
})

export const voidPayment = defineCommand({
  name: 'payments.void',
  version: 1,
  class: 'guarded',
  permission: 'payments.void',
  summary: { zh: '作废收付款', en: 'Make a payment void' },
  input: z.object({ id: paymentId, version: versionSchema, reason: textSchema(500).min(1) }),
  output: z.object({ id: paymentId, version: versionSchema, status: PaymentStatus }),
})

export const PaymentRow = z.object({
  id: paymentId,
  version: versionSchema,
  number: z.string(),
  direction: PaymentDirection,
  status: PaymentStatus,
  partyId: idSchema<'Party'>(),
  party: z.string(),
  amount: centsSchema,
  settledAmount: centsSchema,
  paidOn: dateSchema,
  method: PaymentMethod,
  bankReference: z.string(),
})
export type PaymentRow = z.infer<typeof PaymentRow>

/** Which payments. */
const paymentFilters = z.object({
  direction: PaymentDirection.optional(),
  partyId: idSchema<'Party'>().optional(),
  method: PaymentMethod.optional(),
  paidFrom: dateSchema.optional(),
  paidTo: dateSchema.optional(),
  /** Only what is not fully settled. */
  open: z.boolean().default(false),
  /** Words of the number, the party or the bank reference. */
  text: z.string().trim().max(100).optional(),
})

export const listPayments = defineQuery({
  name: 'payments.list',
  permission: 'payments.read',
  summary: { zh: '收付款列表', en: 'List payments' },
  input: paymentFilters.extend({
    ...pageFields,
  }),
  output: pageOf(PaymentRow).extend({
    /** Of all payments that match, void ones left out: what came in and went out, and what of it is not settled. */
    sums: z.object({ in: centsSchema, out: centsSchema, openIn: centsSchema, openOut: centsSchema }),
  }),
})

/** All payments that the list would show, as an .xlsx with totals. */
export const exportPayments = defineTask({
  name: 'payments.export',
  permission: 'payments.read',
  summary: { zh: '导出收付款列表', en: 'Export the list of payments to Excel' },
  input: paymentFilters.extend({ language: z.enum(['zh', 'en']).default('zh') }),
  output: z.object({ fileHash: FileHash, rows: z.int() }),
})

export const getPayment = defineQuery({
  name: 'payments.get',
  permission: 'payments.read',
  summary: { zh: '收付款详情', en: 'Read a payment with its settlements' },
  input: z.object({ id: paymentId }),
  output: PaymentRow.extend({
    remark: z.string(),
    voidReason: z.string(),
    settlements: z.array(
      z.object({
        id: idSchema<'Settlement'>(),
        settledAs: SettledAs,
        planItemId: planItemId.nullable(),
        contractId,
        contractNumber: z.string().nullable(),
        /** Name of the instalment; empty for a contract as a whole. */
        item: z.string(),
        amount: centsSchema,
        settledOn: dateSchema,
      }),
    ),
  }),
})

/** What was paid on a contract and what went back, each settlement by itself, the latest first. */
export const listContractSettlements = defineQuery({
  name: 'payments.listContractSettlements',
  permission: 'payments.read',
  summary: { zh: '合同的收付款核销', en: 'List what was paid on a contract' },
  input: z.object({ contractId }),
  output: z.array(
    z.object({
      id: idSchema<'Settlement'>(),
      paymentId,
      paymentNumber: z.string(),
      paidOn: dateSchema,
      method: PaymentMethod,
      settledAs: SettledAs,
      item: z.string(),
      amount: centsSchema,
    }),
  ),
})

/**
 * What a payment of this party could settle, with the share proposed for each: instalments, the earliest due first, then contracts without any,
 * then what was paid on terminated contracts and may go back, then what is still open of those, for which nothing is proposed.
 */
export const proposeSettlement = defineQuery({
  name: 'payments.proposeSettlement',
  permission: 'payments.read',
  summary: { zh: '核销建议', en: 'Propose how to settle an amount' },
  input: z.object({
    partyId: idSchema<'Party'>(),
    direction: PaymentDirection,
    amount: centsSchema,
    /** This contract comes before the party's others. */
    contractId: contractId.optional(),
  }),
  output: z.array(
    z.object({
      settledAs: SettledAs,
      planItemId: planItemId.nullable(),
      contractId,
      contractStage: ContractStage,
      contractNumber: z.string().nullable(),
      contractTitle: z.string(),
      item: z.string(),
      dueOn: dateSchema.nullable(),
      planned: centsSchema,
      openAmount: centsSchema,
      proposed: centsSchema,
    }),
  ),
})

export const paymentOperations = [
  recordPayment,
  settlePayment,
  unsettlePayment,
  voidPayment,
  listPayments,
  exportPayments,
  getPayment,
  listContractSettlements,
  proposeSettlement,
] as const
