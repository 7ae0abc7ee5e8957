import { desc, eq } from 'drizzle-orm'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import type { Warning } from '../../src-shared/kernel/warning.ts'
import { listFailedJobs, reviewFailedJob } from '../../src-shared/settings/settings-operations.ts'
import { jobs } from '../db/schema/execution.ts'
import { handleCommand, handleQuery } from '../execution/handlers.ts'

export const handleListFailedJobs = handleQuery(listFailedJobs, ({ read }) =>
  read
    .select({
      id: jobs.id,
      kind: jobs.kind,
      attempts: jobs.attempts,
      failedAt: jobs.finishedAt,
      lastError: jobs.lastError,
    })
    .from(jobs)
    .where(eq(jobs.status, 'failed'))
    .orderBy(desc(jobs.finishedAt), desc(jobs.id))
    .limit(200)
    .all()
    .map(({ failedAt, lastError, ...job }) => ({
      ...job,
      failedAt: failedAt ?? 0,
      lastError: lastError ?? '',
      refusal: refusalIn(lastError ?? ''),
    })),
)

export const handleReviewFailedJob = handleCommand(reviewFailedJob, (context, { id, verdict }) => {
  if (!context.reviewFailedJob(id, verdict)) throw refuse('record.missing', { table: 'jobs', id: String(id) })
  return { id }
})

/** A refusal's message is its code and its parameters (kernel/refusal.ts). */
function refusalIn(message: string): Warning | null {
  const [, code, params] = /^([a-z]+\.[A-Za-z]+) (\{.*\})$/s.exec(message) ?? []
  if (code === undefined || params === undefined) return null
  try {
    return { code, params: JSON.parse(params) as Warning['params'] }
  } catch {
    return null
  }
}
