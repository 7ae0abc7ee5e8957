/** A native menu item or event that the screens carry out; `open:` goes to an address of the app. */
export type DesktopCommand =
  | 'newContract'
  | 'newParty'
  | 'search'
  | 'settings'
  | 'shortcuts'
  | 'print'
  | 'lock'
  | 'about'
  | `open:${string}`

/** Where new versions come from; off without a feed. */
export interface UpdateSettings {
  /** HTTPS address of the folder with the feed's files; null when updates are off. */
  feed: string | null
  channel: 'latest' | 'beta'
}

/** How looking for a new version ended. `unsupported`: this copy was not installed, so it cannot replace itself. */
export interface UpdateCheck {
  status: 'off' | 'unsupported' | 'current' | 'available' | 'ready' | 'failed'
  version?: string
}

/** What the preload script offers inside the desktop app. */
export interface DesktopBridge {
  platform: string
  /** Native save dialog for a file of the workspace; null when cancelled. */
  saveFile(file: { hash: string; name: string }): Promise<string | null>
  /** Shows a file that was saved before in the system's own file window. */
  revealFile(path: string): Promise<void>
  print(): Promise<void>
  notify(notice: { title: string; body: string; route: string }): Promise<void>
  setLanguage(language: string): Promise<void>
  setColorScheme(scheme: 'light' | 'dark' | 'auto'): Promise<void>
  checkForUpdates(): Promise<UpdateCheck>
  /** Restarts into the version that was downloaded. */
  installUpdate(): Promise<void>
  updateSettings(): Promise<UpdateSettings>
  /** Refuses (rejects) a feed that is neither HTTPS nor this computer. */
  saveUpdateSettings(settings: UpdateSettings): Promise<void>
  openLogs(): Promise<void>
  /** Menu commands and native events; returns how to stop listening. */
  onCommand(listener: (command: DesktopCommand) => void): () => void
}
