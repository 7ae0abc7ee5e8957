import { randomBytes, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { RPCHandler } from '@orpc/server/fetch'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { bodyLimit } from 'hono/body-limit'
import type { DeskHost, Session } from '../../src-core/host/desk-host.ts'
import { maximumUpload, readStoredFile, storeFile } from '../../src-core/host/file-access.ts'
import { pageHeaders } from '../../src-core/host/page-headers.ts'
import { rpcRouter } from '../../src-core/host/rpc-router.ts'

export interface WebHostOptions {
  host: DeskHost
  /** Folder of the built renderer. */
  webRoot: string
  port?: number
}

const cookieName = 'qidan_session'

/**
 * The renderer and its procedures over HTTP on 127.0.0.1. The first visit needs the one-time token of the printed address;
 * it is exchanged for a cookie of this host alone, so that no other page or program on the computer can speak to the desk.
 */
function webHost({ host, webRoot }: WebHostOptions): { app: Hono; token: string } {
  let token: string | null = randomBytes(24).toString('base64url')
  const issued = token
  const sessions = new Map<string, Session>()
  const app = new Hono<{ Variables: { session: Session } }>()
  const rpc = new RPCHandler(rpcRouter())

  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(pageHeaders)) c.header(name, value)
  })

  app.get('/open', (c) => {
    const given = c.req.query('token') ?? ''
    if (token === null || !sameText(given, token))
      return c.text('这个地址已经用过或不正确，请重新启动 / This address is used or wrong', 403)
    token = null
    const id = randomBytes(24).toString('base64url')
    sessions.set(id, { userId: null })
    setCookie(c, cookieName, id, { httpOnly: true, sameSite: 'Strict', path: '/' })
    return c.redirect('/')
  })

  app.use(async (c, next) => {
    const session = sessions.get(getCookie(c, cookieName) ?? '')
    if (session === undefined) return c.text('请用启动时打印的地址打开 / Open the address printed at start', 401)
    // A page of another origin may send requests here, but never with this header set by us, nor read the answer.
    const origin = c.req.header('origin')
    if (origin !== undefined && new URL(origin).host !== c.req.header('host')) return c.text('wrong origin', 403)
    c.set('session', session)
    return next()
  })

  app.use('/rpc/*', async (c, next) => {
    const { matched, response } = await rpc.handle(c.req.raw, {
      prefix: '/rpc',
      context: { host, session: c.get('session') },
    })
    return matched ? c.newResponse(response.body, response) : next()
  })
  app.get('/files/:hash', (c) => {
    const { bytes, headers } = readStoredFile(host, c.get('session'), c.req.param('hash'), c.req.query('name'))
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, headers)
  })
  app.post('/files', bodyLimit({ maxSize: maximumUpload }), async (c) =>
    c.json(storeFile(host, c.get('session'), new Uint8Array(await c.req.arrayBuffer()))),
  )
  app.use('/*', serveStatic({ root: webRoot }))
  // Addresses of screens are the renderer's own.
  const page = readFileSync(join(webRoot, 'index.html'), 'utf8')
  app.get('/*', (c) => c.html(page))
  return { app: app as unknown as Hono, token: issued }
}

/** Starts the web host; resolves once it listens, with the address to open first. */
export function startWebHost(options: WebHostOptions): Promise<{ url: string; close(): Promise<void> }> {
  const { app, token } = webHost(options)
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: options.port ?? 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        url: `http://127.0.0.1:${port}/open?token=${token}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      }),
    )
    server.on('error', reject)
  })
}

function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}
