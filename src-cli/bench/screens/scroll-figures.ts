import type { Page } from 'playwright-core'
import { middle, type Figure } from '../measure.ts'
import { listTakesKeys } from './start-figures.ts'

/** Pixels a second, as when a wheel is spun, and how far: some fifteen pages of a hundred rows. */
const speed = 8000
const distance = 54_000

interface Frames {
  perSecond: number
  longest: number
  rows: number
}

/** The list of contracts scrolled by the wheel through what the host must send meanwhile, against rows of plain text that are all there. */
export async function scrollFigures(page: Page, url: URL, runs: number): Promise<Figure[]> {
  const list: Frames[] = []
  const plain: Frames[] = []
  for (let i = 0; i < runs; i += 1) {
    await page.goto('about:blank')
    await page.setContent(plainList)
    plain.push(await framesOfScroll(page, 'div'))
    await page.goto(new URL('/contracts', url).href, { waitUntil: 'commit' })
    await listTakesKeys(page)
    list.push(await framesOfScroll(page, '[role=grid]'))
  }
  const of = (frames: Frames[], key: keyof Frames) => middle(frames.map((each) => each[key]))
  const compared = (key: keyof Frames) => ({
    value: of(list, key),
    baseline: { name: 'plain rows, all there', value: of(plain, key) },
  })
  const frames = compared('perSecond')
  return [
    {
      name: 'frames while the list of 100 000 contracts is scrolled by the wheel',
      ...frames,
      unit: '/s',
      bar: '≥ 50 /s',
      holds: frames.value >= 50,
    },
    // Less than the wheel asks for where the next page was not there in time.
    { name: 'rows that passed meanwhile', ...compared('rows'), unit: '/s' },
    { name: 'longest frame meanwhile', ...compared('longest'), unit: 'ms' },
  ]
}

async function framesOfScroll(page: Page, scroller: string): Promise<Frames> {
  const session = await page.context().newCDPSession(page)
  await page.evaluate(() => {
    const frames: number[] = []
    const note = (at: number) => {
      frames.push(at)
      requestAnimationFrame(note)
    }
    requestAnimationFrame(note)
    Object.assign(window, { frames })
  })
  await session.send('Input.synthesizeScrollGesture', {
    x: 800,
    y: 500,
    yDistance: -distance,
    speed,
    gestureSourceType: 'mouse',
  })
  const { frames, reached } = await page.evaluate(
    (selector) => ({
      frames: (window as unknown as { frames: number[] }).frames,
      reached: document.querySelector(selector)!.scrollTop,
    }),
    scroller,
  )
  await session.detach()
  const gaps = frames.slice(1).map((at, i) => at - frames[i]!)
  const seconds = (frames.at(-1)! - frames[0]!) / 1000
  return { perSecond: gaps.length / seconds, longest: Math.max(...gaps), rows: reached / 36 / seconds }
}

/** As many cells as a page of the list has, moved by the compositor alone. */
const plainList = `<!doctype html><style>
body { margin: 0; font: 13px sans-serif }
div { height: 900px; overflow: auto }
p { display: flex; height: 36px; margin: 0 }
span { width: 120px; overflow: hidden; white-space: nowrap }
</style><div>${Array.from({ length: 2000 }, (_, i) => `<p>${Array.from({ length: 11 }, (_, n) => `<span>${i} ${n}</span>`).join('')}</p>`).join('')}</div>`
