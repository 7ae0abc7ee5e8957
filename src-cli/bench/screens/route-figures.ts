import type { Page } from 'playwright-core'
import { middle, type Figure } from '../measure.ts'
import { timeTaken } from './chromium-page.ts'
import { listTakesKeys } from './start-figures.ts'

/** A click in the navigation until the target stands with its content, for each of its links: the first time after a load, and again. */
export async function routeFigures(page: Page, url: URL, runs: number): Promise<Figure[]> {
  const first = new Map<string, number[]>()
  const again = new Map<string, number[]>()
  for (let i = 0; i < runs; i += 1) {
    await page.goto(new URL('/contracts', url).href, { waitUntil: 'commit' })
    await listTakesKeys(page)
    const paths = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('nav a[href^="/"]')].map((link) => link.pathname),
    )
    // Ends at the list again, so that every path is come to from another one.
    const round = [...paths.filter((path) => path !== '/contracts'), '/contracts']
    for (const times of [first, again])
      for (const path of round) times.set(path, [...(times.get(path) ?? []), await changeTo(page, path)])
  }
  // It was there when the page was loaded.
  first.delete('/contracts')
  return [figureOf('the first time after a load', first), figureOf('again', again)]
}

function figureOf(when: string, times: Map<string, number[]>): Figure {
  const middles = [...times].map(([path, values]) => ({ path, value: middle(values) }))
  const slowest = middles.reduce((a, b) => (b.value > a.value ? b : a))
  const others = middles.map(({ value }) => value)
  return {
    name: `change of route ${when}, the slowest (${slowest.path})`,
    value: slowest.value,
    unit: 'ms',
    baseline: { name: `middle of all ${others.length}`, value: middle(others) },
    bar: '≤ 100 ms',
    holds: slowest.value <= 100,
  }
}

/** Clicks with the mouse; milliseconds from the click to the frame that shows the page without anything still waiting in it. */
async function changeTo(page: Page, path: string): Promise<number> {
  await page.evaluate((target) => {
    const link = document.querySelector<HTMLAnchorElement>(`nav a[href="${target}"]`)!
    const titleNow = () => document.querySelector('#page h1')?.textContent
    const before = titleNow()
    const settled = () => {
      const title = titleNow()
      if (location.pathname !== target || title === undefined || title === before) return false
      const frame = document.querySelector('#page')!
      if (frame.querySelector('.mantine-Skeleton-root')) return false
      const grid = frame.querySelector('[role=grid]')
      return grid === null || grid.querySelector('[role=row][aria-rowindex="2"]') !== null
    }
    window.timeFrom(link, 'click', settled)
  }, path)
  const box = (await page.locator(`nav a[href="${path}"]`).boundingBox())!
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  return timeTaken(page, 300)
}
