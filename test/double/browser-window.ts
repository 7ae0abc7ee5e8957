import { EventEmitter } from 'node:events'
import { app, isQuitting, isReady, preventable, windows } from './app.ts'
import { openContents, type WebContents, type WebPreferences } from './web-contents.ts'

interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

interface Options extends Partial<Bounds> {
  show?: boolean
  title?: string
  webPreferences?: WebPreferences
}

let lastId = 0

/** A window without a frame: its state is remembered, its page is real. */
export class BrowserWindow extends EventEmitter {
  readonly id: number
  readonly webContents: WebContents
  /** What the window was made with, for a test to look at. */
  readonly options: Options
  bounds: Bounds
  #title: string
  #visible: boolean
  #maximized = false
  #fullScreen = false
  #minimized = false

  constructor(options: Options = {}) {
    super()
    if (!isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    this.id = lastId += 1
    this.options = options
    this.bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 }
    this.#title = options.title ?? app.name
    this.#visible = options.show !== false
    windows.set(this.id, this)
    this.webContents = openContents(this, options.webPreferences ?? {})
    app.emit('browser-window-created', preventable(), this)
  }

  static getAllWindows = () => [...windows.values()] as BrowserWindow[]
  static fromWebContents = (contents: { id: number }) => (windows.get(contents.id) as BrowserWindow | undefined) ?? null
  static fromId = (id: number) => (windows.get(id) as BrowserWindow | undefined) ?? null
  static getFocusedWindow = () => BrowserWindow.getAllWindows().at(-1) ?? null

  loadURL = (url: string) => this.webContents.loadURL(url)

  close(): void {
    const event = preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    if (!windows.delete(this.id)) return
    void this.webContents.closePage()
    this.emit('closed')
    if (windows.size > 0 || isQuitting()) return
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
    else app.quit()
  }

  isDestroyed = () => !windows.has(this.id)
  show() {
    this.#visible = true
    this.emit('show')
  }
  hide() {
    this.#visible = false
    this.emit('hide')
  }
  isVisible = () => this.#visible
  focus() {
    this.emit('focus')
  }
  isFocused = () => true
  minimize() {
    this.#minimized = true
  }
  restore() {
    this.#minimized = false
  }
  isMinimized = () => this.#minimized
  maximize() {
    this.#maximized = true
    this.emit('maximize')
  }
  unmaximize() {
    this.#maximized = false
    this.emit('unmaximize')
  }
  isMaximized = () => this.#maximized
  setFullScreen(on: boolean) {
    this.#fullScreen = on
  }
  isFullScreen = () => this.#fullScreen
  getTitle = () => this.#title
  setTitle(title: string) {
    this.#title = title
  }
  getBounds = () => ({ ...this.bounds })
  getNormalBounds = () => ({ ...this.bounds })
  setBounds(bounds: Partial<Bounds>) {
    Object.assign(this.bounds, bounds)
    void this.webContents.resize(this.bounds.width, this.bounds.height).catch(() => {})
    this.emit('resize')
  }
  setBackgroundColor() {}
  setTitleBarOverlay() {}
  setMenuBarVisibility() {}
  setProgressBar() {}
  flashFrame() {}
}
