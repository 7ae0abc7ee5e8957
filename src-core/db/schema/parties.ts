import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import type { PartyKind } from '../../../src-shared/parties/party.ts'
import { centsColumn, idColumn, recordColumns } from './columns.ts'

export const parties = sqliteTable(
  'parties',
  {
    ...recordColumns<'Party'>(),
    kind: text('kind').$type<PartyKind>().notNull(),
    name: text('name').notNull(),
    shortName: text('short_name').notNull().default(''),
    /** Name without company form and brackets, for finding duplicates. */
    nameKey: text('name_key').notNull(),
    /** Full pinyin, for sorting as a Chinese reader expects. */
    sortKey: text('sort_key').notNull(),
    creditCode: text('credit_code'),
    industry: text('industry').notNull().default(''),
    region: text('region').notNull().default(''),
    level: text('level').notNull().default(''),
    address: text('address').notNull().default(''),
    legalRepresentative: text('legal_representative').notNull().default(''),
    phone: text('phone').notNull().default(''),
    email: text('email').notNull().default(''),
    bankName: text('bank_name').notNull().default(''),
    bankAccount: text('bank_account').notNull().default(''),
    creditLimit: centsColumn('credit_limit'),
    paymentTermDays: integer('payment_term_days'),
    ownerId: idColumn<'User'>('owner_id'),
    blocked: integer('blocked', { mode: 'boolean' }).notNull().default(false),
    notes: text('notes').notNull().default(''),
  },
  (t) => [
    uniqueIndex('parties_credit_code')
      .on(t.creditCode)
      .where(sql`credit_code is not null`),
    index('parties_name_key').on(t.nameKey),
    index('parties_sort').on(t.sortKey, t.id),
    index('parties_kind_sort').on(t.kind, t.sortKey, t.id),
    index('parties_updated').on(t.updatedAt, t.id),
    index('parties_owner').on(t.ownerId, t.sortKey, t.id),
  ],
)

export const contacts = sqliteTable(
  'contacts',
  {
    ...recordColumns<'Contact'>(),
    partyId: idColumn<'Party'>('party_id').notNull(),
    name: text('name').notNull(),
    position: text('position').notNull().default(''),
    mobile: text('mobile').notNull().default(''),
    phone: text('phone').notNull().default(''),
    email: text('email').notNull().default(''),
    isPrimary: integer('is_primary', { mode: 'boolean' }).notNull().default(false),
    notes: text('notes').notNull().default(''),
  },
  (t) => [index('contacts_party').on(t.partyId)],
)
