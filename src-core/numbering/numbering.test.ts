import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cents } from '../../src-shared/kernel/cents.ts'
import { addDays, localDate } from '../../src-shared/kernel/local-date.ts'
import {
  listNumberingRules,
  previewNumbering,
  removeNumberingRule,
  saveNumberingRule,
} from '../../src-shared/numbering/numbering-operations.ts'
import { createParty } from '../../src-shared/parties/parties-operations.ts'
import { recordPayment } from '../../src-shared/payments/payments-operations.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { makeWorkspace, type TestDesk } from '../../test/support/make-workspace.ts'
import { Recorder } from '../execution/recorder.ts'
import { peekNumber, takeNumber } from './take-number.ts'
import { defaultNumberingRules } from '../../src-shared/numbering/numbering.ts'

/** A payment's number comes from the rule for payments; `partyId` may be one that does not exist, for a refusal. */
function payment(partyId: Id<'Party'>, direction: 'in' | 'out' = 'in') {
  return { direction, partyId, amount: cents(100_00), paidOn: localDate('2026-11-24') } as const
}

/** Takes numbers as a handler does, inside a transaction with a recorder. */
function take(
  desk: TestDesk,
  ...given: [kind: 'contract' | 'draft' | 'order', type: string, date: string][]
): string[] {
  const { sqlite, rows, read } = desk.core.workspace.database
  const write = new Recorder(sqlite, rows, { seq: 9_999, actorId: desk.people.system, at: desk.now() })
  return sqlite.transaction(() =>
    given.map(([kind, type, date]) => takeNumber({ read, write }, kind, type, localDate(date))),
  )()
}

describe('numbers of a new workspace', () => {
  it('count by type and month for contracts, by day for drafts and orders', async () => {
    await using desk = await makeWorkspace()
    expect(
      take(
        desk,
        ['contract', 'sales', '2026-11-24'],
        ['contract', 'sales', '2026-11-30'],
        ['contract', 'purchase', '2026-11-24'],
        ['contract', 'sales', '2026-12-01'],
        ['draft', 'sales', '2026-11-24'],
        ['draft', 'nda', '2026-11-24'],
        ['order', 'sales', '2026-11-24'],
        ['order', 'sales', '2026-11-25'],
      ),
    ).toEqual([
      'XS-202611-0001',
      'XS-202611-0002',
      'CG-202611-0001',
      'XS-202612-0001',
      '草稿-20261124-001',
      '草稿-20261124-002',
      'XD20261124-001',
      'XD20261125-001',
    ])
  })

  it('have no gap after a command that was refused, and none after a restart', async () => {
    await using desk = await makeWorkspace()
    const { id } = desk.run(createParty, { kind: 'customer', name: '杭州云海' })
    expect(desk.run(recordPayment, payment(id)).number).toBe('SK20261124-001')
    expect(desk.refused(recordPayment, { ...payment(id), paidOn: localDate('2030-01-01') }).code).toBe(
      'payment.inFuture',
    )
    expect(desk.refused(recordPayment, payment('01JDEXQZ7ZZZZZZZZZZZZZZZZZ' as Id<'Party'>)).code).toBe(
      'record.missing',
    )
    await desk.reopen()
    expect(desk.run(recordPayment, payment(id)).number).toBe('SK20261124-002')
    expect(desk.run(recordPayment, payment(id, 'out')).number).toBe('FK20261124-001')
  })

  it('pass over a number that stands already', async () => {
    await using desk = await makeWorkspace()
    const { id } = desk.run(createParty, { kind: 'customer', name: '杭州云海' })
    desk.run(recordPayment, payment(id))
    // As if it had been brought over from the books of before.
    desk.core.workspace.database.sqlite.exec(`update payments set number = 'SK20261124-002'`)
    expect(desk.run(recordPayment, payment(id)).number).toBe('SK20261124-003')
  })

  it('are never given twice and leave no gap, in whatever order days and types come', async () => {
    await using desk = await makeWorkspace()
    const request = fc.tuple(fc.constantFrom('sales', 'purchase', 'nda'), fc.integer({ min: 0, max: 80 }))
    fc.assert(
      fc.property(fc.array(request, { minLength: 1, maxLength: 40 }), (requests) => {
        const { sqlite } = desk.core.workspace.database
        sqlite.exec('begin')
        try {
          const numbers = take(
            desk,
            ...requests.map(
              ([type, days]) =>
                ['contract', type, addDays(localDate('2026-11-01'), days)] as [kind: 'contract', string, string],
            ),
          )
          expect(new Set(numbers).size).toBe(numbers.length)
          for (const serials of Map.groupBy(numbers, (number) => number.slice(0, -4)).values())
            expect(serials.map((number) => Number(number.slice(-4)))).toEqual(serials.map((_, i) => i + 1))
        } finally {
          sqlite.exec('rollback')
        }
      }),
      { numRuns: 25, seed: 20261124 },
    )
  })
})

describe('a numbering rule', () => {
  it('of a type goes before the one for all types, and both before the default', async () => {
    await using desk = await makeWorkspace()
    const yearly = { kind: 'contract', pattern: 'HT{yyyy}-{serial:5}', reset: 'yearly', version: null } as const
    desk.run(saveNumberingRule, { ...yearly, type: null })
    desk.run(saveNumberingRule, { ...yearly, type: 'nda', pattern: 'BM{yyyy}第{serial}号' })
    expect(
      take(
        desk,
        ['contract', 'sales', '2026-11-24'],
        ['contract', 'nda', '2026-11-24'],
        ['contract', 'purchase', '2026-12-24'],
      ),
    ).toEqual(['HT2026-00001', 'BM2026第1号', 'HT2026-00002'])
  })

  it('is changed by who saw it as it is, and removed back to the default', async () => {
    await using desk = await makeWorkspace()
    const rule = { kind: 'order', type: null, pattern: 'DD-{yyyy}{mm}-{serial:4}', reset: 'monthly' } as const
    const saved = desk.run(saveNumberingRule, { ...rule, version: null })
    expect(desk.refused(saveNumberingRule, { ...rule, version: null }).code).toBe('record.stale')
    const changed = desk.run(saveNumberingRule, { ...rule, pattern: 'DD{yyyy}{mm}-{serial:3}', version: 1 })
    expect(changed).toEqual({ id: saved.id, version: 2 })
    expect(desk.refused(saveNumberingRule, { ...rule, version: 1 }).code).toBe('record.stale')
    expect(take(desk, ['order', 'sales', '2026-11-24'])).toEqual(['DD202611-001'])
    expect(desk.refused(removeNumberingRule, { id: saved.id, version: 1 }).code).toBe('record.stale')
    desk.run(removeNumberingRule, changed)
    expect(take(desk, ['order', 'sales', '2026-11-24'])).toEqual(['XD20261124-001'])
  })

  it.each([
    ['{type}-{yyyy}', 'yearly', 'numbering.serialMissing'],
    ['{serial:4}', 'monthly', 'numbering.resetNeedsDate'],
    ['{klass}{serial}', 'never', 'numbering.unknownSegment'],
    ['', 'never', 'numbering.empty'],
  ] as const)('%s with %s reset is refused by %s, and the preview says so', async (pattern, reset, code) => {
    await using desk = await makeWorkspace()
    expect(desk.refused(saveNumberingRule, { kind: 'contract', type: null, pattern, reset, version: null }).code).toBe(
      code,
    )
    const preview = desk.ask(previewNumbering, { kind: 'contract', type: 'sales', pattern, reset })
    expect(preview.next).toBeNull()
    expect(preview.problems.map((problem) => problem.code)).toContain(code)
  })

  it('is previewed with the number that would come next, and looking takes none', async () => {
    await using desk = await makeWorkspace()
    take(desk, ['contract', 'sales', '2026-11-24'])
    const pattern = {
      kind: 'contract',
      type: 'sales',
      pattern: '{type}-{yyyy}{mm}-{serial:4}',
      reset: 'monthly',
    } as const
    for (let i = 0; i < 2; i += 1)
      expect(desk.ask(previewNumbering, pattern)).toEqual({ problems: [], next: 'XS-202611-0002' })
    expect(desk.ask(previewNumbering, { ...pattern, date: localDate('2027-02-01') }).next).toBe('XS-202702-0001')
    const rule = defaultNumberingRules.find(({ kind }) => kind === 'contract')!
    expect(peekNumber(desk.core.workspace.database.read, rule, 'sales', localDate('2026-11-24'))).toBe('XS-202611-0002')
  })

  it('stands in the list with the defaults that no one changed', async () => {
    await using desk = await makeWorkspace()
    desk.run(saveNumberingRule, {
      kind: 'contract',
      type: 'nda',
      pattern: 'BM{yyyy}-{serial}',
      reset: 'yearly',
      version: null,
    })
    const { rules } = desk.ask(listNumberingRules, {})
    expect(rules.map(({ kind, type, version, next }) => [kind, type, version, next])).toEqual([
      ['contract', null, null, 'XS-202611-0001'],
      ['contract', 'nda', 1, 'BM2026-1'],
      ['draft', null, null, '草稿-20261124-001'],
      ['order', null, null, 'XD20261124-001'],
      ['shipment', null, null, 'FH20261124-001'],
      ['payment', null, null, 'SK20261124-001'],
    ])
  })

  it('is set by the administrator only', async () => {
    await using desk = await makeWorkspace()
    const rule = { kind: 'order', type: null, pattern: 'DD{serial}', reset: 'never', version: null } as const
    expect(desk.refused(saveNumberingRule, rule, desk.people.manager).code).toBe('access.denied')
    expect(desk.run(saveNumberingRule, rule, desk.people.administrator).version).toBe(1)
  })
})
