import { eq } from 'drizzle-orm'
import { holdsPermission } from '../../src-shared/access/roles.ts'
import type { ApprovalState } from '../../src-shared/approvals/approval-state.ts'
import { addSigner as addSignerTo, transfer, urgeable } from '../../src-shared/approvals/asked-people.ts'
import { addSigner, transferTask, urgeApproval } from '../../src-shared/approvals/approvals-operations.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { approvals, approvalTasks } from '../db/schema/approvals.ts'
import { users } from '../db/schema/people.ts'
import { recordById } from '../db/record-by-id.ts'
import type { CommandContext } from '../execution/command-context.ts'
import { handleCommand } from '../execution/handlers.ts'
import { readState, writeState, type StoredState } from './approval-rows.ts'

export const handleTransferTask = handleCommand(transferTask, (context, { taskId, to, note }) =>
  askOther(context, taskId, to, (state, asking) => transfer(state, { ...asking, note })),
)

export const handleAddSigner = handleCommand(addSigner, (context, { taskId, person, when }) =>
  askOther(context, taskId, person, (state, asking) => addSignerTo(state, { ...asking, when })),
)

export const handleUrgeApproval = handleCommand(urgeApproval, (context, { id }) => {
  const approval = recordById(context.read, approvals, id)
  if (approval.initiatorId !== context.actor.id) throw refuse('approval.urgeNotYours', {})
  const tasks = context.read.select().from(approvalTasks).where(eq(approvalTasks.approvalId, id)).all()
  const urged = urgeable(approval.status, tasks, context.now)
  for (const task of urged) context.write.update(approvalTasks, task.id, { urgedAt: context.now })
  return { approvalId: id, urged: urged.map((task) => recordById(context.read, users, task.assigneeId).name) }
})

/** Lets the one whose task it is ask someone else, by a rule of src-shared/approvals/asked-people.ts. */
function askOther(
  context: CommandContext,
  taskId: Id<'ApprovalTask'>,
  personId: Id<'User'>,
  rule: (
    state: StoredState,
    asking: { stepNo: number; position: number; person: { id: string; name: string }; initiator: string },
  ) => ApprovalState,
): { approvalId: Id<'Approval'> } {
  const task = recordById(context.read, approvalTasks, taskId)
  if (task.assigneeId !== context.actor.id) throw refuse('approval.notYours', {})
  const person = recordById(context.read, users, personId)
  if (!person.active) throw refuse('approval.personAway', { name: person.name })
  if (!holdsPermission(person.roles, 'approvals.decide'))
    throw refuse('approval.personCannotDecide', { name: person.name })
  const approval = recordById(context.read, approvals, task.approvalId)
  const before = readState(context.read, approval)
  const step = before.steps.find((each) => each.id === task.stepId)
  if (step === undefined) throw refuse('approval.taskNotOpen', { stepNo: 0, status: task.status })
  const { position } = task
  const after = rule(before, { stepNo: step.stepNo, position, person, initiator: approval.initiatorId })
  writeState(context, approval, before, after)
  return { approvalId: approval.id }
}
