import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { CommandDefinition, QueryDefinition } from '../src-shared/kernel/operation.ts'
import { newId, type Id } from '../src-shared/kernel/ids.ts'
import { dateOf } from '../src-shared/kernel/local-date.ts'
import { Refusal, refuse, type Result } from '../src-shared/kernel/refusal.ts'
import type { Actor, QueryContext } from './execution/command-context.ts'
import {
  authorise,
  executeCommand,
  parseInput,
  type Change,
  type CommandEnvelope,
  type Execution,
} from './execution/execute-command.ts'
import { nextJobAt, recoverJobs, runDueJobs } from './execution/run-jobs.ts'
import { readActor, systemUserId } from './execution/read-actor.ts'
import { runQuery } from './execution/run-query.ts'
import type { Progress, TaskContext } from './execution/task-context.ts'
import type { SealDrawing } from './documents/seal/draw-seal.ts'
import type { Typeset, TypesetOptions } from './documents/typst/compile.ts'
import type { DocumentEngine } from './ports/document-engine.ts'
import { commandHandlers, queryHandlers, taskHandlers } from './registry.ts'
import type { Workspace } from './workspace/workspace.ts'

export interface CoreOptions {
  documents: DocumentEngine
  /** UTC milliseconds; the wall clock unless a test says otherwise. */
  clock?: () => number
  /** `count` random bytes for command ids. */
  random?: (count: number) => Uint8Array
}

/** An open workspace with everything one can ask of it: what each host serves. */
export class Core {
  readonly workspace: Workspace
  readonly #documents: DocumentEngine
  readonly #clock: () => number
  readonly #random: (count: number) => Uint8Array
  readonly #execution: Execution
  readonly #listeners = new Set<(change: Change) => void>()

  constructor(workspace: Workspace, { documents, clock = Date.now, random = randomBytes }: CoreOptions) {
    this.workspace = workspace
    this.#documents = documents
    this.#clock = clock
    this.#random = random
    this.#execution = {
      database: workspace.database,
      files: workspace.files,
      handlers: commandHandlers,
      timeZone: workspace.timeZone,
      announce: (change) => {
        for (const listener of this.#listeners) listener(change)
      },
    }
    recoverJobs(workspace.database.sqlite, clock())
  }

  /** A new command in an envelope of its own; a refusal is data. */
  execute<D extends CommandDefinition>(
    definition: D,
    input: z.input<D['input']>,
    actorId: Id<'User'>,
  ): Result<z.output<D['output']>> {
    return this.executeNamed(definition.name, input, actorId) as Result<z.output<D['output']>>
  }

  /** As `execute`, for callers that have only a name; refuses `command.unknown`. */
  executeNamed(name: string, input: unknown, actorId: Id<'User'>): Result<unknown> {
    const issuedAt = this.#clock()
    return this.executeEnvelope({
      id: newId(issuedAt, this.#random(10)) as Id<'Command'>,
      name,
      version: commandHandlers.get(name)?.definition.version ?? 0,
      input,
      actorId,
      issuedAt,
    })
  }

  /** Runs an envelope that was made elsewhere or before. */
  executeEnvelope(envelope: CommandEnvelope): Result<unknown> {
    return executeCommand(this.#execution, envelope)
  }

  /** Reads for an actor; throws refusals. */
  query<D extends QueryDefinition>(
    definition: D,
    input: z.input<D['input']>,
    actorId: Id<'User'>,
  ): z.output<D['output']> {
    return this.queryNamed(definition.name, input, actorId) as z.output<D['output']>
  }

  queryNamed(name: string, input: unknown, actorId: Id<'User'>): unknown {
    return runQuery(queryHandlers, this.#queryContext(this.actor(actorId)), name, input)
  }

  /** Runs a long task; throws refusals, and the signal's reason when it is aborted. */
  async runTask(
    name: string,
    input: unknown,
    actorId: Id<'User'>,
    {
      signal = new AbortController().signal,
      progress = () => {},
    }: { signal?: AbortSignal; progress?: (p: Progress) => void } = {},
  ): Promise<unknown> {
    const handler = taskHandlers.get(name)
    if (handler === undefined) throw refuse('task.unknown', { name })
    const actor = this.actor(actorId)
    authorise(actor, handler.definition.permission)
    const context: TaskContext = {
      ...this.#queryContext(actor),
      now: this.#clock(),
      timeZone: this.workspace.timeZone,
      documents: this.#documents,
      database: this.workspace.database,
      signal,
      progress,
      query: (definition, query) => this.query(definition, query, actorId),
      execute: (definition, command) => {
        const result = this.execute(definition, command, actorId)
        if (!result.ok) throw new Refusal(result.code, result.params)
        return result.value
      },
    }
    return handler.run(context, parseInput(handler.definition.input, input) as never)
  }

  /** The same workspace and document work at another time: what is done through it is dated so, and heard by its own listeners only. */
  at(clock: () => number, random: (count: number) => Uint8Array): Core {
    return new Core(this.workspace, { documents: this.#documents, clock, random })
  }

  /** Our own prints; typeset where all document work is done. */
  typeset(source: string, options: TypesetOptions): Promise<Typeset> {
    return this.#documents.typeset(source, options)
  }

  /** A seal as a PNG; drawn where all document work is done. */
  drawSeal(drawing: SealDrawing): Promise<Uint8Array> {
    return this.#documents.drawSeal(drawing)
  }

  /** Does the due jobs of the durable table, each by the task of its name; returns when none is due any more. */
  runDueJobs(signal?: AbortSignal): Promise<{ done: number; failed: number }> {
    return runDueJobs(
      this.workspace.database.sqlite,
      this.#clock,
      async (kind, payload) => void (await this.runTask(kind, payload, systemUserId, signal ? { signal } : {})),
      signal,
    )
  }

  /** Milliseconds until the next waiting job is due, 0 when one is; null when none waits. */
  untilNextJob(): number | null {
    const at = nextJobAt(this.workspace.database.sqlite)
    return at === null ? null : Math.max(0, at - this.#clock())
  }

  /** The user as the database knows it now. */
  actor(id: Id<'User'>): Actor {
    return readActor(this.workspace.database.read, id)
  }

  /** Calls the listener after each commit; returns how to stop it. */
  onChanged(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    await this.#documents.close()
    this.workspace.close()
  }

  #queryContext(actor: Actor): QueryContext {
    const { database, files, timeZone } = this.workspace
    return { read: database.read, files, actor, today: dateOf(this.#clock(), timeZone) }
  }
}
