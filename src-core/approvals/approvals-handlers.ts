import { handleDecideApproval, handleSaveFlow, handleWithdrawApproval } from './approval-commands.ts'
import { handleGetApproval, handleListApprovals, handleListFlows } from './approval-queries.ts'

export const approvalsHandlers = {
  commands: [handleSaveFlow, handleDecideApproval, handleWithdrawApproval],
  queries: [handleListFlows, handleListApprovals, handleGetApproval],
  tasks: [],
}
