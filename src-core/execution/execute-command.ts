import type { z } from 'zod'
import { holdsPermission } from '../../src-shared/access/roles.ts'
import { idSource, type Id } from '../../src-shared/kernel/ids.ts'
import type { Json } from '../../src-shared/kernel/json.ts'
import { dateOf } from '../../src-shared/kernel/local-date.ts'
import { Refusal, refuse, type Result } from '../../src-shared/kernel/refusal.ts'
import type { FileStore } from '../db/file-store.ts'
import { explainDatabaseError } from '../db/open-database.ts'
import { prepareOnce } from '../db/prepare-once.ts'
import { indexRecord } from '../db/search-index.ts'
import type { WorkspaceDatabase } from '../db/workspace-database.ts'
import { appendEntry, chainHead } from './audit-chain.ts'
import type { Actor, CommandContext } from './command-context.ts'
import type { CommandHandler } from './handlers.ts'
import { addJob, reviewFailedJob } from './run-jobs.ts'
import { readActor } from './read-actor.ts'
import { Recorder } from './recorder.ts'

/** A command as it travels and as the audit keeps it. */
export interface CommandEnvelope {
  id: Id<'Command'>
  name: string
  version: number
  input: unknown
  actorId: Id<'User'>
  /** UTC milliseconds on the issuer's clock. */
  issuedAt: number
}

export interface Change {
  seq: number
  tables: Record<string, string[]>
}

export interface Execution {
  database: WorkspaceDatabase
  files: FileStore
  handlers: ReadonlyMap<string, CommandHandler>
  timeZone: string
  announce(change: Change): void
}

/**
 * The life of a command, in one transaction: seen before? authorise, decide, record, audit, commit; then announce.
 * A refusal is returned as data and leaves one line in the audit and no trace in the records.
 * A command id that ran before returns what it returned then.
 */
export function executeCommand(execution: Execution, envelope: CommandEnvelope): Result<unknown> {
  const { sqlite } = execution.database
  const earlier = storedResult(execution, envelope.id)
  if (earlier !== undefined) return earlier
  let done: { value: unknown; change: Change }
  try {
    done = sqlite.transaction(() => runInTransaction(execution, envelope)).immediate()
  } catch (error) {
    const cause = explainDatabaseError(error, sqlite.name)
    if (!(cause instanceof Refusal)) throw cause
    // A full or unreadable disk takes no audit line either; the refusal itself still reaches the user.
    if (!cause.code.startsWith('workspace.')) auditRefusal(execution, envelope, cause)
    return { ok: false, code: cause.code, params: cause.params }
  }
  // Outside the try: what a listener throws is no refusal of a command that is committed.
  execution.announce(done.change)
  return { ok: true, value: done.value }
}

function runInTransaction(execution: Execution, envelope: CommandEnvelope): { value: unknown; change: Change } {
  const { database, files, handlers, timeZone } = execution
  const handler = handlers.get(envelope.name)
  if (handler === undefined) throw refuse('command.unknown', { name: envelope.name })
  const { definition } = handler
  if (definition.version !== envelope.version)
    throw refuse('command.version', { name: envelope.name, given: envelope.version, known: definition.version })
  // Authorise before parsing or looking anything up, or strangers learn what exists.
  const actor = readActor(database.read, envelope.actorId)
  authorise(actor, definition.permission)
  const input = parseInput(definition.input, envelope.input)

  const head = chainHead(database.sqlite)
  const seq = head.seq + 1
  const ids = idSource(envelope.id, envelope.issuedAt)
  const write = new Recorder(database.sqlite, database.rows, { seq, actorId: actor.id, at: envelope.issuedAt })
  const context: CommandContext = {
    read: database.read,
    files,
    actor,
    write,
    now: envelope.issuedAt,
    today: dateOf(envelope.issuedAt, timeZone),
    newId: <K extends string>() => ids() as Id<K>,
    enqueue: (kind, payload, key) => addJob(database.sqlite, { kind, payload, key, at: envelope.issuedAt }),
    reviewFailedJob: (id, verdict) => reviewFailedJob(database.sqlite, id, verdict, envelope.issuedAt),
    index: (kind, recordId, entry) => indexRecord(database.sqlite, kind, recordId, entry),
  }
  const value = definition.output.parse(handler.run(context, input as never))
  appendEntry(database.sqlite, {
    seq,
    commandId: envelope.id,
    name: envelope.name,
    commandVersion: envelope.version,
    actorId: actor.id,
    issuedAt: envelope.issuedAt,
    input: asJson(envelope.input),
    outcome: 'done',
    result: asJson(value),
    changesHash: write.changesHash(),
    previousHash: head.hash,
  })
  prepareOnce(database.sqlite, 'insert into outbox (seq) values (?)').run(seq)
  const tables = Object.fromEntries([...write.changed].map(([table, rows]) => [table, [...rows]]))
  return { value, change: { seq, tables } }
}

/** Refuses `access.denied` unless the actor's roles hold the permission. */
export function authorise(actor: Actor, permission: string): void {
  if (!holdsPermission(actor.roles, permission)) throw refuse('access.denied', { permission, actor: actor.name })
}

/** Refuses `input.invalid` with the path and reason of every wrong field. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw refuse('input.invalid', {
    issues: parsed.error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), reason: issue.message })),
  })
}

function storedResult({ database }: Execution, commandId: string): Result<unknown> | undefined {
  const row = prepareOnce(database.sqlite, 'select outcome, result from audit_entries where command_id = ?').get(
    commandId,
  )
  if (row === undefined) return undefined
  const { outcome, result } = row as { outcome: 'done' | 'refused'; result: string }
  const value = JSON.parse(result) as Json
  if (outcome === 'done') return { ok: true, value }
  return { ok: false, ...(value as { code: string; params: Record<string, Json> }) }
}

function auditRefusal({ database }: Execution, envelope: CommandEnvelope, refusal: Refusal): void {
  const { sqlite } = database
  sqlite
    .transaction(() => {
      const head = chainHead(sqlite)
      appendEntry(sqlite, {
        seq: head.seq + 1,
        commandId: envelope.id,
        name: envelope.name,
        commandVersion: envelope.version,
        actorId: envelope.actorId,
        issuedAt: envelope.issuedAt,
        // Input that does not parse may be anything of any size; the refusal says what was wrong with it.
        input: refusal.code === 'input.invalid' ? null : asJson(envelope.input),
        outcome: 'refused',
        result: { code: refusal.code, params: refusal.params },
        changesHash: '',
        previousHash: head.hash,
      })
    })
    .immediate()
}

const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json
