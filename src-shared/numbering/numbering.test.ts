import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ContractType } from '../contracts/contract.ts'
import { OrderKind } from '../orders/order.ts'
import { PaymentDirection } from '../payments/payment.ts'
import { addDays, addMonths, localDate, type LocalDate } from '../kernel/local-date.ts'
import { Refusal } from '../kernel/refusal.ts'
import { formatNumber, serialScope } from './format-number.ts'
import { checkNumberingRule } from './numbering-pattern.ts'
import {
  defaultNumberingRules,
  NumberedKind,
  numberedTypes,
  ruleFor,
  SerialReset,
  typeCode,
  type NumberingRule,
} from './numbering.ts'

fc.configureGlobal({ seed: 20_261_124 })

const date = localDate('2026-11-24')
const rule = (pattern: string, reset: NumberingRule['reset'] = 'never'): NumberingRule => ({
  kind: 'contract',
  type: null,
  pattern,
  reset,
})
const codesOf = (pattern: string, reset?: NumberingRule['reset']) =>
  checkNumberingRule(pattern, reset).map(({ code }) => code)

const scope = (pattern: string, reset: NumberingRule['reset'], on: LocalDate = date, type = 'sales') =>
  serialScope(rule(pattern, reset), { type, date: on })

describe('a number', () => {
  it('is made of the segments of its rule', () => {
    expect(formatNumber(rule('{type}-{yyyy}{mm}-{serial:4}', 'monthly'), { type: 'sales', date, serial: 7 })).toBe(
      'XS-202611-0007',
    )
    expect(formatNumber(rule('契单〔{yyyy}〕{serial}号', 'yearly'), { type: 'nda', date, serial: 12 })).toBe(
      '契单〔2026〕12号',
    )
    expect(formatNumber(rule('{yy}/{mm}/{dd}/{serial:3}', 'daily'), { type: 'sales', date, serial: 1 })).toBe(
      '26/11/24/001',
    )
  })

  it('grows beyond the width of its serial rather than repeat', () => {
    expect(formatNumber(rule('{serial:2}'), { type: 'sales', date, serial: 99 })).toBe('99')
    expect(formatNumber(rule('{serial:2}'), { type: 'sales', date, serial: 100 })).toBe('100')
  })

  it('prints the code of a type, or a type without a code as it is', () => {
    expect(typeCode('contract', 'purchase')).toBe('CG')
    expect(typeCode('draft', 'purchase')).toBe('CG')
    expect(typeCode('payment', 'in')).toBe('SK')
    expect(typeCode('contract', 'toString')).toBe('toString')
    expect(typeCode('contract', 'LEASE')).toBe('LEASE')
  })

  it('has a code of its own for every type of its kind', () => {
    expect(numberedTypes('contract')).toEqual(ContractType.options)
    expect(numberedTypes('draft')).toEqual(ContractType.options)
    expect(numberedTypes('order')).toEqual(OrderKind.options)
    expect(numberedTypes('shipment')).toEqual(OrderKind.options)
    expect(numberedTypes('payment')).toEqual(PaymentDirection.options)
    for (const kind of NumberedKind.options) {
      const codes = numberedTypes(kind).map((one) => typeCode(kind, one))
      expect(new Set(codes).size).toBe(codes.length)
    }
  })

  it('is refused with what is wrong with its rule', () => {
    let refusal: unknown
    try {
      formatNumber(rule('HT-{yyyy}'), { type: 'sales', date, serial: 1 })
    } catch (error) {
      refusal = error
    }
    expect(refusal).toBeInstanceOf(Refusal)
    expect((refusal as Refusal).code).toBe('numbering.serialMissing')
    expect(() => formatNumber(rule('{serial}'), { type: 'sales', date, serial: 0 })).toThrow(RangeError)
    expect(() => formatNumber(rule('{serial}'), { type: 'sales', date, serial: 1.5 })).toThrow(RangeError)
  })
})

describe('a numbering rule', () => {
  it('is checked, every problem by name and place', () => {
    expect(checkNumberingRule('{type}-{yyyy}{mm}-{serial:4}', 'monthly')).toEqual([])
    expect(codesOf('  ')).toEqual(['numbering.empty'])
    expect(codesOf('HT')).toEqual(['numbering.serialMissing'])
    expect(codesOf('{serial}{serial:3}')).toEqual(['numbering.serialTwice'])
    expect(checkNumberingRule('{serial:0}')).toEqual([{ code: 'numbering.serialWidth', params: { width: 0, most: 9 } }])
    expect(checkNumberingRule('{serial:10}')).toEqual([
      { code: 'numbering.serialWidth', params: { width: 10, most: 9 } },
    ])
    expect(checkNumberingRule('合同{year}{serial}')).toEqual([
      { code: 'numbering.unknownSegment', params: { segment: '{year}', position: 3 } },
    ])
    expect(checkNumberingRule('𠮷{yyyy{serial}')).toEqual([{ code: 'numbering.strayBrace', params: { position: 2 } }])
    expect(checkNumberingRule('{serial}}')).toEqual([{ code: 'numbering.strayBrace', params: { position: 9 } }])
    expect(checkNumberingRule('H\u0007{serial}')).toEqual([{ code: 'numbering.character', params: { position: 2 } }])
    expect(checkNumberingRule('HT {serial} ')).toEqual([{ code: 'numbering.character', params: { position: 12 } }])
    expect(codesOf(`${'长'.repeat(80)}{serial}`)).toEqual(['numbering.tooLong'])
    expect(codesOf('{typ}{')).toEqual(['numbering.unknownSegment', 'numbering.strayBrace', 'numbering.serialMissing'])
  })

  it('must show the period in which its serial is counted', () => {
    expect(checkNumberingRule('HT-{serial}', 'monthly')).toEqual([
      { code: 'numbering.resetNeedsDate', params: { reset: 'monthly', missing: '{yyyy} {mm}' } },
    ])
    expect(codesOf('HT-{mm}{serial}', 'yearly')).toEqual(['numbering.resetNeedsDate'])
    expect(codesOf('HT-{yyyy}{mm}{serial}', 'daily')).toEqual(['numbering.resetNeedsDate'])
    expect(codesOf('HT-{yy}{serial}', 'yearly')).toEqual([])
    expect(codesOf('HT-{serial}', 'never')).toEqual([])
  })

  it('of a new workspace is good', () => {
    for (const one of defaultNumberingRules) expect(checkNumberingRule(one.pattern, one.reset)).toEqual([])
  })

  it('is that of the type before that of all types before that of a new workspace', () => {
    const own: NumberingRule = { kind: 'contract', type: 'sales', pattern: 'S{serial}', reset: 'never' }
    const all: NumberingRule = { kind: 'contract', type: null, pattern: 'A{serial}', reset: 'never' }
    expect(ruleFor([all, own], 'contract', 'sales')).toBe(own)
    expect(ruleFor([all, own], 'contract', 'nda')).toBe(all)
    expect(ruleFor([own], 'contract', 'nda').pattern).toBe('{type}-{yyyy}{mm}-{serial:4}')
    expect(ruleFor([all, own], 'order', 'sales').kind).toBe('order')
  })
})

describe('the counter of a serial', () => {
  it('starts anew with the period of the reset', () => {
    const full = '{yyyy}{mm}{dd}-{serial}'
    const same = (reset: NumberingRule['reset'], on: LocalDate) => scope(full, reset, on) === scope(full, reset)
    expect(same('daily', addDays(date, 1))).toBe(false)
    expect(same('monthly', addDays(date, 1))).toBe(true)
    expect(same('monthly', addMonths(date, 1))).toBe(false)
    expect(same('yearly', addMonths(date, 1))).toBe(true)
    expect(same('yearly', addMonths(date, 12))).toBe(false)
    expect(same('never', addMonths(date, 12))).toBe(true)
  })

  it('is apart for every type where the number shows the type, and one where it does not', () => {
    expect(scope('{type}{serial}', 'never', date, 'nda')).not.toBe(scope('{type}{serial}', 'never'))
    expect(scope('HT{serial}', 'never', date, 'nda')).toBe(scope('HT{serial}', 'never'))
  })

  it('reads as the number with the serial left open', () => {
    expect(scope('{type}-{yyyy}{mm}-{serial:4}', 'yearly')).toBe('contract:XS-2026{mm}-{serial}')
  })

  it('goes on when only the width changes', () => {
    expect(scope('HT{serial:4}', 'never')).toBe(scope('HT{serial:6}', 'never'))
  })

  // A rule with a fixed type, fields in any order and separators between them, as people write them.
  const segments = fc
    .subarray(['{type}', '{yyyy}', '{yy}', '{mm}', '{dd}', 'HT', '号'])
    .chain((parts) => fc.shuffledSubarray([...parts, '{serial:3}'], { minLength: parts.length + 1 }))
  const anyRule = fc
    .record({ pattern: segments.map((parts) => parts.join('-')), reset: fc.constantFrom(...SerialReset.options) })
    .filter(({ pattern, reset }) => checkNumberingRule(pattern, reset).length === 0)
    .map(({ pattern, reset }) => rule(pattern, reset))
  const day = fc.integer({ min: 0, max: 1200 }).map((n) => addDays(date, n))
  const type = fc.constantFrom('sales', 'purchase', 'nda')

  it('never gives one number twice, whatever the days and types', () => {
    fc.assert(
      fc.property(anyRule, fc.array(fc.record({ date: day, type }), { maxLength: 40 }), (one, records) => {
        const counters = new Map<string, number>()
        const numbers = records.map((record) => {
          const key = serialScope(one, record)
          const serial = (counters.get(key) ?? 0) + 1
          counters.set(key, serial)
          return formatNumber(one, { ...record, serial })
        })
        expect(new Set(numbers).size).toBe(numbers.length)
      }),
    )
  })

  it('never gives one number twice between the rules of two types that write alike', () => {
    const own = fc.constantFrom(
      'HT-{yyyy}-{serial:3}',
      'HT-{yyyy}-{serial:4}',
      'XS-{yyyy}-{serial:3}',
      '{type}-{yyyy}-{serial:3}',
    )
    fc.assert(
      fc.property(own, own, fc.array(fc.boolean(), { maxLength: 30 }), (a, b, turns) => {
        const rules = { sales: rule(a, 'yearly'), nda: rule(b, 'yearly') }
        const counters = new Map<string, number>()
        const numbers = turns.map((first) => {
          const record = { type: first ? 'sales' : 'nda', date }
          const one = first ? rules.sales : rules.nda
          const serial = (counters.get(serialScope(one, record)) ?? 0) + 1
          counters.set(serialScope(one, record), serial)
          return formatNumber(one, { ...record, serial })
        })
        expect(new Set(numbers).size).toBe(numbers.length)
      }),
    )
  })
})
