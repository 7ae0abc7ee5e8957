import { EventEmitter } from 'node:events'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchBrowser, type Browser } from './browser.ts'
import { listenForSchemes } from './protocol.ts'
import { holdInstance } from './single-instance.ts'

let browser: Browser | undefined
let folder = process.cwd()
let manifest: { name?: string; productName?: string; version?: string } = {}
let ready = false
let quitting = false
const { promise: whenReady, resolve: nowReady } = Promise.withResolvers<void>()
const paths = new Map<string, string>()

export interface ClosableWindow {
  close(): void
  isDestroyed(): boolean
}
/** Open windows in the order they were made; kept here so that quitting can close them. */
export const windows = new Map<number, ClosableWindow>()

/** An event as listeners get it, which they can prevent. */
export function preventable<T extends object>(extra: T = {} as T) {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
    ...extra,
  }
}

class App extends EventEmitter {
  name = 'Electron'
  readonly isPackaged = process.env.ELECTRON_DOUBLE_PACKAGED === '1'
  readonly commandLine = {
    // Playwright's switches are for the browser that Electron is; ours gets its own in browser.ts.
    appendSwitch() {},
    appendArgument() {},
    hasSwitch: (name: string) => process.argv.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)),
    getSwitchValue: (name: string) =>
      process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '',
  }

  whenReady = () => whenReady
  isReady = () => ready
  getAppPath = () => folder
  getVersion = () => manifest.version ?? '0.0.0'
  getName = () => this.name
  setName(name: string) {
    this.name = name
  }
  getLocale = () => this.getPreferredSystemLanguages()[0]!
  getPreferredSystemLanguages = () => [process.env.ELECTRON_DOUBLE_LANGUAGE ?? 'zh-CN']
  setPath = (name: string, path: string) => void paths.set(name, path)
  getPath(name: string): string {
    const set = paths.get(name)
    if (set !== undefined) return set
    switch (name) {
      case 'home':
        return homedir()
      case 'appData':
        return join(homedir(), '.config')
      case 'userData':
        return join(this.getPath('appData'), this.name)
      case 'logs':
        return join(this.getPath('userData'), 'logs')
      case 'temp':
        return tmpdir()
      case 'exe':
        return process.execPath
      default:
        return join(homedir(), name)
    }
  }
  requestSingleInstanceLock = () =>
    holdInstance(this.getPath('userData'), (argv, cwd) => this.emit('second-instance', preventable(), argv, cwd))
  enableSandbox() {}
  setAppUserModelId() {}
  setAboutPanelOptions() {}
  showAboutPanel() {}
  focus() {}
  setBadgeCount = () => true
  setAppLogsPath = (path?: string) => this.setPath('logs', path ?? join(this.getPath('userData'), 'logs'))
  relaunch() {}

  quit(): void {
    if (quitting) return
    const before = preventable()
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    quitting = true
    for (const window of windows.values()) {
      window.close()
      if (!window.isDestroyed()) {
        quitting = false
        return
      }
    }
    const will = preventable()
    this.emit('will-quit', will)
    if (will.defaultPrevented) quitting = false
    else void this.exit(0)
  }

  async exit(code = 0): Promise<void> {
    quitting = true
    this.emit('quit', preventable(), code)
    await browser?.close()
    process.exit(code)
  }
}

export const app = new App()
export const isQuitting = () => quitting
export const isReady = () => ready

export function chromium(): Browser {
  if (browser === undefined) throw new Error('electron double: used before the app is ready')
  return browser
}

export function setApp(path: string, of: typeof manifest): void {
  folder = path
  manifest = of
  app.name = of.productName ?? of.name ?? 'Electron'
}

/** Starts Chromium and tells the app that it is ready. */
export async function boot(): Promise<void> {
  const asked = app.commandLine.getSwitchValue('remote-debugging-port')
  await listenForSchemes()
  browser = await launchBrowser(asked === '' ? '0' : asked)
  // Playwright waits for this line of the binary.
  process.stderr.write(`\nDevTools listening on ${browser.url}\n`)
  browser.child.once('exit', () => process.exit(quitting ? 0 : 1))
  ready = true
  nowReady()
  app.emit('will-finish-launching')
  app.emit('ready', preventable(), {})
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => app.quit())
