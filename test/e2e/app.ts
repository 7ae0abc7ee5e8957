import { test as base, chromium, expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromiumLaunch } from '../../src-cli/browser/chromium.ts'
import { launchDesktop, type Desktop } from '../support/launch-desktop.ts'
import { startWebApp, type WebApp } from '../../src-cli/browser/web-app.ts'
import { sampleHome } from './prepare.ts'

export { expect } from '@playwright/test'

type Environment = Record<string, string>

interface Fixtures {
  /** A folder of this spec alone, for the workspaces. */
  home: string
  /** The app that was started on it. */
  opened: OpenedApp
  /** Added to the environment of the host. */
  hostEnvironment: Environment
  /** The app at its first screen, with nothing made yet. */
  emptyDesk: Page
  /** The app in the sample company, as its general manager. */
  desk: Page
  /** Another window of the app, at the address where the first one is. */
  otherWindow(): Promise<Page>
  /** What the app saves to the disk when `save` is done. */
  savedFile(save: () => Promise<void>): Promise<Buffer>
}

interface OpenedApp {
  page: Page
  /** The main process; none in the web host. */
  desktop?: Desktop
  /** None in the desktop app, where host and windows go together. */
  host?: WebApp
  /** Process of the host. */
  pid: number
  close(): Promise<void>
}

/** The app in a page, whichever host it runs in. A spec fails when the page throws. */
export const test = base.extend<Fixtures, { browserProcess: Browser | null }>({
  browserProcess: [
    // Playwright wants the fixtures taken apart, even where none is used.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use, { project }) => {
      const browser = project.name === 'web' ? await chromium.launch(await chromiumLaunch()) : null
      await use(browser)
      await browser?.close()
    },
    { scope: 'worker' },
  ],
  // oxlint-disable-next-line no-empty-pattern
  home: async ({}, use) => {
    const home = mkdtempSync(join(tmpdir(), 'qidan-e2e-'))
    await use(home)
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  },
  hostEnvironment: [{}, { option: true }],
  opened: async ({ home, browserProcess, hostEnvironment: env }, use) => {
    cpSync(join(sampleHome, 'sample'), join(home, 'sample'), { recursive: true })
    const opened =
      browserProcess === null ? await openDesktop(home, env) : await openInBrowser(home, browserProcess, env)
    const faults = watchFaults(opened.page.context())
    try {
      await use(opened)
    } finally {
      await opened.close()
    }
    if (faults.length > 0) throw new AggregateError(faults, `the page threw ${faults.map(String).join('; ')}`)
  },
  emptyDesk: async ({ opened: { page } }, use) => {
    await use(page)
  },
  desk: async ({ opened: { page } }, use) => {
    await page.getByRole('button', { name: '先看看示例数据' }).click()
    await page.getByRole('heading', { name: '工作台', level: 1 }).waitFor()
    await use(page)
  },
  otherWindow: async ({ opened: { page, desktop } }, use) => {
    await use(async () => {
      const opening = desktop === undefined ? page.context().newPage() : desktop.app.waitForEvent('window')
      await desktop?.app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.getMenuItemById('newWindow')!.click())
      const other = await opening
      if (desktop !== undefined) await other.getByRole('heading', { name: '工作台', level: 1 }).waitFor()
      await other.goto(page.url())
      return other
    })
  },
  savedFile: async ({ opened: { page, desktop }, home }, use) => {
    await use(async (save) => {
      if (desktop === undefined) {
        const download = page.waitForEvent('download')
        await save()
        return readFileSync(await (await download).path())
      }
      const file = join(home, 'saved')
      await desktop.app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath })
      }, file)
      await save()
      await expect.poll(() => existsSync(file)).toBe(true)
      return readFileSync(file)
    })
  },
})

async function openInBrowser(home: string, browser: Browser, env: Environment): Promise<OpenedApp> {
  const host = await startWebApp(home, { env })
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  await page.goto(host.url)
  return {
    page,
    host,
    pid: host.pid,
    async close() {
      await context.close()
      await host.close()
    },
  }
}

async function openDesktop(home: string, env: Environment): Promise<OpenedApp> {
  const desktop = await launchDesktop({ home, env })
  return { page: desktop.page, desktop, pid: desktop.app.process().pid!, close: () => desktop.close() }
}

function watchFaults(context: BrowserContext): Error[] {
  const faults: Error[] = []
  context.on('weberror', (fault) => faults.push(fault.error()))
  return faults
}

/** Changes who sits at the desk. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /当前人员|Signed in as/ }).click()
  await page.getByRole('menuitem', { name }).click()
  await page.getByRole('button', { name: `当前人员 ${name}` }).waitFor()
}

/** Chooses in a picker by a piece of its name or pinyin initials. */
export async function pick(page: Page, label: string, text: string, option: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).fill(text)
  await page.getByRole('option', { name: option }).first().click()
}
