import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, startRound, withdraw, type ApprovalState, type Decision } from './approval-state.ts'
import type { PlannedStep } from './plan-steps.ts'

const round = (planned: PlannedStep[], repeatedApprover: 'always' | 'once' = 'always') =>
  startRound(planned, { round: 1, repeatedApprover })
const agree = (state: ApprovalState, stepNo: number, position: number) =>
  decide(state, { stepNo, position, decision: 'agree', opinion: '' })
const open = (state: ApprovalState) =>
  state.steps.flatMap((step) =>
    step.tasks
      .filter((task) => task.status === 'open')
      .map((task) => ({ stepNo: step.stepNo, position: task.position, assignee: task.assignee })),
  )

describe('a step', () => {
  it('of mode all waits for everyone', () => {
    const after = agree(round([{ name: '会签', mode: 'all', assignees: ['a', 'b'] }]), 1, 0)
    expect(after.status).toBe('running')
    expect(agree(after, 1, 1).status).toBe('agreed')
  })

  it('of mode any is decided by the first', () => {
    const after = agree(round([{ name: '或签', mode: 'any', assignees: ['a', 'b'] }]), 1, 1)
    expect(after.status).toBe('agreed')
    expect(after.steps[0]!.tasks.map((task) => task.status)).toEqual(['cancelled', 'agreed'])
  })

  it('of mode sequence asks one after the other', () => {
    const state = round([{ name: '依次', mode: 'sequence', assignees: ['a', 'b'] }])
    expect(open(state).map((task) => task.assignee)).toEqual(['a'])
    expect(open(agree(state, 1, 0)).map((task) => task.assignee)).toEqual(['b'])
  })

  it('takes who agreed before as agreeing when the flow asks each once', () => {
    const steps: PlannedStep[] = [
      { name: '一', mode: 'any', assignees: ['a'] },
      { name: '二', mode: 'all', assignees: ['a', 'b'] },
    ]
    expect(open(agree(round(steps, 'once'), 1, 0)).map((task) => task.assignee)).toEqual(['b'])
    expect(open(agree(round(steps, 'always'), 1, 0)).map((task) => task.assignee)).toEqual(['a', 'b'])
  })

  it('asks none again who agreed before, wherever they stand in the step', () => {
    const both: PlannedStep = { name: '一', mode: 'all', assignees: ['a', 'b'] }
    const afterBoth = (mode: PlannedStep['mode'], assignees: string[]) =>
      agree(agree(round([both, { name: '二', mode, assignees }], 'once'), 1, 0), 1, 1)
    expect(afterBoth('all', ['a', 'b']).status).toBe('agreed')
    expect(open(afterBoth('all', ['a', 'b', 'c'])).map((task) => task.assignee)).toEqual(['c'])
    const inTurn = afterBoth('sequence', ['c', 'b'])
    expect(open(inTurn).map((task) => task.assignee)).toEqual(['c'])
    expect(agree(inTurn, 2, 0).status).toBe('agreed')
  })
})

describe('a decision', () => {
  const state = round([
    { name: '审核', mode: 'any', assignees: ['a'] },
    { name: '批准', mode: 'any', assignees: ['b'] },
  ])

  it('needs an opinion to refuse or send back', () => {
    expect(() => decide(state, { stepNo: 1, position: 0, decision: 'sendBack', opinion: ' ' })).toThrow(
      'approval.opinionRequired',
    )
  })

  it('on a task that is not open is refused', () => {
    expect(() => agree(state, 2, 0)).toThrow('approval.taskNotOpen')
  })

  it('to send back closes what was still to come', () => {
    const back = decide(state, { stepNo: 1, position: 0, decision: 'sendBack', opinion: '补充附件' })
    expect([back.status, back.steps[1]!.status]).toEqual(['returned', 'cancelled'])
    expect(open(back)).toEqual([])
  })

  it('leaves the given state as it was', () => {
    const before = JSON.stringify(state)
    agree(state, 1, 0)
    expect(JSON.stringify(state)).toBe(before)
  })
})

describe('whatever people do', () => {
  const steps = fc.array(
    fc.record({
      name: fc.constant('步骤'),
      mode: fc.constantFrom('all', 'any', 'sequence'),
      assignees: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 4 }),
    }) as fc.Arbitrary<PlannedStep>,
    { minLength: 1, maxLength: 5 },
  )
  const moves = fc.array(
    fc.record({
      pick: fc.nat(20),
      decision: fc.constantFrom<Decision>('agree', 'agree', 'agree', 'refuse', 'sendBack'),
    }),
    { maxLength: 30 },
  )

  it('a running approval always has someone who can act, and a finished one nobody', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom<'always' | 'once'>('always', 'once'), moves, (planned, repeated, actions) => {
        let state = round(planned, repeated)
        for (const { pick, decision } of actions) {
          const tasks = open(state)
          expect(tasks.length > 0).toBe(state.status === 'running')
          if (tasks.length === 0) break
          const task = tasks[pick % tasks.length]!
          state = decide(state, { ...task, decision, opinion: '意见' })
        }
        if (state.status === 'running') expect(open(withdraw(state))).toEqual([])
      }),
    )
  })

  it('none is agreed without the agreements its steps demand', () => {
    fc.assert(
      fc.property(steps, moves, (planned, actions) => {
        let state = round(planned)
        for (const { pick, decision } of actions) {
          const tasks = open(state)
          if (tasks.length === 0) break
          state = decide(state, { ...tasks[pick % tasks.length]!, decision, opinion: '意见' })
        }
        if (state.status !== 'agreed') return
        for (const step of state.steps) {
          const agreed = step.tasks.filter((task) => task.status === 'agreed').length
          expect(agreed).toBe(step.mode === 'any' ? 1 : step.tasks.length)
        }
      }),
    )
  })
})
