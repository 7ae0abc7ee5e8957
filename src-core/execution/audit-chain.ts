import { createHash } from 'node:crypto'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { canonicalJson, type Json } from '../../src-shared/kernel/json.ts'
import type { Sqlite } from '../db/open-database.ts'
import { prepareOnce } from '../db/prepare-once.ts'

/** Hash before the first entry. */
export const chainStart = '0'.repeat(64)

export interface AuditEntry {
  seq: number
  commandId: string
  name: string
  commandVersion: number
  actorId: Id<'User'>
  issuedAt: number
  input: Json
  outcome: 'done' | 'refused'
  result: Json
  changesHash: string
  previousHash: string
}

/** SHA-256 over the canonical JSON of everything in the entry, the hash before it included. */
export function entryHash(entry: AuditEntry): string {
  return createHash('sha256')
    .update(canonicalJson({ ...entry }))
    .digest('hex')
}

/** The last entry's number and hash. */
export function chainHead(sqlite: Sqlite): { seq: number; hash: string } {
  const head = prepareOnce(sqlite, 'select seq, hash from audit_entries order by seq desc limit 1').get()
  return (head as { seq: number; hash: string } | undefined) ?? { seq: 0, hash: chainStart }
}

/** Adds the entry to the chain; it commits with the changes it tells of. */
export function appendEntry(sqlite: Sqlite, entry: AuditEntry): void {
  prepareOnce(
    sqlite,
    `insert into audit_entries (seq, command_id, name, command_version, actor_id, issued_at, input, outcome, result, changes_hash, previous_hash, hash)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    entry.seq,
    entry.commandId,
    entry.name,
    entry.commandVersion,
    entry.actorId,
    entry.issuedAt,
    JSON.stringify(entry.input),
    entry.outcome,
    JSON.stringify(entry.result),
    entry.changesHash,
    entry.previousHash,
    entryHash(entry),
  )
}
