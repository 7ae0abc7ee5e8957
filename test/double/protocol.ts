import { EventEmitter } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { AddressInfo } from 'node:net'

type Handler = (request: Request) => Response | Promise<Response>

const handlers = new Map<string, Handler>()
const registered = new Set<string>()
let port = 0

/**
 * Chromium cannot be taught a scheme from outside, so `scheme://host/path` is served as `http://host.scheme.localhost:port/path`:
 * a secure context, too, and uploads, streams and workers go the ordinary way.
 */
export function outside(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)/, (all, scheme: string, host: string) =>
    registered.has(scheme) ? `http://${host}.${scheme}.localhost:${port}` : all,
  )
}

export function inside(url: string): string {
  return url.replace(/^http:\/\/([a-z0-9-]+)\.([a-z0-9-]+)\.localhost:(\d+)/, (all, host: string, scheme: string, at) =>
    registered.has(scheme) && Number(at) === port ? `${scheme}://${host}` : all,
  )
}

export async function listenForSchemes(): Promise<void> {
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  port = (server.address() as AddressInfo).port
  server.unref()
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  try {
    const url = inside(`http://${incoming.headers.host}${incoming.url}`)
    const handler = handlers.get(url.split(':')[0]!)
    if (handler === undefined) return void outgoing.writeHead(404).end()
    const headers = Object.entries(incoming.headers).filter(([name]) => !['host', 'connection'].includes(name))
    const hasBody = !['GET', 'HEAD'].includes(incoming.method ?? 'GET')
    const response = await handler(
      new Request(url, {
        method: incoming.method ?? 'GET',
        headers: headers.map(([name, value]): [string, string] => [name, inside(String(value))]),
        ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' } : {}),
      }),
    )
    outgoing.writeHead(
      response.status,
      [...response.headers].map(([name, value]) => [name, value] as [string, string]).flat(),
    )
    if (response.body === null) return void outgoing.end()
    for await (const chunk of response.body) outgoing.write(chunk)
    outgoing.end()
  } catch (error) {
    process.stderr.write(`electron double: protocol handler: ${(error as Error).stack}\n`)
    outgoing.destroy()
  }
}

export const protocol = {
  registerSchemesAsPrivileged(schemes: { scheme: string }[]) {
    for (const { scheme } of schemes) registered.add(scheme)
  },
  handle(scheme: string, handler: Handler) {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    registered.add(scheme)
    handlers.set(scheme, handler)
  },
  unhandle: (scheme: string) => void handlers.delete(scheme),
  isProtocolHandled: (scheme: string) => handlers.has(scheme),
}

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

export const net = {
  async fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    const url = typeof input === 'string' ? input : input.url
    if (!url.startsWith('file:')) return fetch(input, init)
    const path = fileURLToPath(url)
    const bytes = await readFile(path).catch(() => {
      throw new Error('net::ERR_FILE_NOT_FOUND')
    })
    return new Response(bytes, { headers: { 'content-type': types[extname(path)] ?? 'application/octet-stream' } })
  },
  isOnline: () => false,
}

type PermissionHandler = (contents: unknown, permission: string, callback: (granted: boolean) => void) => void
type PermissionCheck = (contents: unknown, permission: string, origin: string) => boolean

/** Chromium's name of a permission, and Electron's. */
const permissions: [chromium: string, electron: string][] = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['midi', 'midi'],
  ['camera', 'media'],
  ['microphone', 'media'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-write', 'clipboard-sanitized-write'],
]

class Session extends EventEmitter {
  readonly protocol = protocol
  request: PermissionHandler = (_contents, _permission, callback) => callback(true)
  check: PermissionCheck = () => true
  setPermissionRequestHandler(handler: PermissionHandler) {
    this.request = handler
  }
  setPermissionCheckHandler(handler: PermissionCheck) {
    this.check = handler
  }
  setDevicePermissionHandler() {}
  setSpellCheckerEnabled() {}
  setDownloadPath() {}

  /** What the app's handlers answer for each permission, as Chromium is to be told. */
  answers(origin: string): { name: string; granted: boolean }[] {
    return permissions.map(([name, electron]) => {
      let asked = false
      this.request(undefined, electron, (granted) => {
        asked = granted
      })
      return { name, granted: asked && this.check(undefined, electron, origin) }
    })
  }
}

const defaultSession = new Session()
export const session = { defaultSession, fromPartition: () => defaultSession }
