import type { z } from 'zod'
import type { saveFlow } from './approvals-operations.ts'

/** The sample company's flow: head of department, legal for contracts without our template, finance, general manager from 500 000 元. */
export const sampleFlow: z.input<(typeof saveFlow)['input']> = {
  name: '合同审批',
  kind: 'contract',
  definition: {
    repeatedApprover: 'once',
    steps: [
      {
        name: '部门负责人审批',
        approvers: [{ kind: 'departmentHead', up: 0 }],
        mode: 'any',
        // The general manager has nobody above.
        whenEmpty: 'pass',
        whenInitiator: 'superior',
      },
      {
        name: '法务审核',
        approvers: [{ kind: 'role', role: 'legal' }],
        mode: 'any',
        conditions: [{ field: 'templateChanged', operator: '=', value: true }],
        whenEmpty: 'stop',
        whenInitiator: 'skip',
      },
      {
        name: '财务审核',
        approvers: [{ kind: 'role', role: 'finance' }],
        mode: 'any',
        whenEmpty: 'stop',
        whenInitiator: 'skip',
      },
      {
        name: '总经理审批',
        approvers: [{ kind: 'role', role: 'generalManager' }],
        mode: 'any',
        conditions: [{ field: 'amount', operator: '>=', value: 50_000_000 }],
        whenEmpty: 'stop',
        whenInitiator: 'allow',
      },
    ],
  },
}
