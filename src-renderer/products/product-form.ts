import type { Rate, UnitPrice } from '../../src-shared/kernel/decimal.ts'
import { taxRatesOnOffer } from '../../src-shared/kernel/tax.ts'
import { describeReason } from '../../src-shared/messages/describe-issues.ts'
import { createProduct, type ProductRow } from '../../src-shared/products/products-operations.ts'
import { schemaErrors } from '../lib/field-errors.ts'
import type { Language } from '../lib/words.ts'

export interface ProductValues {
  code: string
  name: string
  specification: string
  unit: string
  unitPrice: UnitPrice | null
  taxRate: Rate | null
  category: string
  notes: string
}

export const emptyProduct: ProductValues = {
  code: '',
  name: '',
  specification: '',
  unit: '',
  unitPrice: null,
  taxRate: taxRatesOnOffer[0]!,
  category: '',
  notes: '',
}

export function productValues(product: ProductRow): ProductValues {
  const { code, name, specification, unit, unitPrice, taxRate, category, notes } = product
  return { code, name, specification, unit, unitPrice, taxRate, category, notes }
}

/** What is wrong with the values, by field, in words. A missing price or rate is an empty field to the person, not a wrong type. */
export function productErrors(values: ProductValues, language: Language): Record<string, string> {
  const errors = schemaErrors(createProduct.input, values, language)
  const missing = describeReason('empty', language)
  if (values.unitPrice === null) errors['unitPrice'] = missing
  if (values.taxRate === null) errors['taxRate'] = missing
  return errors
}

/** Values as the command takes them, once `productErrors` found nothing. */
export function productInput({ unitPrice, taxRate, ...values }: ProductValues) {
  if (unitPrice === null || taxRate === null) throw new TypeError('A product is saved with its price and rate')
  return { ...values, unitPrice, taxRate }
}

/** Only what differs from what was read. */
export function productChanges(before: ProductValues, now: ProductValues): Partial<ReturnType<typeof productInput>> {
  const [from, to] = [productInput(before), productInput(now)]
  return Object.fromEntries(Object.entries(to).filter(([key, value]) => value !== from[key as keyof typeof from]))
}
