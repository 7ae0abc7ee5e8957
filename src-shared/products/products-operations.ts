import { z } from 'zod'
import { FileHash, FileName } from '../files/file.ts'
import { IMPORT_BATCH, ImportPreview, ImportReport } from '../imports/import-preview.ts'
import { defineCommand, defineQuery, defineTask } from '../kernel/operation.ts'
import { pageFields, pageOf } from '../kernel/paging.ts'
import { idSchema, versionSchema } from '../kernel/schemas.ts'
import { productFields } from './product-fields.ts'

const productId = idSchema<'Product'>()
const seen = { id: productId, version: versionSchema }

const newProduct = z
  .strictObject(productFields)
  .partial()
  .required({ code: true, name: true, unit: true, unitPrice: true, taxRate: true })

export const createProduct = defineCommand({
  name: 'products.create',
  version: 1,
  class: 'free',
  permission: 'products.edit',
  summary: { zh: '新建产品', en: 'Create a product' },
  input: newProduct,
  output: z.strictObject(seen),
})

/** One batch of an import: all of them or none. */
export const createProducts = defineCommand({
  name: 'products.createMany',
  version: 1,
  class: 'free',
  permission: 'products.edit',
  summary: { zh: '批量新建产品', en: 'Create several products' },
  input: z.strictObject({
    /** The file they come from, for the audit. */
    source: FileName,
    products: z.array(newProduct).min(1).max(IMPORT_BATCH),
  }),
  output: z.strictObject({ ids: z.array(productId) }),
})

/** Reads a sheet and says what importing it would do; changes nothing. */
export const checkProductImport = defineTask({
  name: 'products.checkImport',
  permission: 'products.edit',
  summary: { zh: '检查要导入的产品表', en: 'Check a sheet of products before its import' },
  input: z.strictObject({ fileHash: FileHash }),
  output: ImportPreview,
})

/** Makes the products of a sheet that are new and right, in batches; stopped in between, the batches that were made stay. */
export const importProducts = defineTask({
  name: 'products.import',
  permission: 'products.edit',
  summary: { zh: '从 Excel 导入产品', en: 'Import products from Excel' },
  input: z.strictObject({ fileHash: FileHash, fileName: FileName }),
  output: ImportReport,
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
  createProducts,
  checkProductImport,
  importProducts,
  updateProduct,
  retireProduct,
  restoreProduct,
  listProducts,
  getProduct,
] as const
