import type { z } from 'zod'
import type { CommandDefinition, QueryDefinition, TaskDefinition } from '../../src-shared/kernel/operation.ts'
import type { CommandContext, QueryContext } from './command-context.ts'
import type { TaskContext } from './task-context.ts'

export interface CommandHandler {
  definition: CommandDefinition
  run(context: CommandContext, input: never): unknown
}
export interface QueryHandler {
  definition: QueryDefinition
  run(context: QueryContext, input: never): unknown
}
export interface TaskHandler {
  definition: TaskDefinition
  run(context: TaskContext, input: never): Promise<unknown>
}

/** Ties a command's definition to what it does. */
export function handleCommand<D extends CommandDefinition>(
  definition: D,
  run: (context: CommandContext, input: z.output<D['input']>) => z.input<D['output']>,
): CommandHandler {
  return { definition, run }
}

/** Ties a query's definition to its reading. */
export function handleQuery<D extends QueryDefinition>(
  definition: D,
  run: (context: QueryContext, input: z.output<D['input']>) => z.input<D['output']>,
): QueryHandler {
  return { definition, run }
}

/** Ties a long task's definition to its work. */
export function handleTask<D extends TaskDefinition>(
  definition: D,
  run: (context: TaskContext, input: z.output<D['input']>) => Promise<z.input<D['output']>>,
): TaskHandler {
  return { definition, run }
}
