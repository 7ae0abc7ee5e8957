import { and, count, eq } from 'drizzle-orm'
import type { InferSelectModel } from 'drizzle-orm'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { pinyinKeys, pinyinSearchText } from '../../src-shared/kernel/pinyin.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import {
  createProduct,
  createProducts,
  getProduct,
  listProducts,
  restoreProduct,
  retireProduct,
  updateProduct,
} from '../../src-shared/products/products-operations.ts'
import { products } from '../db/schema/products.ts'
import { matchingRecords } from '../db/search-index.ts'
import { recordById } from '../db/record-by-id.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import type { CommandContext } from '../execution/command-context.ts'
import { givenFields } from '../execution/given-fields.ts'
import { handleCommand, handleQuery } from '../execution/handlers.ts'
import { keyset, pageOfRows } from '../execution/keyset.ts'
import { without } from '../execution/without.ts'
import { handleCheckProductImport, handleImportProducts } from './product-imports.ts'
import type { z } from 'zod'

const handleCreateProduct = handleCommand(createProduct, (context, product) => {
  const { id, version } = insertProduct(context, product)
  return { id, version }
})

const handleCreateProducts = handleCommand(createProducts, (context, input) => ({
  ids: input.products.map((product) => insertProduct(context, product).id),
}))

function insertProduct(context: CommandContext, product: z.output<(typeof createProduct)['input']>) {
  refuseCodeTaken(context.read, product.code)
  const { code, name, unit, unitPrice, taxRate } = product
  const created = context.write.insert(products, {
    ...givenFields(product),
    code,
    name,
    unit,
    unitPrice,
    taxRate,
    id: context.newId<'Product'>(),
    sortKey: sortKeyOf(name),
    active: true,
  })
  indexProduct(context, created)
  return created
}

const handleUpdateProduct = handleCommand(updateProduct, (context, { id, version, changes }) => {
  const before = readProduct(context.read, id)
  const patch = givenFields(changes)
  if (patch.code !== undefined && patch.code !== before.code) refuseCodeTaken(context.read, patch.code)
  const updated = context.write.update(
    products,
    id,
    { ...patch, ...(patch.name === undefined ? {} : { sortKey: sortKeyOf(patch.name) }) },
    version,
  )
  indexProduct(context, updated)
  return { id, version: updated.version }
})

const handleRetireProduct = handleCommand(retireProduct, ({ read, write }, { id, version }) => {
  const { name, active } = readProduct(read, id)
  if (!active) throw refuse('product.alreadyRetired', { product: name })
  return { id, version: write.update(products, id, { active: false }, version).version }
})

const handleRestoreProduct = handleCommand(restoreProduct, ({ read, write }, { id, version }) => {
  const { name, active } = readProduct(read, id)
  if (active) throw refuse('product.notRetired', { product: name })
  return { id, version: write.update(products, id, { active: true }, version).version }
})

const rowColumns = {
  id: products.id,
  version: products.version,
  code: products.code,
  name: products.name,
  specification: products.specification,
  unit: products.unit,
  unitPrice: products.unitPrice,
  taxRate: products.taxRate,
  category: products.category,
  notes: products.notes,
  active: products.active,
  updatedAt: products.updatedAt,
}

const sortColumns = { name: products.sortKey, code: products.code, updated: products.updatedAt }

const handleListProducts = handleQuery(listProducts, ({ read }, input) => {
  const wanted = and(
    input.active === null ? undefined : eq(products.active, input.active),
    input.category === undefined ? undefined : eq(products.category, input.category),
    input.text ? matchingRecords('product', products.id, input.text) : undefined,
  )
  const { where, orderBy, limit } = keyset(sortColumns[input.sort], products.id, input)
  const found = read
    .select({ ...rowColumns, sortKey: products.sortKey })
    .from(products)
    .where(and(wanted, where))
    .orderBy(...orderBy)
    .limit(limit)
    .all()
  const { rows, next } = pageOfRows(
    found,
    input.limit,
    (row) => ({ name: row.sortKey, code: row.code, updated: row.updatedAt })[input.sort],
  )
  const { total } = read.select({ total: count() }).from(products).where(wanted).get()!
  return { rows: rows.map((row) => without(row, 'sortKey')), next, total }
})

const handleGetProduct = handleQuery(getProduct, ({ read }, { id }) =>
  without(readProduct(read, id), 'createdBy', 'updatedBy', 'sortKey'),
)

export const productsHandlers = {
  commands: [handleCreateProduct, handleCreateProducts, handleUpdateProduct, handleRetireProduct, handleRestoreProduct],
  queries: [handleListProducts, handleGetProduct],
  tasks: [handleCheckProductImport, handleImportProducts],
}

function readProduct(read: ReadDatabase, id: Id<'Product'>): InferSelectModel<typeof products> {
  return recordById(read, products, id)
}

function refuseCodeTaken(read: ReadDatabase, code: string): void {
  const other = read.select({ name: products.name }).from(products).where(eq(products.code, code)).get()
  if (other !== undefined) throw refuse('product.codeTaken', { code, product: other.name })
}

const sortKeyOf = (name: string): string => pinyinKeys(name, 'company').sort

function indexProduct(context: CommandContext, product: InferSelectModel<typeof products>): void {
  context.index('product', product.id, {
    title: product.name,
    text: [product.code, product.specification, product.category, pinyinSearchText(product.name)].join(' '),
  })
}
