import { BrowserWindow, nativeTheme, screen } from 'electron'
import { join } from 'node:path'
import type { DesktopCommand } from '../../src-shared/rpc/desktop-bridge.ts'
import { commandChannel } from '../ipc/channels.ts'
import { appOrigin } from '../native/app-address.ts'
import type { PreferenceFile } from './preferences.ts'
import { smallest, windowPlace } from './window-place.ts'

/** The window's background while the page loads, so that nothing flashes. */
const background = () => (nativeTheme.shouldUseDarkColors ? '#17191c' : '#f6f7f8')

interface WindowOptions {
  developer: boolean
  /** Another window of the app, which must stay to be seen. */
  before: BrowserWindow | null
}

/** How far a further window lies from the one before it, to the right and down, in pixels. */
const step = 32

/** Opens a window of the app where one was last time, and remembers where it is left. */
export function openMainWindow(preferences: PreferenceFile, { developer, before }: WindowOptions): BrowserWindow {
  const { window: remembered } = preferences.values
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea)
  const window = new BrowserWindow({
    ...windowPlace(remembered?.bounds ?? null, areas),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: '契单 Qidan',
    backgroundColor: background(),
    ...(process.platform === 'darwin' ? { titleBarStyle: 'hiddenInset', trafficLightPosition: { x: 18, y: 18 } } : {}),
    webPreferences: {
      preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
      devTools: developer,
    },
  })
  if (before !== null) {
    const { x, y, width, height } = before.getNormalBounds()
    window.setBounds({ x: x + step, y: y + step, width, height })
  } else if (remembered?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.webContents.on('did-finish-load', () => window.webContents.setZoomLevel(preferences.values.zoom))
  window.on('close', () =>
    preferences.set({ window: { bounds: window.getNormalBounds(), maximized: window.isMaximized() } }),
  )
  void window.loadURL(`${appOrigin}/`)
  return window
}

/** A step of zoom, kept for the next start: 50 % to 300 %. */
export function zoomWindow(window: BrowserWindow, preferences: PreferenceFile, step: 'in' | 'out' | 'reset'): void {
  const level = step === 'reset' ? 0 : preferences.values.zoom + (step === 'in' ? 0.5 : -0.5)
  const kept = Math.max(-4, Math.min(6, level))
  preferences.set({ zoom: kept })
  window.webContents.setZoomLevel(kept)
}

/** Brings the window back to the front, wherever it was. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

export function sendCommand(window: BrowserWindow, command: DesktopCommand): void {
  window.webContents.send(commandChannel, command)
}
