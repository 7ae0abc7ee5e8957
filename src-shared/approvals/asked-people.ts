import { refuse } from '../kernel/refusal.ts'
import { openTask, type ApprovalState, type StepState, type TaskState } from './approval-state.ts'

/** More than that in one step is no approval any more. */
const mostInStep = 20

/** How long after a task came, or was urged, it may be urged (again): 4 hours. */
export const urgeEvery = 4 * 3_600_000

interface Asking {
  stepNo: number
  position: number
  /** Who is asked; their name goes into refusals. */
  person: { id: string; name: string }
  initiator: string
}

/**
 * 转交: the open task goes to someone else, who decides in its place; whoever waited for it waits for them.
 * Refuses as `openTask` does, and `approval.askSomeoneElse`, `approval.initiatorAsked`, `approval.askedAlready`, `approval.tooManyAsked`.
 */
export function transfer(given: ApprovalState, { note, ...asking }: Asking & { note: string }): ApprovalState {
  const { state, step, task } = openTask(given, asking)
  const added = ask(step, task, asking, { status: 'open', askedHow: 'transfer' })
  for (const other of step.tasks) if (other.waitsFor === task.position) other.waitsFor = added.position
  // What cleared the way for another, or came after one, does so in other hands, too.
  if (task.askedHow === 'before' || task.askedHow === 'after') added.askedHow = task.askedHow
  task.status = 'transferred'
  task.opinion = note.trim()
  return state
}

/**
 * 加签: someone else must agree as well, before the open task is decided (it waits meanwhile) or after it was agreed to.
 * Refuses as `transfer` does.
 */
export function addSigner(
  given: ApprovalState,
  { when, ...asking }: Asking & { when: 'before' | 'after' },
): ApprovalState {
  const { state, step, task } = openTask(given, asking)
  if (when === 'before') {
    const added = ask(step, task, asking, { status: 'open', askedHow: 'before' })
    task.status = 'waiting'
    task.waitsFor = added.position
  } else {
    // After one who was asked before another is still before that other.
    const last = task.askedHow === 'before'
    const added = ask(step, task, asking, { status: 'waiting', askedHow: last ? 'before' : 'after' })
    if (last) for (const other of step.tasks) if (other.waitsFor === task.position) other.waitsFor = added.position
    added.waitsFor = task.position
  }
  return state
}

/**
 * 催办: the positions, in the current step, of the open tasks that may be urged now (UTC ms): each at the earliest 4 hours after it came or was urged.
 * Refuses `approval.notRunning`, and `approval.urgedLately` with the minutes until the first of them may be.
 */
export function urgeable<T extends { status: string; openedAt: number | null; urgedAt: number | null }>(
  status: string,
  tasks: readonly T[],
  now: number,
): T[] {
  if (status !== 'running') throw refuse('approval.notRunning', { status })
  const open = tasks.filter((task) => task.status === 'open')
  const from = (task: T) => (task.urgedAt ?? task.openedAt ?? 0) + urgeEvery
  const due = open.filter((task) => from(task) <= now)
  if (due.length === 0)
    throw refuse('approval.urgedLately', { minutes: Math.ceil((Math.min(...open.map(from)) - now) / 60_000) })
  return due
}

/** Adds the task of someone who is asked by the one whose turn it is. */
function ask(
  step: StepState,
  by: TaskState,
  { person: { id, name }, initiator }: Asking,
  how: Pick<TaskState, 'status' | 'askedHow'>,
): TaskState {
  if (id === by.assignee) throw refuse('approval.askSomeoneElse', {})
  if (id === initiator) throw refuse('approval.initiatorAsked', { name })
  if (step.tasks.some((task) => task.assignee === id && task.status !== 'transferred' && task.status !== 'cancelled'))
    throw refuse('approval.askedAlready', { name, step: step.name })
  if (step.tasks.length >= mostInStep) throw refuse('approval.tooManyAsked', { most: mostInStep })
  const added: TaskState = {
    assignee: id,
    position: step.tasks.length,
    opinion: '',
    askedBy: by.assignee,
    waitsFor: null,
    ...how,
  }
  step.tasks.push(added)
  return added
}
