/** What the preload script offers inside the desktop app; undefined in a browser. */
export interface DesktopBridge {
  platform: string
  /** Native save dialog for a file of the workspace; null when cancelled. */
  saveFile(file: { hash: string; name: string }): Promise<string | null>
  revealFile(path: string): Promise<void>
  print(): Promise<void>
  notify(notice: { title: string; body: string; route: string }): Promise<void>
  setLanguage(language: string): Promise<void>
  setColorScheme(scheme: 'light' | 'dark' | 'auto'): Promise<void>
  checkForUpdates(): Promise<{ status: string; version?: string }>
  openLogs(): Promise<void>
  /** Menu commands and native events; returns how to stop listening. */
  onCommand(listener: (command: string) => void): () => void
}

declare global {
  interface Window {
    qidan?: DesktopBridge
  }
}

export const desktop: DesktopBridge | undefined = window.qidan
