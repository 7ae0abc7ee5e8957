import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { checkProductImport, createProducts, importProducts } from '../../src-shared/products/products-operations.ts'
import { productColumns, productReaders, type ProductColumn } from '../../src-shared/products/product-import.ts'
import { products } from '../db/schema/products.ts'
import { handleTask } from '../execution/handlers.ts'
import { carryOutImport, planImport, type ImportOf } from '../imports/plan-import.ts'

type NewProduct = z.output<(typeof createProducts)['input']>['products'][number]

/** Products are the same when their codes are. */
const productImport: ImportOf<ProductColumn, NewProduct> = {
  columns: productColumns,
  readers: productReaders,
  fieldsOf: (cells) => cells as NewProduct,
  identityOf: ({ code }) => ({ code }),
  existing: (read, { code }) =>
    read.select({ id: products.id, name: products.name }).from(products).where(eq(products.code, code)).get(),
}

export const handleCheckProductImport = handleTask(
  checkProductImport,
  async (context, { fileHash }) => (await planImport(context, fileHash, productImport)).preview,
)

export const handleImportProducts = handleTask(importProducts, async (context, { fileHash, fileName }) =>
  carryOutImport(context, await planImport(context, fileHash, productImport), (batch) =>
    context.execute(createProducts, { source: fileName, products: batch }),
  ),
)
