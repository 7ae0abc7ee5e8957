import { z } from 'zod'
import { MoneyDirection } from '../contracts/contract.ts'
import { ContractStage } from '../contracts/contract-stage.ts'
import { defineQuery } from '../kernel/operation.ts'
import { centsSchema, dateSchema, idSchema } from '../kernel/schemas.ts'
import { OrderKind } from '../orders/order.ts'

/** Some rows of something, and how many there are in all. */
const someOf = <R extends z.ZodType>(row: R) => z.strictObject({ rows: z.array(row), total: z.int() })

const ContractLink = z.strictObject({
  id: idSchema<'Contract'>(),
  /** Formal number, or the draft's. */
  number: z.string(),
  title: z.string(),
  counterparty: z.string(),
  amount: centsSchema,
})

export const HomeDraft = ContractLink.extend({ stage: ContractStage, updatedAt: z.int() })

export const HomeInstalment = z.strictObject({
  id: idSchema<'PaymentPlanItem'>(),
  contractId: idSchema<'Contract'>(),
  number: z.string(),
  counterparty: z.string(),
  direction: MoneyDirection,
  item: z.string(),
  dueOn: dateSchema,
  openAmount: centsSchema,
})

export const HomeDelivery = z.strictObject({
  id: idSchema<'Order'>(),
  number: z.string(),
  kind: OrderKind,
  party: z.string(),
  deliverBy: dateSchema,
  /** Of the order, not shipped yet. */
  openAmount: centsSchema,
})

export const HomeExpiry = ContractLink.extend({ expiresOn: dateSchema })

/** Figures of one month: contracts signed that are sold, and money received and paid. */
export const HomeMonth = z.strictObject({
  /** `2026-11`. */
  month: z.string(),
  signed: z.int(),
  signedAmount: centsSchema,
  received: centsSchema,
  paid: centsSchema,
})
export type HomeMonth = z.infer<typeof HomeMonth>

/** Days ahead that count as this week's, and as soon expiring. */
export const homeDueDays = 7
export const homeExpiryDays = 90

/** The desk of a person: what waits, what is due, how the months went. What one may not read is empty. */
export const readHome = defineQuery({
  name: 'home.read',
  permission: 'people.read',
  summary: { zh: '工作台：待办、到期和本月数据', en: 'Read the desk: what waits, what is due, how the month goes' },
  input: z.strictObject({
    /** Only contracts and orders that are one's own, or all that one may read. */
    scope: z.enum(['mine', 'all']).default('all'),
  }),
  output: z.strictObject({
    today: dateSchema,
    drafts: someOf(HomeDraft),
    /** Due within the week or overdue, the longest overdue first. */
    due: someOf(HomeInstalment).extend({ incoming: centsSchema, outgoing: centsSchema }),
    deliveries: someOf(HomeDelivery),
    expiring: someOf(HomeExpiry),
    /** Twelve months, the present one last. */
    months: z.array(HomeMonth),
  }),
})

export const homeOperations = [readHome] as const
