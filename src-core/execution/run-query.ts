import type { z } from 'zod'
import type { QueryDefinition } from '../../src-shared/kernel/operation.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import type { QueryContext } from './command-context.ts'
import { authorise, parseInput } from './execute-command.ts'
import type { QueryHandler } from './handlers.ts'

/** Runs a query for its actor: authorise, parse, read. Throws refusals. */
export function runQuery<D extends QueryDefinition>(
  handlers: ReadonlyMap<string, QueryHandler>,
  context: QueryContext,
  name: D['name'],
  input: unknown,
): z.output<D['output']> {
  const handler = handlers.get(name)
  if (handler === undefined) throw refuse('query.unknown', { name })
  authorise(context.actor, handler.definition.permission)
  return handler.run(context, parseInput(handler.definition.input, input) as never) as z.output<D['output']>
}
