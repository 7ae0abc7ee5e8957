import { Worker } from 'node:worker_threads'
import { randomBytes } from 'node:crypto'
import { saveFlow } from '../../src-shared/approvals/approvals-operations.ts'
import { starterFlow } from '../../src-shared/approvals/starter-flow.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { Refusal, refuse } from '../../src-shared/kernel/refusal.ts'
import type { Core } from '../core.ts'
import { explainDatabaseError, type Sqlite } from '../db/open-database.ts'
import { prepareOnce } from '../db/prepare-once.ts'
import { sha256 } from '../db/file-store.ts'
import { appendEntry, chainHead } from '../execution/audit-chain.ts'
import { bulkEntry } from '../execution/bulk-digest.ts'
import { systemUserId } from '../execution/read-actor.ts'
import type { WorldSize } from './market.ts'
import type { SeedRequest } from './seed-thread.ts'
import type { SeedBatch } from './world-batches.ts'

export interface SeedOptions {
  seed: number
  size: WorldSize
  signal?: AbortSignal
  /** Records written so far. */
  progress?(records: number): void
}

/** 256 MB of log: the pages of the indexes change with every batch and need not be copied, enciphered again, after each. */
const pagesBetweenCheckpoints = 65_536

/** Batches made ahead of the writing. */
const ahead = 3

/**
 * Fills an empty workspace with a generated company. Rows go in through prepared statements without a command for each; every transaction ends with
 * an audit entry that carries the digest of its rows, by which `verifyAudit` knows them. Refuses `seed.notEmpty` unless nothing is there yet.
 */
export async function seedWorkspace(
  core: Core,
  { seed, size, signal, progress }: SeedOptions,
): Promise<{ records: number }> {
  const { sqlite } = core.workspace.database
  if (chainHead(sqlite).seq > 0) throw refuse('seed.notEmpty', { dir: core.workspace.dir })
  let records = 0
  const usual = sqlite.pragma('wal_autocheckpoint', { simple: true }) as number
  sqlite.pragma(`wal_autocheckpoint = ${pagesBetweenCheckpoints}`)
  try {
    for await (const batch of batchesOf({ seed, size })) {
      signal?.throwIfAborted()
      insertBatch(sqlite, batch, { seed, ...size })
      records += batch.records
      progress?.(records)
    }
  } finally {
    sqlite.pragma(`wal_autocheckpoint = ${usual}`)
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
  }
  const flow = core.execute(saveFlow, starterFlow, systemUserId)
  if (!flow.ok) throw new Refusal(flow.code, flow.params)
  return { records }
}

/** The generator in a thread of its own, some batches ahead: making rows costs as much as writing them. */
async function* batchesOf(request: SeedRequest): AsyncGenerator<SeedBatch, void, void> {
  const worker = new Worker(new URL('seed-thread.ts', import.meta.url), { workerData: request })
  const made: (SeedBatch | null)[] = []
  let failed: Error | undefined
  let wake = () => {}
  worker.on('message', (batch: SeedBatch | null) => {
    made.push(batch)
    wake()
  })
  worker.on('error', (error: Error) => {
    failed = error
    wake()
  })
  try {
    for (let i = 0; i < ahead; i++) worker.postMessage('next')
    while (true) {
      if (failed !== undefined) throw failed
      const batch = made.shift()
      if (batch === null) return
      if (batch !== undefined) {
        worker.postMessage('next')
        yield batch
      } else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  } finally {
    await worker.terminate()
  }
}

/** One batch, its search entries and its audit entry, in one transaction. */
function insertBatch(sqlite: Sqlite, batch: SeedBatch, input: { [name: string]: string | number }): void {
  try {
    sqlite.transaction(() => writeBatch(sqlite, batch, input)).immediate()
  } catch (error) {
    throw explainDatabaseError(error, sqlite.name)
  }
}

function writeBatch(sqlite: Sqlite, batch: SeedBatch, input: { [name: string]: string | number }): void {
  for (const { table, columns, values } of batch.rows) {
    const names = columns.map((column) => `"${column}"`).join(', ')
    const insert = prepareOnce(
      sqlite,
      `insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`,
    )
    for (const row of values) insert.run(row)
  }
  const entry = prepareOnce(sqlite, 'insert into search_entries (kind, record_id, title) values (?, ?, ?)')
  const grams = prepareOnce(sqlite, 'insert into search_grams (rowid, grams) values (?, ?)')
  for (const { kind, recordId, title, grams: text } of batch.search)
    grams.run(entry.run(kind, recordId, title).lastInsertRowid, text)
  const head = chainHead(sqlite)
  const now = Date.now()
  appendEntry(sqlite, {
    seq: head.seq + 1,
    commandId: newId(now, randomBytes(10)),
    name: bulkEntry,
    commandVersion: 1,
    actorId: systemUserId,
    issuedAt: now,
    input,
    outcome: 'done',
    result: { records: batch.records, digest: batch.digest },
    // It has no row changes.
    changesHash: sha256(''),
    previousHash: head.hash,
  })
}
