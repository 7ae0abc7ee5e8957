import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as approvals from './schema/approvals.ts'
import * as contracts from './schema/contracts.ts'
import * as execution from './schema/execution.ts'
import * as files from './schema/files.ts'
import * as orders from './schema/orders.ts'
import * as parties from './schema/parties.ts'
import * as payments from './schema/payments.ts'
import * as people from './schema/people.ts'
import * as products from './schema/products.ts'
import * as settings from './schema/settings.ts'
import * as templates from './schema/templates.ts'

/** The tables of records: id, version, who and when; all are written through the recorder only. */
export const recordTables = {
  ...people,
  ...parties,
  ...products,
  ...templates,
  ...contracts,
  ...approvals,
  ...orders,
  ...payments,
  ...files,
  ...settings,
}

/** Everything, for drizzle. */
export const schema = { ...recordTables, ...execution }

export type RecordTable = (typeof recordTables)[keyof typeof recordTables]

/** Record table by its SQL name. */
export const recordTableByName = new Map<string, RecordTable>(
  Object.values(recordTables)
    .filter((table) => is(table, SQLiteTable))
    .map((table) => [getTableConfig(table).name, table as RecordTable]),
)
