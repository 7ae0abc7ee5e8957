import { describe, expect, it } from 'vitest'
import { parseQuantity, parseUnitPrice } from '../../src-shared/kernel/decimal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { allRemaining, orderedAmount, overRemaining, wantedLines } from './contract-line-quantities.ts'

const line = (id: string, quantity: string, ordered: string, remaining: string) => ({
  id: id as Id<'ContractLine'>,
  lineNo: 1,
  name: '量块',
  unit: '套',
  quantity: parseQuantity(quantity),
  orderedQuantity: parseQuantity(ordered),
  remainingQuantity: parseQuantity(remaining),
  unitPrice: parseUnitPrice('100'),
})

describe('quantities ordered from a contract', () => {
  const open = line('a', '10', '7.5', '2.5')
  const done = line('b', '4', '4', '0')

  it('begin with all that remains and leave out what is used up', () => {
    const quantities = allRemaining([open, done])
    expect(wantedLines([open, done], quantities)).toEqual([{ contractLineId: 'a', quantity: parseQuantity('2.5') }])
    expect(orderedAmount([open, done], quantities)).toBe(250_00)
  })

  it('are refused beyond what remains, with the figures', () => {
    expect(overRemaining(open, parseQuantity('2.5'))).toBeUndefined()
    expect(overRemaining(open, null)).toBeUndefined()
    expect(overRemaining(open, parseQuantity('3'))?.params).toEqual({
      line: 1,
      name: '量块',
      wanted: '3',
      remaining: '2.5',
      contracted: '10',
      ordered: '7.5',
      unit: '套',
    })
  })
})
