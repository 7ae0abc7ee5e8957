import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebFrameMain } from 'electron'
import { isAppAddress } from '../native/app-address.ts'

/** Whether a frame is the app's own page and not something within it. */
function isTrustedFrame(frame: Pick<WebFrameMain, 'url' | 'parent'> | null): boolean {
  return frame !== null && frame.parent === null && isAppAddress(frame.url)
}

/** The only way to answer pages: a call from any other frame is an error there and nothing here. A lint rule bans the raw one. */
export function handleGuarded(
  channel: string,
  listener: (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown,
): void {
  ipcMain.handle(channel, (event, ...args: unknown[]) => {
    if (!isTrustedFrame(event.senderFrame)) throw new Error('not allowed')
    return listener(event, ...args)
  })
}

/** As `handleGuarded` for messages without an answer; those from other frames are dropped, with their ports. */
export function onGuarded(channel: string, listener: (event: IpcMainEvent) => void): void {
  ipcMain.on(channel, (event) => {
    if (isTrustedFrame(event.senderFrame)) listener(event)
    else for (const port of event.ports) port.close()
  })
}
