import { describe, expect, it } from 'vitest'
import { documentsHere } from '../../test/support/documents-here.ts'
import { makeWorkspace, type TestDesk } from '../../test/support/make-workspace.ts'
import { partOf } from '../../test/support/spreadsheet.ts'
import { creditCodeCheckDigit } from '../../src-shared/kernel/credit-code.ts'
import { parseRate, parseUnitPrice, quantity, unitPrice } from '../../src-shared/kernel/decimal.ts'
import { localDate } from '../../src-shared/kernel/local-date.ts'
import type { ImportPreview } from '../../src-shared/imports/import-preview.ts'
import { createParty, getParty, listParties } from '../../src-shared/parties/parties-operations.ts'
import { createProduct, getProduct, listProducts } from '../../src-shared/products/products-operations.ts'
import { writeSheet } from '../reports/write-sheet.ts'
import { sheetOf } from '../../test/support/sheet-of.ts'

const desk = () => makeWorkspace({ documents: documentsHere() })

/** Such a sheet in the file store. */
const storedSheet = async (desk: TestDesk, headings: string[], rows: string[][]): Promise<string> =>
  desk.core.workspace.files.put(await sheetOf(headings, rows))

const run = async (desk: TestDesk, name: string, input: object, options: object = {}): Promise<unknown> =>
  desk.core.runTask(name, input, desk.people.generalManager, options)

const productHeadings = ['编码', '品名', '规格', '单位', '单价（元）', '税率', '图号']
const pump = ['P-1', '离心泵', 'IS 80', '台', '1280.50', '13%', 'x']

describe('importing products', () => {
  it('says what each row would do and names every wrong cell', async () => {
    await using d = await desk()
    const { id } = d.run(createProduct, {
      code: 'P-9',
      name: '旧泵',
      unit: '台',
      unitPrice: parseUnitPrice('1'),
      taxRate: parseRate('13%'),
    })
    const fileHash = await storedSheet(d, productHeadings, [
      pump,
      ['P-9', '新泵', '', '台', '2', '0.13', ''],
      ['P-1', '又一台', '', '台', '3', '13', ''],
      ['P-2', '', '', '台', '三元', '130%', ''],
    ])
    const preview = (await run(d, 'products.checkImport', { fileHash })) as ImportPreview
    expect(preview).toMatchObject({ headerRow: 1, ignored: ['图号'] })
    expect(preview.rows.map(({ row, outcome, same, sameAsRow }) => ({ row, outcome, same, sameAsRow }))).toEqual([
      { row: 2, outcome: 'new', same: null, sameAsRow: null },
      { row: 3, outcome: 'duplicate', same: { id, name: '旧泵' }, sameAsRow: null },
      { row: 4, outcome: 'duplicate', same: null, sameAsRow: 2 },
      { row: 5, outcome: 'wrong', same: null, sameAsRow: null },
    ])
    expect(preview.rows[3]!.problems.map(({ cell, column, code }) => [cell, column, code])).toEqual([
      ['C5', 'name', 'line.missing'],
      ['F5', 'unitPrice', 'unitPrice.notANumber'],
      ['G5', 'taxRate', 'sheet.field'],
    ])
    expect(d.ask(listProducts, {}).total).toBe(1)
  })

  it('makes what is new and right, one entry of the audit for each batch, and nothing the second time', async () => {
    await using d = await desk()
    const rows = Array.from({ length: 450 }, (_, at) => [`P-${at}`, `泵 ${at}`, '', '台', '12.5', '13%', ''])
    const fileHash = await storedSheet(d, productHeadings, rows)
    const seen: number[] = []
    const report = await run(
      d,
      'products.import',
      { fileHash, fileName: '产品.xlsx' },
      { progress: ({ step, done }: { step: string; done: number }) => step === 'import' && seen.push(done) },
    )
    expect(report).toEqual({ created: 450, duplicate: 0, wrong: 0 })
    expect(seen).toEqual([200, 400, 450])
    const [first] = d.ask(listProducts, { text: 'P-449' }).rows
    expect(d.ask(getProduct, { id: first!.id })).toMatchObject({
      name: '泵 449',
      unitPrice: 12_500_000,
      taxRate: 130_000,
    })
    expect(await run(d, 'products.import', { fileHash, fileName: '产品.xlsx' })).toEqual({
      created: 0,
      duplicate: 450,
      wrong: 0,
    })
  })

  it('stops between two batches and keeps those that were made', async () => {
    await using d = await desk()
    const fileHash = await storedSheet(
      d,
      productHeadings,
      Array.from({ length: 450 }, (_, at) => [`P-${at}`, '泵', '', '台', '1', '13%', '']),
    )
    const cancel = new AbortController()
    const progress = ({ step }: { step: string }) => step === 'import' && cancel.abort(new Error('stopped'))
    await expect(
      run(d, 'products.import', { fileHash, fileName: 'p.xlsx' }, { signal: cancel.signal, progress }),
    ).rejects.toThrow('stopped')
    expect(d.ask(listProducts, {}).total).toBe(200)
  })

  it('takes typed cells digit by digit: numbers, percentages and what our own export wrote', async () => {
    await using d = await desk()
    const file = await writeSheet({
      name: '产品',
      company: '',
      author: '',
      language: 'zh',
      generatedAt: 0,
      columns: [
        { key: 'code', kind: 'text', title: { zh: '编码', en: '' } },
        { key: 'name', kind: 'text', title: { zh: '名称', en: '' } },
        { key: 'unit', kind: 'text', title: { zh: '单位', en: '' } },
        { key: 'price', kind: 'unitPrice', title: { zh: '含税单价', en: '' } },
        { key: 'tax', kind: 'percent', title: { zh: '税率', en: '' } },
      ],
      rows: [
        { id: '1', code: '007', name: '泵', unit: '台', price: unitPrice(1_100_000), tax: parseRate('13%') },
        { id: '2', code: '008', name: '阀', unit: '台', price: unitPrice(1), tax: parseRate('0%') },
      ],
    })
    const fileHash = d.core.workspace.files.put(file)
    expect(await run(d, 'products.import', { fileHash, fileName: 'p.xlsx' })).toMatchObject({ created: 2 })
    expect(d.ask(listProducts, { sort: 'code' }).rows.map((row) => [row.code, row.unitPrice, row.taxRate])).toEqual([
      ['007', 1_100_000, 130_000],
      ['008', 1, 0],
    ])
  })

  it('needs the right to keep products', async () => {
    await using d = await desk()
    const fileHash = await storedSheet(d, productHeadings, [pump])
    await expect(
      d.core.runTask('products.import', { fileHash, fileName: 'p.xlsx' }, d.people.sales),
    ).rejects.toMatchObject({ code: 'access.denied' })
  })
})

describe('importing parties', () => {
  const code = (first17: string) => `${first17}${creditCodeCheckDigit(first17)}`

  it('knows a party again by its credit code and by its name, and points out names that are alike', async () => {
    await using d = await desk()
    const known = code('91330201MA2AAAAA1')
    d.run(createParty, { kind: 'customer', name: '宁波屿禾精密机械有限公司', creditCode: known })
    const fileHash = await storedSheet(
      d,
      ['单位名称', '类型', '统一社会信用代码', '联系人', '手机', '账期'],
      [
        ['屿禾精密', '客户', known, '', '', ''],
        ['宁波屿禾精密机械有限公司 ', '客户', '', '', '', ''],
        ['宁波屿禾精密机械股份有限公司', '客户/供应商', '', '王敏', '13800000000', '30天'],
        ['上海甲有限公司', '朋友', `${known.slice(0, 17)}${known.endsWith('0') ? '1' : '0'}`, '', '', '很久'],
      ],
    )
    const preview = (await run(d, 'parties.checkImport', { fileHash })) as ImportPreview
    expect(preview.rows.map(({ outcome }) => outcome)).toEqual(['duplicate', 'duplicate', 'new', 'wrong'])
    expect(preview.rows[2]!.problems).toMatchObject([{ cell: 'B4', code: 'party.similarName' }])
    expect(preview.rows[3]!.problems.map(({ cell, code }) => [cell, code])).toEqual([
      ['C5', 'party.kindUnknown'],
      ['D5', 'creditCode.checkDigit'],
      ['G5', 'party.daysUnreadable'],
    ])
    expect(await run(d, 'parties.import', { fileHash, fileName: '客户.xlsx' })).toEqual({
      created: 1,
      duplicate: 2,
      wrong: 1,
    })
    const [made] = d.ask(listParties, { text: '股份' }).rows
    expect(d.ask(getParty, { id: made!.id })).toMatchObject({
      kind: 'both',
      paymentTermDays: 30,
      contacts: [{ name: '王敏', mobile: '13800000000', isPrimary: true }],
    })
  })
})

describe('reading a sheet', () => {
  it('keeps the numbers of rows, and reads dates, numbers and empty cells as people see them', async () => {
    await using d = await desk()
    const file = await writeSheet({
      name: '明细',
      company: '',
      author: '',
      language: 'zh',
      generatedAt: 0,
      columns: [
        { key: 'name', kind: 'text', title: { zh: '名称', en: '' } },
        { key: 'count', kind: 'quantity', title: { zh: '数量', en: '' } },
        { key: 'on', kind: 'date', title: { zh: '交货日期', en: '' } },
      ],
      rows: [
        { id: 'a', name: '泵', count: quantity(2_500_000), on: localDate('2026-12-31') },
        { id: '', name: '', count: null, on: null },
        { id: 'c', name: '阀', count: quantity(1_000_000_000_000), on: null },
      ],
    })
    const fileHash = d.core.workspace.files.put(file)
    expect(await run(d, 'imports.readSheet', { fileHash })).toEqual({
      rows: [
        { number: 1, cells: ['记录标识', '名称', '数量', '交货日期'] },
        { number: 2, cells: ['a', '泵', '2.5', '2026-12-31'] },
        { number: 4, cells: ['c', '阀', '1000000', ''] },
      ],
    })
  })

  it('refuses what is no Excel file, saying what it is', async () => {
    await using d = await desk()
    const read = (bytes: Uint8Array) => run(d, 'imports.readSheet', { fileHash: d.core.workspace.files.put(bytes) })
    await expect(read(Buffer.from('名称,数量\n泵,1\n'))).rejects.toMatchObject({ code: 'sheet.notExcel' })
    await expect(read(Buffer.from('%PDF-1.7'))).rejects.toMatchObject({ code: 'sheet.notExcel' })
  })
})

describe('the template of an import', () => {
  it.each(['products', 'parties', 'lines'] as const)(
    'for %s has headings that the import understands',
    async (kind) => {
      await using d = await desk()
      for (const language of ['zh', 'en'] as const) {
        const { fileHash } = (await run(d, 'imports.makeTemplate', { kind, language })) as { fileHash: string }
        expect(partOf(d.core.workspace.files.get(fileHash), 'xl/workbook.xml')).toContain(
          language === 'zh' ? '填写说明' : 'How to fill it in',
        )
        if (kind !== 'lines')
          expect(await run(d, `${kind}.checkImport`, { fileHash })).toMatchObject({
            headerRow: 1,
            ignored: [],
            rows: [],
          })
      }
    },
  )
})
