import { ORPCError, os, type AnyRouter } from '@orpc/server'
import { Refusal, refuse } from '../../src-shared/kernel/refusal.ts'
import type { Changed } from '../../src-shared/rpc/host-operations.ts'
import { operationByName } from '../../src-shared/rpc/registry.ts'
import { refusedCode, type TaskProgress } from '../../src-shared/rpc/wire.ts'
import { queueOf } from './async-queue.ts'
import type { DeskHost, Session } from './desk-host.ts'

export interface RpcContext {
  host: DeskHost
  session: Session
}

const base = os.$context<RpcContext>().use(async ({ next }) => {
  try {
    return await next()
  } catch (error) {
    throw asWireError(error)
  }
})

/** Procedures for every operation of the registry and for the host itself; the input is checked where it is used, in the core. */
export function rpcRouter(): AnyRouter {
  const router: Record<string, AnyRouter> = {
    'host.state': base.handler(({ context: { host, session } }) => host.state(session)),
    'host.createWorkspace': base.handler(({ context: { host, session }, input }) =>
      host.createWorkspace(session, input as never),
    ),
    'host.unlock': base.handler(({ context: { host, session }, input }) => host.unlock(session, input as never)),
    'host.changePassphrase': base.handler(({ context: { host }, input }) => host.changePassphrase(input as never)),
    'host.lock': base.handler(({ context: { host, session } }) => host.lock(session)),
    'host.openSample': base.handler(({ context: { host, session }, input }) =>
      host.openSample(session, input as never),
    ),
    'host.closeSample': base.handler(({ context: { host, session } }) => host.closeSample(session)),
    'host.people': base.handler(({ context: { host } }) => host.people()),
    'host.signIn': base.handler(({ context: { host, session }, input }) =>
      host.signIn(session, (input as { account: string }).account),
    ),
    'host.changes': base.handler(async function* ({ context: { host }, signal }) {
      const queue = queueOf<Changed>(signal)
      const stop = host.onChanged(queue.push)
      try {
        yield* queue.items()
      } finally {
        stop()
      }
    }),
  }
  for (const { name, kind } of operationByName.values())
    router[name] =
      kind === 'task'
        ? base.handler(async function* ({ context, input, signal }) {
            const queue = queueOf<TaskProgress>(signal)
            const work = context.host.core
              .runTask(name, input, person(context), { ...(signal ? { signal } : {}), progress: queue.push })
              .finally(queue.end)
            // Told by the caller below; until then a failure is not unhandled.
            work.catch(() => {})
            yield* queue.items()
            return await work.catch((error: unknown) => {
              throw asWireError(error)
            })
          })
        : base.handler(({ context, input }) => {
            if (kind === 'query') return context.host.core.queryNamed(name, input, person(context))
            const result = context.host.core.executeNamed(name, input, person(context))
            if (!result.ok) throw new Refusal(result.code, result.params)
            return result.value
          })
  return router
}

function person({ session }: RpcContext) {
  if (session.userId === null) throw refuse('host.notSignedIn')
  return session.userId
}

function asWireError(error: unknown): unknown {
  if (error instanceof Refusal)
    return new ORPCError(refusedCode, { status: 422, data: { code: error.code, params: error.params } })
  return error
}
