import type { RoleName } from '../../src-shared/access/roles.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import type { Json } from '../../src-shared/kernel/json.ts'
import type { LocalDate } from '../../src-shared/kernel/local-date.ts'
import type { FileStore } from '../db/file-store.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import type { Recorder } from './recorder.ts'

/** The person a command or query runs for, read fresh in the same transaction. */
export interface Actor {
  id: Id<'User'>
  name: string
  departmentId: Id<'Department'> | null
  roles: readonly RoleName[]
}

export interface QueryContext {
  read: ReadDatabase
  actor: Actor
  files: FileStore
  today: LocalDate
}

/** What a handler may use: everything else it must get from its input, so that the same envelope gives the same writes. */
export interface CommandContext extends QueryContext {
  write: Recorder
  /** UTC milliseconds of the envelope. */
  now: number
  newId<K extends string>(): Id<K>
  /** Work after the commit, at least once; the same key never makes two jobs. */
  enqueue(kind: string, payload: Json, dedupeKey: string): void
  /** Has a job that was given up tried again, or takes it out; false when there is no such job. */
  reviewFailedJob(id: number, verdict: 'retry' | 'dismiss'): boolean
  /** What the search finds for a record; null takes it out. */
  index(kind: string, recordId: string, entry: { title: string; text: string } | null): void
}
