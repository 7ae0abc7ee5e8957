import { createHash } from 'node:crypto'
import { and, asc, count, gt, lte, max, sql } from 'drizzle-orm'
import type { ChainFault } from '../../src-shared/audit/audit-verification.ts'
import { auditEntries, outbox, rowChanges } from '../db/schema/execution.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import { chainStart, entryHash } from '../execution/audit-chain.ts'
import { hashChange } from '../execution/recorder.ts'
import { without } from '../execution/without.ts'
import { headOf } from './audit-queries.ts'
import type { VerifyProgress } from './verify-progress.ts'

type RowChange = typeof rowChanges.$inferSelect

const entriesPerPage = 500
const changesPerPage = 2000

export interface ChainFindings {
  entries: number
  changes: number
  head: { seq: number; hash: string }
  firstFault: ChainFault | null
}

/** Walks the entries up to the head as it is at the start; yields between pages, so that others may work meanwhile. */
export function* chainSteps(
  read: ReadDatabase,
  known: readonly { seq: number; hash: string }[],
): Generator<VerifyProgress, ChainFindings, void> {
  const head = headOf(read)
  const cutOff = lastTraceOf(read, known) > head.seq
  const knownHashes = new Map(known.map(({ seq, hash }) => [seq, hash]))
  const changes = changesUpTo(read, head.seq)
  let change = changes.next()
  let previousHash = chainStart
  let entries = 0
  let counted = 0
  let firstFault: ChainFault | null = null
  const found = (seq: number, fault: ChainFault['fault']) => {
    if (firstFault === null || seq < firstFault.seq) firstFault = { seq, fault }
  }

  for (let at = 0; at < head.seq;) {
    const page = read
      .select()
      .from(auditEntries)
      .where(and(gt(auditEntries.seq, at), lte(auditEntries.seq, head.seq)))
      .orderBy(asc(auditEntries.seq))
      .limit(entriesPerPage)
      .all()
    if (page.length === 0) break
    for (const entry of page) {
      if (entry.seq !== at + 1) found(at + 1, 'missing')
      else if (entryHash(without(entry, 'hash')) !== entry.hash) found(entry.seq, 'edited')
      else if (entry.previousHash !== previousHash) found(entry.seq, 'unlinked')
      // Changes of an entry that is not there belong to no one.
      for (; !change.done && change.value.seq < entry.seq; change = changes.next()) found(change.value.seq, 'changes')
      const hash = createHash('sha256')
      let own = 0
      for (; !change.done && change.value.seq === entry.seq; change = changes.next()) {
        hashChange(hash, asHashed(change.value))
        own += 1
      }
      const changesHash = entry.outcome === 'refused' && own === 0 ? '' : hash.digest('hex')
      if (changesHash !== entry.changesHash) found(entry.seq, 'changes')
      const expected = knownHashes.get(entry.seq)
      if (expected !== undefined && expected !== entry.hash) found(entry.seq, 'otherHistory')
      previousHash = entry.hash
      at = entry.seq
      entries += 1
      counted += own
    }
    yield { step: 'chain', done: at, total: head.seq }
  }
  if (cutOff) found(head.seq + 1, 'truncated')
  return { entries, changes: counted, head, firstFault }
}

/** The highest number that anything still speaks of: changes, the outbox, SQLite's own counter, what is known from elsewhere. */
function lastTraceOf(read: ReadDatabase, known: readonly { seq: number }[]): number {
  const counter = read.get<{ seq: number } | undefined>(
    sql`select seq from sqlite_sequence where name = 'audit_entries'`,
  )
  const traces = [
    read
      .select({ seq: max(rowChanges.seq) })
      .from(rowChanges)
      .get()!.seq,
    read
      .select({ seq: max(outbox.seq) })
      .from(outbox)
      .get()!.seq,
    counter?.seq,
    ...known.map(({ seq }) => seq),
  ]
  return Math.max(0, ...traces.map((seq) => seq ?? 0))
}

function* changesUpTo(read: ReadDatabase, last: number): Generator<RowChange, void, void> {
  let at: { seq: number; id: number } = { seq: 0, id: 0 }
  for (;;) {
    const page = read
      .select()
      .from(rowChanges)
      .where(and(sql`(${rowChanges.seq}, ${rowChanges.id}) > (${at.seq}, ${at.id})`, lte(rowChanges.seq, last)))
      .orderBy(asc(rowChanges.seq), asc(rowChanges.id))
      .limit(changesPerPage)
      .all()
    yield* page
    const end = page.at(-1)
    if (end === undefined || page.length < changesPerPage) return
    at = end
  }
}

const asHashed = ({ tableName, rowId, op, before, after }: RowChange) => ({
  table_name: tableName,
  row_id: rowId,
  op,
  before,
  after,
})

/** How many row changes there are to walk. */
export function countChanges(read: ReadDatabase): number {
  return read.select({ total: count() }).from(rowChanges).get()!.total
}
