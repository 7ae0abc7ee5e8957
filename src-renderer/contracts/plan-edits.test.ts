import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cents } from '../../src-shared/kernel/cents.ts'
import { rate } from '../../src-shared/kernel/decimal.ts'
import {
  byShares,
  newPlanItem,
  plannedSum,
  remainderIntoLast,
  remainderOf,
  withAmount,
  withShare,
} from './plan-edits.ts'

const total = cents(1_000_00)

describe('a payment plan while it is typed', () => {
  it('shows what is left, and puts it into the last instalment', () => {
    const items = [
      newPlanItem({ name: '预付款', amount: cents(300_00) }),
      newPlanItem({ name: '尾款', amount: cents(600_00) }),
    ]
    expect(remainderOf(items, total)).toBe(100_00)
    const filled = remainderIntoLast(items, total, '全款')
    expect(filled.map(({ amount }) => amount)).toEqual([300_00, 700_00])
    expect(filled[1]!.rate).toBe(700_000)
  })

  it('takes from the last instalment when more is planned than there is', () => {
    const items = [newPlanItem({ amount: cents(800_00) }), newPlanItem({ amount: cents(500_00) })]
    expect(remainderIntoLast(items, total, '全款').map(({ amount }) => amount)).toEqual([800_00, 200_00])
  })

  it('begins with one instalment of all when there is none', () => {
    expect(remainderIntoLast([], total, '全款')).toMatchObject([{ name: '全款', amount: total, rate: 1_000_000 }])
  })

  it('keeps share and amount together, whichever is typed', () => {
    const item = newPlanItem()
    expect(withShare(item, rate(300_000), total)).toMatchObject({ amount: 300_00 })
    expect(withAmount(item, cents(333_33), total)).toMatchObject({ rate: 333_300 })
  })

  it('splits a new total by the shares so that not a 分 is left', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), fc.integer({ min: 1, max: 999_999 }), (amount, first) => {
        const items = [newPlanItem({ rate: rate(first) }), newPlanItem({ rate: rate(1_000_000 - first) })]
        expect(plannedSum(byShares(items, cents(amount)))).toBe(amount)
      }),
    )
  })
})
