import type { Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tool } from '../support/tools.ts'
import { startWebApp } from '../../src-cli/browser/web-app.ts'
import { expect, pick, signInAs, test } from './app.ts'

const clockSetBack = new URL('../support/clock-set-back.mjs', import.meta.url).href

test('a party that may exist already is pointed out, and a refusal stands at its field', async ({ desk: page }) => {
  await page.goto(new URL('/parties/new', page.url()).href)
  await page.getByRole('textbox', { name: '名称', exact: true }).fill('宁波屿禾精密制造公司')
  await expect(page.getByText('宁波屿禾精密制造有限公司')).toBeVisible()
  await page.getByLabel('统一社会信用代码').fill('91330212MAGA09149H')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(
    page.getByText(/信用代码.*宁波屿禾精密制造有限公司|宁波屿禾精密制造有限公司.*信用代码/).first(),
  ).toBeVisible()
  await page
    .getByRole('button', { name: '使用' })
    .or(page.getByRole('button', { name: '改用' }))
    .first()
    .click()
  await expect(page.getByRole('heading', { name: '宁波屿禾精密制造有限公司' })).toBeVisible()
})

test('what is typed while a new draft is being saved goes on into the draft', async ({ desk: page, opened }) => {
  await signInAs(page, '林柏陶')
  await page.goto(new URL('/contracts/new?template=none', page.url()).href)
  await page.getByLabel('合同名称').fill('边存边写的合同')
  await pick(page, '乙方单位', 'hfyc', '合肥砚澄光电科技有限公司')
  // Over a port nothing can be held up; there it goes on in whichever form is there.
  const asked = opened.desktop === undefined ? await holdAnswer(page, '**/rpc/contracts.createDraft') : undefined
  await page.getByRole('button', { name: '保存草稿' }).click()
  await asked?.arrived
  await page.getByLabel('签订地点').fill('合肥市')
  asked?.release()
  await expect(page.getByRole('heading', { name: /边存边写的合同/ })).toBeVisible()
  await expect(page.getByLabel('签订地点')).toHaveValue('合肥市')
  await expect(page.getByText(/已自动保存/)).toBeVisible()
  await expect(page.getByText(/已恢复/)).toBeHidden()
  await page.reload()
  await expect(page.getByLabel('签订地点')).toHaveValue('合肥市')
})

// The desktop app is its own host.
test(
  'what is typed stays when the host is gone, and is there when it has come back',
  { tag: '@web' },
  async ({ desk: page, opened: { host }, home }) => {
    await signInAs(page, '林柏陶')
    await page.getByRole('link', { name: '往来单位' }).click()
    await page.getByRole('link', { name: '新建往来单位' }).first().click()
    const name = page.getByRole('textbox', { name: '名称', exact: true })
    await name.fill('绍兴镜湖轴承有限公司')

    await host!.kill()
    await expect(page.getByText('与本机服务的连接已中断')).toBeVisible()
    await page.getByLabel('地址', { exact: true }).fill('绍兴市越城区')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('alert').first()).toBeVisible()
    await expect(name).toHaveValue('绍兴镜湖轴承有限公司')

    const again = await startWebApp(home, { port: new URL(host!.url).port })
    try {
      await page.goto(again.url)
      await page.getByRole('button', { name: '先看看示例数据' }).click()
      await signInAs(page, '林柏陶')
      await page.getByRole('link', { name: '往来单位' }).click()
      await page.getByRole('link', { name: '新建往来单位' }).first().click()
      await expect(page.getByText(/已恢复 .* 未保存的内容/)).toBeVisible()
      await expect(name).toHaveValue('绍兴镜湖轴承有限公司')
      await expect(page.getByLabel('地址', { exact: true })).toHaveValue('绍兴市越城区')
      await page.getByRole('button', { name: '保存' }).click()
      await expect(page.getByRole('heading', { name: '绍兴镜湖轴承有限公司' })).toBeVisible()
    } finally {
      await again.close()
    }
  },
)

test('a window loaded anew shows again what was typed, to the last letter', async ({ desk: page }) => {
  await page.goto(new URL('/parties/new', page.url()).href)
  const name = page.getByRole('textbox', { name: '名称', exact: true })
  await name.fill('绍兴镜湖轴承有限公司')
  await page.getByLabel('地址', { exact: true }).fill('绍兴市越城区')
  await page.reload()
  await expect(page.getByText(/已恢复 .* 未保存的内容/)).toBeVisible()
  await expect(name).toHaveValue('绍兴镜湖轴承有限公司')
  await expect(page.getByLabel('地址', { exact: true })).toHaveValue('绍兴市越城区')
  await page.getByRole('button', { name: '放弃，重新填写' }).click()
  await expect(name).toHaveValue('')
})

// A full disk is played by a limit on the size of files.
const prlimit = tool('prlimit')
if (prlimit !== undefined)
  test('a disk without room refuses in words and keeps what was typed; with room again it is saved', async ({
    desk: page,
    opened: { pid },
  }) => {
    const limitFiles = (bytes: string) => execFileSync(prlimit, ['--pid', String(pid), `--fsize=${bytes}:`])
    await page.goto(new URL('/parties/new', page.url()).href)
    const name = page.getByRole('textbox', { name: '名称', exact: true })
    await name.fill('绍兴镜湖轴承有限公司')
    limitFiles('4096')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('alert').filter({ hasText: '这一步没有保存，之前的数据完好' })).toBeVisible()
    await expect(name).toHaveValue('绍兴镜湖轴承有限公司')
    limitFiles('unlimited')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('heading', { name: '绍兴镜湖轴承有限公司' })).toBeVisible()
  })

test('a thousand lines pasted at once are taken in, counted up to the fen and saved', async ({ desk: page }) => {
  await signInAs(page, '林柏陶')
  await page.goto(new URL('/contracts/new?template=none', page.url()).href)
  await page.getByLabel('合同名称').fill('一千行的合同')
  await pick(page, '乙方单位', 'hfyc', '合肥砚澄光电科技有限公司')
  await page.getByRole('button', { name: '添加一行' }).click()
  const cell = page.getByRole('combobox', { name: '产品或服务，第 1 行' })
  await expect(cell).toBeFocused()
  // 3 × 0.01, 3 × 0.02, … 3 × 10.00: 3 × 5005.00 in all.
  const rows = Array.from({ length: 1000 }, (_, i) => `零件 ${i + 1}\tM${i}\t件\t3\t${((i + 1) / 100).toFixed(2)}`)
  // As Excel puts it on the clipboard; reading the system's own is not granted in the desktop app.
  await cell.evaluate(
    (element, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    `${rows.join('\r\n')}\r\n`,
  )
  await expect(page.getByText('¥15,015.00').first()).toBeVisible()
  await expect(page.getByText('壹万伍仟零壹拾伍元整')).toBeVisible()
  // Still quick to the hand: the last line is reached and changed.
  await page.keyboard.press('Control+End')
  await expect(page.locator(':focus')).toHaveAccessibleName(/第 1000 行$/)
  await page.getByRole('button', { name: '保存草稿' }).click()
  await expect(page.getByRole('heading', { name: /一千行的合同/ })).toBeVisible()
  await page.reload()
  await expect(page.getByText('¥15,015.00').first()).toBeVisible()
})

test('the later of two windows on one draft sees what changed and chooses', async ({ desk: page, otherWindow }) => {
  await signInAs(page, '林柏陶')
  await page.goto(new URL('/contracts/new?template=none', page.url()).href)
  await page.getByLabel('合同名称').fill('两处编辑的合同')
  await page.getByRole('textbox', { name: '乙方单位' }).fill('hfyc')
  await page.getByRole('option', { name: '合肥砚澄光电科技有限公司' }).click()
  await page.getByRole('button', { name: '保存草稿' }).click()
  await expect(page.getByRole('heading', { name: /两处编辑的合同/ })).toBeVisible()

  const other = await otherWindow()
  await other.getByLabel('签订地点').fill('合肥市')
  await expect(other.getByText(/已自动保存/)).toBeVisible()

  await page.getByLabel('签订地点').fill('上海市')
  const choice = page.getByRole('alert').filter({ hasText: '您编辑期间，这条记录已被修改' })
  await expect(choice).toContainText('合肥市')
  await choice.getByRole('button', { name: '保留我的修改并保存' }).click()
  await expect(page.getByText(/已自动保存/)).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('签订地点')).toHaveValue('上海市')
})

test('what another window writes shows by itself', async ({ desk: page, otherWindow }) => {
  await page.goto(new URL('/products', page.url()).href)
  await page.getByRole('row').filter({ hasText: '薄型气缸' }).waitFor()
  const other = await otherWindow()
  await other.getByRole('row').filter({ hasText: '薄型气缸' }).waitFor()
  await other.getByRole('button', { name: '新建产品' }).first().click()
  const form = other.getByRole('dialog')
  await form.getByLabel('编码').fill('CL-900')
  await form.getByLabel('名称').fill('白光干涉仪')
  await form.getByRole('textbox', { name: '单位', exact: true }).fill('台')
  await form.getByLabel('含税单价').fill('186000')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('row').filter({ hasText: '白光干涉仪' })).toBeVisible()
})

test('a wrong file is turned away with words, a template with mistakes shows where they are', async ({
  desk: page,
  home,
}) => {
  await page.goto(new URL('/templates?import=true', page.url()).href)
  const choose = page.locator('input[type=file]').first()
  const picture = join(home, 'picture.png')
  writeFileSync(picture, Buffer.from('iVBORw0KGgo=', 'base64'))
  await choose.setInputFiles(picture)
  await expect(page.getByText('只能导入 .docx 文件')).toBeVisible()
  const broken = join(home, 'broken.docx')
  writeFileSync(broken, 'no Word file at all')
  await choose.setInputFiles({
    name: 'broken.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from('no Word file at all'),
  })
  await expect(page.getByRole('alert').first()).toBeVisible()
})

/** Lets a request through and keeps its answer back until `release`; `arrived` when the answer is there. */
async function holdAnswer(page: Page, address: string): Promise<{ arrived: Promise<void>; release(): void }> {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>()
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  await page.route(address, async (route) => {
    const response = await route.fetch()
    arrive()
    await released
    await route.fulfill({ response })
  })
  return { arrived, release }
}

test.describe('with the clock set back', () => {
  // The sample's last commands lie ten days ahead of this host.
  test.use({
    hostEnvironment: { NODE_OPTIONS: `--import=${clockSetBack}`, CLOCK_BEHIND_MS: String(10 * 24 * 3600 * 1000) },
  })

  // Playwright starts Electron without NODE_OPTIONS, which sets the clock here.
  test('the desk says so, goes on, and its audit stays sound', { tag: '@web' }, async ({ desk: page }) => {
    await expect(
      page.getByText(/这台电脑的时间早于最近一次操作（\d{4}-\d\d-\d\d \d\d:\d\d）。请校准时间/),
    ).toBeVisible()
    await page.goto(new URL('/parties/new', page.url()).href)
    await page.getByRole('textbox', { name: '名称', exact: true }).fill('绍兴镜湖轴承有限公司')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('heading', { name: '绍兴镜湖轴承有限公司' })).toBeVisible()
    // One's own command under the wrong clock does not hide it.
    await page.reload()
    await expect(page.getByText(/这台电脑的时间早于最近一次操作/)).toBeVisible()
    await page.goto(new URL('/settings/audit', page.url()).href)
    await page.getByRole('button', { name: '校验审计链' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '开始校验' }).click()
    await expect(page.getByText('审计链完整，业务记录与其改动一致')).toBeVisible()
  })
})
