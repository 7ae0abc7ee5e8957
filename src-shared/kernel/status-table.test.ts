import * as fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { Refusal } from './refusal.ts'
import { defineStatusTable } from './status-table.ts'

fc.configureGlobal({ seed: 20_261_124 })

const doors = defineStatusTable({
  open: { closed: 'open' },
  close: { open: 'closed' },
  lock: { closed: 'locked' },
  unlock: { locked: 'closed' },
  smash: { closed: 'broken', locked: 'broken' },
  oil: { open: 'open', closed: 'closed' },
})

describe('a status table', () => {
  it('tells where an action leads', () => {
    expect(doors.next('open', 'closed')).toBe('open')
    expect(doors.next('open', 'locked')).toBeUndefined()
    expect(doors.next('smash', 'broken')).toBeUndefined()
  })

  it('moves, or refuses with what is allowed instead', () => {
    expect(doors.move('lock', 'closed')).toBe('locked')
    let refusal: unknown
    try {
      doors.move('open', 'locked')
    } catch (error) {
      refusal = error
    }
    expect(refusal).toBeInstanceOf(Refusal)
    expect((refusal as Refusal).code).toBe('status.notAllowed')
    expect((refusal as Refusal).params).toEqual({ action: 'open', from: 'locked', allowed: ['unlock', 'smash'] })
  })

  it('lists what can be done, in the order of the table', () => {
    expect(doors.actions('closed')).toEqual(['open', 'lock', 'smash', 'oil'])
    expect(doors.actions('broken')).toEqual([])
    expect(doors.statuses()).toEqual(['closed', 'open', 'locked', 'broken'])
  })

  it('takes no inherited property for a status', () => {
    expect(doors.next('open', 'toString' as 'closed')).toBeUndefined()
    expect(doors.actions('constructor' as 'closed')).toEqual([])
  })

  it('is known to the compiler', () => {
    expectTypeOf(doors.next('open', 'closed')).toEqualTypeOf<'open'>()
    expectTypeOf(doors.next('open', 'locked')).toEqualTypeOf<undefined>()
    expectTypeOf(doors.next('smash', 'closed' as 'closed' | 'open')).toEqualTypeOf<'broken' | undefined>()
    expectTypeOf(() => doors.move('smash', 'open')).returns.toEqualTypeOf<'broken'>()
    expectTypeOf(() => doors.move('oil', 'open')).returns.toEqualTypeOf<'open' | 'closed'>()
    expectTypeOf(doors.actions('open')).toEqualTypeOf<('open' | 'close' | 'lock' | 'unlock' | 'smash' | 'oil')[]>()
    // @ts-expect-error -- no such action
    doors.next('paint', 'closed')
    // @ts-expect-error -- no such status
    doors.actions('ajar')
  })

  it('draws itself, with labels in place of code names', () => {
    expect(doors.mermaid({ closed: '关着', smash: '砸' })).toBe(
      `stateDiagram-v2
  state "关着" as closed
  [*] --> closed
  closed --> open: open
  open --> closed: close
  closed --> locked: lock
  locked --> closed: unlock
  closed --> broken: 砸
  locked --> broken: 砸
  open --> open: oil
  closed --> closed: oil
  broken --> [*]
`,
    )
  })

  it('keeps next, actions, statuses and the drawing of one mind, for any table', () => {
    const status = fc.constantFrom('a', 'b', 'c', 'd')
    const table = fc.dictionary(fc.constantFrom('go', 'stop', 'turn'), fc.dictionary(status, status))
    fc.assert(
      fc.property(table, status, (transitions, from) => {
        const statuses = defineStatusTable(transitions)
        const leading = Object.keys(transitions).filter((action) => statuses.next(action, from) !== undefined)
        expect(statuses.actions(from)).toEqual(leading)
        for (const action of leading) {
          const to = statuses.next(action, from)!
          expect(statuses.statuses()).toContain(to)
          expect(statuses.mermaid().split('\n')).toContain(`  ${from} --> ${to}: ${action}`)
        }
      }),
    )
  })
})
