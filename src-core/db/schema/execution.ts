import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Json } from '../../../src-shared/kernel/json.ts'
import { idColumn, instantColumn, jsonColumn } from './columns.ts'

/** The audit chain: one entry per command, refused ones too. Each hash covers the entry and the hash before it. */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    commandId: text('command_id').notNull(),
    name: text('name').notNull(),
    commandVersion: integer('command_version').notNull(),
    actorId: idColumn<'User'>('actor_id').notNull(),
    issuedAt: instantColumn('issued_at').notNull(),
    input: jsonColumn<Json>('input').notNull(),
    outcome: text('outcome').$type<'done' | 'refused'>().notNull(),
    /** What the command returned, or the refusal's code and parameters. */
    result: jsonColumn<Json>('result').notNull(),
    /** SHA-256 over its row changes in order. */
    changesHash: text('changes_hash').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    uniqueIndex('audit_entries_command').on(t.commandId),
    index('audit_entries_actor').on(t.actorId, t.seq),
    index('audit_entries_name').on(t.name, t.seq),
  ],
)

/** Before-image and after-image of each row a command wrote: the record's history, and what sync undoes. */
export const rowChanges = sqliteTable(
  'row_changes',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    seq: integer('seq').notNull(),
    tableName: text('table_name').notNull(),
    rowId: text('row_id').notNull(),
    op: text('op').$type<'insert' | 'update' | 'delete'>().notNull(),
    /** Changed columns before; the whole row for a delete, null for an insert. */
    before: text('before'),
    /** Changed columns after; the whole row for an insert, null for a delete. */
    after: text('after'),
  },
  (t) => [
    index('row_changes_row').on(t.rowId, t.seq),
    index('row_changes_seq').on(t.seq),
    // The history of a record tells of its parts that are gone; there are few.
    index('row_changes_removed')
      .on(t.tableName, t.rowId)
      .where(sql`op = 'delete'`),
  ],
)

/** Done commands in the order they will travel to a team server; what travels stands in their audit entry. */
export const outbox = sqliteTable('outbox', {
  mid: integer('mid').primaryKey({ autoIncrement: true }),
  seq: integer('seq').notNull(),
})

/** Work to be done after commit, at least once: mail, notices, documents. */
export const jobs = sqliteTable(
  'jobs',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind').notNull(),
    payload: jsonColumn<Json>('payload').notNull(),
    /** The same event never makes two jobs. */
    dedupeKey: text('dedupe_key').notNull(),
    status: text('status').$type<'waiting' | 'running' | 'done' | 'failed'>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    runAfter: instantColumn('run_after').notNull(),
    lastError: text('last_error'),
    createdAt: instantColumn('created_at').notNull(),
    finishedAt: instantColumn('finished_at'),
  },
  (t) => [uniqueIndex('jobs_dedupe').on(t.dedupeKey), index('jobs_due').on(t.status, t.runAfter)],
)

/** What the search finds; the rowid is the full-text index's. */
export const searchEntries = sqliteTable(
  'search_entries',
  {
    rowid: integer('rowid').primaryKey({ autoIncrement: true }),
    kind: text('kind').notNull(),
    recordId: text('record_id').notNull(),
    title: text('title').notNull(),
  },
  (t) => [uniqueIndex('search_entries_record').on(t.kind, t.recordId)],
)
