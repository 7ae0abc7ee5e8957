import type { z } from 'zod'
import type { saveFlow } from './approvals-operations.ts'

/** 500 000 元, from which the general manager is asked as well. */
const generalManagerFrom = 50_000_000

/**
 * The flow a new workspace starts with: head of department, finance, and the general manager for large amounts.
 * It works with one person at the desk too: a step that finds nobody passes on, and one's own contracts are not held up.
 */
export const starterFlow: z.input<(typeof saveFlow)['input']> = {
  name: '合同审批',
  kind: 'contract',
  definition: {
    repeatedApprover: 'once',
    steps: [
      {
        name: '部门负责人审批',
        approvers: [{ kind: 'departmentHead', up: 0 }],
        mode: 'any',
        whenEmpty: 'administrator',
        whenInitiator: 'allow',
      },
      {
        name: '财务审核',
        approvers: [{ kind: 'role', role: 'finance' }],
        mode: 'any',
        whenEmpty: 'pass',
        whenInitiator: 'allow',
      },
      {
        name: '总经理审批',
        approvers: [{ kind: 'role', role: 'generalManager' }],
        mode: 'any',
        conditions: [{ field: 'amount', operator: '>=', value: generalManagerFrom }],
        whenEmpty: 'administrator',
        whenInitiator: 'allow',
      },
    ],
  },
}
