import { z } from 'zod'
import { ONE } from '../kernel/decimal.ts'
import { defineCommand, defineQuery } from '../kernel/operation.ts'
import { pageFields, pageOf } from '../kernel/paging.ts'
import { idSchema, lineSchema, rateSchema, textSchema, unitPriceSchema, versionSchema } from '../kernel/schemas.ts'

const productId = idSchema<'Product'>()
const seen = { id: productId, version: versionSchema }

const productFields = {
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

export const createProduct = defineCommand({
  name: 'products.create',
  version: 1,
  class: 'free',
  permission: 'products.edit',
  summary: { zh: '新建产品', en: 'Create a product' },
  input: z
    .strictObject(productFields)
    .partial()
    .required({ code: true, name: true, unit: true, unitPrice: true, taxRate: true }),
  output: z.strictObject(seen),
})

export const updateProduct = defineCommand({
  name: 'products.update',
  version: 1,
  class: 'guarded',
  permission: 'products.edit',
  summary: { zh: '修改产品', en: 'Change a product' },
  input: z.strictObject({ ...seen, changes: z.strictObject(productFields).partial() }),
  output: z.strictObject(seen),
})

/** Not offered any more; contracts and orders that name it keep it. */
export const retireProduct = defineCommand({
  name: 'products.retire',
  version: 1,
  class: 'guarded',
  permission: 'products.edit',
  summary: { zh: '停售产品', en: 'Retire a product' },
  input: z.strictObject(seen),
  output: z.strictObject(seen),
})

export const restoreProduct = defineCommand({
  name: 'products.restore',
  version: 1,
  class: 'guarded',
  permission: 'products.edit',
  summary: { zh: '恢复产品', en: 'Restore a product' },
  input: z.strictObject(seen),
  output: z.strictObject(seen),
})

export const ProductRow = z.strictObject({
  ...seen,
  ...productFields,
  active: z.boolean(),
  updatedAt: z.int(),
})
export type ProductRow = z.infer<typeof ProductRow>

export const listProducts = defineQuery({
  name: 'products.list',
  permission: 'products.read',
  summary: { zh: '产品列表', en: 'List products' },
  input: z.strictObject({
    category: z.string().max(60).optional(),
    /** Without it only what is offered; null for all. */
    active: z.boolean().nullable().default(true),
    text: z.string().trim().max(100).optional(),
    sort: z.enum(['name', 'code', 'updated']).default('name'),
    descending: z.boolean().default(false),
    ...pageFields,
  }),
  output: pageOf(ProductRow),
})

export const getProduct = defineQuery({
  name: 'products.get',
  permission: 'products.read',
  summary: { zh: '产品详情', en: 'Read a product' },
  input: z.strictObject({ id: productId }),
  output: ProductRow.extend({ createdAt: z.int() }),
})

export const productOperations = [
  createProduct,
  updateProduct,
  retireProduct,
  restoreProduct,
  listProducts,
  getProduct,
] as const
