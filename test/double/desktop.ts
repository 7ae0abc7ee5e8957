import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { isReady } from './app.ts'
import { BrowserWindow } from './browser-window.ts'

// The rest of the desktop: remembered, and answered by the test.

interface MenuItemOptions {
  id?: string
  label?: string
  role?: string
  type?: string
  submenu?: MenuItemOptions[] | Menu
  click?(item: MenuItem, window: unknown, event: unknown): void
}

export class MenuItem {
  readonly submenu?: Menu
  readonly enabled = true
  readonly visible = true
  declare readonly id: string | undefined
  declare readonly label: string | undefined
  declare readonly role: string | undefined
  readonly type: string
  readonly click: () => void

  constructor(options: MenuItemOptions) {
    Object.assign(this, options)
    this.type = options.type ?? (options.submenu ? 'submenu' : 'normal')
    if (options.submenu)
      this.submenu = options.submenu instanceof Menu ? options.submenu : Menu.buildFromTemplate(options.submenu)
    this.click = () => options.click?.(this, BrowserWindow.getFocusedWindow(), {})
  }
}

export class Menu {
  static #application: Menu | null = null
  readonly items: MenuItem[] = []

  static buildFromTemplate(template: MenuItemOptions[]): Menu {
    const menu = new Menu()
    for (const options of template) menu.items.push(new MenuItem(options))
    return menu
  }
  static setApplicationMenu(menu: Menu | null) {
    Menu.#application = menu
  }
  static getApplicationMenu = () => Menu.#application

  popup() {}
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}

export class Notification extends EventEmitter {
  static readonly shown: Notification[] = []
  static isSupported = () => true
  declare readonly title: string
  declare readonly body: string
  constructor(options: { title: string; body: string }) {
    super()
    Object.assign(this, options)
  }
  show() {
    Notification.shown.push(this)
    this.emit('show')
  }
  close() {}
}

/** Cancelled unless a test puts an answer in its place. */
export const dialog = {
  showOpenDialog: async () => ({ canceled: true, filePaths: [] as string[] }),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showMessageBox: async () => ({ response: 0, checkboxChecked: false }),
  showErrorBox: (title: string, content: string) => void process.stderr.write(`${title}: ${content}\n`),
}

/** What the app asked the system to open. */
const calls: [call: string, target: string][] = []
export const shell = {
  calls,
  openExternal: async (url: string) => void calls.push(['openExternal', url]),
  openPath: async (path: string) => {
    calls.push(['openPath', path])
    return ''
  },
  showItemInFolder: (path: string) => void calls.push(['showItemInFolder', path]),
  beep() {},
}

const key = createHash('sha256').update('electron double').digest()
/** Encrypts for real, under a key that everyone may know. The backend is one that Linux has or lacks, as the environment says. */
export const safeStorage = {
  isEncryptionAvailable: () => isReady(),
  getSelectedStorageBackend: () => process.env.ELECTRON_DOUBLE_KEYCHAIN ?? 'gnome_libsecret',
  encryptString(text: string): Buffer {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([Buffer.from('v10'), nonce, cipher.getAuthTag(), sealed])
  },
  decryptString(bytes: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(3, 15))
    decipher.setAuthTag(bytes.subarray(15, 31))
    return decipher.update(bytes.subarray(31), undefined, 'utf8') + decipher.final('utf8')
  },
  isAsyncEncryptionAvailable: async () => safeStorage.isEncryptionAvailable(),
  encryptStringAsync: async (text: string) => safeStorage.encryptString(text),
  decryptStringAsync: async (bytes: Buffer) => ({ result: safeStorage.decryptString(bytes), shouldReEncrypt: false }),
}

export const nativeTheme = Object.assign(new EventEmitter(), { shouldUseDarkColors: false, themeSource: 'system' })

const display = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  scaleFactor: 1,
}
export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
})

export const powerMonitor = Object.assign(new EventEmitter(), { getSystemIdleTime: () => 0 })
