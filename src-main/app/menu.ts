import type { MenuItemConstructorOptions } from 'electron'
import type { DesktopCommand } from '../../src-shared/rpc/desktop-bridge.ts'
import { nativeWords, type Language } from './menu-words.ts'

export interface MenuActions {
  send(command: DesktopCommand): void
  openWindow(): void
  zoom(step: 'in' | 'out' | 'reset'): void
  openLogs(): void
}

/** The native menu as a template; accelerators here are those that the screens show beside their own actions. */
export function menuTemplate(
  language: Language,
  { mac, developer }: { mac: boolean; developer: boolean },
  { send, openWindow, zoom, openLogs }: MenuActions,
): MenuItemConstructorOptions[] {
  const t = nativeWords[language]
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const command = (id: DesktopCommand & keyof typeof t, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label: t[id],
    click: () => send(id),
    ...(accelerator ? { accelerator } : {}),
  })
  const settings = command('settings', 'CmdOrCtrl+,')
  const updates: MenuItemConstructorOptions = { id: 'updates', label: t.updates, click: () => send('about') }
  const about = command('about')
  return [
    ...(mac
      ? [
          {
            label: 'Qidan',
            submenu: [
              about,
              updates,
              separator,
              settings,
              separator,
              { role: 'services' as const, label: t.services },
              separator,
              { role: 'hide' as const, label: t.hide },
              { role: 'hideOthers' as const, label: t.hideOthers },
              { role: 'unhide' as const, label: t.showAll },
              separator,
              { role: 'quit' as const, label: t.quit },
            ],
          },
        ]
      : []),
    {
      label: t.file,
      submenu: [
        command('newContract', 'CmdOrCtrl+N'),
        command('newParty'),
        { id: 'newWindow', label: t.newWindow, accelerator: 'CmdOrCtrl+Shift+N', click: openWindow },
        separator,
        command('print', 'CmdOrCtrl+P'),
        separator,
        command('lock', 'CmdOrCtrl+Shift+L'),
        ...(mac
          ? [separator, { role: 'close' as const, label: t.close }]
          : [settings, separator, { role: 'quit' as const, label: t.quit }]),
      ],
    },
    {
      label: t.edit,
      submenu: [
        { role: 'undo', label: t.undo },
        { role: 'redo', label: t.redo },
        separator,
        { role: 'cut', label: t.cut },
        { role: 'copy', label: t.copy },
        { role: 'paste', label: t.paste },
        { role: 'selectAll', label: t.selectAll },
        separator,
        command('search', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: t.view,
      submenu: [
        { id: 'zoomIn', label: t.zoomIn, accelerator: 'CmdOrCtrl+=', click: () => zoom('in') },
        { id: 'zoomOut', label: t.zoomOut, accelerator: 'CmdOrCtrl+-', click: () => zoom('out') },
        { id: 'resetZoom', label: t.resetZoom, accelerator: 'CmdOrCtrl+0', click: () => zoom('reset') },
        separator,
        { role: 'togglefullscreen', label: t.fullScreen },
        ...(developer
          ? [
              separator,
              { role: 'reload' as const, label: t.reload },
              { role: 'toggleDevTools' as const, label: t.developer },
            ]
          : []),
      ],
    },
    {
      role: 'window',
      label: t.window,
      submenu: [
        { role: 'minimize', label: t.minimize },
        ...(mac
          ? [
              { role: 'zoom' as const, label: t.zoom },
              { role: 'front' as const, label: t.front },
            ]
          : [{ role: 'close' as const, label: t.close }]),
      ],
    },
    {
      role: 'help',
      label: t.help,
      submenu: [
        command('shortcuts', 'CmdOrCtrl+/'),
        { id: 'logs', label: t.logs, click: openLogs },
        ...(mac ? [] : [separator, updates, about]),
      ],
    },
  ]
}
