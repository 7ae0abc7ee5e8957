import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addQuantity,
  formatQuantity,
  formatRate,
  formatUnitPrice,
  mulDivRound,
  parseQuantity,
  parseRate,
  parseUnitPrice,
  quantity,
  rate,
  rateOf,
  rateOfQuantity,
  subtractQuantity,
  unitPrice,
} from './decimal.ts'
import { Refusal } from './refusal.ts'

fc.configureGlobal({ seed: 20_261_124 })

const refusalOf = (action: () => unknown): string => {
  try {
    action()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'none'
}

describe('multiplying and dividing with one rounding', () => {
  it.each([
    [5n, 1n, 10n, 1n],
    [-5n, 1n, 10n, -1n],
    [4n, 1n, 10n, 0n],
    [-4n, 1n, 10n, 0n],
    [15n, 1n, -10n, -2n],
    [-15n, -1n, -10n, -2n],
    [0n, 7n, -3n, 0n],
    [7n, 3n, 2n, 11n],
  ])('%d × %d / %d = %d, half away from zero', (a, b, divisor, result) => {
    expect(mulDivRound(a, b, divisor)).toBe(result)
  })

  it('is within half a unit of the exact quotient, and the half goes away from zero', () => {
    const any = fc.bigInt(-(10n ** 24n), 10n ** 24n)
    fc.assert(
      fc.property(any, any, any, (a, b, divisor) => {
        fc.pre(divisor !== 0n)
        const error = 2n * (mulDivRound(a, b, divisor) * divisor - a * b)
        const size = divisor < 0n ? -divisor : divisor
        expect(error <= size && error >= -size).toBe(true)
      }),
    )
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 20n), (half) => {
        expect(mulDivRound(2n * half + 1n, 1n, 2n)).toBe(half + 1n)
        expect(mulDivRound(-(2n * half + 1n), 1n, 2n)).toBe(-(half + 1n))
      }),
    )
  })

  it('does not divide by zero', () => {
    expect(() => mulDivRound(1n, 1n, 0n)).toThrow(RangeError)
  })
})

describe('quantities, prices and rates as text', () => {
  it('reads and writes quantities to six decimals', () => {
    expect(parseQuantity('12.5')).toBe(12_500_000)
    expect(parseQuantity('1,200')).toBe(1_200_000_000)
    expect(parseQuantity('0.000001')).toBe(1)
    expect(parseQuantity('-3')).toBe(-3_000_000)
    expect(parseQuantity('12.5000000000')).toBe(12_500_000)
    expect(formatQuantity(quantity(12_500_000))).toBe('12.5')
    expect(formatQuantity(quantity(-1))).toBe('-0.000001')
    expect(formatQuantity(quantity(1_200_000_000))).toBe('1200')
  })

  it('reads prices with the mark of the currency', () => {
    expect(parseUnitPrice('¥1,280')).toBe(1_280_000_000)
    expect(parseUnitPrice('￥0.035')).toBe(35_000)
    expect(parseUnitPrice('12.5元')).toBe(12_500_000)
    expect(parseUnitPrice('¥12.5元')).toBe(12_500_000)
    expect(parseUnitPrice('-¥12')).toBe(-12_000_000)
    expect(formatUnitPrice(unitPrice(1_280_000_000))).toBe('1280')
    expect(formatUnitPrice(unitPrice(35_000))).toBe('0.035')
    expect(formatUnitPrice(unitPrice(500_000))).toBe('0.50')
  })

  it('reads rates in percent, in permille and as a fraction', () => {
    expect(parseRate('13%')).toBe(130_000)
    expect(parseRate('１３％')).toBe(130_000)
    expect(parseRate('0.5‰')).toBe(500)
    expect(parseRate('0.13')).toBe(130_000)
    expect(parseRate('0')).toBe(0)
    expect(parseRate('100%')).toBe(1_000_000)
    expect(formatRate(rate(130_000))).toBe('13%')
    expect(formatRate(rate(500))).toBe('0.05%')
  })

  it('refuses what it cannot read, by name', () => {
    expect(refusalOf(() => parseQuantity('twelve'))).toBe('quantity.notANumber')
    expect(refusalOf(() => parseQuantity('0.0000001'))).toBe('quantity.tooManyDecimals')
    expect(refusalOf(() => parseQuantity('9999999999999'))).toBe('quantity.tooLarge')
    expect(refusalOf(() => parseUnitPrice('元'))).toBe('unitPrice.notANumber')
    expect(refusalOf(() => parseRate('%'))).toBe('rate.notANumber')
    expect(refusalOf(() => parseRate('13.00001%'))).toBe('rate.tooManyDecimals')
    expect(refusalOf(() => parseRate('3'))).toBe('rate.needsPercent')
  })

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (scaled) => {
        expect(parseQuantity(formatQuantity(quantity(scaled)))).toBe(scaled)
        expect(parseUnitPrice(formatUnitPrice(unitPrice(scaled)))).toBe(scaled)
        expect(parseRate(formatRate(rate(scaled)))).toBe(scaled)
      }),
    )
  })
})

describe('reckoning with quantities', () => {
  it('adds and subtracts exactly', () => {
    const quantities = fc.integer().map((n) => quantity(n))
    fc.assert(
      fc.property(quantities, quantities, (a, b) => {
        expect(addQuantity(a, b)).toBe(a + b)
        expect(subtractQuantity(addQuantity(a, b), b)).toBe(a)
      }),
    )
  })

  it('takes an allowance of a quantity', () => {
    expect(rateOfQuantity(parseQuantity('200'), parseRate('5%'))).toBe(parseQuantity('10'))
  })

  it('tells what share a part is of a whole', () => {
    expect(rateOf(1, 3)).toBe(333_333)
    expect(rateOf(2, 3)).toBe(666_667)
    expect(rateOf(5, 0)).toBeUndefined()
  })

  it('stops where numbers stop being exact', () => {
    const most = quantity(Number.MAX_SAFE_INTEGER)
    expect(() => addQuantity(most, quantity(1))).toThrow(RangeError)
    expect(() => quantity(0.5)).toThrow(RangeError)
    expect(() => quantity(2n ** 53n)).toThrow(RangeError)
    expect(() => rate(Number.NaN)).toThrow(RangeError)
    expect(quantity(-0)).toBe(0)
  })
})
