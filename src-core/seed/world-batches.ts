import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { searchGrams } from '../../src-shared/kernel/search-text.ts'
import { recordTables, type RecordTable } from '../db/tables.ts'
import { DigestSum, valuesDigest } from '../execution/bulk-digest.ts'
import type { WorldSize } from './market.ts'
import { contractRows, orderRows } from './bundle-rows.ts'
import { WorldSearch, type FoundAs } from './world-search.ts'
import { generateWorld } from './world.ts'
import { stamp, type WorldRecord } from './world-rows.ts'

type Stored = string | number | null

/** Rows ready for prepared statements, complete in themselves: what a row names is in this batch or an earlier one. */
export interface SeedBatch {
  /** Values by SQL table name, in the order of the table's columns. */
  rows: { table: string; columns: string[]; values: Stored[][] }[]
  search: { kind: string; recordId: string; title: string; grams: string }[]
  records: number
  digest: string
}

/** Rows after which a batch is closed, at the next end of a contract or order. */
const rowsPerBatch = 8000

/** A generated world as batches; the same for the same seed and size. */
export function* worldBatches(seed: number, size: WorldSize): Generator<SeedBatch, void, void> {
  const world = generateWorld(seed, size)
  const search = new WorldSearch()
  let batch = new Batch()
  const add = (record: WorldRecord, found?: FoundAs) => batch.add(record.table, record.row, found)

  for (const row of world.people.departments) add({ table: 'departments', row })
  for (const row of world.people.users) add({ table: 'users', row }, search.user(row))
  for (const row of world.products()) add({ table: 'products', row }, search.product(row))
  let own = true
  for (const { row, contacts } of world.companies()) {
    add({ table: 'parties', row }, search.party(row, contacts))
    for (const contact of contacts) add({ table: 'contacts', row: contact })
    if (own)
      batch.add('settings', { id: 'company', ...stamp(row.createdAt, row.createdBy), value: { partyId: row.id } })
    own = false
    if (batch.size >= rowsPerBatch) {
      yield batch.done()
      batch = new Batch()
    }
  }
  for (const deal of world.deals()) {
    if ('contract' in deal)
      for (const record of contractRows(deal.contract)) add(record, search.deal(record, deal.contract))
    else if ('order' in deal) for (const record of orderRows(deal.order)) add(record, search.order(record, deal.order))
    else for (const row of deal.counters) add({ table: 'numberingCounters', row })
    if (batch.size >= rowsPerBatch) {
      yield batch.done()
      batch = new Batch()
    }
  }
  yield batch.done()
}

interface TablePlan {
  table: RecordTable
  name: string
  names: string[]
  properties: string[]
  toStored: ((value: unknown) => Stored)[]
}
const plans = new Map<string, TablePlan>()

function planOf(name: keyof typeof recordTables): TablePlan {
  let plan = plans.get(name)
  if (plan === undefined) {
    const table = recordTables[name] as RecordTable
    const columns = Object.entries(getTableColumns(table)) as [string, SQLiteColumn][]
    plan = {
      table,
      name: getTableName(table),
      names: columns.map(([, column]) => column.name),
      properties: columns.map(([property]) => property),
      toStored: columns.map(([, column]) =>
        ['boolean', 'json'].includes(column.dataType) ? (value) => column.mapToDriverValue(value) as Stored : asItIs,
      ),
    }
    plans.set(name, plan)
  }
  return plan
}

const asItIs = (value: unknown) => value as Stored

class Batch {
  readonly #rows = new Map<string, SeedBatch['rows'][number]>()
  readonly #search: SeedBatch['search'] = []
  readonly #digest = new DigestSum()
  size = 0

  add(name: keyof typeof recordTables, record: object, found?: FoundAs): void {
    const { table, name: sqlName, names, properties, toStored } = planOf(name)
    let rows = this.#rows.get(sqlName)
    if (rows === undefined) this.#rows.set(sqlName, (rows = { table: sqlName, columns: names, values: [] }))
    const values: Stored[] = properties.map((property, i) => {
      const given = (record as Record<string, unknown>)[property]
      return given === null || given === undefined ? null : toStored[i]!(given)
    })
    rows.values.push(values)
    this.#digest.add(valuesDigest(table, values))
    if (found !== undefined)
      this.#search.push({
        kind: found.kind,
        recordId: (record as { id: string }).id,
        title: found.title,
        grams: searchGrams(`${found.title} ${found.text}`),
      })
    this.size += 1
  }

  done(): SeedBatch {
    return { rows: [...this.#rows.values()], search: this.#search, records: this.size, digest: this.#digest.hex() }
  }
}
