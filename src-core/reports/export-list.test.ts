import { describe, expect, it } from 'vitest'
import { parseCents } from '../../src-shared/kernel/cents.ts'
import { parseQuantity, parseUnitPrice, rate } from '../../src-shared/kernel/decimal.ts'
import {
  cancelOrder,
  confirmOrder,
  createOrder,
  createShipment,
  getOrder,
} from '../../src-shared/orders/orders-operations.ts'
import { createParty } from '../../src-shared/parties/parties-operations.ts'
import { recordPayment, voidPayment } from '../../src-shared/payments/payments-operations.ts'
import { localDate } from '../../src-shared/kernel/local-date.ts'
import { makeWorkspace, type TestDesk } from '../../test/support/make-workspace.ts'
import { cellsOf, digits, partOf } from '../../test/support/spreadsheet.ts'

async function exported(desk: TestDesk, task: string, input: object) {
  const { fileHash, rows } = (await desk.core.runTask(task, input, desk.people.generalManager)) as {
    fileHash: string
    rows: number
  }
  const file = desk.core.workspace.files.get(fileHash)
  const [title, note, header, ...cells] = await cellsOf(file)
  return { file, rows, title, note, header: header!, cells }
}

const order = (partyId: string, quantity: string) => ({
  kind: 'sales' as const,
  partyId,
  orderedOn: localDate('2026-11-20'),
  lines: [
    {
      name: '泵',
      unit: '台',
      quantity: parseQuantity(quantity),
      unitPrice: parseUnitPrice('0.1'),
      taxRate: rate(130_000),
    },
  ],
})

describe('the list of orders in Excel', () => {
  it('holds all pages of what the list shows, with the totals of the screen: cancelled orders count nothing', async () => {
    await using desk = await makeWorkspace()
    const { id: partyId } = desk.run(createParty, { kind: 'customer', name: '宁波屿禾有限公司' })
    const made = Array.from({ length: 205 }, () => desk.run(createOrder, order(partyId, '3')))
    desk.run(cancelOrder, { id: made[0]!.id, version: made[0]!.version, reason: '重复' })
    const confirmed = desk.run(confirmOrder, { id: made[1]!.id, version: made[1]!.version })
    const line = desk.ask(getOrder, { id: confirmed.id }).lines[0]!
    desk.run(createShipment, {
      orderId: confirmed.id,
      lines: [{ orderLineId: line.id, quantity: parseQuantity('1') }],
    })
    const sheet = await exported(desk, 'orders.export', { kind: 'sales', language: 'zh' })
    expect(sheet.rows).toBe(205)
    expect(sheet.title![0]).toBe('订单')
    expect(sheet.note![0]).toContain('金额单位：元')
    const at = (title: string) => sheet.header.indexOf(title)
    const total = sheet.cells.at(-1)!
    expect(sheet.cells).toHaveLength(206)
    expect(total[0]).toBe('合计')
    expect(parseCents(digits(total[at('订单金额')]))).toBe(204 * 30)
    expect(parseCents(digits(total[at('已发货')]))).toBe(10)
    expect(parseCents(digits(total[at('未发货')]))).toBe(204 * 30 - 10)
    const cancelled = sheet.cells.find((row) => row[at('状态')] === '已取消')!
    expect(cancelled[at('订单金额')]).toBeNull()
    expect((cancelled[at('下单日期')] as Date).toISOString().slice(0, 10)).toBe('2026-11-20')
    expect(partOf(sheet.file, 'xl/worksheets/sheet1.xml')).toMatch(/<pane xSplit="1" ySplit="3"[^>]*state="frozen"/)
    expect((await exported(desk, 'orders.export', { kind: 'purchase' })).rows).toBe(0)
  })
})

describe('the list of payments in Excel', () => {
  it('has money in and money out in columns of their own, and no amounts of void ones', async () => {
    await using desk = await makeWorkspace()
    const { id: partyId } = desk.run(createParty, { kind: 'both', name: '宁波屿禾有限公司' })
    const pay = (direction: 'in' | 'out', amount: string) =>
      desk.run(recordPayment, {
        direction,
        partyId,
        amount: parseCents(amount),
        paidOn: localDate('2026-11-20'),
        method: 'transfer',
      })
    pay('in', '100.10')
    pay('out', '7')
    const { id, version } = pay('in', '900')
    desk.run(voidPayment, { id, version, reason: '录错' })
    const sheet = await exported(desk, 'payments.export', {})
    const total = sheet.cells.at(-1)!
    const at = (title: string) => sheet.header.indexOf(title)
    expect(parseCents(digits(total[at('收款金额')]))).toBe(10_010)
    expect(parseCents(digits(total[at('付款金额')]))).toBe(700)
    expect(parseCents(digits(total[at('未核销')]))).toBe(10_710)
    expect(sheet.cells.map((row) => row[at('方式')])).toEqual(['银行转账', '银行转账', '银行转账', null])
    const english = await exported(desk, 'payments.export', { language: 'en', direction: 'out' })
    expect(english.rows).toBe(1)
    expect(english.header.slice(0, 3)).toEqual(['Number', 'Date', 'Direction'])
  })
})
