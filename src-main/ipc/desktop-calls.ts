import { BrowserWindow, dialog, Notification, shell } from 'electron'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { DeskHost, Session } from '../../src-core/host/desk-host.ts'
import { readStoredFile } from '../../src-core/host/file-access.ts'
import { FileHash } from '../../src-shared/files/file.ts'
import type { DesktopBridge } from '../../src-shared/rpc/desktop-bridge.ts'
import { nativeWords, type Language } from '../app/menu-words.ts'
import type { LogFile } from '../native/log-file.ts'
import type { Updates } from '../native/updates.ts'
import { callChannel } from './channels.ts'
import { handleGuarded } from './guarded-ipc.ts'

export interface DesktopServices {
  host: DeskHost
  session: Session
  log: LogFile
  updates: Updates
  downloads: string
  language(): Language
  setLanguage(language: Language): void
  setColorScheme(scheme: 'light' | 'dark' | 'auto'): void
  /** Brings the window forward and goes to an address of the app. */
  goTo(route: string): void
}

type Calls = {
  [K in Exclude<keyof DesktopBridge, 'platform' | 'onCommand'>]: (
    window: BrowserWindow,
    ...args: unknown[]
  ) => ReturnType<DesktopBridge[K]>
}

/** A name for a file, nothing more: no folders, no characters that a system refuses. */
const fileName = z
  .string()
  .max(255)
  .regex(/^[^\p{Cc}/\\:*?"<>|]+$/u)
  .refine((name) => name !== '.' && name !== '..')

const Notice = z.strictObject({
  title: z.string().max(200),
  body: z.string().max(1000),
  route: z
    .string()
    .max(500)
    .regex(/^\/(?!\/)/),
})

/** Answers the desktop bridge. Pages are not trusted here either: every argument is checked. */
export function serveDesktopCalls(services: DesktopServices): void {
  const calls = desktopCalls(services)
  handleGuarded(callChannel, (event, name, ...args) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (window === null || typeof name !== 'string' || !Object.hasOwn(calls, name)) throw new Error('no such call')
    return calls[name as keyof Calls](window, ...args)
  })
}

function desktopCalls(services: DesktopServices): Calls {
  const { host, session, log, updates } = services
  /** Files that may be shown: those the person has saved here. */
  const saved = new Set<string>()
  return {
    async saveFile(window, given) {
      const { hash, name } = z.strictObject({ hash: FileHash, name: fileName }).parse(given)
      const { bytes } = readStoredFile(host, session, hash)
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: join(services.downloads, name),
        buttonLabel: nativeWords[services.language()].save,
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      if (canceled || filePath === '') return null
      await writeFile(filePath, bytes)
      saved.add(filePath)
      return filePath
    },
    async revealFile(_window, path) {
      if (typeof path !== 'string' || !saved.has(path)) throw new Error('not a file saved here')
      shell.showItemInFolder(path)
    },
    print: (window) =>
      new Promise((resolve) => {
        // Cancelling the dialog is no fault; the system tells other ones itself.
        window.webContents.print({ printBackground: true }, () => resolve())
      }),
    async notify(_window, given) {
      const { title, body, route } = Notice.parse(given)
      if (!Notification.isSupported()) return
      const notification = new Notification({ title, body })
      notification.on('click', () => services.goTo(route))
      notification.show()
    },
    async setLanguage(_window, language) {
      services.setLanguage(z.enum(['zh', 'en']).parse(language))
    },
    async setColorScheme(_window, scheme) {
      services.setColorScheme(z.enum(['light', 'dark', 'auto']).parse(scheme))
    },
    checkForUpdates: () => updates.check(),
    async installUpdate() {
      updates.install()
    },
    async updateSettings() {
      return updates.settings()
    },
    async saveUpdateSettings(_window, settings) {
      updates.save(settings)
    },
    async openLogs() {
      await shell.openPath(log.folder)
    },
  }
}
