import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { barriers } from './barriers.ts'

const screens = [
  '/',
  '/approvals',
  '/contracts',
  '/contracts/new',
  '/orders',
  '/orders/new',
  '/payments',
  '/payments/new',
  '/parties',
  '/parties/new',
  '/products',
  '/templates',
  '/clauses',
  ...['company', 'people', 'departments', 'numbering', 'seals', 'flows', 'data', 'audit', 'appearance', 'about'].map(
    (section) => `/settings/${section}`,
  ),
]

/** Lists whose first record is looked at too, with the tabs of its page. */
const records: readonly (readonly [list: string, tabs: readonly string[]])[] = [
  [`/contracts?stage=${encodeURIComponent('["active"]')}`, ['标的明细', '收付款', '订单', '审批', '版本', '历史']],
  ['/approvals', []],
  ['/orders', []],
  ['/payments', []],
  ['/parties', ['联系人', '合同', '订单', '收付款']],
  ['/templates', []],
]

// The screens are the same in both hosts; the slow ones are looked at in one.
test(
  'no screen has a barrier for anyone, in the light and in the dark',
  { tag: '@web' },
  async ({ emptyDesk: page }) => {
    // Some forty screens.
    test.setTimeout(600_000)
    const look = async (where: string) => {
      expect.soft(await barriers(page), where).toEqual([])
    }
    await page.getByRole('heading', { level: 1 }).waitFor()
    await look('the first run')
    await page.getByRole('button', { name: '先看看示例数据' }).click()
    await page.getByRole('heading', { name: '工作台', level: 1 }).waitFor()
    for (const screen of screens) {
      await go(page, screen)
      await look(screen)
    }
    for (const [list, tabs] of records) {
      await go(page, list)
      await firstRow(page).dblclick()
      await page.waitForURL(({ pathname }) => pathname.split('/').length === 3)
      await settle(page)
      await look(`first of ${list}`)
      for (const tab of tabs) {
        await page.getByRole('tab', { name: tab }).click()
        await settle(page)
        await look(`first of ${list}, ${tab}`)
      }
    }
    await go(page, `/contracts?stage=${encodeURIComponent('["draft"]')}`)
    await firstRow(page).dblclick()
    await page.getByRole('button', { name: '编辑', exact: true }).click()
    await page.getByRole('complementary', { name: '合同文件预览' }).waitFor()
    await settle(page)
    await look('a draft')
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('搜索合同、订单、单位、产品，或输入要做的事').fill('屿禾')
    await page.getByRole('button', { name: '宁波屿禾精密制造有限公司 往来单位' }).waitFor()
    await look('the palette')
  },
)

const firstRow = (page: Page) => page.getByRole('grid').getByRole('row').nth(1)

async function go(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href)
  await settle(page)
}

/** Until the screen has its data. */
async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await expect(page.locator('.mantine-Skeleton-root:visible, .mantine-Loader-root:visible')).toHaveCount(0)
}
