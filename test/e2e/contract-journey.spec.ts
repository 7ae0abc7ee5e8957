import { expect, pick, signInAs, test } from './app.ts'

test('a draft beside its live document is sent back once, agreed to, sealed, signed, delivered and paid', async ({
  desk: page,
  savedFile,
}) => {
  await signInAs(page, '林柏陶')
  await page.getByRole('link', { name: '合同', exact: true }).click()
  await page.getByRole('link', { name: '新建合同' }).first().click()
  await page.getByRole('button', { name: /销售合同/ }).click()

  await test.step('what is typed stands in the document at once', async () => {
    await page.getByLabel('合同名称').fill('三坐标测量机销售合同')
    await pick(page, '甲方单位', 'nbyh', '宁波屿禾精密制造有限公司')
    const preview = page.getByRole('complementary', { name: '合同文件预览' })
    await expect(preview).toContainText('宁波屿禾精密制造有限公司')
    await page.getByRole('button', { name: '添加一行' }).click()
    await expect(page.getByRole('combobox', { name: '产品或服务，第 1 行' })).toBeFocused()
    await page.keyboard.type('szbcl')
    await page.getByRole('option', { name: /LC-CMM 5064/ }).click()
    await expect(page.getByRole('textbox', { name: '数量，第 1 行' })).toBeFocused()
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    await expect(page.getByText('肆拾叁万叁仟元整')).toBeVisible()
    await page.getByRole('button', { name: '全款' }).click()
    await expect(page.getByText('已与合同总额一致')).toBeVisible()
    await expect(preview).toContainText('三坐标测量机')
  })

  await test.step('answers what the template asks for, until nothing stands in the way', async () => {
    await page.getByRole('button', { name: '保存草稿' }).click()
    await expect(page.getByRole('heading', { name: /三坐标测量机销售合同/ })).toBeVisible()
    const questions = page.locator('#part-questions').getByRole('textbox')
    await expect(questions.first()).toBeVisible()
    for (const question of await questions.all()) await question.fill('5')
    await page.keyboard.press('Control+s')
    await expect(page.getByText(/已自动保存/)).toBeVisible()
  })

  const submit = async () => {
    await page.getByRole('button', { name: '提交审批' }).click()
    const dialog = page.getByRole('dialog', { name: '提交审批' })
    await dialog.getByRole('button', { name: '提交', exact: true }).click()
    // What prints otherwise than in Word is asked about first.
    const anyway = dialog.getByRole('button', { name: '仍然提交' })
    await anyway.or(page.getByText('已提交审批')).first().waitFor()
    if (await anyway.isVisible()) await anyway.click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('审批中').first()).toBeVisible()
  }
  const openTask = async () => {
    await page.getByRole('link', { name: '审批', exact: true }).click()
    await page.getByRole('row').filter({ hasText: '三坐标测量机销售合同' }).dblclick()
    await expect(page.getByRole('region', { name: '第 1 页' })).toContainText('宁波屿禾精密制造有限公司')
  }
  const agree = async (name: string) => {
    await signInAs(page, name)
    await openTask()
    await page.keyboard.press('a')
    await page.getByRole('dialog').getByRole('button', { name: '同意' }).click()
    await expect(page.getByText('已同意').first()).toBeVisible()
  }

  await test.step('the head of department sends it back with a reason', async () => {
    await submit()
    await signInAs(page, '沈砚秋')
    await openTask()
    await page.keyboard.press('b')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '退回' }).click()
    await expect(dialog.getByText('驳回或退回时请写明意见，发起人会看到')).toBeVisible()
    await dialog.getByLabel('审批意见').fill('请写明签订地点')
    await dialog.getByRole('button', { name: '退回' }).click()
    await expect(page.getByText('已退回').first()).toBeVisible()
  })

  await test.step('the seller mends it and everyone agrees', async () => {
    await signInAs(page, '林柏陶')
    await page.getByRole('link', { name: '合同', exact: true }).click()
    await page.getByRole('row').filter({ hasText: '三坐标测量机销售合同' }).dblclick()
    await page.getByRole('tab', { name: '审批' }).click()
    await expect(page.getByText('请写明签订地点')).toBeVisible()
    await page.getByRole('button', { name: '编辑', exact: true }).click()
    await page.getByLabel('签订地点').fill('宁波市鄞州区')
    await submit()
    await agree('沈砚秋')
    await agree('傅明岚')
  })

  await test.step('the contract is sealed and signed, and the PDF proves it', async () => {
    await signInAs(page, '江立川')
    await page.getByRole('link', { name: '合同', exact: true }).click()
    await page.getByRole('row').filter({ hasText: '三坐标测量机销售合同' }).dblclick()
    await page.getByRole('button', { name: '盖章签署' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '盖章并签署' }).click()
    await expect(page.getByText('合同已签署')).toBeVisible({ timeout: 40_000 })
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.getByRole('button', { name: '验证签名' }).first().click()
    await expect(page.getByText(/杭州澜岑机电设备有限公司/).first()).toBeVisible()
    const bytes = await savedFile(async () => {
      await page.getByRole('button', { name: '下载', exact: true }).click()
      await page.getByRole('menuitem', { name: '下载 PDF' }).click()
    })
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.includes('/ByteRange')).toBe(true)
  })

  await test.step('it is ordered in two clicks, not beyond what remains', async () => {
    await page.getByRole('button', { name: '下订单', exact: true }).click()
    const quantity = page.getByRole('textbox', { name: /^本次下单/ })
    await expect(quantity).toHaveValue('2')
    await quantity.fill('3')
    await page.getByRole('button', { name: '保存并确认' }).click()
    await expect(page.getByText(/要下单 3 .*，合同还剩 2 .*（合同 2，已下单 0）/)).toBeVisible()
    await expect(quantity).toBeFocused()
    await quantity.fill('2')
    await page.getByRole('button', { name: '保存并确认' }).click()
    await expect(page.getByRole('region', { name: '订单进度' }).or(page.getByLabel('订单进度')).first()).toBeVisible()
  })

  await test.step('it is shipped with a waybill and received', async () => {
    await page.getByRole('button', { name: '登记发货' }).first().click()
    const dialog = page.getByRole('dialog', { name: '登记发货' })
    await dialog.getByLabel('承运人').fill('德邦快递')
    await dialog.getByLabel('运单号').fill('DPK2026112401')
    await dialog.getByRole('button', { name: '登记发货' }).click()
    await expect(page.getByText('DPK2026112401')).toBeVisible()
    await page.getByRole('button', { name: '登记收货' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: '登记收货' }).click()
    await expect(page.getByText('没有在途')).toBeVisible()
  })

  await test.step('the receipt is settled as proposed', async () => {
    await page.getByRole('link', { name: '合同', exact: true }).click()
    await page.getByRole('row').filter({ hasText: '三坐标测量机销售合同' }).dblclick()
    await page.getByRole('button', { name: '登记收款' }).click()
    await page.getByRole('textbox', { name: '金额', exact: true }).fill('43.3万')
    await expect(page.getByRole('row').filter({ hasText: '三坐标测量机销售合同' })).toBeVisible()
    await expect(page.getByText('全部核销')).toBeVisible()
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await expect(page.getByText('核销到 1 期')).toBeVisible()
  })
})
