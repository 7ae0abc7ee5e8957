import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCents, cents, sumCents } from './cents.ts'
import { formatRate, parseRate, rate } from './decimal.ts'
import { splitTax, taxRatesOnOffer } from './tax.ts'

fc.configureGlobal({ seed: 20_261_124 })

const amounts = fc.integer({ min: -(10 ** 13), max: 10 ** 13 }).map((n) => cents(n))
const rates = fc.integer({ min: 0, max: 1_000_000 }).map((n) => rate(n))

describe('value added tax', () => {
  it('is taken out of a tax-inclusive amount', () => {
    expect(splitTax(cents(113_00), parseRate('13%'))).toEqual({ net: 100_00, tax: 13_00 })
    expect(splitTax(cents(100_00), parseRate('13%'))).toEqual({ net: 88_50, tax: 11_50 })
    expect(splitTax(cents(-100_00), parseRate('13%'))).toEqual({ net: -88_50, tax: -11_50 })
    expect(splitTax(cents(100_00), parseRate('0%'))).toEqual({ net: 100_00, tax: 0 })
  })

  it('splits any amount without losing a 分, the net within half a 分', () => {
    fc.assert(
      fc.property(amounts, rates, (gross, taxRate) => {
        const { net, tax } = splitTax(gross, taxRate)
        expect(addCents(net, tax)).toBe(gross)
        const whole = BigInt(1_000_000 + taxRate)
        const error = 2n * (BigInt(net) * whole - BigInt(gross) * 1_000_000n)
        expect(error <= whole && error >= -whole).toBe(true)
      }),
    )
  })

  it('cancels out between an invoice and its red letter', () => {
    fc.assert(
      fc.property(amounts, rates, (gross, taxRate) => {
        const issued = splitTax(gross, taxRate)
        const red = splitTax(cents(-gross), taxRate)
        expect(sumCents([issued.net, red.net])).toBe(0)
        expect(sumCents([issued.tax, red.tax])).toBe(0)
      }),
    )
  })

  it('is offered at 13, 9, 6, 3, 1 and 0 percent', () => {
    expect(taxRatesOnOffer.map((one) => formatRate(one))).toEqual(['13%', '9%', '6%', '3%', '1%', '0%'])
  })

  it('is never included at -100 %', () => {
    expect(() => splitTax(cents(1), rate(-1_000_000))).toThrow(RangeError)
  })
})
