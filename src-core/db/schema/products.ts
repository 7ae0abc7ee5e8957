import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { rateColumn, recordColumns, unitPriceColumn } from './columns.ts'

export const products = sqliteTable(
  'products',
  {
    ...recordColumns<'Product'>(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    specification: text('specification').notNull().default(''),
    unit: text('unit').notNull(),
    /** Tax-inclusive list price. */
    unitPrice: unitPriceColumn('unit_price').notNull(),
    taxRate: rateColumn('tax_rate').notNull(),
    category: text('category').notNull().default(''),
    sortKey: text('sort_key').notNull(),
    active: integer('active', { mode: 'boolean' }).notNull().default(true),
    notes: text('notes').notNull().default(''),
  },
  (t) => [
    uniqueIndex('products_code').on(t.code),
    index('products_sort').on(t.sortKey, t.id),
    index('products_updated').on(t.updatedAt, t.id),
  ],
)
