import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Browser, Page } from 'playwright-core'
import { startWebApp } from '../../browser/web-app.ts'
import { middle, type Figure } from '../measure.ts'
import { inFrame, newPage } from './chromium-page.ts'
import { firstScreenFiles } from './first-screen-files.ts'
import { passphrase } from './screens-workspace.ts'

/** A host whose page is empty, as a process of its own: what Node and Chromium alone take. */
const emptyHost = `
const http = require('node:http')
const page = '<!doctype html><body tabindex=0><script>addEventListener("keydown",()=>{document.body.dataset.current=""})</script>'
const server = http.createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(page))
server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port + '/'))
`

/**
 * From the start of the host's process to the list of contracts standing in a browser that had nothing of it, unlocked by its passphrase and
 * with a key handled. Then what the page had loaded by that time.
 */
export async function startFigures(browser: Browser, home: string, runs: number): Promise<Figure[]> {
  const whole: number[] = []
  const toAddress: number[] = []
  const again: number[] = []
  const empty: number[] = []
  let files = { js: 0, css: 0 }
  // The first run is the one that fills the caches of the disk.
  for (let i = -1; i < runs; i += 1) {
    empty.push(await startEmpty(browser))
    const page = await newPage(browser)
    const loaded = firstScreenFiles(page)
    const began = performance.now()
    const host = await startWebApp(home)
    const addressAt = performance.now()
    try {
      await visit(page, host.url, '/contracts')
      await inFrame(page, () => document.querySelector<HTMLInputElement>('input[type=password]'))
      await page.locator('input[type=password]').focus()
      await page.keyboard.insertText(passphrase)
      await page.keyboard.press('Enter')
      await listTakesKeys(page)
      whole.push(performance.now() - began)
      toAddress.push(addressAt - began)
      files = loaded()
      const reloadedAt = performance.now()
      await page.reload({ waitUntil: 'commit' })
      await listTakesKeys(page)
      again.push(performance.now() - reloadedAt)
    } finally {
      await page.context().close()
      await host.close()
    }
  }
  const counted = (times: number[]) => middle(times.slice(1))
  const start = counted(whole)
  return [
    {
      name: 'host start → list of 100 000 contracts takes keys, unlocked by passphrase',
      value: start,
      unit: 'ms',
      baseline: { name: 'Node with an empty page', value: counted(empty) },
      bar: '≤ 1200 ms',
      holds: start <= 1200,
    },
    { name: 'of it until the host listens', value: counted(toAddress), unit: 'ms' },
    { name: 'page loaded anew → list takes keys', value: counted(again), unit: 'ms' },
    {
      name: 'JavaScript of the first screen, gzip',
      value: files.js / 1000,
      unit: 'kB',
      bar: '≤ 450 kB',
      holds: files.js <= 450_000,
    },
    { name: 'CSS of the first screen, gzip', value: files.css / 1000, unit: 'kB' },
  ]
}

/** Trades the printed address for the session, then opens a page of the app. */
export async function visit(page: Page, url: string, path: string): Promise<void> {
  await page.context().request.get(url, { maxRedirects: 0 })
  await page.goto(new URL(path, url).href, { waitUntil: 'commit' })
}

/** The rows stand and one of them follows the arrow key. */
export async function listTakesKeys(page: Page): Promise<void> {
  await inFrame(page, () => {
    const grid = document.querySelector<HTMLElement>('[role=grid]')
    if (!grid?.querySelector('[role=row][aria-rowindex="3"]')) return null
    grid.focus()
    return true
  })
  await page.keyboard.press('ArrowDown')
  await inFrame(page, () => document.querySelector('[data-current]') && true)
}

async function startEmpty(browser: Browser): Promise<number> {
  const page = await newPage(browser)
  const began = performance.now()
  const child = spawn(process.execPath, ['-e', emptyHost], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  await page.goto(url, { waitUntil: 'commit' })
  await inFrame(page, () => {
    document.body?.focus()
    return document.activeElement === document.body && document.readyState === 'complete' ? true : null
  })
  await page.keyboard.press('ArrowDown')
  await inFrame(page, () => document.querySelector('[data-current]') && true)
  const time = performance.now() - began
  await page.context().close()
  child.kill()
  return time
}
