import type { CommandHandler, QueryHandler, TaskHandler } from './execution/handlers.ts'

const byName = <H extends { definition: { name: string } }>(handlers: H[]): ReadonlyMap<string, H> => {
  const map = new Map<string, H>()
  for (const handler of handlers) {
    if (map.has(handler.definition.name)) throw new Error(`two handlers for ${handler.definition.name}`)
    map.set(handler.definition.name, handler)
  }
  return map
}

export const commandHandlers = byName<CommandHandler>([])
export const queryHandlers = byName<QueryHandler>([])
export const taskHandlers = byName<TaskHandler>([])
