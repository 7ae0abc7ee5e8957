import { Refusal } from '../../../src-shared/kernel/refusal.ts'
import type { Json } from '../../../src-shared/kernel/json.ts'
import type { CheckFault, CheckName, CheckPart, WorkspaceCheck } from '../../../src-shared/audit/workspace-check.ts'
import { verifySteps } from '../../audit/verify-audit.ts'
import { sha256 } from '../../db/file-store.ts'
import { explainDatabaseError, type Sqlite } from '../../db/open-database.ts'
import { systemUserId } from '../../execution/read-actor.ts'
import type { Workspace } from '../workspace.ts'
import { fileReferences, references } from './references.ts'

export interface CheckProgress {
  step: CheckName
  done: number
  total: number
}

const faultsKept = 100

/**
 * Looks at everything a workspace holds: every page of both databases (SQLite's own check, which also verifies the encryption of each page),
 * records named by records, the audit chain and every record's history, every file's bytes against their hash, and that every file
 * that a record names is there. Reads only. A part that cannot be read is a fault of that part; the others are checked all the same.
 */
export function checkWorkspace(
  workspace: CheckedWorkspace,
  progress: (at: CheckProgress) => void = () => {},
): WorkspaceCheck {
  const work = checkSteps(workspace)
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    progress(step.value)
  }
}

type CheckedWorkspace = Pick<Workspace, 'database' | 'files'>

/** The same in steps: gives way between pieces of work, so that a desk goes on and the check can be stopped. */
export function* checkSteps({ database, files }: CheckedWorkspace): Steps<WorkspaceCheck> {
  const main = database.sqlite
  const parts = [
    yield* part('database', main, (found) => integrity(main, 'database', found)),
    yield* part('filesDatabase', files.sqlite, (found) => integrity(files.sqlite, 'filesDatabase', found)),
    yield* part('references', main, (found) => checkReferences(main, found)),
    ...(yield* auditParts(database)),
    yield* part('files', files.sqlite, (found) => checkFiles(files.sqlite, found)),
    yield* part('documents', main, (found) => checkNamedFiles(main, files.sqlite, found)),
  ]
  return { sound: parts.every(({ faultCount }) => faultCount === 0), parts }
}

type Steps<Result> = Generator<CheckProgress, Result, void>
type Found = (code: string, params: Record<string, Json>) => void

function* part(name: CheckName, sqlite: Sqlite, work: (found: Found) => Steps<number>): Steps<CheckPart> {
  const result: CheckPart = { name, checked: 0, faults: [], faultCount: 0 }
  const found: Found = (code, params) => {
    result.faultCount += 1
    if (result.faults.length < faultsKept) result.faults.push({ code, params: params as CheckFault['params'] })
  }
  try {
    result.checked = yield* work(found)
  } catch (error) {
    const cause = explainDatabaseError(error, sqlite.name)
    if (!(cause instanceof Refusal)) throw cause
    found(cause.code, cause.params)
  }
  return result
}

/** SQLite's own check; it gives the single row `ok`, or up to a hundred sentences. */
function* integrity(sqlite: Sqlite, step: CheckName, found: Found): Steps<number> {
  const pages = sqlite.pragma('page_count', { simple: true }) as number
  yield { step, done: 0, total: pages }
  for (const row of sqlite.prepare('pragma integrity_check').iterate()) {
    const { integrity_check: detail } = row as { integrity_check: string }
    if (detail !== 'ok') found('check.integrity', { file: sqlite.name, detail })
  }
  yield { step, done: pages, total: pages }
  return pages
}

function* checkReferences(sqlite: Sqlite, found: Found): Steps<number> {
  const all = references()
  let checked = 0
  for (const [i, { table, column, target, nothing }] of all.entries()) {
    yield { step: 'references', done: i, total: all.length }
    // The desk itself is nobody's account and has no row.
    const rows = sqlite
      .prepare(
        `select id, "${column}" as named from "${table}" as record where "${column}" is not null and "${column}" not in (?, ?)
         and not exists (select 1 from "${target}" as other where other.id = record."${column}")`,
      )
      .iterate(systemUserId, nothing ?? systemUserId)
    for (const row of rows) {
      const { id, named } = row as { id: string; named: string }
      found('check.danglingReference', { table, id, column, target, named })
    }
    checked += sqlite.prepare(`select count("${column}") from "${table}"`).pluck().get() as number
  }
  yield { step: 'references', done: all.length, total: all.length }
  return checked
}

/** The audit is walked once and tells of two things: its own entries, and what the records' histories come to. */
function* auditParts(database: Workspace['database']): Steps<CheckPart[]> {
  const records: CheckPart = { name: 'records', checked: 0, faults: [], faultCount: 0 }
  const audit = yield* part('audit', database.sqlite, function* (found) {
    const work = verifySteps(database)
    let at = work.next()
    for (; !at.done; at = work.next()) {
      const { step, done, total } = at.value
      yield { step: step === 'chain' ? 'audit' : 'records', done, total }
    }
    const { entries, firstFault, ...of } = at.value
    if (firstFault !== null) found('check.auditFault', firstFault)
    records.checked = of.records
    records.faults = of.recordFaults.map((fault) => ({ code: 'check.recordFault', params: { ...fault } }))
    records.faultCount = of.recordFaultCount
    return entries
  })
  return [audit, records]
}

function* checkFiles(sqlite: Sqlite, found: Found): Steps<number> {
  const total = sqlite.prepare('select count(*) from blobs').pluck().get() as number
  let done = 0
  const bytesOf = sqlite.prepare('select bytes, size from blobs where hash = ?')
  // One at a time: a page that cannot be read costs one file, not the rest.
  for (const hash of sqlite.prepare('select hash from blobs order by hash').pluck().all() as string[]) {
    try {
      const { bytes, size } = bytesOf.get(hash) as { bytes: Buffer; size: number }
      if (bytes.length !== size || sha256(bytes) !== hash) found('file.damaged', { hash })
    } catch (error) {
      const cause = explainDatabaseError(error, sqlite.name)
      if (!(cause instanceof Refusal)) throw cause
      found('check.fileUnreadable', { hash })
    }
    done += 1
    yield { step: 'files', done, total }
  }
  return done
}

function* checkNamedFiles(main: Sqlite, files: Sqlite, found: Found): Steps<number> {
  const all = fileReferences()
  const stands = files.prepare('select 1 from blobs where hash = ?').pluck()
  let checked = 0
  for (const [i, { table, column }] of all.entries()) {
    yield { step: 'documents', done: i, total: all.length }
    const rows = main.prepare(`select id, "${column}" as hash from "${table}" where "${column}" is not null`).iterate()
    for (const row of rows) {
      const { id, hash } = row as { id: string; hash: string }
      if (stands.get(hash) === undefined) found('check.fileMissing', { table, id, column, hash })
      checked += 1
    }
  }
  yield { step: 'documents', done: all.length, total: all.length }
  return checked
}
