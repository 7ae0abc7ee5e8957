import type { Locator } from '@playwright/test'
import { formatYuan, parseCents, sumCents } from '../../src-shared/kernel/cents.ts'
import { docxOf, p } from '../support/docx-of.ts'
import { sheetOf } from '../support/sheet-of.ts'
import { cellsOf, digits } from '../support/spreadsheet.ts'
import { expect, signInAs, test } from './app.ts'

const excelFile = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const wordFile = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

test('everything is found by keyboard, and language and theme change at once and stay', async ({
  desk: page,
  opened: { desktop },
}) => {
  await test.step('Ctrl+K finds by pinyin initials and by two characters', async () => {
    await page.keyboard.press('Control+k')
    const search = page.getByPlaceholder('搜索合同、订单、单位、产品，或输入要做的事')
    await search.fill('nbyh')
    await expect(page.getByRole('button', { name: /宁波屿禾精密制造有限公司/ }).first()).toBeVisible()
    await search.fill('硬度')
    await expect(page.getByRole('button', { name: /洛氏硬度计/ }).first()).toBeVisible()
    await search.fill('没有这样的记录')
    await expect(page.getByText('没有找到“没有这样的记录”')).toBeVisible()
    await search.fill('屿禾精密')
    await expect(page.getByText('没有找到')).toBeHidden()
    await page.getByRole('button', { name: /^宁波屿禾精密制造有限公司/ }).waitFor()
    await page.keyboard.press('Escape')
    await expect(search).toBeHidden()
  })

  await test.step('letters go to places, / searches the list, ? tells them', async () => {
    await page.locator('body').press('g')
    await page.keyboard.press('d')
    await expect(page.getByRole('heading', { name: '产品', level: 1 })).toBeVisible()
    await page.locator('body').press('Shift+?')
    await expect(page.getByRole('dialog', { name: '键盘快捷键' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.keyboard.press('/')
    await page.keyboard.type('bxqg')
    await expect(page.getByRole('row').filter({ hasText: '薄型气缸' })).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: '洛氏硬度计' })).toBeHidden()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('row').filter({ hasText: '洛氏硬度计' })).toBeVisible()
  })

  await test.step('language and theme stay when the window is loaded anew', async () => {
    const html = page.locator('html')
    await page.getByRole('button', { name: /当前人员/ }).click()
    await page.getByRole('menuitem', { name: '深色' }).click()
    await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark')
    await page.getByRole('button', { name: /当前人员/ }).click()
    await page.getByRole('menuitem', { name: 'English' }).click()
    await expect(page.getByRole('link', { name: 'Contracts' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('link', { name: 'Contracts' })).toBeVisible()
    await expect(html).toHaveAttribute('lang', 'en')
    await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark')
    const native = await desktop?.app.evaluate(({ Menu, nativeTheme }) => ({
      menu: Menu.getApplicationMenu()!.getMenuItemById('newContract')!.label,
      theme: nativeTheme.themeSource,
    }))
    if (native !== undefined) expect(native).toEqual({ menu: 'New contract', theme: 'dark' })
  })
})

test('contracts are filtered, kept as a view, added up and exported to Excel', async ({ desk: page, savedFile }) => {
  await page.getByRole('link', { name: '合同', exact: true }).click()
  const rows = page
    .getByRole('grid', { name: '合同' })
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') })
  await expect(rows.first()).toBeVisible()

  await test.step('a filter leaves only what it says', async () => {
    await page.getByRole('button', { name: '状态', exact: true }).click()
    await page.getByRole('menuitemcheckbox', { name: '履行中' }).click()
    await page.keyboard.press('Escape')
    await expect(rows.filter({ hasNotText: '履行中' })).toHaveCount(0)
    await expect(rows.first()).toBeVisible()
  })

  await test.step('it is kept under a name, and comes back by it', async () => {
    await page.getByRole('button', { name: '视图' }).click()
    await page.getByRole('menuitem', { name: '保存当前筛选为视图' }).click()
    await page.getByLabel('视图名称').fill('在办的合同')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '清除筛选' }).click()
    await expect(rows.filter({ hasNotText: '履行中' }).first()).toBeVisible()
    await page.reload()
    await page.getByRole('button', { name: '视图' }).click()
    await page.getByRole('menuitem', { name: '在办的合同', exact: true }).click()
    await expect(rows.filter({ hasNotText: '履行中' })).toHaveCount(0)
  })

  const chosen = [rows.nth(0), rows.nth(1), rows.nth(2)]
  await test.step('what is selected is added up to the fen', async () => {
    for (const row of chosen) await row.getByRole('checkbox').check()
    const amounts = await Promise.all(chosen.map(async (row) => parseCents((await amountIn(row))!)))
    await expect(page.getByText(`金额 ${formatYuan(sumCents(amounts))} · `)).toBeVisible()
    await expect(page.getByText('已选 3 条')).toBeVisible()
  })

  await test.step('the ledger has the same contracts with the same amounts', async () => {
    const texts = await Promise.all(chosen.map((row) => row.getByRole('gridcell').allTextContents()))
    const shown = await Promise.all(chosen.map((row) => amountIn(row)))
    await page.getByRole('button', { name: '导出台账' }).click()
    const dialog = page.getByRole('dialog', { name: '导出合同台账' })
    const bytes = await savedFile(() => dialog.getByRole('button', { name: '导出', exact: true }).click())
    await expect(page.getByText(/台账已导出，共 \d+ 份合同/)).toBeVisible()
    const sheet = await cellsOf(bytes)
    for (const [i, cells] of texts.entries()) {
      const number = cells.find((text) => /-\d{4,}/.test(text))!
      const line = sheet.find((each) => each.includes(number))
      expect(line, number).toBeDefined()
      const figures = line!.flatMap((cell) =>
        typeof cell === 'object' && cell !== null && 'digits' in cell ? [Number(digits(cell)).toFixed(2)] : [],
      )
      expect(figures).toContain(shown[i]!.replaceAll(',', ''))
    }
  })
})

/** The first sum of money in a row: the contract's total. */
async function amountIn(row: Locator): Promise<string | undefined> {
  return /[\d,]+\.\d\d/.exec((await row.getByRole('gridcell').allTextContents()).join(' '))?.[0]
}

test('an Excel file is looked through before its products, and its lines of goods, are taken in', async ({
  desk: page,
}) => {
  const choose = async (button: string, headings: string[], rows: string[][]) => {
    await page.getByRole('button', { name: button, exact: true }).click()
    const buffer = Buffer.from(await sheetOf(headings, rows))
    await page
      .getByRole('dialog')
      .locator('input[type=file]')
      .setInputFiles({ name: '清单.xlsx', mimeType: excelFile, buffer })
    return page.getByRole('dialog')
  }

  // Sheets of ours have a hidden first column, so that the price stands in E.
  await test.step('products: the new one comes, the wrong one is named by its cell', async () => {
    await page.getByRole('link', { name: '产品', exact: true }).click()
    const dialog = await choose(
      '导入',
      ['编码', '名称', '单位', '含税单价', '税率', '图号'],
      [
        ['DR-1', '对刀仪', '台', '12800', '13%', 'x'],
        ['DR-2', '测头', '只', '三千', '13%', 'y'],
      ],
    )
    await expect(dialog.getByText('未识别的列不导入：图号')).toBeVisible()
    await expect(dialog.getByRole('row').filter({ hasText: '测头' })).toContainText('E3 含税单价')
    await dialog.getByRole('button', { name: '导入 1 条' }).click()
    await expect(page.getByText('已从“清单.xlsx”导入 1 条')).toBeVisible()
    await expect(page.getByRole('grid').getByRole('row').filter({ hasText: '对刀仪' })).toBeVisible()
  })

  await test.step('lines: added to a draft, its total to the fen', async () => {
    await page.goto(new URL('/contracts/new?template=none', page.url()).href)
    const dialog = await choose(
      '从 Excel 导入',
      ['品名', '数量', '单价'],
      [
        ['对刀仪', '2', '12800.05'],
        ['合计', '2', ''],
      ],
    )
    await expect(dialog.getByText('读到 1 行明细')).toBeVisible()
    await dialog.getByRole('button', { name: '导入 1 条' }).click()
    await expect(page.getByText('¥25,600.10').first()).toBeVisible()
  })
})

test('a Word file becomes a template: its mistakes shown in place, its fields mapped, its questions asked', async ({
  desk: page,
}) => {
  await page.goto(new URL('/templates?import=true', page.url()).href)
  const choose = page.locator('input[type=file]').first()
  const give = (name: string, bytes: Uint8Array) =>
    choose.setInputFiles({ name, mimeType: wordFile, buffer: Buffer.from(bytes) })

  await test.step('a list that does not end is shown with its sentence and cannot be imported', async () => {
    await give('未写完.docx', docxOf(p('设备清单') + p('{{FOR 明细 IN 合同.明细}}') + p('名称：{{明细.名称}}')))
    await expect(page.getByText('文件有错误，改正后才能导入。')).toBeVisible()
    await expect(page.getByText(/FOR 明细 IN 合同\.明细/).first()).toBeVisible()
    await expect(page.getByRole('button', { name: '导入', exact: true })).toBeDisabled()
  })

  await test.step('the mended file is mapped and imported', async () => {
    await give(
      '设备验收协议.docx',
      docxOf(p('设备验收协议') + p('采购单位：{{客户名}}') + p('验收期为 {{验收天数}} 天，自到货起算。')),
    )
    await expect(page.getByText('0 个由合同数据填写，2 个在起草时询问。')).toBeVisible()
    await page.getByRole('combobox', { name: '客户名 填写方式' }).fill('甲方.名称')
    await page.getByRole('option', { name: '甲方.名称', exact: true }).click()
    await expect(page.getByText('1 个由合同数据填写，1 个在起草时询问。')).toBeVisible()
    await page.getByLabel('验收天数 问题').fill('验收期（天）')
    await page.getByRole('button', { name: '导入', exact: true }).click()
    await expect(page.getByText('模板“设备验收协议”已导入')).toBeVisible()
  })

  await test.step('a draft made from it asks the question and fills the field from the contract', async () => {
    await page.goto(new URL('/contracts/new', page.url()).href)
    await page.getByRole('button', { name: /设备验收协议/ }).click()
    await page.getByRole('textbox', { name: '甲方单位' }).fill('nbyh')
    await page.getByRole('option', { name: '宁波屿禾精密制造有限公司' }).first().click()
    await page.getByLabel('验收期（天）').fill('30')
    const preview = page.getByRole('complementary', { name: '合同文件预览' })
    await expect(preview).toContainText('采购单位：宁波屿禾精密制造有限公司')
    await expect(preview).toContainText('验收期为 30 天')
  })
})

test('a person is added whom a taken account refuses first, and the next number shows while its rule is typed', async ({
  desk: page,
}) => {
  await test.step('the refusal stands at its field in words', async () => {
    await page.goto(new URL('/settings/people?new=true', page.url()).href)
    const drawer = page.getByRole('dialog', { name: '添加人员' })
    await drawer.getByLabel('姓名').fill('温知夏')
    const account = drawer.getByLabel('账号')
    await account.fill('linbotao')
    await drawer.getByRole('checkbox', { name: /^法务/ }).check()
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(account).toHaveAttribute('aria-invalid', 'true')
    await expect(account).toHaveAccessibleDescription(/账号“linbotao”已属于林柏陶/)
    await account.fill('wenzhixia')
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(drawer).toBeHidden()
    await expect(page.getByRole('row').filter({ hasText: '温知夏' })).toBeVisible()
    await signInAs(page, '温知夏')
    await signInAs(page, '江立川')
  })

  await test.step('the rule of sales contracts', async () => {
    await page.goto(new URL('/settings/numbering', page.url()).href)
    await page.getByRole('button', { name: /^编辑合同（所有类型）的编号规则/ }).click()
    const dialog = page.getByRole('dialog', { name: '编辑编号规则' })
    const pattern = dialog.getByLabel('规则')
    await pattern.fill('QD-{yyyy}-{seq}')
    await expect(pattern).toHaveAttribute('aria-invalid', 'true')
    await pattern.fill('QD{type}{yyyy}{mm}-{serial:5}')
    await expect(dialog.getByText(/下一个编号：QD[A-Z]{2}\d{6}-\d{5}$/)).toBeVisible()
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('编号规则已保存')).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: 'QD{type}{yyyy}{mm}-{serial:5}' })).toContainText(
      /QD[A-Z]{2}\d{6}-\d{5}/,
    )
  })
})
