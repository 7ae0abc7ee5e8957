import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { PNG } from 'pngjs'
import { chromium, type Browser, type Page } from 'playwright-core'
import prepare, { sampleHome } from '../test/e2e/prepare.ts'
import { chromiumLaunch } from '../src-cli/browser/chromium.ts'
import { startWebApp } from '../src-cli/browser/web-app.ts'
import { places, type Place } from './screenshot-places.ts'

const root = join(import.meta.dirname, '..')
const everything = join(root, 'out', 'screenshots')
const shown = join(root, 'docs', 'screenshots')

/** Only pictures whose name has one of these words are made anew. */
const wanted = process.argv.slice(2)

type Look = readonly [language: 'zh' | 'en', scheme: 'light' | 'dark', width: 1440 | 1280 | 640]

const main = ['home', 'contracts', 'contract-document', 'draft', 'approval', 'order', 'payment-new', 'party'] as const
const lists = ['contracts', 'approvals', 'orders', 'payments', 'parties', 'products', 'templates'] as const

/** Each screen once as most people see it, the main ones in every look; 640 wide is a 1280 screen at 200 %. */
const full: readonly (readonly [Look, readonly Place[]])[] = [
  [['zh', 'light', 1440], Object.keys(places) as Place[]],
  [['zh', 'dark', 1440], Object.keys(places) as Place[]],
  [['en', 'light', 1440], Object.keys(places) as Place[]],
  [['en', 'dark', 1280], main],
  [
    ['zh', 'light', 1280],
    [...main, 'orders', 'payments'],
  ],
  [
    ['en', 'light', 1280],
    [...main, 'orders', 'payments'],
  ],
  [
    ['zh', 'light', 640],
    [...main, 'orders', 'payments', 'settings-company'],
  ],
]
const empty: typeof full = [
  [
    ['zh', 'light', 1440],
    ['home', ...lists],
  ],
  [
    ['en', 'dark', 1280],
    ['home', ...lists],
  ],
]

/** What the folder of documentation keeps. */
const chosen: readonly string[] = [
  'welcome-zh-light-1440',
  'home-zh-light-1440',
  'home-en-dark-1280',
  'home-zh-light-1440-empty',
  'contracts-zh-light-1440',
  'contracts-en-light-1440',
  'contracts-zh-light-1440-empty',
  'draft-zh-light-1440',
  'draft-zh-dark-1440',
  'contract-document-zh-light-1440',
  'contract-document-zh-dark-1440',
  'contract-lines-zh-light-1440',
  'approval-zh-light-1440',
  'orders-zh-dark-1440',
  'order-zh-light-1440',
  'payment-new-zh-light-1440',
  'party-en-light-1440',
  'template-zh-light-1440',
  'settings-seals-zh-light-1440',
  'palette-zh-light-1440',
]

await prepare()
mkdirSync(everything, { recursive: true })
const browser = await chromium.launch(await chromiumLaunch())
try {
  await photograph(browser, full, true)
  await photograph(browser, empty, false)
} finally {
  await browser.close()
}
mkdirSync(shown, { recursive: true })
for (const name of chosen)
  if (existsSync(join(everything, `${name}.png`)))
    copyFileSync(join(everything, `${name}.png`), join(shown, `${name}.png`))

/** The app on a folder of its own, once through all looks: with the sample company or with an empty workspace. */
async function photograph(from: Browser, looks: typeof full, sample: boolean): Promise<void> {
  const name = (place: string, look: Look) => [place, ...look, ...(sample ? [] : ['empty'])].join('-')
  const todo = looks
    .map(([look, these]) => [look, these.filter((place) => isWanted(name(place, look)))] as const)
    .filter(([, these]) => these.length > 0)
  if (todo.length === 0) return
  const home = mkdtempSync(join(tmpdir(), 'qidan-screenshots-'))
  if (sample) cpSync(sampleHome, home, { recursive: true })
  const host = await startWebApp(home)
  const context = await from.newContext({ timezoneId: 'Asia/Shanghai', locale: 'zh-CN', reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    // The first start on a busy machine takes its time.
    await page.goto(host.url, { timeout: 60_000 })
    let entered = false
    for (const [look, these] of todo) {
      if (!entered) {
        // The way in is written in Chinese.
        const first: Look = ['zh', 'light', 1440]
        await wear(page, first)
        if (sample && isWanted(name('welcome', first))) await save(page, name('welcome', first))
        await (sample ? enterSample(page) : createWorkspace(page))
      }
      entered = true
      await wear(page, look)
      for (const place of these) {
        try {
          await places[place](page)
        } catch (error) {
          // The picture shows what stood in the way; the others are still made.
          process.stderr.write(`${name(place, look)}: ${String(error)}\n`)
          process.exitCode = 1
        }
        await save(page, name(place, look))
      }
    }
  } finally {
    await context.close()
    await host.close()
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

function isWanted(name: string): boolean {
  return wanted.length === 0 || wanted.some((word) => name.includes(word))
}

async function wear(page: Page, [language, scheme, width]: Look): Promise<void> {
  await page.setViewportSize({ width, height: { 1440: 900, 1280: 800, 640: 400 }[width] })
  await page.evaluate(
    ([language, scheme]) => {
      localStorage.clear()
      localStorage.setItem('qidan.language', language)
      localStorage.setItem('mantine-color-scheme-value', scheme)
    },
    [language, scheme] as const,
  )
  await page.reload()
}

async function enterSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /示例数据|sample data/i }).click()
  await page.getByRole('navigation').first().waitFor()
}

async function createWorkspace(page: Page): Promise<void> {
  await page.getByRole('button', { name: '创建工作区' }).click()
  await page.getByLabel('工作区口令').fill('春江潮水连海平海上')
  await page.getByLabel('再输入一次').fill('春江潮水连海平海上')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('公司名称').fill('杭州澜岑机电设备有限公司')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('姓名').fill('江立川')
  await page.getByLabel('账号').fill('jianglichuan')
  await page.getByRole('button', { name: '创建', exact: true }).click()
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: '进入工作区' }).click()
  await page.getByRole('navigation').first().waitFor()
}

/** When the picture stands still: nothing loads, and the same was seen twice. As a PNG without transparency, in which the text of a screen packs best. */
async function save(page: Page, name: string): Promise<void> {
  let before: Buffer = Buffer.alloc(0)
  for (let tries = 0; tries < 20; tries++) {
    const busy = await page.locator('.mantine-Skeleton-root:visible, .mantine-Loader-root:visible').count()
    const now = await page.screenshot({ animations: 'disabled', caret: 'hide' })
    if (busy === 0 && now.equals(before)) break
    before = now
    await wait(500)
  }
  const file = join(everything, `${name}.png`)
  writeFileSync(file, PNG.sync.write(PNG.sync.read(before), { colorType: 2, deflateLevel: 9 }))
  process.stdout.write(`${name}.png ${Math.round(statSync(file).size / 1024)} kB\n`)
}
