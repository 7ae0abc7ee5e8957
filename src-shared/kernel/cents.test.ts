import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addCents,
  allocateCents,
  applyRate,
  cents,
  formatCents,
  formatYuan,
  lineAmount,
  negateCents,
  parseCents,
  subtractCents,
  sumCents,
} from './cents.ts'
import { parseQuantity, parseRate, parseUnitPrice, quantity, rate, unitPrice } from './decimal.ts'
import { Refusal } from './refusal.ts'

fc.configureGlobal({ seed: 20_261_124 })

const anyCents = fc.maxSafeInteger().map((n) => cents(n))
const usualCents = fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map((n) => cents(n))

const refusalOf = (text: string): string => {
  try {
    parseCents(text)
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'none'
}

describe('reading an amount', () => {
  it.each([
    ['1,234.50', 123_450],
    ['¥1234.5', 123_450],
    ['￥１，２３４．５', 123_450],
    ['1234.5元', 123_450],
    ['人民币1234.5元整', 123_450],
    ['RMB 1,234.5', 123_450],
    ['50万', 50_000_000],
    ['1.23456万元', 1_234_560],
    ['1.23456789亿', 12_345_678_900],
    ['-1.5亿元', -15_000_000_000],
    ['-¥3', -300],
    ['¥-3', -300],
    ['(1,234.50)', -123_450],
    ['（１，２３４．５０）', -123_450],
    ['.5', 50],
    ['0', 0],
    ['-0.00', 0],
    ['12.500000', 1250],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('%s is %d 分', (text, fen) => {
    expect(parseCents(text)).toBe(fen)
  })

  it.each([
    '',
    '元',
    '¥',
    '一百元',
    '1,23',
    '12万5千',
    '1.2.3',
    '--3',
    '-¥-3',
    '(-3)',
    '3%',
    '$3',
    '1e5',
    '万',
    '3 万亿',
    '5.',
  ])('refuses %j as no amount', (text) => {
    expect(refusalOf(text)).toBe('money.notAnAmount')
  })

  it('refuses fractions of a 分, also behind a unit', () => {
    expect(refusalOf('1.234')).toBe('money.tooManyDecimals')
    expect(refusalOf('1.2345678万')).toBe('money.tooManyDecimals')
    expect(refusalOf('0.00000000001亿')).toBe('money.tooManyDecimals')
  })

  it('refuses more than can be counted exactly', () => {
    expect(refusalOf('90071992547409.92')).toBe('money.tooLarge')
    expect(refusalOf('999999999亿')).toBe('money.tooLarge')
  })

  it('reads back every amount it writes, in each of its forms', () => {
    fc.assert(
      fc.property(anyCents, (amount) => {
        expect(parseCents(formatCents(amount))).toBe(amount)
        expect(parseCents(formatYuan(amount))).toBe(amount)
      }),
    )
  })
})

describe('writing an amount', () => {
  it('groups thousands and keeps two decimals', () => {
    expect(formatCents(cents(123_450))).toBe('1,234.50')
    expect(formatCents(cents(-5))).toBe('-0.05')
    expect(formatCents(cents(0))).toBe('0.00')
    expect(formatYuan(cents(123_450))).toBe('¥1,234.50')
    expect(formatYuan(cents(-300))).toBe('-¥3.00')
  })
})

describe('reckoning with amounts', () => {
  it('adds up exactly in any order', () => {
    fc.assert(
      fc.property(fc.array(usualCents), (amounts) => {
        const sum = sumCents(amounts)
        expect(sumCents(amounts.toReversed())).toBe(sum)
        expect(amounts.reduce(addCents, cents(0))).toBe(sum)
        expect(subtractCents(sum, sum)).toBe(0)
        expect(addCents(negateCents(sum), sum)).toBe(0)
      }),
    )
  })

  it('stops where numbers stop being exact, and only then', () => {
    const most = cents(Number.MAX_SAFE_INTEGER)
    expect(() => addCents(most, cents(1))).toThrow(RangeError)
    expect(() => cents(1.5)).toThrow(RangeError)
    expect(() => lineAmount(unitPrice(Number.MAX_SAFE_INTEGER), quantity(Number.MAX_SAFE_INTEGER))).toThrow(RangeError)
    // The sum passes the limit on the way and comes back.
    expect(sumCents([most, most, negateCents(most)])).toBe(most)
    expect(Object.is(negateCents(cents(0)), 0)).toBe(true)
  })

  it('prices a line to the 分, half away from zero', () => {
    expect(lineAmount(parseUnitPrice('1280'), parseQuantity('12.5'))).toBe(1_600_000)
    expect(lineAmount(parseUnitPrice('0.005'), parseQuantity('1'))).toBe(1)
    expect(lineAmount(parseUnitPrice('0.005'), parseQuantity('-1'))).toBe(-1)
    expect(lineAmount(parseUnitPrice('0.004999'), parseQuantity('1'))).toBe(0)
    // 1.005 is below 1.005 as a binary fraction: counted with floats this line loses a 分.
    expect(lineAmount(parseUnitPrice('1.005'), parseQuantity('1'))).toBe(101)
    expect(lineAmount(parseUnitPrice('8.8888'), parseQuantity('3.3333'))).toBe(2963)
  })

  it('is within half a 分 of the exact price of a line', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (p, q) => {
        const error = BigInt(lineAmount(unitPrice(p), quantity(q))) * 10_000_000_000n - BigInt(p) * BigInt(q)
        expect(error <= 5_000_000_000n && error >= -5_000_000_000n).toBe(true)
      }),
    )
  })

  it('takes a share of an amount', () => {
    expect(applyRate(cents(100_000), parseRate('30%'))).toBe(30_000)
    expect(applyRate(cents(1), parseRate('50%'))).toBe(1)
    expect(applyRate(cents(-1), parseRate('50%'))).toBe(-1)
    fc.assert(
      fc.property(anyCents, (amount) => {
        expect(applyRate(amount, rate(1_000_000))).toBe(amount)
      }),
    )
  })
})

describe('splitting a total by weights', () => {
  it('gives the left-over 分 to the largest remainders, ties to the earlier part', () => {
    expect(allocateCents(cents(100), [1, 1, 1])).toEqual([34, 33, 33])
    expect(allocateCents(cents(-100), [1, 1, 1])).toEqual([-34, -33, -33])
    expect(allocateCents(cents(10), [1, 0, 2])).toEqual([3, 0, 7])
    expect(allocateCents(cents(5), [0, 1])).toEqual([0, 5])
    expect(allocateCents(cents(0), [3, 4])).toEqual([0, 0])
  })

  const weights = fc.array(fc.nat({ max: Number.MAX_SAFE_INTEGER }), { minLength: 1, maxLength: 30 })

  it('sums to the total and leaves no part a whole 分 off its share', () => {
    fc.assert(
      fc.property(anyCents, weights, (total, list) => {
        const sum = list.reduce((so, weight) => so + BigInt(weight), 0n)
        fc.pre(sum > 0n)
        const parts = allocateCents(total, list)
        expect(parts.reduce((so, part) => so + BigInt(part), 0n)).toBe(BigInt(total))
        for (const [index, part] of parts.entries()) {
          const error = BigInt(part) * sum - BigInt(total) * BigInt(list[index]!)
          expect(error < sum && error > -sum).toBe(true)
        }
      }),
    )
  })

  it('gives nothing to a part without weight', () => {
    fc.assert(
      fc.property(anyCents, weights, (total, list) => {
        expect(allocateCents(total, [0, ...list, 1])[0]).toBe(0)
      }),
    )
  })

  it('will not split over nothing or over negative weights', () => {
    expect(() => allocateCents(cents(1), [])).toThrow(RangeError)
    expect(() => allocateCents(cents(1), [0, 0])).toThrow(RangeError)
    expect(() => allocateCents(cents(1), [2, -1])).toThrow(RangeError)
    expect(() => allocateCents(cents(1), [0.5])).toThrow(RangeError)
  })
})
