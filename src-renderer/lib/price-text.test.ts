import { describe, expect, it } from 'vitest'
import { parseUnitPrice } from '../../src-shared/kernel/decimal.ts'
import { priceText } from './price-text.ts'

describe('a unit price for reading', () => {
  it.each([
    ['45000', '¥45,000.00'],
    ['38.6', '¥38.60'],
    ['0.035', '¥0.035'],
    ['-1280.5', '-¥1,280.50'],
    ['0', '¥0.00'],
  ])('shows %s as %s', (typed, shown) => {
    expect(priceText(parseUnitPrice(typed))).toBe(shown)
  })
})
