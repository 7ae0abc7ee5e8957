import { integer, text } from 'drizzle-orm/sqlite-core'
import type { Id } from '../../../src-shared/kernel/ids.ts'
import type { Cents } from '../../../src-shared/kernel/cents.ts'
import type { Quantity, Rate, UnitPrice } from '../../../src-shared/kernel/decimal.ts'
import type { LocalDate } from '../../../src-shared/kernel/local-date.ts'

/** Reference to a record's id. */
export const idColumn = <K extends string>(name: string) => text(name).$type<Id<K>>()

/** Money in 分. */
export const centsColumn = (name: string) => integer(name).$type<Cents>()

/** Quantity scaled by 10^6. */
export const quantityColumn = (name: string) => integer(name).$type<Quantity>()

/** Price of one unit in 元 scaled by 10^6. */
export const unitPriceColumn = (name: string) => integer(name).$type<UnitPrice>()

/** Rate scaled by 10^6: 13 % = 130000. */
export const rateColumn = (name: string) => integer(name).$type<Rate>()

/** Calendar date `YYYY-MM-DD` in the workspace's time zone. */
export const dateColumn = (name: string) => text(name).$type<LocalDate>()

/** Instant, UTC milliseconds. */
export const instantColumn = (name: string) => integer(name)

export const jsonColumn = <T>(name: string) => text(name, { mode: 'json' }).$type<T>()

/** What every record carries; the recorder fills all but the id. */
export const recordColumns = <K extends string>() => ({
  id: idColumn<K>('id').primaryKey(),
  version: integer('version').notNull(),
  createdAt: instantColumn('created_at').notNull(),
  createdBy: idColumn<'User'>('created_by').notNull(),
  updatedAt: instantColumn('updated_at').notNull(),
  updatedBy: idColumn<'User'>('updated_by').notNull(),
})
