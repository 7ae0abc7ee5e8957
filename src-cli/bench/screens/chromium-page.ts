import { chromium, type Browser, type Page } from 'playwright-core'
import { chromiumLaunch } from '../../browser/chromium.ts'

export const viewport = { width: 1440, height: 900 }

/** The Chromium of the tests, without a window. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch(await chromiumLaunch())
}

/** A page of a context of its own: nothing is cached, nothing kept from before. */
export async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  page.setDefaultTimeout(180_000)
  return page
}

/** Resolves in the frame in which `found` first holds in the page; what it returns comes back. */
export async function inFrame<T>(page: Page, found: () => T | null): Promise<T> {
  const handle = await page.waitForFunction(found, undefined, { polling: 'raf' })
  return (await handle.jsonValue()) as T
}
