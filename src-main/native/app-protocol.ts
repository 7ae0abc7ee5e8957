import { net, protocol } from 'electron'
import { existsSync, statSync } from 'node:fs'
import { extname, join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DeskHost, Session } from '../../src-core/host/desk-host.ts'
import { maximumUpload, readStoredFile, storeFile } from '../../src-core/host/file-access.ts'
import { pageHeaders } from '../../src-core/host/page-headers.ts'
import { Refusal } from '../../src-shared/kernel/refusal.ts'
import { appOrigin, appScheme } from './app-address.ts'

/** Before the app is ready: pages of the scheme are a secure context with storage, fetch and streams. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

/** Serves the renderer and the workspace's files under `qidan://app`; there is no server and no port. */
export function serveApp(webRoot: string, host: DeskHost, session: Session): void {
  protocol.handle(appScheme, async (request) => {
    const response = await answer(request, webRoot, host, session).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
      return Response.json({ code: error.code, params: error.params }, { status: 422 })
    })
    const headers = new Headers(response.headers)
    for (const [name, value] of Object.entries(pageHeaders)) headers.set(name, value)
    return new Response(response.body, { status: response.status, headers })
  })
}

async function answer(request: Request, webRoot: string, host: DeskHost, session: Session): Promise<Response> {
  const url = new URL(request.url)
  if (!request.url.startsWith(`${appOrigin}/`)) return new Response('no such host', { status: 404 })
  const [, first, hash = ''] = url.pathname.split('/')
  if (first === 'files') {
    if (request.method === 'POST') {
      const bytes = await readUpload(request)
      return bytes === null
        ? new Response('too large', { status: 413 })
        : Response.json(storeFile(host, session, bytes))
    }
    const { bytes, headers } = readStoredFile(host, session, hash, url.searchParams.get('name') ?? undefined)
    return new Response(bytes as Uint8Array<ArrayBuffer>, { headers })
  }
  if (request.method !== 'GET') return new Response('not allowed', { status: 405 })
  const file = fileOf(webRoot, url.pathname)
  return file === null ? new Response('not found', { status: 404 }) : net.fetch(pathToFileURL(file).href)
}

/** File of an address below the renderer's folder; addresses of screens are the page's own; null when there is none. */
export function fileOf(webRoot: string, pathname: string): string | null {
  let path: string
  try {
    path = decodeURIComponent(pathname)
  } catch {
    return null
  }
  const file = resolve(webRoot, `.${path}`)
  if (file !== webRoot && !file.startsWith(webRoot + sep)) return null
  if (existsSync(file) && statSync(file).isFile()) return file
  return extname(file) === '' ? join(webRoot, 'index.html') : null
}

/** The body, or null when it is larger than taken. */
async function readUpload(request: Request): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > maximumUpload) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
