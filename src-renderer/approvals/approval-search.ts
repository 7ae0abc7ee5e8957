import { z } from 'zod'

export const approvalBoxes = ['inbox', 'sent', 'done'] as const
export type ApprovalBox = (typeof approvalBoxes)[number]

const ApprovalListSearch = z.object({ box: z.enum(approvalBoxes).optional().catch(undefined) })

export const approvalListSearch = (search: Record<string, unknown>): z.infer<typeof ApprovalListSearch> =>
  ApprovalListSearch.parse(search)
