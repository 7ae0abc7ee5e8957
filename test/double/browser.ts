import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromiumLaunch } from '../../src-cli/browser/chromium.ts'

export type Params = Record<string, any>

/** Chromium over the DevTools protocol, by Node's own WebSocket. */
export interface Browser {
  url: string
  child: ChildProcess
  send(method: string, params?: Params, sessionId?: string): Promise<Params>
  /** Events of a session; '' is the browser's own. */
  onEvent(sessionId: string, listener: (method: string, params: Params) => void): void
  close(): Promise<void>
}

export async function launchBrowser(port: string): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'electron-double-'))
  const { executablePath, args, env } = await chromiumLaunch()
  const child = spawn(
    executablePath,
    [
      ...args,
      '--headless',
      '--disable-dev-shm-usage',
      '--force-color-profile=srgb',
      // The app has no network; a request that leaves the computer fails as it does with the cable pulled.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
      `--remote-debugging-port=${port}`,
      `--user-data-dir=${profile}`,
      '--no-startup-window',
    ],
    { env, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const url = await debuggerAddress(child)
  const socket = new WebSocket(url)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  let last = 0
  const pending = new Map<number, { method: string; resolve(value: Params): void; reject(error: Error): void }>()
  const listeners = new Map<string, (method: string, params: Params) => void>()
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data as string) as Params
    if (message.id === undefined) return listeners.get(message.sessionId ?? '')?.(message.method, message.params)
    const waiting = pending.get(message.id)
    pending.delete(message.id)
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`))
    else waiting?.resolve(message.result)
  })
  socket.addEventListener('close', () => {
    for (const { reject } of pending.values()) reject(new Error('browser closed'))
    pending.clear()
  })
  const send: Browser['send'] = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      if (socket.readyState !== WebSocket.OPEN) return reject(new Error('browser closed'))
      last += 1
      pending.set(last, { method, resolve, reject })
      socket.send(JSON.stringify({ id: last, method, params, sessionId }))
    })
  return {
    url,
    child,
    send,
    onEvent: (sessionId, listener) => void listeners.set(sessionId, listener),
    async close() {
      await send('Browser.close').catch(() => {})
      if (child.exitCode === null)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(() => child.kill('SIGKILL'), 3000)
          child.once('exit', () => {
            clearTimeout(timer)
            resolve()
          })
        })
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function debuggerAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      const found = /DevTools listening on (ws:\S+)/.exec(text)
      if (found) resolve(found[1]!)
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Chromium exited with ${code}: ${text}`)))
  })
}
