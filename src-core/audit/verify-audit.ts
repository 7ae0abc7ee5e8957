import type { AuditVerification } from '../../src-shared/audit/audit-verification.ts'
import { verifyAuditTask } from '../../src-shared/audit/audit-operations.ts'
import type { WorkspaceDatabase } from '../db/workspace-database.ts'
import { handleTask } from '../execution/handlers.ts'
import { chainSteps, countChanges } from './verify-chain.ts'
import type { VerifyProgress } from './verify-progress.ts'
import { recordSteps } from './verify-records.ts'

export interface VerifyOptions {
  /** Entries known from elsewhere (written down, a backup, another replica) that must still stand with these hashes. */
  known?: readonly { seq: number; hash: string }[]
  /** Called between pages of work. */
  progress?(at: VerifyProgress): void
}

/**
 * Walks the whole audit: every entry's hash, its link to the one before and the hash of its row changes; then for every record that its
 * changes follow on each other and end in the row as it stands. Reads page by page, so memory does not grow with the workspace.
 */
export function verifyAudit(
  database: Pick<WorkspaceDatabase, 'read'>,
  { known = [], progress = () => {} }: VerifyOptions = {},
): AuditVerification {
  const work = verifySteps(database, known)
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    progress(step.value)
  }
}

/** The same as a task: gives way between pages, so that the desk goes on, and stops when it is told to. */
export const handleVerifyAudit = handleTask(verifyAuditTask, async (context, { known }) => {
  const work = verifySteps(context, known)
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    context.progress(step.value)
    await new Promise((resolve) => setImmediate(resolve))
    context.signal.throwIfAborted()
  }
})

/** The same in steps: gives way between pages of work. */
export function* verifySteps(
  { read }: Pick<WorkspaceDatabase, 'read'>,
  known: readonly { seq: number; hash: string }[] = [],
): Generator<VerifyProgress, AuditVerification, void> {
  const chain = yield* chainSteps(read, known)
  const { bulkFault, ...records } = yield* recordSteps(read, countChanges(read))
  const bulk = bulkFault === null ? null : ({ seq: bulkFault, fault: 'bulk' } as const)
  const firstFault =
    chain.firstFault === null || (bulk !== null && bulk.seq < chain.firstFault.seq) ? bulk : chain.firstFault
  return { sound: firstFault === null && records.recordFaultCount === 0, ...chain, ...records, firstFault }
}
