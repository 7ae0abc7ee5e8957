import { describe, expect, it } from 'vitest'
import { amountOf, goodsColumns, goodsRow, goodsTotals, newGoodsRow, readGoodsLines } from './goods-lines.ts'
import type { GoodsTranslate } from './goods-words.ts'
import { lineRow } from './line-rows.ts'

const columns = goodsColumns(((key: string) => key) as GoodsTranslate, { deliverBy: true })
const typed = lineRow({ name: '球阀', quantity: '12.5', unitPrice: '99.8', taxRate: '13%', deliverBy: '2026/12/1' })

describe('lines of goods', () => {
  it('are read exactly, blank ones left out', () => {
    const [line, ...rest] = readGoodsLines([typed, newGoodsRow()], columns)!
    expect(rest).toEqual([])
    expect(line).toEqual({
      productId: null,
      name: '球阀',
      specification: '',
      unit: '',
      quantity: 12_500_000,
      unitPrice: 99_800_000,
      taxRate: 130_000,
      deliverBy: '2026-12-01',
      remark: '',
    })
  })
  it('come back as they were typed after they were saved', () => {
    const lines = readGoodsLines([typed], columns)!
    expect(readGoodsLines(lines.map(goodsRow), columns)).toEqual(lines)
  })
  it('are not read while one of them cannot be', () => {
    expect(
      readGoodsLines([typed, lineRow({ name: '闸阀', quantity: '三', unitPrice: '1', taxRate: '13%' })], columns),
    ).toBeUndefined()
  })
  it('add up as the document will, each line rounded by itself', () => {
    const half = lineRow({ name: 'a', quantity: '1', unitPrice: '0.005', taxRate: '13%' })
    expect(amountOf(half)).toBe(1)
    expect(goodsTotals([half, half, lineRow({ quantity: '?' })])).toEqual({ amount: 2, net: 2, tax: 0 })
    expect(goodsTotals([typed])).toEqual({ amount: 124_750, net: 110_398, tax: 14_352 })
  })
})
