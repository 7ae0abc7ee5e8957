import { describe, expect, it } from 'vitest'
import { FlowDefinition } from './flow-definition.ts'
import { planSteps, type Directory, type RecordFacts } from './plan-steps.ts'

const facts: RecordFacts = {
  amount: 60_000_000,
  type: 'sales',
  direction: 'in',
  departmentId: 'd1',
  templateChanged: false,
}

/** clerk and head in a department whose parent is led by chief; cfo in finance. */
const directory: Directory = {
  usersInRole: (role) => ({ finance: ['cfo'], generalManager: ['chief'], legal: [] })[role] ?? [],
  headOf: (user, up) => (user === 'chief' ? 'chief' : (['head', 'chief'][up] ?? null)),
  isActive: (user) => user !== 'gone',
  administrators: () => ['admin'],
}

const plan = (step: Record<string, unknown>, initiator = 'clerk') =>
  planSteps(FlowDefinition.parse({ steps: [{ name: '审批', mode: 'any', ...step }] }), facts, initiator, directory).map(
    (each) => each.assignees,
  )

describe('who is asked', () => {
  it('by condition on the amount', () => {
    const approvers = [{ kind: 'role', role: 'generalManager' }]
    expect(plan({ approvers, conditions: [{ field: 'amount', operator: '>=', value: 50_000_000 }] })).toEqual([
      ['chief'],
    ])
    expect(() => plan({ approvers, conditions: [{ field: 'amount', operator: '<', value: 50_000_000 }] })).toThrow(
      'approval.noSteps',
    )
  })

  it('the head of the department, or of the one above', () => {
    expect(plan({ approvers: [{ kind: 'departmentHead', up: 0 }] })).toEqual([['head']])
    expect(plan({ approvers: [{ kind: 'departmentHead', up: 1 }] })).toEqual([['chief']])
  })

  it('nobody found: pass on, the administrator, or stop, as the step says', () => {
    const approvers = [{ kind: 'role', role: 'legal' }]
    expect(plan({ approvers, whenEmpty: 'administrator' })).toEqual([['admin']])
    expect(() => plan({ approvers, whenEmpty: 'stop' })).toThrow('approval.noApprover')
    expect(() => plan({ approvers, whenEmpty: 'pass' })).toThrow('approval.noSteps')
  })

  it('an administrator asked instead of nobody does not agree to what is their own', () => {
    const step = { approvers: [{ kind: 'role', role: 'legal' }], whenEmpty: 'administrator' }
    expect(plan({ ...step, whenInitiator: 'superior' }, 'admin')).toEqual([['head']])
    expect(plan({ ...step, whenInitiator: 'allow' }, 'admin')).toEqual([['admin']])
  })

  it('a person who has left is nobody', () => {
    expect(
      plan({
        approvers: [
          { kind: 'user', userId: 'gone' },
          { kind: 'user', userId: 'cfo' },
        ],
      }),
    ).toEqual([['cfo']])
  })

  it('the initiator as approver: the superior, nobody, or the initiator, as the step says', () => {
    const approvers = [{ kind: 'departmentHead', up: 0 }]
    expect(plan({ approvers, whenInitiator: 'superior' }, 'head')).toEqual([['chief']])
    expect(plan({ approvers, whenInitiator: 'allow' }, 'head')).toEqual([['head']])
    expect(() => plan({ approvers, whenInitiator: 'skip' }, 'head')).toThrow('approval.noSteps')
  })

  it('one who has no superior cannot agree to what is their own', () => {
    expect(() => plan({ approvers: [{ kind: 'departmentHead', up: 0 }], whenInitiator: 'superior' }, 'chief')).toThrow(
      'approval.noApprover',
    )
  })
})
