import readWorkbook from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { cents, parseCents, sumCents } from '../../src-shared/kernel/cents.ts'
import { rate, rateOf } from '../../src-shared/kernel/decimal.ts'
import { localDate } from '../../src-shared/kernel/local-date.ts'
import { splitTax } from '../../src-shared/kernel/tax.ts'
import { cellsOf, digits, partOf } from '../../test/support/spreadsheet.ts'
import { writeContractLedger, type LedgerOptions } from './contract-ledger.ts'
import type { LedgerRow } from './ledger-row.ts'

const options: LedgerOptions = {
  title: '合同台账',
  company: '杭州澜岑机电设备有限公司',
  period: '2026-01-01 至 2026-11-24',
  generatedAt: Date.UTC(2026, 10, 24, 9, 30),
  timeZone: 'Asia/Shanghai',
  author: '方一平',
  language: 'zh',
}

function ledgerRow(at: number, changes: Partial<LedgerRow> = {}): LedgerRow {
  const amount = cents(1_000_10 + at * 37_33)
  const settledAmount = cents(at * 11_11)
  const { net, tax } = splitTax(amount, rate(130_000))
  return {
    number: `XS-202601-${String(at + 1).padStart(4, '0')}`,
    title: '测量设备购销合同',
    type: 'sales',
    direction: at % 3 === 2 ? 'out' : 'in',
    ourRole: '乙方',
    counterparty: `宁波屿禾第${at % 25}有限公司`,
    creditCode: null,
    department: '销售部',
    owner: '沈砚秋',
    signedOn: localDate(`2026-${String((at % 11) + 1).padStart(2, '0')}-15`),
    effectiveOn: null,
    expiresOn: null,
    amount,
    netAmount: net,
    taxAmount: tax,
    orderedAmount: amount,
    shippedAmount: amount,
    settledAmount,
    openAmount: cents(amount - settledAmount),
    settledRate: rateOf(settledAmount, amount) ?? null,
    stage: 'active',
    notes: '',
    ...changes,
  }
}

const ledgerRows = (count: number) => Array.from({ length: count }, (_, at) => ledgerRow(at))

describe('the contract ledger', () => {
  it('has totals as formulas over what the filter leaves, with their values for those who do not calculate', async () => {
    const rows = ledgerRows(120)
    const file = await writeContractLedger(rows, options)
    const cells = await cellsOf(file)
    const total = cells.at(-1)!
    expect(total[0]).toBe('合计')
    expect(digits(total[1])).toBe('120')
    expect(parseCents(digits(total[12]))).toBe(sumCents(rows.map(({ amount }) => amount)))
    expect(parseCents(digits(total[18]))).toBe(sumCents(rows.map(({ openAmount }) => openAmount)))
    const sheet = partOf(file, 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<c r="M124"')
    expect(sheet).toContain('<f>ROUND(SUBTOTAL(109,Ledger[合同金额]),2)</f>')
    expect(partOf(file, 'xl/tables/table1.xml')).toMatch(/ref="A3:V124" totalsRowCount="1"><autoFilter ref="A3:V123"/)
  })

  it('agrees with itself: by month, by customer and by supplier come to the same', async () => {
    const rows = [...ledgerRows(120), ledgerRow(120, { signedOn: null })]
    const file = await writeContractLedger(rows, options)
    const sheets = (await readWorkbook(Buffer.from(file))).map(({ sheet }) => sheet)
    expect(sheets).toEqual(['合同台账', '月度', '按客户', '按供应商'])
    const amountOf = (direction: string) =>
      sumCents(rows.filter((row) => row.direction === direction).map((row) => row.amount))
    const months = await cellsOf(file, 2)
    const total = months.find(([first]) => first === '合计')!
    expect(digits(total[1])).toBe('121')
    expect(parseCents(digits(total[2]))).toBe(amountOf('in'))
    expect(parseCents(digits(total[5]))).toBe(amountOf('out'))
    expect(months.some(([first]) => first === '未签订')).toBe(true)
    for (const [sheet, direction] of [
      [3, 'in'],
      [4, 'out'],
    ] as const) {
      const parties = await cellsOf(file, sheet)
      expect(parseCents(digits(parties.find(([first]) => first === '合计')![4]))).toBe(amountOf(direction))
      // Twenty names, then the rest in one row.
      expect(parties.some(([, name]) => name === `其他 5 家${direction === 'in' ? '客户' : '供应商'}`)).toBe(true)
    }
  })

  it('draws native charts with the amounts in 万元 and the number of contracts on an axis of its own', async () => {
    const chart = partOf(await writeContractLedger(ledgerRows(60), options), 'xl/charts/chart1.xml')
    expect(chart).toContain('<c:barChart>')
    expect(chart).toContain('<c:lineChart>')
    for (const words of ['月度签约金额与份数', '万元', '份数']) expect(chart).toContain(`<a:t>${words}</a:t>`)
    expect(chart.match(/<c:valAx>/g)).toHaveLength(2)
    const bars = partOf(await writeContractLedger(ledgerRows(60), options), 'xl/charts/chart2.xml')
    expect(bars).toContain('<c:orientation val="maxMin"/>')
  })

  it('prints across A4 with the header on every page, and says whose it is', async () => {
    const file = await writeContractLedger(ledgerRows(3), options)
    const sheet = partOf(file, 'xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(/<pageSetup paperSize="9"[^>]*fitToHeight="0"[^>]*orientation="landscape"/)
    expect(sheet).toContain('第 &amp;P 页，共 &amp;N 页')
    expect(sheet).toMatch(/<pane xSplit="2" ySplit="3"[^>]*state="frozen"/)
    expect(partOf(file, 'xl/workbook.xml')).toContain('合同台账!$3:$3')
    expect(partOf(file, 'docProps/core.xml')).toContain('2026-11-24T09:30:00Z')
    expect((await cellsOf(file))[1]![0]).toContain('生成于 2026-11-24 17:30')
    const a3 = await writeContractLedger(ledgerRows(3), { ...options, paper: 'a3' })
    expect(partOf(a3, 'xl/worksheets/sheet1.xml')).toContain('paperSize="8"')
  })

  it('shows what is over in grey', async () => {
    const sheet = partOf(
      await writeContractLedger([ledgerRow(0), ledgerRow(1, { stage: 'void' })], options),
      'xl/worksheets/sheet1.xml',
    )
    const style = (cell: string) => new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(sheet)![1]
    expect(style('M4')).not.toBe(style('M5'))
  })

  it('is a whole workbook without contracts, without money, and in English', async () => {
    const empty = await writeContractLedger([], options)
    expect((await readWorkbook(Buffer.from(empty))).map(({ sheet }) => sheet)).toEqual(['合同台账', '月度'])
    const silent = await writeContractLedger([ledgerRow(0, { direction: 'none', amount: cents(0) })], options)
    expect(partOf(silent, 'xl/charts/chart1.xml')).toContain('<c:lineChart>')
    const english = await cellsOf(await writeContractLedger(ledgerRows(2), { ...options, language: 'en', unit: 'wan' }))
    expect(english[2]!.slice(0, 3)).toEqual(['Number', 'Title', 'Type'])
    expect(english[3]![2]).toBe('Sales')
    expect(english[1]![0]).toContain('CNY 10 000')
  })

  it('tells how far it is and takes rows as they arrive', async () => {
    const seen: number[] = []
    async function* arriving() {
      yield* ledgerRows(2600)
    }
    await writeContractLedger(arriving(), { ...options, onProgress: (rows) => seen.push(rows) })
    expect(seen.at(-1)).toBe(2600)
    expect(seen.toSorted((a, b) => a - b)).toEqual(seen)
    expect(seen.length).toBeGreaterThan(3)
  })
})
