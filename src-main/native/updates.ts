import electronUpdater from 'electron-updater'
import { z } from 'zod'
import type { UpdateCheck, UpdateSettings } from '../../src-shared/rpc/desktop-bridge.ts'
import type { LogFile } from './log-file.ts'

/** A folder on the web with the feed's files: by HTTPS, or on this computer for a trial. */
export const Feed = z
  .url()
  .max(500)
  .refine((address) => {
    const { protocol, hostname, username } = new URL(address)
    return username === '' && (protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1'))
  }, 'the feed must be HTTPS')

const Settings = z.strictObject({ feed: Feed.nullable(), channel: z.enum(['latest', 'beta']) })

export interface Updates {
  settings(): UpdateSettings
  save(settings: unknown): void
  check(): Promise<UpdateCheck>
  install(): void
  /** Looks now and every few hours, quietly. */
  start(onReady: (version: string) => void): void
}

const hours = 3_600_000

/**
 * New versions by electron-updater from the feed in the settings; nothing is asked of anyone while there is none. A feed that names
 * `stagingPercentage` reaches that share of computers first: each draws its own lasting number. Packages are checked against the feed's
 * SHA-512 and, on Windows and macOS, against the publisher's signature.
 */
export function updatesFrom(
  { read, write }: { read(): UpdateSettings; write(settings: UpdateSettings): void },
  log: LogFile,
): Updates {
  const { autoUpdater } = electronUpdater
  autoUpdater.logger = null
  autoUpdater.autoDownload = true
  autoUpdater.autoInstallOnAppQuit = true
  let ready: string | undefined
  autoUpdater.on('update-downloaded', ({ version }) => {
    ready = version
  })
  autoUpdater.on('error', (error) => log.fault('update failed', error))

  const check = async (): Promise<UpdateCheck> => {
    const { feed, channel } = read()
    if (feed === null || !Feed.safeParse(feed).success) return { status: 'off' }
    if (ready !== undefined) return { status: 'ready', version: ready }
    if (!autoUpdater.isUpdaterActive()) return { status: 'unsupported' }
    autoUpdater.setFeedURL({ provider: 'generic', url: feed, channel })
    autoUpdater.allowDowngrade = false
    try {
      const result = await autoUpdater.checkForUpdates()
      if (result === null || !result.isUpdateAvailable) return { status: 'current' }
      log.note('update available', { version: result.updateInfo.version, channel })
      return { status: 'available', version: result.updateInfo.version }
    } catch {
      // Told to the log by the listener above.
      return { status: 'failed' }
    }
  }
  return {
    settings: read,
    save: (settings) => write(Settings.parse(settings)),
    check,
    install() {
      if (ready !== undefined) autoUpdater.quitAndInstall()
    },
    start(onReady) {
      autoUpdater.on('update-downloaded', ({ version }) => onReady(version))
      void check()
      setInterval(() => void check(), 6 * hours).unref()
    },
  }
}
