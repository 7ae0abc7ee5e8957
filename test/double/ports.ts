import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { clone } from './wire.ts'

interface Envelope {
  message: unknown
  ports: MessagePort[]
}

/** Electron's MessagePortMain over Node's MessagePort: an emitter whose messages come as `{ data, ports }`. */
export class MessagePortMain extends EventEmitter {
  readonly port: MessagePort
  #started = false

  constructor(port: MessagePort) {
    super()
    this.port = port
  }

  postMessage(message: unknown, transfer: MessagePortMain[] = []): void {
    const ports = transfer.map(({ port }) => port)
    this.port.postMessage({ message: clone(message), ports } satisfies Envelope, ports)
  }

  start(): void {
    if (this.#started) return
    this.#started = true
    this.port.on('message', ({ message, ports }: Envelope) =>
      this.emit('message', { data: message, ports: ports.map((port) => new MessagePortMain(port)) }),
    )
    this.port.on('close', () => this.emit('close'))
  }

  close(): void {
    this.port.close()
  }
}

export class MessageChannelMain {
  readonly port1: MessagePortMain
  readonly port2: MessagePortMain

  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = new MessagePortMain(port1)
    this.port2 = new MessagePortMain(port2)
  }
}
