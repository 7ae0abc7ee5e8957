import { RPCHandler } from '@orpc/server/message-port'
import type { DeskHost, Session } from '../../src-core/host/desk-host.ts'
import { rpcRouter } from '../../src-core/host/rpc-router.ts'
import { connectChannel } from './channels.ts'
import { onGuarded } from './guarded-ipc.ts'

/** Answers the procedures on the port that the app's page hands over; a page that loads again brings a new one. */
export function serveProcedures(host: DeskHost, session: Session): void {
  const handler = new RPCHandler(rpcRouter())
  onGuarded(connectChannel, ({ ports: [port] }) => {
    if (port === undefined) return
    handler.upgrade(port, { context: { host, session } })
    port.start()
  })
}
