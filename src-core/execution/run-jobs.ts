import type { Json } from '../../src-shared/kernel/json.ts'
import type { Sqlite } from '../db/open-database.ts'
import { prepareOnce } from '../db/prepare-once.ts'

interface Job {
  id: number
  kind: string
  payload: string
  attempts: number
}

/** Attempts before a job is left as failed for a person to look at. */
const maximumAttempts = 8

/** Puts a job into the durable table, due at `at` (UTC ms); the same key never makes two. */
export function addJob(
  sqlite: Sqlite,
  { kind, payload, key, at }: { kind: string; payload: Json; key: string; at: number },
): void {
  prepareOnce(
    sqlite,
    `insert into jobs (kind, payload, dedupe_key, status, run_after, created_at) values (?, ?, ?, 'waiting', ?, ?) on conflict do nothing`,
  ).run(kind, JSON.stringify(payload), key, at, at)
}

/** How long a job that is done is kept, milliseconds: long enough to ask what was done in the last weeks. */
const keepDone = 30 * 86_400_000

/** Wait before the next attempt: 2 s, 4 s, … at most an hour. */
const backOff = (attempts: number) => Math.min(2000 * 2 ** attempts, 3_600_000)

/**
 * Runs the due jobs of the durable table one after the other, each at least once: one that was running when the
 * process died runs again. Returns how many were done and how many failed. The work itself must bear being repeated.
 */
export async function runDueJobs(
  sqlite: Sqlite,
  clock: () => number,
  work: (kind: string, payload: unknown) => Promise<void>,
  signal?: AbortSignal,
): Promise<{ done: number; failed: number }> {
  let done = 0
  let failed = 0
  while (!signal?.aborted) {
    const job = prepareOnce(
      sqlite,
      `update jobs set status = 'running', attempts = attempts + 1
       where id = (select id from jobs where status = 'waiting' and run_after <= ? order by run_after, id limit 1)
       returning id, kind, payload, attempts`,
    ).get(clock()) as Job | undefined
    if (job === undefined) break
    try {
      await work(job.kind, JSON.parse(job.payload))
      prepareOnce(sqlite, `update jobs set status = 'done', finished_at = ?, last_error = null where id = ?`).run(
        clock(),
        job.id,
      )
      done += 1
    } catch (error) {
      if (signal?.aborted) {
        // Stopped, not failed: due again at the next start, with its attempts as they were.
        prepareOnce(sqlite, `update jobs set status = 'waiting', attempts = attempts - 1 where id = ?`).run(job.id)
        break
      }
      const message = error instanceof Error ? error.message : String(error)
      const over = job.attempts >= maximumAttempts
      prepareOnce(
        sqlite,
        'update jobs set status = ?, run_after = ?, last_error = ?, finished_at = ? where id = ?',
      ).run(over ? 'failed' : 'waiting', clock() + backOff(job.attempts), message, over ? clock() : null, job.id)
      failed += 1
    }
  }
  if (done > 0) pruneJobs(sqlite, clock())
  return { done, failed }
}

/**
 * Takes out what was done more than 30 days before `now` (UTC milliseconds). What failed stays until a person has tried it
 * again or waved it away. Not in the audit: what a job did stands there by its own commands.
 */
function pruneJobs(sqlite: Sqlite, now: number): void {
  const before = now - keepDone
  // By its due time, which is never after its end, the index finds them.
  prepareOnce(sqlite, `delete from jobs where status = 'done' and run_after < ? and finished_at < ?`).run(
    before,
    before,
  )
}

/** What a person does about a job that was given up: has it tried again from now on, or waves it away. False when there is no such job. */
export function reviewFailedJob(sqlite: Sqlite, id: number, verdict: 'retry' | 'dismiss', now: number): boolean {
  const reviewed =
    verdict === 'retry'
      ? prepareOnce(
          sqlite,
          `update jobs set status = 'waiting', attempts = 0, run_after = ?, finished_at = null where id = ? and status = 'failed'`,
        ).run(now, id)
      : prepareOnce(sqlite, `delete from jobs where id = ? and status = 'failed'`).run(id)
  return reviewed.changes === 1
}

/** When the next waiting job is due, UTC milliseconds; null when none waits. */
export function nextJobAt(sqlite: Sqlite): number | null {
  const row = prepareOnce(sqlite, `select min(run_after) as at from jobs where status = 'waiting'`).get()
  return (row as { at: number | null }).at
}

/** At start: what was running when the process died is due again, and what was done long before `now` goes. */
export function recoverJobs(sqlite: Sqlite, now: number): void {
  prepareOnce(sqlite, `update jobs set status = 'waiting' where status = 'running'`).run()
  pruneJobs(sqlite, now)
}
