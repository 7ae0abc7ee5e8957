import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { app, chromium, preventable } from './app.ts'
import type { Params } from './browser.ts'
import { ipcMain } from './ipc-main.ts'
import { pageScript } from './page-script.js'
import { MessagePortMain } from './ports.ts'
import { inside, outside, session } from './protocol.ts'
import { clone, decode, encode } from './wire.ts'

const isolatedWorld = 'Electron Isolated Context'
const script = pageScript.toString()

export interface WebPreferences {
  preload?: string
  sandbox?: boolean
  contextIsolation?: boolean
  nodeIntegration?: boolean
  webviewTag?: boolean
  webSecurity?: boolean
}

interface Owner {
  id: number
  bounds: { width: number; height: number }
  isDestroyed(): boolean
  close(): void
  emit(event: string, ...args: unknown[]): boolean
}

/** A page of Chromium that runs the app's preload in an isolated world and speaks Electron's IPC over a DevTools binding. */
export class WebContents extends EventEmitter {
  readonly id: number
  readonly session = session.defaultSession
  readonly mainFrame: { url: string; parent: null; top: unknown; routingId: number }
  /** DevTools' name of the page, known once it is open. */
  target = ''
  /** What was printed; there is no printer. */
  readonly prints: unknown[] = []
  readonly #owner: Owner
  readonly #opened: Promise<void>
  readonly #ports = new Map<string, MessagePort>()
  #session = ''
  #world: number | undefined
  #url = ''
  #asked = ''
  #zoom = 0
  #portCount = 0
  #shown = false
  #openHandler: (details: { url: string }) => { action: 'allow' | 'deny' } = () => ({ action: 'allow' })

  constructor(owner: Owner, preferences: WebPreferences) {
    super()
    this.#owner = owner
    this.id = owner.id
    const url = () => this.#url
    this.mainFrame = {
      get url() {
        return url()
      },
      parent: null,
      get top() {
        return this
      },
      routingId: 1,
    }
    if (preferences.nodeIntegration || preferences.contextIsolation === false || preferences.sandbox === false)
      throw new Error('electron double: only sandboxed and isolated windows')
    this.#opened = this.#open(preferences)
    this.#opened.catch((error: Error) => process.stderr.write(`electron double: window: ${error.stack}\n`))
  }

  get #send() {
    return (method: string, params?: Params) => chromium().send(method, params, this.#session)
  }

  async #open({ preload }: WebPreferences): Promise<void> {
    const { width, height } = this.#owner.bounds
    const { targetId } = await chromium().send('Target.createTarget', {
      url: 'about:blank',
      width,
      height,
      newWindow: true,
    })
    this.target = targetId
    const { sessionId } = await chromium().send('Target.attachToTarget', { targetId, flatten: true })
    this.#session = sessionId
    chromium().onEvent(sessionId, (method, params) => this.#onEvent(method, params))
    const info = JSON.stringify({
      platform: process.platform,
      arch: process.arch,
      versions: process.versions,
      argv: [],
    })
    const source = preload === undefined ? '' : readFileSync(preload, 'utf8')
    await this.#send('Page.enable')
    await this.#send('Runtime.enable')
    await this.#send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }] })
    await this.#send('Runtime.addBinding', { name: 'electronDouble', executionContextName: isolatedWorld })
    await this.#send('Page.addScriptToEvaluateOnNewDocument', { source: `(${script})('main')` })
    await this.#send('Page.addScriptToEvaluateOnNewDocument', {
      worldName: isolatedWorld,
      source: `(${script})('isolated', ${info}, (require, module, exports, process) => {${source}\n})`,
    })
    await this.resize(width, height)
  }

  async #allowOnlyGranted(url: string): Promise<void> {
    const { origin } = new URL(url)
    for (const { name, granted } of this.session.answers(inside(origin)))
      await chromium().send('Browser.setPermission', {
        permission: { name },
        setting: granted ? 'granted' : 'denied',
        origin,
      })
  }

  #onEvent(method: string, params: Params): void {
    switch (method) {
      case 'Runtime.executionContextCreated': {
        const { name, id, auxData } = params.context
        // A new document: the ports of the one before are gone.
        if (name === isolatedWorld && auxData.frameId === this.target) {
          this.#world = id
          for (const port of this.#ports.values()) port.close()
          this.#ports.clear()
        }
        return
      }
      case 'Runtime.bindingCalled':
        if (params.name === 'electronDouble') this.#onMessage(decode(params.payload), params.executionContextId)
        return
      case 'Fetch.requestPaused':
        return void this.#onDocument(params)
      case 'Page.domContentEventFired':
        return void this.emit('dom-ready', preventable())
      case 'Page.loadEventFired':
        this.emit('did-finish-load', preventable())
        if (!this.#shown) {
          this.#shown = true
          this.#owner.emit('ready-to-show', preventable())
        }
        return
      case 'Page.frameNavigated':
        if (params.frame.parentId === undefined) {
          this.#url = inside(params.frame.url)
          this.emit('did-navigate', preventable(), this.#url, 200, 'OK')
        }
        return
      case 'Page.navigatedWithinDocument':
        if (params.frameId === this.target) this.#url = inside(params.url)
        return
      case 'Inspector.targetCrashed':
        return void this.emit('render-process-gone', preventable(), { reason: 'crashed', exitCode: 1 })
      case 'Runtime.exceptionThrown': {
        const { exception, text } = params.exceptionDetails
        process.stderr.write(`[page] ${exception?.description ?? text}\n`)
        return
      }
      case 'Page.javascriptDialogOpening':
        return void this.#send('Page.handleJavaScriptDialog', { accept: true })
    }
  }

  /** A document is about to load: asked for by the app itself, or by the page, which the app may forbid. */
  async #onDocument({ requestId, request, frameId }: Params): Promise<void> {
    const url = inside(request.url)
    const main = frameId === this.target
    if (!(main && withoutHash(url) === this.#asked)) {
      const details = preventable({ url, isMainFrame: main, isSameDocument: false })
      this.emit('will-frame-navigate', details)
      if (main) this.emit('will-navigate', details, url)
      if (details.defaultPrevented)
        return void (await this.#send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }).catch(() => {}))
    }
    this.#asked = ''
    await this.#send('Fetch.continueRequest', { requestId }).catch(() => {})
  }

  #toPage(message: unknown): void {
    if (this.#world === undefined || this.#owner.isDestroyed()) return
    const expression = `electronDoubleIn(${JSON.stringify(encode(message))})`
    void this.#send('Runtime.evaluate', { contextId: this.#world, expression }).catch(() => {})
  }

  /** A port whose other end is in the page. */
  #pagePort(id: string): MessagePortMain {
    const { port1, port2 } = new MessageChannel()
    port1.on('message', ({ message }) => this.#toPage({ kind: 'port', id, data: message }))
    port1.on('close', () => {
      if (this.#ports.delete(id)) this.#toPage({ kind: 'portClosed', id })
    })
    this.#ports.set(id, port1)
    return new MessagePortMain(port2)
  }

  #onMessage(message: any, context: number): void {
    // Frames within the page have a world of their own, and say so in their address.
    const senderFrame = context === this.#world ? this.mainFrame : { url: 'about:subframe', parent: this.mainFrame }
    const event = {
      ...preventable(),
      sender: this,
      senderFrame,
      frameId: 1,
      processId: 1,
      type: 'frame',
      ports: [] as unknown[],
    }
    switch (message.kind) {
      case 'port':
        return this.#ports.get(message.id)?.postMessage({ message: message.data, ports: [] })
      case 'portClosed':
        this.#ports.get(message.id)?.close()
        return void this.#ports.delete(message.id)
      case 'send':
        return void ipcMain.emit(message.channel, event, ...message.args)
      case 'post':
        event.ports = message.ports.map((id: string) => this.#pagePort(id))
        return void ipcMain.emit(message.channel, event, message.message)
      case 'open': {
        const { action } = this.#openHandler({ url: inside(message.url) })
        if (action === 'allow') throw new Error('electron double: windows opened by a page are not supported')
        return
      }
      case 'invoke':
        return void this.#invoke(message, event)
    }
  }

  async #invoke(
    { id, channel, args }: { id: number; channel: string; args: unknown[] },
    event: unknown,
  ): Promise<void> {
    try {
      const handler = ipcMain.handlers.get(channel)
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
      const value = clone(await handler(event, ...args))
      this.#toPage({ kind: 'reply', id, ok: true, value })
    } catch (error) {
      this.#toPage({ kind: 'reply', id, ok: false, value: String(error) })
    }
  }

  send(channel: string, ...args: unknown[]): void {
    this.#toPage({ kind: 'emit', channel, args: clone(args), ports: [] })
  }

  postMessage(channel: string, message: unknown, transfer: MessagePortMain[] = []): void {
    const ports = transfer.map(({ port }) => {
      const id = `main${(this.#portCount += 1)}`
      port.on('message', ({ message: data }) => this.#toPage({ kind: 'port', id, data }))
      port.on('close', () => this.#toPage({ kind: 'portClosed', id }))
      this.#ports.set(id, port)
      return id
    })
    this.#toPage({ kind: 'emit', channel, args: [clone(message)], ports })
  }

  async loadURL(url: string): Promise<void> {
    await this.#opened
    await this.#allowOnlyGranted(outside(url))
    this.#asked = withoutHash(url)
    const loaded = new Promise((resolve) => this.once('did-finish-load', resolve))
    const { errorText } = await this.#send('Page.navigate', { url: outside(url) })
    if (errorText) {
      this.emit('did-fail-load', preventable(), -2, errorText, url, true)
      throw Object.assign(new Error(`${errorText} loading '${url}'`), { code: errorText, url })
    }
    await loaded
  }

  reload(): void {
    this.#asked = withoutHash(this.#url)
    void this.#send('Page.reload').catch(() => {})
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false })
  }

  async closePage(): Promise<void> {
    for (const port of this.#ports.values()) port.close()
    await this.#opened.catch(() => {})
    await chromium()
      .send('Target.closeTarget', { targetId: this.target })
      .catch(() => {})
    this.emit('destroyed')
  }

  async executeJavaScript(expression: string): Promise<unknown> {
    await this.#opened
    const { result, exceptionDetails } = await this.#send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description)
    return result.value
  }

  async printToPDF({ landscape, printBackground, preferCSSPageSize }: Params = {}): Promise<Buffer> {
    await this.#opened
    const { data } = await this.#send('Page.printToPDF', { landscape, printBackground, preferCSSPageSize })
    return Buffer.from(data, 'base64')
  }

  print(options: unknown, done?: (printed: boolean, reason: string) => void): void {
    this.prints.push(options)
    done?.(true, '')
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'allow' | 'deny' }): void {
    this.#openHandler = handler
  }

  getURL = () => this.#url
  getZoomLevel = () => this.#zoom
  setZoomLevel(level: number): void {
    this.#zoom = level
    // One step of Chromium's zoom is a fifth.
    const scale = 1.2 ** level
    const { width, height } = this.#owner.bounds
    void this.#send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(width / scale),
      height: Math.round(height / scale),
      deviceScaleFactor: scale,
      mobile: false,
    }).catch(() => {})
  }
  getZoomFactor = () => 1.2 ** this.#zoom
  setZoomFactor = (factor: number) => this.setZoomLevel(Math.log(factor) / Math.log(1.2))
  setVisualZoomLevelLimits = () => Promise.resolve()
  getType = () => 'window'
  getOSProcessId = () => 1
  isDestroyed = () => this.#owner.isDestroyed()
  isLoading = () => false
  close = () => this.#owner.close()
  focus() {}
  openDevTools() {}
  toggleDevTools() {}
}

function withoutHash(url: string): string {
  return url.split('#')[0]!
}

/** Pages by id; Playwright asks for one by its DevTools name. */
export const allContents = new Map<number, WebContents>()
export const webContents = {
  getAllWebContents: () => [...allContents.values()],
  fromId: (id: number) => allContents.get(id),
  fromDevToolsTargetId: (target: string) => [...allContents.values()].find((each) => each.target === target),
}

export function openContents(owner: Owner, preferences: WebPreferences): WebContents {
  const contents = new WebContents(owner, preferences)
  allContents.set(owner.id, contents)
  contents.once('destroyed', () => allContents.delete(owner.id))
  app.emit('web-contents-created', preventable(), contents)
  return contents
}
