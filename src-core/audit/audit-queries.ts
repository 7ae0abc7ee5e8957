import { and, count, desc, eq, getTableName, gte, inArray, like, lt, or, sql, type SQL } from 'drizzle-orm'
import { holdsPermission } from '../../src-shared/access/roles.ts'
import {
  getAuditEntry,
  listAuditEntries,
  readAuditHead,
  readHistory,
  type AuditRow,
} from '../../src-shared/audit/audit-operations.ts'
import { addDays, startOfDay } from '../../src-shared/kernel/local-date.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { auditEntries, rowChanges } from '../db/schema/execution.ts'
import { users } from '../db/schema/people.ts'
import { recordTableByName } from '../db/tables.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import { chainStart } from '../execution/audit-chain.ts'
import { decodeCursor, encodeCursor } from '../execution/cursor.ts'
import { handleQuery } from '../execution/handlers.ts'
import { without } from '../execution/without.ts'
import { personName } from '../people/person-name.ts'
import { readSetting } from '../settings/setting-handlers.ts'
import { fieldChanges, withoutSecrets } from './field-changes.ts'
import { areaOf, partsOf } from './record-parts.ts'

const entryColumns = {
  seq: auditEntries.seq,
  commandId: auditEntries.commandId,
  name: auditEntries.name,
  actorId: auditEntries.actorId,
  actor: personName(auditEntries.actorId),
  issuedAt: auditEntries.issuedAt,
  outcome: auditEntries.outcome,
  code: sql<
    string | null
  >`case when ${auditEntries.outcome} = 'refused' then json_extract(${auditEntries.result}, '$.code') end`,
  changes: sql<number>`(select count(*) from ${rowChanges} where ${rowChanges.seq} = ${auditEntries.seq})`,
  hash: auditEntries.hash,
}

export const handleListEntries = handleQuery(listAuditEntries, ({ read }, input) => {
  const { timeZone } = readSetting(read, 'display')
  const wanted = and(
    input.actorId && eq(auditEntries.actorId, input.actorId),
    input.name === undefined
      ? undefined
      : input.name.endsWith('.')
        ? like(auditEntries.name, `${input.name.replaceAll(/[%_]/g, '')}%`)
        : eq(auditEntries.name, input.name),
    input.outcome && eq(auditEntries.outcome, input.outcome),
    input.from && gte(auditEntries.issuedAt, startOfDay(input.from, timeZone)),
    input.to && lt(auditEntries.issuedAt, startOfDay(addDays(input.to, 1), timeZone)),
  )
  const after = decodeCursor(input.after)
  const rows: AuditRow[] = read
    .select(entryColumns)
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.actorId))
    .where(and(wanted, after && lt(auditEntries.seq, Number(after.key))))
    .orderBy(desc(auditEntries.seq))
    .limit(input.limit + 1)
    .all()
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  return {
    rows: page,
    next: rows.length > input.limit && last !== undefined ? encodeCursor(last.seq, '') : null,
    // Entries are numbered without gaps, so that all of them need no counting.
    total:
      wanted === undefined
        ? headOf(read).seq
        : read.select({ total: count() }).from(auditEntries).where(wanted).get()!.total,
  }
})

export const handleGetEntry = handleQuery(getAuditEntry, ({ read }, { seq }) => {
  const entry = read
    .select({
      ...entryColumns,
      input: auditEntries.input,
      result: auditEntries.result,
      previousHash: auditEntries.previousHash,
    })
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.actorId))
    .where(eq(auditEntries.seq, seq))
    .get()
  if (entry === undefined) throw refuse('record.missing', { table: 'audit_entries', id: seq })
  const rows = read.select().from(rowChanges).where(eq(rowChanges.seq, seq)).orderBy(rowChanges.id).all()
  return {
    ...entry,
    input: withoutSecrets(entry.input) as never,
    result: withoutSecrets(entry.result) as never,
    rows: rows.map(({ tableName, rowId, op, before, after }) => ({
      table: tableName,
      id: rowId,
      op,
      fields: fieldChanges(before, after) as never[],
    })),
  }
})

export const handleReadHistory = handleQuery(readHistory, ({ read, actor }, { table, id, withParts, after, limit }) => {
  const area = areaOf(table)
  if (!holdsPermission(actor.roles, `${area}.read`) && !holdsPermission(actor.roles, 'audit.read'))
    throw refuse('access.denied', { permission: `${area}.read`, actor: actor.name })
  if (!recordTableByName.has(table)) throw refuse('audit.unknownTable', { table })
  const wanted = or(
    and(eq(rowChanges.rowId, id), eq(rowChanges.tableName, table)),
    ...(withParts ? partChanges(read, table, id) : []),
  )
  const at = decodeCursor(after)
  const found = read
    .select({
      changeId: rowChanges.id,
      seq: rowChanges.seq,
      at: auditEntries.issuedAt,
      actorId: auditEntries.actorId,
      actor: personName(auditEntries.actorId),
      name: auditEntries.name,
      table: rowChanges.tableName,
      id: rowChanges.rowId,
      op: rowChanges.op,
      before: rowChanges.before,
      after: rowChanges.after,
    })
    .from(rowChanges)
    .innerJoin(auditEntries, eq(auditEntries.seq, rowChanges.seq))
    .leftJoin(users, eq(users.id, auditEntries.actorId))
    .where(and(wanted, at && lt(rowChanges.id, Number(at.key))))
    .orderBy(desc(rowChanges.id))
    .limit(limit + 1)
    .all()
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map((row) => ({
      ...without(row, 'changeId', 'before', 'after'),
      fields: fieldChanges(row.before, row.after) as never[],
    })),
    next: found.length > limit && last !== undefined ? encodeCursor(last.changeId, '') : null,
    total: read.select({ total: count() }).from(rowChanges).where(wanted).get()!.total,
  }
})

export const handleReadHead = handleQuery(readAuditHead, ({ read }) => headOf(read))

/** Number and hash of the last entry; 0 and the start of the chain while there is none. */
export function headOf(read: ReadDatabase): { seq: number; hash: string } {
  const head = read
    .select({ seq: auditEntries.seq, hash: auditEntries.hash })
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1)
    .get()
  return head ?? { seq: 0, hash: chainStart }
}

/** Conditions for the changes of what belongs to the record: the rows that stand, and those that were removed. */
function partChanges(read: ReadDatabase, table: string, id: string): SQL[] {
  return partsOf(table).flatMap(([part, owner]) => {
    const name = getTableName(part)
    const standing = read.select({ id: part.id }).from(part).where(eq(owner, id)).all()
    const gone = read
      .select({ id: rowChanges.rowId })
      .from(rowChanges)
      .where(
        and(
          eq(rowChanges.tableName, name),
          // Not a parameter, or SQLite does not see that the index of removed rows serves.
          sql`${rowChanges.op} = 'delete'`,
          sql`json_extract(${rowChanges.before}, ${`$.${owner.name}`}) = ${id}`,
        ),
      )
      .all()
    const ids = [...standing, ...gone].map((row) => row.id as string)
    return ids.length === 0 ? [] : [and(eq(rowChanges.tableName, name), inArray(rowChanges.rowId, ids))!]
  })
}
