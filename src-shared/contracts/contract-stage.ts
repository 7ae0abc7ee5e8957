import { z } from 'zod'
import { defineStatusTable } from '../kernel/status-table.ts'

/**
 * 草稿 → 审批中 → 待签署 → 已签署 → 履行中 → 履行完毕, and the ways out: 驳回, 终止, 作废.
 * Void is not delete: number, files and reason stay (conventions-cn.md).
 */
export const ContractStage = z.enum([
  'draft',
  'pending',
  'refused',
  'approved',
  'signed',
  'active',
  'completed',
  'terminated',
  'void',
])
export type ContractStage = z.infer<typeof ContractStage>

export const contractStages = defineStatusTable(
  {
    submit: { draft: 'pending' },
    return: { pending: 'draft' },
    refuse: { pending: 'refused' },
    revise: { refused: 'draft' },
    approve: { pending: 'approved' },
    sign: { approved: 'signed' },
    activate: { signed: 'active' },
    complete: { active: 'completed' },
    terminate: { signed: 'terminated', active: 'terminated' },
    // A draft that was submitted before keeps its approval record and cannot be deleted.
    void: { draft: 'void', refused: 'void', approved: 'void', signed: 'void', active: 'void' },
  } satisfies Record<string, Partial<Record<ContractStage, ContractStage>>>,
  { of: 'contract' },
)
