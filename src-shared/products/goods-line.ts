import { z } from 'zod'
import { idSchema, lineSchema, quantitySchema, rateSchema, unitPriceSchema } from '../kernel/schemas.ts'

/** A quantity of goods that is asked for or sent: above zero. */
export const positiveQuantity = quantitySchema.refine((value) => value > 0, 'positive')

/** A line of goods as typed, in a contract or an order; amounts are worked out. */
export const GoodsLineInput = z.object({
  productId: idSchema<'Product'>().nullable().default(null),
  name: lineSchema(200).min(1),
  specification: lineSchema(200).default(''),
  unit: lineSchema(20).default(''),
  quantity: positiveQuantity,
  /** Tax-inclusive. */
  unitPrice: unitPriceSchema.refine((value) => value >= 0, 'not negative'),
  taxRate: rateSchema.refine((value) => value >= 0 && value < 1_000_000, 'rate'),
  remark: lineSchema(200).default(''),
})
