import { describe, expect, it } from 'vitest'
import { starterFlow } from '../../src-shared/approvals/starter-flow.ts'
import { FlowDefinition } from '../../src-shared/approvals/flow-definition.ts'
import type { Cents } from '../../src-shared/kernel/cents.ts'
import { approverKey, approverOf, emptyStep, flowDefinition, flowValues, stepFaults, type Flow } from './flow-values.ts'

const flow = (definition: unknown) =>
  ({ name: '合同审批', active: true, definition: FlowDefinition.parse(definition) }) as Flow

const withConditions = (conditions: unknown[]) =>
  flow({ steps: [{ name: '审核', approvers: [{ kind: 'role', role: 'finance' }], mode: 'any', conditions }] })

describe('a flow in its form', () => {
  it('comes out as it went in', () => {
    const before = flow(starterFlow.definition)
    expect(flowDefinition(flowValues(before))).toEqual(before.definition)
  })

  it('asks for amounts from and below, to the 分', () => {
    const [step] = flowValues(
      withConditions([
        { field: 'amount', operator: '>', value: 100 },
        { field: 'amount', operator: '<=', value: 500 },
      ]),
    ).steps
    expect(step).toMatchObject({ from: 101, below: 501, others: [] })
  })

  it('keeps conditions that it has no field for', () => {
    const conditions = [
      { field: 'type', operator: 'in', value: ['sales', 'purchase'] },
      { field: 'direction', operator: '=', value: 'out' },
      { field: 'type', operator: '!=', value: 'nda' },
    ]
    const values = flowValues(withConditions(conditions))
    expect(values.steps[0]).toMatchObject({ types: ['sales', 'purchase'], others: conditions.slice(1) })
    expect(flowDefinition(values).steps[0]?.conditions).toEqual(conditions)
  })

  it('is not saved with a step that has no name, no approvers or amounts that no record can have', () => {
    const step = emptyStep('1')
    expect(stepFaults(step)).toEqual(['nameMissing'])
    expect(stepFaults({ ...step, name: '审核', approvers: [], from: 500 as Cents, below: 500 as Cents })).toEqual([
      'approversMissing',
      'amountsCrossed',
    ])
  })

  it('names approvers so that they can be read back', () => {
    for (const approver of [
      { kind: 'user', userId: '01ABC' },
      { kind: 'role', role: 'finance' },
      { kind: 'departmentHead', up: 1 },
    ] as const)
      expect(approverOf(approverKey(approver))).toEqual(approver)
  })
})
