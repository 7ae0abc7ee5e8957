import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, startRound, type ApprovalState } from './approval-state.ts'
import { addSigner, transfer, urgeable, urgeEvery } from './asked-people.ts'
import type { PlannedStep } from './plan-steps.ts'

const round = (...steps: [PlannedStep['mode'], ...string[]][]) =>
  startRound(
    steps.map(([mode, ...assignees]) => ({ name: '审核', mode, assignees })),
    { round: 1, repeatedApprover: 'always' },
  )
/** Who is asked now, in the order of their places. */
const asked = (state: ApprovalState) =>
  state.steps.flatMap((step) => step.tasks.filter((task) => task.status === 'open').map((task) => task.assignee))
const placeOf = (state: ApprovalState, who: string) => {
  for (const step of state.steps) {
    const task = step.tasks.find(({ assignee, status }) => assignee === who && status === 'open')
    if (task !== undefined) return { stepNo: step.stepNo, position: task.position }
  }
  throw new Error(`${who} is not asked`)
}
const agree = (state: ApprovalState, who: string) =>
  decide(state, { ...placeOf(state, who), decision: 'agree', opinion: '' })
const asking = (state: ApprovalState, by: string, id: string) => ({
  ...placeOf(state, by),
  person: { id, name: id },
  initiator: 'initiator',
})
const hand = (state: ApprovalState, by: string, to: string) =>
  transfer(state, { ...asking(state, by, to), note: '出差' })
const add = (state: ApprovalState, by: string, who: string, when: 'before' | 'after') =>
  addSigner(state, { ...asking(state, by, who), when })

describe('handing an approval over', () => {
  it('lets the other one decide in its place, and keeps who handed it over and why', () => {
    const state = hand(round(['all', 'a', 'b']), 'a', 'x')
    expect(asked(state)).toEqual(['b', 'x'])
    expect(state.steps[0]!.tasks[0]).toMatchObject({ status: 'transferred', opinion: '出差' })
    expect(state.steps[0]!.tasks[2]).toMatchObject({ askedBy: 'a', askedHow: 'transfer' })
    expect(agree(agree(state, 'b'), 'x').status).toBe('agreed')
  })

  it('keeps the turn in a sequence', () => {
    const state = hand(round(['sequence', 'a', 'b', 'c']), 'a', 'x')
    expect(asked(state)).toEqual(['x'])
    const next = agree(state, 'x')
    expect(asked(next)).toEqual(['b'])
    expect(asked(agree(next, 'b'))).toEqual(['c'])
  })

  it('takes those along who were to be asked after', () => {
    const state = hand(add(round(['all', 'a']), 'a', 'y', 'after'), 'a', 'x')
    expect(asked(agree(state, 'x'))).toEqual(['y'])
  })

  it('goes to nobody who is asked already, who submitted it, or to oneself', () => {
    const state = round(['all', 'a', 'b'])
    expect(() => hand(state, 'a', 'b')).toThrow('approval.askedAlready')
    expect(() => hand(state, 'a', 'initiator')).toThrow('approval.initiatorAsked')
    expect(() => hand(state, 'a', 'a')).toThrow('approval.askSomeoneElse')
  })

  it('may come back to the one who handed it over', () => {
    expect(asked(hand(hand(round(['all', 'a']), 'a', 'x'), 'x', 'a'))).toEqual(['a'])
  })
})

describe('asking someone else as well', () => {
  it('before: oneself waits until they have agreed', () => {
    const state = add(round(['any', 'a']), 'a', 'x', 'before')
    expect(asked(state)).toEqual(['x'])
    const cleared = agree(state, 'x')
    expect([cleared.status, asked(cleared)]).toEqual(['running', ['a']])
    expect(agree(cleared, 'a').status).toBe('agreed')
  })

  it('after: they are asked once oneself has agreed, and the next step waits for them', () => {
    const state = add(round(['any', 'a'], ['any', 'b']), 'a', 'x', 'after')
    expect(asked(state)).toEqual(['a'])
    const own = agree(state, 'a')
    expect(asked(own)).toEqual(['x'])
    expect(asked(agree(own, 'x'))).toEqual(['b'])
  })

  it('leaves the others of a step their say: where one decides, any of them still may', () => {
    const state = add(round(['any', 'a', 'b']), 'a', 'x', 'before')
    expect(agree(state, 'b').status).toBe('agreed')
    expect(asked(agree(state, 'x'))).toEqual(['a', 'b'])
    const after = agree(add(round(['any', 'a', 'b']), 'a', 'x', 'after'), 'a')
    expect(asked(after)).toEqual(['x'])
  })

  it('after one who was asked before comes before the one who asked first', () => {
    const state = add(add(round(['any', 'a', 'b']), 'a', 'x', 'before'), 'x', 'y', 'after')
    const second = agree(state, 'x')
    expect(asked(second)).toEqual(['b', 'y'])
    expect(asked(agree(second, 'y'))).toEqual(['a', 'b'])
  })

  it('lets whoever was asked refuse, which ends it for all', () => {
    const state = add(round(['all', 'a', 'b']), 'a', 'x', 'before')
    const refused = decide(state, { ...placeOf(state, 'x'), decision: 'refuse', opinion: '价格偏高' })
    expect([refused.status, asked(refused)]).toEqual(['refused', []])
  })

  it('asks them although they agreed in an earlier step, where the flow asks each once', () => {
    const state = startRound(
      [
        { name: '一', mode: 'all', assignees: ['x'] },
        { name: '二', mode: 'all', assignees: ['a'] },
      ],
      { round: 1, repeatedApprover: 'once' },
    )
    expect(asked(add(agree(state, 'x'), 'a', 'x', 'before'))).toEqual(['x'])
  })

  it('ends at twenty people in a step', () => {
    let state = round(['all', 'a'])
    for (let i = 1; i < 20; i++) state = add(state, 'a', `x${i}`, 'after')
    expect(() => add(state, 'a', 'x20', 'after')).toThrow('approval.tooManyAsked')
  })

  it('whatever people do, someone can act while it runs, and agreement needs all who were added and not passed over', () => {
    const moves = fc.array(
      fc.record({ pick: fc.nat(20), what: fc.constantFrom('agree', 'agree', 'transfer', 'before', 'after') }),
      { maxLength: 40 },
    )
    const modes = fc.constantFrom<PlannedStep['mode']>('all', 'any', 'sequence')
    fc.assert(
      fc.property(modes, modes, moves, (first, second, actions) => {
        let state = round([first, 'a', 'b'], [second, 'c', 'd'])
        actions.forEach(({ pick, what }, i) => {
          const open = asked(state)
          expect(open.length > 0).toBe(state.status === 'running')
          if (open.length === 0) return
          const by = open[pick % open.length]!
          if (what === 'agree') state = agree(state, by)
          else if (what === 'transfer') state = hand(state, by, `n${i}`)
          else if (state.steps.every((step) => step.tasks.length < 20))
            state = add(state, by, `n${i}`, what as 'before')
        })
        if (state.status !== 'agreed') return
        for (const step of state.steps)
          for (const task of step.tasks)
            expect(task.status).toMatch(step.mode === 'any' ? /agreed|transferred|cancelled/ : /agreed|transferred/)
      }),
    )
  })
})

describe('urging', () => {
  const task = (openedAt: number, urgedAt: number | null = null, status = 'open') => ({ status, openedAt, urgedAt })

  it('reaches those who have had four hours since they were asked or urged', () => {
    const now = 10 * urgeEvery
    const [old, lately, urged] = [task(0), task(now - 60_000), task(0, now - urgeEvery)]
    expect(urgeable('running', [old, lately, urged, task(0, null, 'agreed')], now)).toEqual([old, urged])
  })

  it('is refused before that, with the minutes to wait', () => {
    expect(() => urgeable('running', [task(0)], urgeEvery - 90_000)).toThrow('approval.urgedLately {"minutes":2}')
    expect(() => urgeable('agreed', [task(0)], urgeEvery)).toThrow('approval.notRunning')
  })
})
