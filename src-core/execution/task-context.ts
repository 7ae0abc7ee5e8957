import type { z } from 'zod'
import type { CommandDefinition, QueryDefinition } from '../../src-shared/kernel/operation.ts'
import type { DocumentEngine } from '../ports/document-engine.ts'
import type { WorkspaceDatabase } from '../db/workspace-database.ts'
import type { QueryContext } from './command-context.ts'

/** Reported by a task: how far it is, and at what. */
export interface Progress {
  done: number
  total: number
  /** What is being worked on, as a code the screen translates. */
  step: string
}

/** What a long task may use. It reads by queries and writes by commands, both under its actor's rights. */
export interface TaskContext extends QueryContext {
  now: number
  timeZone: string
  documents: DocumentEngine
  /** As a whole, for what looks at more than records. */
  database: WorkspaceDatabase
  signal: AbortSignal
  progress(progress: Progress): void
  query<D extends QueryDefinition>(definition: D, input: z.input<D['input']>): z.output<D['output']>
  /** Runs a command; a refusal is thrown and ends the task. */
  execute<D extends CommandDefinition>(definition: D, input: z.input<D['input']>): z.output<D['output']>
}
