import { eq } from 'drizzle-orm'
import { recordById } from '../db/record-by-id.ts'
import { decide, withdraw } from '../../src-shared/approvals/approval-state.ts'
import { decideApproval, saveFlow, withdrawApproval } from '../../src-shared/approvals/approvals-operations.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { approvals, approvalTasks, flows, flowVersions } from '../db/schema/approvals.ts'
import type { CommandContext } from '../execution/command-context.ts'
import { handleCommand } from '../execution/handlers.ts'
import { readState, writeState } from './approval-rows.ts'
import { subjectOf } from './approval-subjects.ts'

export const handleSaveFlow = handleCommand(saveFlow, (context, { id, seen, name, kind, definition, active }) => {
  if (id === null) {
    const flow = context.write.insert(flows, {
      id: context.newId<'Flow'>(),
      name,
      kind,
      active,
      currentVersionId: null,
    })
    return addVersion(context, flow.id, 1)
  }
  if (seen === null) throw refuse('input.invalid', { issues: [{ path: 'seen', reason: 'required to change a flow' }] })
  context.write.update(flows, id, { name, kind, active }, seen)
  const versions = context.read
    .select({ no: flowVersions.no })
    .from(flowVersions)
    .where(eq(flowVersions.flowId, id))
    .all()
  return addVersion(context, id, Math.max(0, ...versions.map((version) => version.no)) + 1)

  // Running approvals keep the version they started with; new ones take the newest.
  function addVersion({ write, newId }: CommandContext, flowId: Id<'Flow'>, no: number) {
    const version = write.insert(flowVersions, { id: newId<'FlowVersion'>(), flowId, no, definition })
    const flow = write.update(flows, flowId, { currentVersionId: version.id })
    return { id: flowId, version: flow.version, no }
  }
})

export const handleDecideApproval = handleCommand(
  decideApproval,
  (context, { taskId, decision, opinion, contentHash }) => {
    const task = recordById(context.read, approvalTasks, taskId)
    if (task.assigneeId !== context.actor.id) throw refuse('approval.notYours', {})
    const approval = recordById(context.read, approvals, task.approvalId)
    // An opinion binds the document that was read: not an older one, not one that has changed since it was submitted.
    const current = subjectOf(approval.kind).contentHash(context.read, approval.recordId)
    if (contentHash !== approval.contentHash || current !== approval.contentHash)
      throw refuse('approval.documentChanged', { read: contentHash, submitted: approval.contentHash, current })
    const before = readState(context.read, approval)
    const step = before.steps.find((each) => each.id === task.stepId)
    if (step === undefined) throw refuse('approval.taskNotOpen', { stepNo: 0, status: task.status })
    const after = decide(before, { stepNo: step.stepNo, position: task.position, decision, opinion })
    const updated = writeState(context, approval, before, after, { taskId, contentHash, pdfHash: approval.pdfHash })
    return { approvalId: approval.id, status: updated.status, recordId: approval.recordId }
  },
)

export const handleWithdrawApproval = handleCommand(withdrawApproval, (context, { id, version }) => {
  const approval = recordById(context.read, approvals, id)
  if (approval.initiatorId !== context.actor.id) throw refuse('approval.notYours', {})
  if (approval.version !== version)
    throw refuse('record.stale', { table: 'approvals', id, seen: version, version: approval.version })
  const before = readState(context.read, approval)
  const updated = writeState(context, approval, before, withdraw(before))
  return { approvalId: id, status: updated.status }
})
