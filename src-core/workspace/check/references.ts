import { getTableColumns } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { recordTableByName } from '../../db/tables.ts'

export interface Reference {
  table: string
  column: string
  target: string
  /** What stands there, besides null, where it names nothing. */
  nothing: string | null
}

/** What a column of this name refers to, in every table; `table.column` where it depends on the table. */
const targets: Readonly<Record<string, string>> = {
  contract_id: 'contracts',
  contract_line_id: 'contract_lines',
  plan_item_id: 'payment_plan_items',
  document_id: 'contract_documents',
  template_id: 'templates',
  template_version_id: 'template_versions',
  clause_id: 'clauses',
  party_id: 'parties',
  our_party_id: 'parties',
  counterparty_id: 'parties',
  product_id: 'products',
  order_id: 'orders',
  order_line_id: 'order_lines',
  shipment_id: 'shipments',
  payment_id: 'payments',
  approval_id: 'approvals',
  step_id: 'approval_steps',
  flow_id: 'flows',
  flow_version_id: 'flow_versions',
  department_id: 'departments',
  head_id: 'users',
  owner_id: 'users',
  initiator_id: 'users',
  assignee_id: 'users',
  'departments.parent_id': 'departments',
  'contracts.parent_id': 'contracts',
  'templates.current_version_id': 'template_versions',
  'clauses.current_version_id': 'clause_versions',
  'flows.current_version_id': 'flow_versions',
}

/** A contract that is settled as a whole, or money that goes back, names no instalment. */
const nothings: Readonly<Record<string, string>> = { 'settlements.plan_item_id': '' }

/** Columns whose record's kind stands in another column: attachments and approvals of any record. */
const ofAnyKind = new Set(['record_id'])

/** Columns that hold the hash of a stored file, and those that hold the hash of something else. */
const fileHashes = new Set(['file_hash', 'image_hash', 'p12_hash', 'docx_hash', 'pdf_hash'])
const otherHashes = new Set(['content_hash', 'approved_content_hash'])

const columnsOf = (ending: string): { table: string; column: string }[] =>
  [...recordTableByName].flatMap(([table, definition]) =>
    (Object.values(getTableColumns(definition)) as SQLiteColumn[])
      .filter(({ name }) => name.endsWith(ending))
      .map(({ name }) => ({ table, column: name })),
  )

/** Every column that names a record of one table. Throws for a new column of unknown meaning, so that none is forgotten. */
export function references(): Reference[] {
  return columnsOf('_id')
    .filter(({ column }) => !ofAnyKind.has(column))
    .map(({ table, column }) => {
      const target = targets[`${table}.${column}`] ?? targets[column]
      if (target === undefined) throw new Error(`what does ${table}.${column} refer to?`)
      return { table, column, target, nothing: nothings[`${table}.${column}`] ?? null }
    })
}

/** Every column that names a stored file by its hash. */
export function fileReferences(): { table: string; column: string }[] {
  return columnsOf('_hash').filter(({ table, column }) => {
    if (!fileHashes.has(column) && !otherHashes.has(column)) throw new Error(`what is ${table}.${column} the hash of?`)
    return fileHashes.has(column)
  })
}
