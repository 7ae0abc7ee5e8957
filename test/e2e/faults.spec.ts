import type { Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, pick, signInAs, test } from './app.ts'

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
