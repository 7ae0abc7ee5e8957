import { describe, expect, it } from 'vitest'
import { readRate } from './read-rate.ts'

describe('a rate typed into a percent field', () => {
  it('takes a bare number from 1 as percent', () => {
    expect(readRate('13')).toBe(130_000)
    expect(readRate('1')).toBe(10_000)
    expect(readRate('6.5')).toBe(65_000)
  })
  it('takes a bare fraction as it is, as a spreadsheet stores it', () => {
    expect(readRate('0.13')).toBe(130_000)
    expect(readRate('0')).toBe(0)
  })
  it('takes full-width digits and signs', () => {
    expect(readRate('１３％')).toBe(130_000)
    expect(readRate('5‰')).toBe(5000)
  })
  it('refuses what is no rate', () => {
    expect(() => readRate('免税')).toThrow(expect.objectContaining({ code: 'rate.notANumber' }))
  })
})
