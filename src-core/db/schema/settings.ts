import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Json } from '../../../src-shared/kernel/json.ts'
import type { NumberedKind } from '../../../src-shared/numbering/numbering.ts'
import type { SealKind } from '../../../src-shared/settings/seal.ts'
import { dateColumn, idColumn, jsonColumn, recordColumns } from './columns.ts'

/** One workspace setting; the id is its key. */
export const settings = sqliteTable('settings', {
  ...recordColumns<'Setting'>(),
  value: jsonColumn<Json>('value').notNull(),
})

export const numberingRules = sqliteTable(
  'numbering_rules',
  {
    ...recordColumns<'NumberingRule'>(),
    kind: text('kind').$type<NumberedKind>().notNull(),
    /** The contract type it is for; null for all that have none of their own. */
    type: text('type'),
    pattern: text('pattern').notNull(),
    reset: text('reset').$type<'daily' | 'monthly' | 'yearly' | 'never'>().notNull(),
  },
  (t) => [index('numbering_rules_kind').on(t.kind, t.type)],
)

/** Last serial given in a scope (rule, type and period); the id is the scope. */
export const numberingCounters = sqliteTable('numbering_counters', {
  ...recordColumns<'NumberingCounter'>(),
  lastSerial: integer('last_serial').notNull(),
})

export const seals = sqliteTable(
  'seals',
  {
    ...recordColumns<'Seal'>(),
    partyId: idColumn<'Party'>('party_id').notNull(),
    kind: text('kind').$type<SealKind>().notNull(),
    name: text('name').notNull(),
    /** PNG with transparent ground, in the file store. */
    imageHash: text('image_hash').notNull(),
    diameterMm: integer('diameter_mm').notNull(),
    active: integer('active', { mode: 'boolean' }).notNull().default(true),
  },
  (t) => [index('seals_party').on(t.partyId)],
)

export const certificates = sqliteTable(
  'certificates',
  {
    ...recordColumns<'Certificate'>(),
    partyId: idColumn<'Party'>('party_id').notNull(),
    subject: text('subject').notNull(),
    serial: text('serial').notNull(),
    /** P12 in the file store; its password is wrapped in the workspace's own settings. */
    p12Hash: text('p12_hash').notNull(),
    password: text('password').notNull(),
    selfMade: integer('self_made', { mode: 'boolean' }).notNull(),
    validFrom: dateColumn('valid_from').notNull(),
    validTo: dateColumn('valid_to').notNull(),
    active: integer('active', { mode: 'boolean' }).notNull().default(true),
  },
  (t) => [uniqueIndex('certificates_serial').on(t.serial)],
)
