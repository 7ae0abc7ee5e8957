import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { Json } from '../../src-shared/kernel/json.ts'
import { refusedCode, type WireClient } from '../../src-shared/rpc/wire.ts'
import { desktop } from './desktop.ts'

/** Over a message port in the desktop, over HTTP in a browser; nothing else of the app knows which. */
function connect(): WireClient {
  if (desktop === undefined) return createORPCClient(new FetchLink({ url: new URL('/rpc', location.href).href }))
  const { port1, port2 } = new MessageChannel()
  window.postMessage('qidan:connect', '*', [port2])
  const client: WireClient = createORPCClient(new PortLink({ port: port1 }))
  port1.start()
  return client
}

/** Every operation of the host by its name: `rpc['contracts.get']({ id })`. */
export const rpc = connect()

/** Query and mutation options for TanStack Query: `wire['contracts.get'].queryOptions({ input: { id } })`. */
export const wire = createTanstackQueryUtils(rpc)

export interface RefusalData {
  code: string
  params: Record<string, Json>
}

/** The refusal in an error from the wire, or undefined when it is a fault or the host is gone. */
export function refusalOf(error: unknown): RefusalData | undefined {
  return error instanceof ORPCError && error.code === refusedCode ? (error.data as RefusalData) : undefined
}
