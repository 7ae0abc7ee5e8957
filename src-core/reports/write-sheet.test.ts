import * as fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cents, parseCents, type Cents } from '../../src-shared/kernel/cents.ts'
import {
  parseQuantity,
  quantity,
  rate,
  unitPrice,
  type Quantity,
  type Rate,
  type UnitPrice,
} from '../../src-shared/kernel/decimal.ts'
import { localDate, type LocalDate } from '../../src-shared/kernel/local-date.ts'
import { cellsOf, digits, partOf } from '../../test/support/spreadsheet.ts'
import { tool } from '../../test/support/tools.ts'
import type { SheetColumn } from './sheet-column.ts'
import { writeSheet } from './write-sheet.ts'

fc.configureGlobal({ seed: 20_261_124 })

interface Item {
  id: string
  code: string
  name: string
  on: LocalDate | null
  amount: Cents | null
  count: Quantity
  price: UnitPrice
  share: Rate
  days: number
}

const columns: SheetColumn<Item>[] = [
  { key: 'code', kind: 'text', title: { zh: '编号', en: 'Code' } },
  { key: 'name', kind: 'text', title: { zh: '名称', en: 'Name' } },
  { key: 'on', kind: 'date', title: { zh: '日期', en: 'Date' } },
  { key: 'amount', kind: 'money', title: { zh: '金额', en: 'Amount' } },
  { key: 'count', kind: 'quantity', title: { zh: '数量', en: 'Quantity' } },
  { key: 'price', kind: 'unitPrice', title: { zh: '单价', en: 'Price' } },
  { key: 'share', kind: 'percent', title: { zh: '税率', en: 'Rate' } },
  { key: 'days', kind: 'integer', title: { zh: '天数', en: 'Days' } },
]

const item = (changes: Partial<Item> = {}): Item => ({
  id: '01HK4S9JT803TPA10000000000',
  code: '000123',
  name: '三坐标测量机',
  on: localDate('2026-11-24'),
  amount: cents(123_456),
  count: quantity(12_500_000),
  price: unitPrice(1_280_000_000),
  share: rate(130_000),
  days: 30,
  ...changes,
})

const listOf = (rows: Iterable<Item>, changes: { unit?: 'yuan' | 'wan'; signal?: AbortSignal } = {}) =>
  writeSheet({
    name: '明细',
    company: '杭州澜岑',
    author: '方一平',
    columns,
    rows,
    language: 'zh',
    generatedAt: Date.UTC(2026, 10, 24, 9, 30),
    ...changes,
  })

describe('an exported list', () => {
  it('gives back every value unchanged: text, dates and numbers to their last digit', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((made) => made.trim() !== '')
    const days = fc.date({ min: new Date('1900-03-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    const row = fc.record({
      code: text,
      name: text,
      on: days.map((date) => localDate(date.toISOString().slice(0, 10))),
      amount: fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }).map(cents),
      count: fc.integer({ min: 0, max: 999_999_999_999_999 }).map(quantity),
      price: fc.integer({ min: 0, max: 999_999_999_999 }).map(unitPrice),
      share: fc.integer({ min: 0, max: 1_000_000 }).map(rate),
      days: fc.integer({ min: 0, max: 3650 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (made) => {
        const rows = made.map((values) => item(values))
        const [header, ...cells] = await cellsOf(await listOf(rows))
        expect(header).toEqual(['记录标识', '编号', '名称', '日期', '金额', '数量', '单价', '税率', '天数'])
        cells.forEach((cell, i) => {
          const wanted = rows[i]!
          expect(cell.slice(0, 3)).toEqual([wanted.id, wanted.code, wanted.name])
          expect((cell[3] as Date).toISOString().slice(0, 10)).toBe(wanted.on)
          expect(parseCents(digits(cell[4]))).toBe(wanted.amount)
          expect(parseQuantity(digits(cell[5]))).toBe(wanted.count)
          expect(parseQuantity(digits(cell[6]))).toBe(wanted.price)
          expect(parseQuantity(digits(cell[7]))).toBe(wanted.share)
          expect(Number(digits(cell[8]))).toBe(wanted.days)
        })
        expect(cells).toHaveLength(rows.length)
      }),
      { numRuns: 25 },
    )
  })

  it('never shows a float: 0.1 + 0.2 yuan and the like are written digit by digit', async () => {
    const amounts = [10, 20, 30, 110, 1_005, 4_35, 115_00, 999_999_999_999_999, -1, 0].map(cents)
    const cells = (await cellsOf(await listOf(amounts.map((amount) => item({ amount }))))).slice(1)
    expect(cells.map((row) => digits(row[4]))).toEqual([
      '0.1',
      '0.2',
      '0.3',
      '1.1',
      '10.05',
      '4.35',
      '115',
      '9999999999999.99',
      '-0.01',
      '0',
    ])
  })

  it('keeps every 分 when it is shown in 万元', async () => {
    const cells = await cellsOf(
      await listOf([item({ amount: cents(123_456_789) }), item({ amount: cents(1) })], { unit: 'wan' }),
    )
    expect(cells.slice(1).map((row) => digits(row[4]))).toEqual(['123.456789', '0.000001'])
  })

  it('keeps codes of digits as text, and hides the column of ids', async () => {
    const file = await listOf([item({ code: '007' })])
    expect((await cellsOf(file))[1]![1]).toBe('007')
    expect(partOf(file, 'xl/worksheets/sheet1.xml')).toMatch(/<col min="1" max="1" [^>]*hidden="1"/)
    expect(partOf(file, 'xl/worksheets/sheet1.xml')).toContain('numberStoredAsText="1"')
  })

  const dangerous = [
    '=1+1',
    '+8613800000000',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '=HYPERLINK("http://x","y")',
    "=cmd|' /C calc'!A0",
  ]

  it.each(dangerous)('leaves %j text and never makes a formula of it', async (name) => {
    const file = await listOf([item({ name })])
    expect((await cellsOf(file))[1]![2]).toBe(name)
    const sheet = partOf(file, 'xl/worksheets/sheet1.xml')
    expect(sheet).not.toMatch(/<f[ >]/)
    const style = Number(/<c r="C2" s="(\d+)"/.exec(sheet)![1])
    const formats = [...partOf(file, 'xl/styles.xml').matchAll(/<xf [^>]*?numFmtId[^>]*>/g)].map(([xf]) => xf)
    // The first one is that of cell styles, not of cells.
    expect(formats[style + 1]).toContain('quotePrefix="1"')
  })

  const soffice = tool('soffice')
  if (soffice !== undefined)
    it('is text for LibreOffice too', async () => {
      const file = await listOf(dangerous.slice(0, 4).map((name) => item({ name })))
      const folder = mkdtempSync(join(tmpdir(), 'qidan-excel-'))
      try {
        writeFileSync(join(folder, 'list.xlsx'), file)
        execFileSync(
          soffice,
          [
            '--headless',
            `-env:UserInstallation=file://${folder}/profile`,
            '--convert-to',
            'csv:Text - txt - csv (StarCalc):44,34,76',
            '--outdir',
            folder,
            join(folder, 'list.xlsx'),
          ],
          { stdio: 'pipe' },
        )
        const lines = readFileSync(join(folder, 'list.csv'), 'utf8').trim().split('\n')
        expect(lines.slice(1).map((line) => line.split(',')[2])).toEqual(dangerous.slice(0, 4))
        expect(lines[1]).toContain('2026-11-24')
        expect(lines[1]).toContain('"1,234.56"')
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    })

  it('takes control characters and half emoji, which XML cannot hold', async () => {
    const name = 'a\u0001b\ud800c\r\n<&>_x0041_ \uffff'
    const file = await listOf([item({ name })])
    expect(partOf(file, 'xl/worksheets/sheet1.xml')).toContain(
      'a_x0001_b_xD800_c_x000D_\n&lt;&amp;&gt;_x005F_x0041_ _xFFFF_',
    )
    expect((await cellsOf(file))[1]![2]).toBe(name)
  })

  it('refuses what a cell cannot hold, naming the cell', async () => {
    await expect(listOf([item({ name: 'x'.repeat(32_768) })])).rejects.toMatchObject({
      code: 'report.textTooLong',
      params: { cell: 'C2', length: 32_768, most: 32_767 },
    })
    await expect(listOf([item(), item({ amount: cents(1_000_000_000_000_000) })])).rejects.toMatchObject({
      code: 'report.numberTooLong',
      params: { cell: 'E3', digits: 16 },
    })
  })

  it('gives the same bytes for the same rows, and a sheet with a header for none', async () => {
    expect(Buffer.compare(await listOf([item()]), await listOf([item()]))).toBe(0)
    const [header, ...rest] = await cellsOf(await listOf([]))
    expect(header).toHaveLength(9)
    expect(rest.flat().filter((cell) => cell !== null)).toEqual([])
  })

  it('stops when it is cancelled, between two rows of a long list', async () => {
    const cancel = new AbortController()
    let given = 0
    function* rows() {
      for (;;) {
        if (++given === 5000) cancel.abort(new Error('cancelled'))
        yield item()
      }
    }
    await expect(listOf(rows(), { signal: cancel.signal })).rejects.toThrow('cancelled')
    expect(given).toBeLessThan(6001)
  })
})
