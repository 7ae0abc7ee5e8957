import { contextBridge, ipcRenderer } from 'electron'
import type { DesktopBridge, DesktopCommand } from '../../src-shared/rpc/desktop-bridge.ts'
import { callChannel, commandChannel, connectChannel } from '../ipc/channels.ts'

// The page makes the channel and hands one end over; ports cannot pass through contextBridge.
window.addEventListener('message', ({ source, data, ports }) => {
  if (source === window && data === connectChannel && ports[0])
    ipcRenderer.postMessage(connectChannel, null, [ports[0]])
})

function call<K extends keyof DesktopBridge>(name: K) {
  return ((...args: unknown[]) => ipcRenderer.invoke(callChannel, name, ...args)) as unknown as DesktopBridge[K]
}

const bridge: DesktopBridge = {
  platform: process.platform,
  saveFile: call('saveFile'),
  revealFile: call('revealFile'),
  print: call('print'),
  notify: call('notify'),
  setLanguage: call('setLanguage'),
  setColorScheme: call('setColorScheme'),
  checkForUpdates: call('checkForUpdates'),
  installUpdate: call('installUpdate'),
  updateSettings: call('updateSettings'),
  saveUpdateSettings: call('saveUpdateSettings'),
  openLogs: call('openLogs'),
  onCommand(listener) {
    const onCommand = (_event: unknown, command: DesktopCommand) => listener(command)
    ipcRenderer.on(commandChannel, onCommand)
    return () => void ipcRenderer.off(commandChannel, onCommand)
  },
}
contextBridge.exposeInMainWorld('qidan', bridge)
