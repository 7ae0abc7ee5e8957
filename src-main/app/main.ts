import { app, dialog, Menu, nativeTheme, shell, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import { appRoot } from '../../src-core/app-files.ts'
import { documentPool } from '../../src-core/documents/document-pool.ts'
import { DeskHost, type Session } from '../../src-core/host/desk-host.ts'
import type { DesktopCommand } from '../../src-shared/rpc/desktop-bridge.ts'
import { serveDesktopCalls } from '../ipc/desktop-calls.ts'
import { serveProcedures } from '../ipc/rpc-port.ts'
import { registerAppScheme, serveApp } from '../native/app-protocol.ts'
import { systemKeychain } from '../native/keychain.ts'
import { openLog, type LogFile } from '../native/log-file.ts'
import { updatesFrom } from '../native/updates.ts'
import { lockDown } from './lock-down.ts'
import { bringForward, openMainWindow, sendCommand, zoomWindow } from './main-window.ts'
import { menuTemplate } from './menu.ts'
import { nativeWords, type Language } from './menu-words.ts'
import { PreferenceFile } from './preferences.ts'

// Tests and portable installations keep everything in a folder of their own.
if (process.env.QIDAN_USER_DATA) app.setPath('userData', process.env.QIDAN_USER_DATA)
app.setAppLogsPath(join(app.getPath('userData'), 'logs'))
app.enableSandbox()
app.setAppUserModelId('com.qidan.desktop')
registerAppScheme()

// Not awaited at the top level: Electron is ready only after this module has run.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.quit()

async function start(): Promise<void> {
  const log = openLog(app.getPath('logs'))
  logFaults(log)
  const preferences = new PreferenceFile(join(app.getPath('userData'), 'preferences.json'))
  const language = (): Language =>
    preferences.values.language ?? (app.getPreferredSystemLanguages()[0]?.startsWith('zh') === false ? 'en' : 'zh')
  try {
    await openDesk(log, preferences, language)
  } catch (error) {
    log.fault('start failed', error)
    dialog.showErrorBox(nativeWords[language()].failed, error instanceof Error ? error.message : String(error))
    app.exit(1)
  }
}

async function openDesk(log: LogFile, preferences: PreferenceFile, language: () => Language): Promise<void> {
  const developer = !app.isPackaged
  const session: Session = { userId: null }
  const host = new DeskHost({
    home: process.env.QIDAN_HOME ?? join(app.getPath('home'), 'Qidan'),
    kind: 'desktop',
    version: app.getVersion(),
    documents: () => documentPool({ worker: join(import.meta.dirname, 'document-worker.js') }),
    keys: systemKeychain(join(app.getPath('userData'), 'keys')),
    onFault: (error) => log.fault('job failed', error),
  })
  const updates = updatesFrom(
    { read: () => preferences.values.updates, write: (settings) => preferences.set({ updates: settings }) },
    log,
  )
  log.note('start', { version: app.getVersion(), electron: process.versions.electron, platform: process.platform })

  // The one that was used last is the last.
  const windows: BrowserWindow[] = []
  const open = (): BrowserWindow => {
    const opened = openMainWindow(preferences, { developer, before: windows.at(-1) ?? null })
    windows.push(opened)
    const takeOut = () => void windows.splice(windows.indexOf(opened), 1)
    opened.on('focus', () => {
      takeOut()
      windows.push(opened)
    })
    opened.once('closed', takeOut)
    reopenAfterCrash(opened, log, language)
    return opened
  }
  const front = (): BrowserWindow => {
    const shown = windows.at(-1) ?? open()
    bringForward(shown)
    return shown
  }
  const send = (command: DesktopCommand) => sendCommand(front(), command)
  const drawMenu = () =>
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate(
          language(),
          { mac: process.platform === 'darwin', developer },
          {
            send,
            openWindow: open,
            zoom: (step) => zoomWindow(front(), preferences, step),
            openLogs: () => void shell.openPath(log.folder),
          },
        ),
      ),
    )

  lockDown(log)
  serveApp(join(appRoot, 'out', 'renderer'), host, session)
  serveProcedures(host, session)
  serveDesktopCalls({
    host,
    session,
    log,
    updates,
    downloads: app.getPath('downloads'),
    language,
    setLanguage(next) {
      if (next === language()) return
      preferences.set({ language: next })
      drawMenu()
    },
    setColorScheme(scheme) {
      preferences.set({ colorScheme: scheme })
      nativeTheme.themeSource = scheme === 'auto' ? 'system' : scheme
    },
    goTo: (route) => send(`open:${route}`),
  })
  nativeTheme.themeSource = preferences.values.colorScheme === 'auto' ? 'system' : preferences.values.colorScheme
  drawMenu()
  await host.openRemembered(session)
  open()

  app.on('second-instance', front)
  app.on('activate', front)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  closeBeforeQuitting(host, log)
  updates.start(() => sendCommand(front(), 'about'))
}

/** The workspace is closed before the process ends, whoever ends it. */
function closeBeforeQuitting(host: DeskHost, log: LogFile): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void host
      .close()
      .catch((error: unknown) => log.fault('close failed', error))
      .finally(() => {
        closed = true
        log.note('quit')
        app.quit()
      })
  })
}

/** A page that crashed is opened again; the host and the data behind it are untouched. */
function reopenAfterCrash(window: BrowserWindow, log: LogFile, language: () => Language): void {
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.note('window gone', { reason, exitCode })
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const t = nativeWords[language()]
    void dialog
      .showMessageBox(window, { type: 'error', message: t.crashed, detail: t.crashedDetail, buttons: [t.reopen] })
      .then(() => window.isDestroyed() || window.webContents.reload())
  })
}

function logFaults(log: LogFile): void {
  // The core commits or rolls back as a whole, so going on after a fault loses nothing.
  process.on('uncaughtException', (error) => log.fault('uncaught', error))
  process.on('unhandledRejection', (reason) => log.fault('unhandled', reason))
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    log.note('helper process gone', { type, reason, exitCode }),
  )
}
