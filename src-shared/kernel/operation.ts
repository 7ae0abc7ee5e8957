import type { z } from 'zod'

/** Runs offline freely; offline with what the user saw as precondition; or only with the team server (sync.md). */
export type CommandClass = 'free' | 'guarded' | 'online'

interface Operation<Name extends string, I extends z.ZodType, O extends z.ZodType> {
  name: Name
  /** One sentence, imperative, in both languages: shown in lists of commands and in the audit. */
  summary: { zh: string; en: string }
  /** `area.action`, checked against the actor's roles. */
  permission: string
  input: I
  output: O
}

export interface CommandDefinition<
  Name extends string = string,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> extends Operation<Name, I, O> {
  kind: 'command'
  version: number
  class: CommandClass
}

export interface QueryDefinition<
  Name extends string = string,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> extends Operation<Name, I, O> {
  kind: 'query'
}

/** Long work off the main thread, with progress and cancellation; whatever it changes, it changes by commands at its end. */
export interface TaskDefinition<
  Name extends string = string,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> extends Operation<Name, I, O> {
  kind: 'task'
}

export type OperationDefinition = CommandDefinition | QueryDefinition | TaskDefinition

type Given<D extends { kind: string }> = Omit<D, 'kind'>

export function defineCommand<Name extends string, I extends z.ZodType, O extends z.ZodType>(
  definition: Given<CommandDefinition<Name, I, O>>,
): CommandDefinition<Name, I, O> {
  return { kind: 'command', ...definition }
}

export function defineQuery<Name extends string, I extends z.ZodType, O extends z.ZodType>(
  definition: Given<QueryDefinition<Name, I, O>>,
): QueryDefinition<Name, I, O> {
  return { kind: 'query', ...definition }
}

export function defineTask<Name extends string, I extends z.ZodType, O extends z.ZodType>(
  definition: Given<TaskDefinition<Name, I, O>>,
): TaskDefinition<Name, I, O> {
  return { kind: 'task', ...definition }
}
