import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { cents, sumCents } from '../../src-shared/kernel/cents.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { amountOf, moveInto, proposedAmounts, remainderOf, settlementsOf } from './settlement-amounts.ts'

const item = (id: string, open: number, proposed = 0) => ({
  planItemId: id as Id<'PaymentPlanItem'>,
  contractId: 'contract' as Id<'Contract'>,
  openAmount: cents(open),
  proposed: cents(proposed),
})

describe('settling a payment by hand', () => {
  const items = [item('a', 500, 500), item('b', 300, 100), item('c', 200)]

  it('begins with what was proposed', () => {
    const amounts = proposedAmounts(items)
    expect(remainderOf(cents(600), items, amounts)).toBe(0)
    expect(settlementsOf(items, amounts)).toEqual([
      { planItemId: 'a', amount: 500 },
      { planItemId: 'b', amount: 100 },
    ])
  })

  it('takes a contract without instalments as a whole', () => {
    const whole = { ...item('', 400, 400), planItemId: null, contractId: 'k' as Id<'Contract'> }
    const amounts = moveInto(cents(1000), [...items, whole], {}, 'rest', 'k')
    expect(settlementsOf([...items, whole], amounts)).toEqual([{ contractId: 'k', amount: 400 }])
  })

  it('drops what is left onto an instalment, as far as it is open', () => {
    const amounts = moveInto(cents(1000), items, {}, 'rest', 'b')
    expect(amounts).toEqual({ b: 300 })
    expect(remainderOf(cents(1000), items, amounts)).toBe(700)
  })

  it('moves from one instalment to another, and leaves what does not fit', () => {
    const amounts = moveInto(cents(500), items, { a: cents(500) }, 'a' as Id<'PaymentPlanItem'>, 'c')
    expect(amounts).toEqual({ a: 300, c: 200 })
  })

  it('never makes or loses money, and never fills beyond what is open', () => {
    const three = fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000))
    fc.assert(
      fc.property(
        three,
        three,
        fc.nat(5000),
        fc.constantFrom('rest', 'x', 'y', 'z'),
        fc.constantFrom('x', 'y', 'z'),
        (open, given, total, from, to) => {
          const of = ['x', 'y', 'z'].map((id, i) => item(id, open[i]!))
          const before = Object.fromEntries(
            of.map(({ planItemId, openAmount }, i) => [planItemId, cents(Math.min(given[i]!, openAmount))]),
          )
          const after = moveInto(cents(total), of, before, from as 'rest', to)
          const sum = (amounts: typeof after) => sumCents(of.map(({ planItemId }) => amountOf(amounts, planItemId)))
          expect(sum(after) + remainderOf(cents(total), of, after)).toBe(total)
          if (from !== 'rest') expect(sum(after)).toBe(sum(before))
          for (const { planItemId, openAmount } of of)
            expect(amountOf(after, planItemId)).toBeLessThanOrEqual(openAmount)
        },
      ),
    )
  })
})
