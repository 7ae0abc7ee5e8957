// What `import … from 'electron'` gives in the double's main process: only what the app uses; anything else is missing and fails loudly.
export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export {
  dialog,
  Menu,
  MenuItem,
  nativeTheme,
  Notification,
  powerMonitor,
  safeStorage,
  screen,
  shell,
} from './desktop.ts'
export { ipcMain } from './ipc-main.ts'
export { MessageChannelMain } from './ports.ts'
export { net, protocol, session } from './protocol.ts'
export { webContents } from './web-contents.ts'
