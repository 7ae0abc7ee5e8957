import { expect, test } from './app.ts'

test('the first run makes a workspace, gives a recovery key, and both passphrase and key open it', async ({
  emptyDesk: page,
}) => {
  await page.getByRole('button', { name: '创建工作区' }).click()
  await page.getByLabel('工作区口令').fill('春江潮水连海平')
  await page.getByLabel('再输入一次').fill('春江潮水连海')
  await expect(page.getByRole('button', { name: '下一步' })).toBeDisabled()
  await page.getByLabel('工作区口令').fill('春江潮水连海平海上')
  await page.getByLabel('再输入一次').fill('春江潮水连海平海上')
  await page.getByRole('button', { name: '下一步' }).click()

  await page.getByLabel('公司名称').fill('上海海上明月贸易有限公司')
  await page.getByLabel('统一社会信用代码').fill('91310115MA1K4DKY1Y')
  await expect(page.getByText('校验通过')).toBeHidden()
  await page.getByLabel('统一社会信用代码').fill('91310115MA1K4DKY1X')
  await expect(page.getByText('校验通过')).toBeVisible()
  await page.getByRole('button', { name: '下一步' }).click()

  await page.getByLabel('姓名').fill('张若虚')
  await page.getByLabel('账号').fill('zhangruoxu')
  await page.getByRole('button', { name: '创建', exact: true }).click()

  await expect(page.getByRole('heading', { name: '请抄写恢复密钥' })).toBeVisible()
  const key = (await page.getByRole('listitem').allTextContents()).join('-')
  await expect(page.getByRole('button', { name: '进入工作区' })).toBeDisabled()
  await page.getByLabel('我已抄写并妥善保管恢复密钥').check()
  await page.getByRole('button', { name: '进入工作区' }).click()
  await expect(page.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible()

  const lock = async () => {
    await page.getByRole('button', { name: '当前人员 张若虚' }).click()
    await page.getByRole('menuitem', { name: '锁定工作区' }).click()
    await expect(page.getByRole('heading', { name: '解锁工作区' })).toBeVisible()
  }
  await lock()
  await page.getByLabel('口令', { exact: true }).fill('月照花林皆似霰')
  await page.getByRole('button', { name: '解锁', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('口令')
  await page.getByLabel('口令', { exact: true }).fill('春江潮水连海平海上')
  await page.getByRole('button', { name: '解锁', exact: true }).click()
  await expect(page.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible()

  await lock()
  await page.getByRole('button', { name: '忘记口令？' }).click()
  await page.getByLabel('恢复密钥').fill(key.toLowerCase())
  await page.getByRole('button', { name: '解锁', exact: true }).click()
  await expect(page.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible()
})
