import { handleDecideApproval, handleSaveFlow, handleWithdrawApproval } from './approval-commands.ts'
import { handleAddSigner, handleTransferTask, handleUrgeApproval } from './asking-commands.ts'
import { handleGetApproval, handleListApprovals, handleListFlows } from './approval-queries.ts'

export const approvalsHandlers = {
  commands: [
    handleSaveFlow,
    handleDecideApproval,
    handleWithdrawApproval,
    handleTransferTask,
    handleAddSigner,
    handleUrgeApproval,
  ],
  queries: [handleListFlows, handleListApprovals, handleGetApproval],
  tasks: [],
}
