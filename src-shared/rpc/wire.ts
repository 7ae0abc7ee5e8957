import type { Client, ClientContext } from '@orpc/client'
import type { z } from 'zod'
import type { CommandDefinition, QueryDefinition, TaskDefinition } from '../kernel/operation.ts'
import type { HostProcedures } from './host-operations.ts'
import type { Operation } from './registry.ts'

/** How far a long task is; `step` is a code that the screen translates. */
export interface TaskProgress {
  done: number
  total: number
  step: string
}

/**
 * A refusal on the wire: an error with this code and `{ code, params }` as its data. Everything else that fails is a fault.
 */
export const refusedCode = 'REFUSED'

type Procedure<D> =
  D extends TaskDefinition<string, infer I, infer O>
    ? Client<ClientContext, z.input<I>, AsyncIteratorObject<TaskProgress, z.output<O>, void>, Error>
    : D extends CommandDefinition<string, infer I, infer O> | QueryDefinition<string, infer I, infer O>
      ? Client<ClientContext, z.input<I>, z.output<O>, Error>
      : never

/** The one typed contract between the renderer and whichever host it runs in: a procedure for each operation, by its name. */
export type WireClient = { [D in Operation as D['name']]: Procedure<D> } & HostProcedures
