import { app, session, shell } from 'electron'
import { isAppAddress, mayOpenOutside } from '../native/app-address.ts'
import type { LogFile } from '../native/log-file.ts'

/** What a page of the app may ask the browser for: to put text on the clipboard, after a click. */
const allowedPermissions = new Set(['clipboard-sanitized-write'])

/** Closes every way out of the app's own pages; whatever a page tries, it stays where it is and gets nothing more. */
export function lockDown(log: LogFile): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-frame-navigate', (event) => {
      if (event.isMainFrame && isAppAddress(event.url)) return
      event.preventDefault()
      log.note('navigation denied')
    })
    contents.on('will-redirect', (event) => {
      if (!isAppAddress(event.url)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      if (mayOpenOutside(url)) void shell.openExternal(url)
      else log.note('window denied')
      return { action: 'deny' }
    })
  })
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(allowedPermissions.has(permission)),
  )
  defaultSession.setPermissionCheckHandler((_contents, permission) => allowedPermissions.has(permission))
  defaultSession.setDevicePermissionHandler(() => false)
  // Nothing is sent to a dictionary server.
  defaultSession.setSpellCheckerEnabled(false)
}
