import type { z } from 'zod'
import type { Approver, FlowDefinition, FlowStep, StepCondition } from '../../src-shared/approvals/flow-definition.ts'
import type { listFlows } from '../../src-shared/approvals/approvals-operations.ts'
import type { Cents } from '../../src-shared/kernel/cents.ts'

export type Flow = z.output<(typeof listFlows)['output']>[number]

/** A step as its form holds it: its conditions taken apart by what they ask. */
export interface StepValues extends Omit<FlowStep, 'conditions'> {
  /** Tells the steps apart while they are moved. */
  key: string
  /** From this amount on. */
  from: Cents | null
  /** Below this amount. */
  below: Cents | null
  types: string[]
  departments: string[]
  /** Only records whose text is not that of a template. */
  withoutTemplate: boolean
  /** What the form has no field for is kept as it is. */
  others: StepCondition[]
}

export interface FlowValues {
  name: string
  active: boolean
  repeatedApprover: FlowDefinition['repeatedApprover']
  steps: StepValues[]
}

export function emptyStep(key: string): StepValues {
  return {
    key,
    name: '',
    approvers: [{ kind: 'departmentHead', up: 0 }],
    mode: 'any',
    whenEmpty: 'administrator',
    whenInitiator: 'superior',
    ...noConditions(),
  }
}

const noConditions = () => ({
  from: null,
  below: null,
  types: [] as string[],
  departments: [] as string[],
  withoutTemplate: false,
  others: [] as StepCondition[],
})

export function flowValues({ name, active, definition }: Flow): FlowValues {
  return {
    name,
    active,
    repeatedApprover: definition.repeatedApprover,
    steps: definition.steps.map(({ conditions, ...step }, at) => ({
      ...step,
      key: String(at),
      ...conditionValues(conditions),
    })),
  }
}

/** Conditions by field; two that ask the same thing twice, or in a way the form has not, stay among the others. */
function conditionValues(conditions: readonly StepCondition[]) {
  const values: Pick<StepValues, 'from' | 'below' | 'types' | 'departments' | 'withoutTemplate' | 'others'> =
    noConditions()
  for (const condition of conditions) if (!take(values, condition)) values.others.push(condition)
  return values
}

function take(values: ReturnType<typeof conditionValues>, { field, operator, value }: StepCondition): boolean {
  if (field === 'amount' && typeof value === 'number') {
    // Amounts are whole 分: above n is from n + 1 on.
    if ((operator === '>=' || operator === '>') && values.from === null) {
      values.from = (operator === '>=' ? value : value + 1) as Cents
      return true
    }
    if ((operator === '<' || operator === '<=') && values.below === null) {
      values.below = (operator === '<' ? value : value + 1) as Cents
      return true
    }
  }
  if (field === 'type' || field === 'departmentId') {
    const list = field === 'type' ? values.types : values.departments
    if (list.length > 0) return false
    if (operator === 'in' && Array.isArray(value)) list.push(...value)
    else if (operator === '=' && typeof value === 'string') list.push(value)
    return list.length > 0
  }
  if (field === 'templateChanged' && operator === '=' && value === true) {
    values.withoutTemplate = true
    return true
  }
  return false
}

export function flowDefinition({ repeatedApprover, steps }: FlowValues): FlowDefinition {
  return { repeatedApprover, steps: steps.map(flowStep) }
}

function flowStep(values: StepValues): FlowStep {
  const { name, approvers, mode, whenEmpty, whenInitiator, from, below, types, departments } = values
  const conditions: StepCondition[] = []
  if (from !== null) conditions.push({ field: 'amount', operator: '>=', value: from })
  if (below !== null) conditions.push({ field: 'amount', operator: '<', value: below })
  if (types.length > 0) conditions.push({ field: 'type', operator: 'in', value: types })
  if (departments.length > 0) conditions.push({ field: 'departmentId', operator: 'in', value: departments })
  if (values.withoutTemplate) conditions.push({ field: 'templateChanged', operator: '=', value: true })
  return {
    name: name.trim(),
    approvers,
    mode,
    conditions: [...conditions, ...values.others],
    whenEmpty,
    whenInitiator,
  }
}

export type StepFault = 'nameMissing' | 'approversMissing' | 'amountsCrossed'

/** What keeps a step from being saved. */
export function stepFaults({ name, approvers, from, below }: StepValues): StepFault[] {
  const faults: StepFault[] = []
  if (name.trim() === '') faults.push('nameMissing')
  if (approvers.length === 0) faults.push('approversMissing')
  if (from !== null && below !== null && below <= from) faults.push('amountsCrossed')
  return faults
}

/** An approver as a value of a list: `role:finance`, `user:<id>`, `head:0`. */
export function approverKey(approver: Approver): string {
  switch (approver.kind) {
    case 'user':
      return `user:${approver.userId}`
    case 'role':
      return `role:${approver.role}`
    case 'departmentHead':
      return `head:${approver.up}`
  }
}

export function approverOf(key: string): Approver {
  const [kind, of = ''] = key.split(':')
  if (kind === 'user') return { kind: 'user', userId: of }
  if (kind === 'role') return { kind: 'role', role: of }
  return { kind: 'departmentHead', up: Number(of) }
}
