import { chromium, type Browser, type Page } from 'playwright-core'
import { chromiumLaunch } from '../../browser/chromium.ts'

export const viewport = { width: 1440, height: 900 }

/** The Chromium of the tests, without a window. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch(await chromiumLaunch())
}

declare global {
  interface Window {
    /** Starts to wait for an event; `time` is then the milliseconds from it to the frame in which `ready` first holds, drawn. */
    timeFrom(target: EventTarget, type: string, ready: () => boolean): void
    time: Promise<number>
  }
}

function installTimer(): void {
  window.timeFrom = (target, type, ready) => {
    window.time = new Promise((resolve) => {
      target.addEventListener(
        type,
        ({ timeStamp }) => {
          const look = () => {
            if (!ready()) return void requestAnimationFrame(look)
            // The task after the frame in which it stands.
            const { port1, port2 } = new MessageChannel()
            port1.addEventListener('message', () => resolve(performance.now() - timeStamp))
            port1.start()
            port2.postMessage(null)
          }
          requestAnimationFrame(look)
        },
        { once: true, capture: true },
      )
    })
  }
}

/** What `timeFrom` measured in the page. What it still fetches or draws in the `rest` milliseconds after belongs to no later figure. */
export async function timeTaken(page: Page, rest: number): Promise<number> {
  const time = await page.evaluate(() => window.time)
  await page.waitForTimeout(rest)
  return time
}

/** A page of a context of its own: nothing is cached, nothing kept from before. */
export async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  page.setDefaultTimeout(180_000)
  await page.addInitScript(installTimer)
  return page
}

/** Resolves in the frame in which `found` first holds in the page; what it returns comes back. */
export async function inFrame<T>(page: Page, found: () => T | null): Promise<T> {
  const handle = await page.waitForFunction(found, undefined, { polling: 'raf' })
  return (await handle.jsonValue()) as T
}
