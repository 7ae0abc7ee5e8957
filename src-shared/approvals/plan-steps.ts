import { refuse } from '../kernel/refusal.ts'
import type { Approver, DecisionMode, FlowDefinition, FlowStep, StepCondition } from './flow-definition.ts'

/** What conditions ask about a record; amounts in 分. */
export type RecordFacts = Readonly<Record<StepCondition['field'], string | number | boolean | null>>

/** The people side of planning: who holds what now. All ids are of active users. */
export interface Directory {
  usersInRole(role: string): string[]
  /** Head of the user's department, `up` levels above; null where there is none. */
  headOf(userId: string, up: number): string | null
  isActive(userId: string): boolean
  administrators(): string[]
}

export interface PlannedStep {
  name: string
  mode: DecisionMode
  assignees: string[]
}

/** Whether every condition of a step holds. */
export function conditionsHold(conditions: readonly StepCondition[], facts: RecordFacts): boolean {
  return conditions.every(({ field, operator, value }) => {
    const fact = facts[field]
    if (operator === 'in') return Array.isArray(value) && value.includes(String(fact))
    if (operator === '=') return fact === value
    if (operator === '!=') return fact !== value
    if (typeof fact !== 'number' || typeof value !== 'number') return false
    if (operator === '<') return fact < value
    if (operator === '<=') return fact <= value
    if (operator === '>') return fact > value
    return fact >= value
  })
}

/**
 * The steps a record must pass with the people asked, in order: steps whose conditions fail fall out, approvers are
 * looked up, and the rules for an empty step and for the initiator as approver are applied.
 * Refuses `approval.noApprover` naming the step where the rule says stop, and `approval.noSteps` when nobody would be asked.
 */
export function planSteps(
  definition: FlowDefinition,
  facts: RecordFacts,
  initiator: string,
  directory: Directory,
): PlannedStep[] {
  const planned: PlannedStep[] = []
  for (const step of definition.steps) {
    if (!conditionsHold(step.conditions, facts)) continue
    const assignees = resolveStep(step, initiator, directory)
    if (assignees.length > 0) planned.push({ name: step.name, mode: step.mode, assignees })
  }
  if (planned.length === 0) throw refuse('approval.noSteps', {})
  return planned
}

function resolveStep(step: FlowStep, initiator: string, directory: Directory): string[] {
  const named = unique(step.approvers.flatMap((approver) => resolve(approver, initiator, directory)))
  if (named.length === 0 && step.whenEmpty === 'pass') return []
  // An administrator who is asked instead is held to the rule for initiators like anyone else.
  const found = named.length === 0 && step.whenEmpty === 'administrator' ? directory.administrators() : named
  if (found.length === 0) throw refuse('approval.noApprover', { step: step.name })
  if (!found.includes(initiator) || step.whenInitiator === 'allow') return found
  const others = found.filter((user) => user !== initiator)
  if (step.whenInitiator === 'skip') return others
  const superior = superiorOf(initiator, directory)
  if (superior === null) {
    if (others.length > 0) return others
    // Nobody stands above: the step is as good as empty.
    const instead =
      step.whenEmpty === 'administrator' ? directory.administrators().filter((id) => id !== initiator) : []
    if (instead.length > 0 || step.whenEmpty === 'pass') return instead
    throw refuse('approval.noApprover', { step: step.name })
  }
  return unique(found.map((user) => (user === initiator ? superior : user)))
}

function resolve(approver: Approver, initiator: string, directory: Directory): string[] {
  switch (approver.kind) {
    case 'user':
      return directory.isActive(approver.userId) ? [approver.userId] : []
    case 'role':
      return directory.usersInRole(approver.role)
    case 'departmentHead': {
      const head = directory.headOf(initiator, approver.up)
      return head === null ? [] : [head]
    }
  }
}

/** The nearest head above who is another person. */
function superiorOf(user: string, directory: Directory): string | null {
  for (let up = 0; up < 20; up += 1) {
    const head = directory.headOf(user, up)
    if (head !== null && head !== user) return head
  }
  return null
}

const unique = (values: string[]): string[] => [...new Set(values)]
