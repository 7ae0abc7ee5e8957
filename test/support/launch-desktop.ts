import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'

const repository = join(import.meta.dirname, '..', '..')

/** Folder of the Electron to run: undefined for the real one where it is installed, else the double. */
export function electronFolder(): string | undefined {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return process.env.ELECTRON_OVERRIDE_DIST_PATH
  const installed = existsSync(join(repository, 'node_modules', 'electron', 'path.txt'))
  return installed ? undefined : join(repository, 'test', 'double')
}

/** The executable in that folder. */
function executable(folder: string | undefined): string | undefined {
  return folder === undefined ? undefined : join(folder, 'electron')
}

export interface Desktop {
  page: Page
  /** The main process; `app.evaluate(({ dialog }) => …)` answers what a person would. */
  app: ElectronApplication
  close(): Promise<void>
}

export interface LaunchOptions {
  /** Folder of the workspaces; the app's own settings go into `.desktop` in it. */
  home: string
  env?: Record<string, string>
  /** Folder of another build of the app than the checkout's. */
  app?: string
}

/** Starts the built desktop app (`npm run build`) and waits for its first window. */
export async function launchDesktop({ home, env = {}, app = repository }: LaunchOptions): Promise<Desktop> {
  const executablePath = executable(electronFolder())
  const electron = await _electron.launch({
    args: [app],
    cwd: repository,
    ...(executablePath === undefined ? {} : { executablePath }),
    env: {
      ...(process.env as Record<string, string>),
      QIDAN_HOME: home,
      QIDAN_USER_DATA: join(home, '.desktop'),
      ...env,
    },
  })
  const page = await electron.firstWindow()
  // The window is there before its page.
  await page.waitForURL((url) => url.protocol !== 'about:')
  const main = electron.process()
  return {
    page,
    app: electron,
    async close() {
      // Playwright's close ends with the connection; the process still closes its workspace, and holds the lock of the single instance.
      const gone = main.exitCode === null && main.signalCode === null ? once(main, 'exit') : undefined
      await electron.close()
      await gone
    },
  }
}
