import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupThousands, readNumber, toScale } from './read-number.ts'

fc.configureGlobal({ seed: 20_261_124 })

describe('reading a number as it is typed', () => {
  it.each([
    ['1234.5', 12345n, 1],
    ['1,234.50', 123450n, 2],
    ['１，２３４．５', 12345n, 1],
    [' 12 345 ', 12345n, 0],
    ['-.5', -5n, 1],
    ['−7', -7n, 0],
    ['+7', 7n, 0],
    ['1,234,567', 1234567n, 0],
  ])('reads %s', (text, units, decimals) => {
    expect(readNumber(text)).toEqual({ units, decimals })
  })

  it.each(['', '.', '-', '1,5', '12,34', ',123', '1234,567', '1.2.3', '1e5', '5.', '一百', '--1', '0x10'])(
    'does not take %j for a number',
    (text) => {
      expect(readNumber(text)).toBeUndefined()
    },
  )

  it('reads back what grouping wrote', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (whole) => {
        expect(readNumber(groupThousands(whole))).toEqual({ units: whole, decimals: 0 })
      }),
    )
  })

  it('changes scale only where nothing is lost', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.nat(9), fc.nat(9), (units, decimals, scale) => {
        const scaled = toScale({ units, decimals }, scale)
        const wanted = units * 10n ** BigInt(scale)
        const step = 10n ** BigInt(decimals)
        expect(scaled).toBe(wanted % step === 0n ? wanted / step : undefined)
      }),
    )
  })
})
