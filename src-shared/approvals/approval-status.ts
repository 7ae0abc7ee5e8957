import { z } from 'zod'
import { defineStatusTable } from '../kernel/status-table.ts'

export const ApprovalStatus = z.enum(['running', 'agreed', 'refused', 'returned', 'withdrawn'])
export type ApprovalStatus = z.infer<typeof ApprovalStatus>

/** 退回 to the initiator ends in `returned`, and submitting again resumes it. */
export const approvalStatuses = defineStatusTable({
  agree: { running: 'agreed' },
  refuse: { running: 'refused' },
  sendBack: { running: 'returned' },
  withdraw: { running: 'withdrawn', returned: 'withdrawn' },
  resume: { returned: 'running' },
} satisfies Record<string, Partial<Record<ApprovalStatus, ApprovalStatus>>>)

export const StepStatus = z.enum(['waiting', 'open', 'agreed', 'refused', 'sentBack', 'skipped', 'cancelled'])
export type StepStatus = z.infer<typeof StepStatus>

export const TaskStatus = z.enum(['waiting', 'open', 'agreed', 'refused', 'sentBack', 'transferred', 'cancelled'])
export type TaskStatus = z.infer<typeof TaskStatus>
