import type { Page } from 'playwright-core'
import { buildRenderer } from '../../browser/renderer-build.ts'
import { startWebApp } from '../../browser/web-app.ts'
import type { Figure } from '../measure.ts'
import { launchChromium, newPage } from './chromium-page.ts'
import { previewFigures } from './preview-figures.ts'
import { routeFigures } from './route-figures.ts'
import { scrollFigures } from './scroll-figures.ts'
import { passphrase, screensWorkspace } from './screens-workspace.ts'
import { startFigures, visit } from './start-figures.ts'

/** The screens in Chromium at the web host of a workspace with 100 000 contracts: the real files, the real host, keys and mouse. */
export async function screensBench({ quick }: { quick: boolean }): Promise<Figure[]> {
  const { home, account, draftId } = await screensWorkspace()
  buildRenderer()
  const browser = await launchChromium()
  try {
    const figures = await startFigures(browser, home, quick ? 2 : 7)
    const host = await startWebApp(home)
    try {
      const page = await newPage(browser)
      const url = new URL(host.url)
      await visit(page, host.url, '/')
      await call(page, 'host.unlock', { passphrase })
      await call(page, 'host.signIn', { account })
      figures.push(...(await previewFigures(page, url, draftId, quick ? 8 : 30)))
      figures.push(...(await scrollFigures(page, url, quick ? 1 : 3)))
      figures.push(...(await routeFigures(page, url, quick ? 2 : 7)))
    } finally {
      await host.close()
    }
    return figures
  } finally {
    await browser.close()
  }
}

/** Calls the host as the page would. */
async function call(page: Page, name: string, input: unknown): Promise<void> {
  const answer = await page.evaluate(
    async ([path, body]) => {
      const { ok, status } = await fetch(path!, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: body!,
      })
      return ok ? null : status
    },
    [`/rpc/${name}`, JSON.stringify({ json: input })],
  )
  if (answer !== null) throw new Error(`${name}: ${answer}`)
}
