import { assertNever } from '../kernel/assert-never.ts'
import { refuse } from '../kernel/refusal.ts'
import { approvalStatuses, type ApprovalStatus, type StepStatus, type TaskStatus } from './approval-status.ts'
import type { DecisionMode } from './flow-definition.ts'
import type { PlannedStep } from './plan-steps.ts'

/** How someone came to be asked who was not in the flow: 前加签, 后加签, 转交. */
export type AskedHow = 'before' | 'after' | 'transfer'

export interface TaskState {
  assignee: string
  /** Place in the step, from 0: the index among its tasks. */
  position: number
  status: TaskStatus
  opinion: string
  /** Null for those the flow asked. */
  askedHow: AskedHow | null
  askedBy: string | null
  /** The task of the same step, by position, that must be agreed to first; null where none must. */
  waitsFor: number | null
}

export interface StepState {
  stepNo: number
  name: string
  mode: DecisionMode
  status: StepStatus
  tasks: TaskState[]
}

/** One running approval of one round, as plain data: who was asked, who said what, what is open now. */
export interface ApprovalState {
  status: ApprovalStatus
  round: number
  currentStepNo: number | null
  repeatedApprover: 'always' | 'once'
  steps: StepState[]
}

export type Decision = 'agree' | 'refuse' | 'sendBack'

/** A round from its planned steps, the first opened; `from` > 1 starts later, when it goes straight back to the sender. */
export function startRound(
  planned: readonly PlannedStep[],
  { round, repeatedApprover, from = 1 }: { round: number; repeatedApprover: 'always' | 'once'; from?: number },
): ApprovalState {
  const state: ApprovalState = {
    status: 'running',
    round,
    currentStepNo: null,
    repeatedApprover,
    steps: planned.map((step, i) => ({
      stepNo: i + 1,
      name: step.name,
      mode: step.mode,
      status: i + 1 < from ? 'skipped' : 'waiting',
      tasks: step.assignees.map((assignee, position) => ({
        assignee,
        position,
        status: 'waiting',
        opinion: '',
        askedHow: null,
        askedBy: null,
        waitsFor: null,
      })),
    })),
  }
  return openNext(state)
}

/**
 * The approval after one person's decision on the open task at `stepNo`, `position`.
 * Refuses `approval.notRunning` and `approval.taskNotOpen`; an opinion is required to refuse or send back.
 */
export function decide(
  given: ApprovalState,
  { stepNo, position, decision, opinion }: { stepNo: number; position: number; decision: Decision; opinion: string },
): ApprovalState {
  if (decision !== 'agree' && opinion.trim() === '') throw refuse('approval.opinionRequired', { decision })
  const { state, step, task } = openTask(given, { stepNo, position })
  task.opinion = opinion.trim()
  switch (decision) {
    case 'refuse':
      task.status = 'refused'
      return close(state, step, 'refused', approvalStatuses.move('refuse', state.status))
    case 'sendBack':
      task.status = 'sentBack'
      return close(state, step, 'sentBack', approvalStatuses.move('sendBack', state.status))
    case 'agree':
      task.status = 'agreed'
      return afterAgreement(state, step, task)
    default:
      return assertNever(decision)
  }
}

/** Taken back by its initiator. */
export function withdraw(given: ApprovalState): ApprovalState {
  const status = approvalStatuses.move('withdraw', given.status)
  const state = copyOf(given)
  const open = state.steps.find((step) => step.stepNo === state.currentStepNo)
  if (open === undefined) return { ...state, status, currentStepNo: null }
  return close(state, open, 'cancelled', status)
}

/** A copy of the approval with its open task at `stepNo`, `position`; refuses `approval.notRunning` and `approval.taskNotOpen`. */
export function openTask(
  given: ApprovalState,
  { stepNo, position }: { stepNo: number; position: number },
): { state: ApprovalState; step: StepState; task: TaskState } {
  if (given.status !== 'running') throw refuse('approval.notRunning', { status: given.status })
  const state = copyOf(given)
  const step = state.steps[stepNo - 1]
  const task = step?.tasks[position]
  if (step === undefined || task === undefined || task.status !== 'open')
    throw refuse('approval.taskNotOpen', { stepNo, status: task?.status ?? 'missing' })
  return { state, step, task }
}

const copyOf = (state: ApprovalState): ApprovalState => ({
  ...state,
  steps: state.steps.map((step) => ({ ...step, tasks: step.tasks.map((task) => ({ ...task })) })),
})

function afterAgreement(state: ApprovalState, step: StepState, agreed: TaskState): ApprovalState {
  const released = step.tasks.filter((task) => task.status === 'waiting' && task.waitsFor === agreed.position)
  // Whoever was asked before another only clears the way; the other still decides.
  const decides = agreed.askedHow !== 'before'
  if (decides && step.mode === 'any') for (const task of step.tasks) if (!released.includes(task)) cancelTask(task)
  for (const task of released) task.status = 'open'
  if (step.tasks.some(({ status }) => status === 'open')) return agreeRepeated(state, step)
  const next = step.tasks.find((task) => task.status === 'waiting')
  if (next !== undefined) {
    next.status = 'open'
    return agreeRepeated(state, step)
  }
  step.status = 'agreed'
  return openNext(state)
}

/** Opens the next waiting step, or ends the approval as agreed. */
function openNext(state: ApprovalState): ApprovalState {
  const step = state.steps.find((each) => each.status === 'waiting')
  if (step === undefined) return { ...state, status: approvalStatuses.move('agree', state.status), currentStepNo: null }
  state.currentStepNo = step.stepNo
  step.status = 'open'
  for (const task of step.tasks) if (step.mode !== 'sequence' || task.position === 0) task.status = 'open'
  return agreeRepeated(state, step)
}

/** Where the flow asks each person once, whoever is asked now and agreed in an earlier step agrees again by that. */
function agreeRepeated(state: ApprovalState, step: StepState): ApprovalState {
  if (state.repeatedApprover !== 'once') return state
  // Who was asked by a person is asked, whatever they agreed to before.
  const again = step.tasks.find(
    (task) => task.status === 'open' && task.askedBy === null && hasAgreed(state, task.assignee),
  )
  if (again === undefined) return state
  again.status = 'agreed'
  return afterAgreement(state, step, again)
}

const hasAgreed = (state: ApprovalState, user: string): boolean =>
  state.steps.some(
    (step) => step.status === 'agreed' && step.tasks.some((task) => task.assignee === user && task.status === 'agreed'),
  )

function close(state: ApprovalState, step: StepState, stepStatus: StepStatus, status: ApprovalStatus): ApprovalState {
  cancelOpen(step)
  step.status = stepStatus
  for (const later of state.steps) {
    if (later.status !== 'waiting') continue
    later.status = 'cancelled'
    for (const task of later.tasks) task.status = 'cancelled'
  }
  return { ...state, status, currentStepNo: null }
}

function cancelOpen(step: StepState): void {
  for (const task of step.tasks) cancelTask(task)
}

function cancelTask(task: TaskState): void {
  if (task.status === 'open' || task.status === 'waiting') task.status = 'cancelled'
}
