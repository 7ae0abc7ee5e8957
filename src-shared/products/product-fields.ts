import { ONE } from '../kernel/decimal.ts'
import { lineSchema, rateSchema, textSchema, unitPriceSchema } from '../kernel/schemas.ts'

/** What a person may enter of a product. */
export const productFields = {
  code: lineSchema(60).min(1),
  name: lineSchema(120).min(1),
  specification: lineSchema(200),
  unit: lineSchema(20).min(1),
  /** Tax-inclusive list price. */
  unitPrice: unitPriceSchema.refine((value) => value >= 0, 'negative'),
  taxRate: rateSchema.refine((value) => value >= 0 && value < ONE, 'rate'),
  category: lineSchema(60),
  notes: textSchema(2000),
}
