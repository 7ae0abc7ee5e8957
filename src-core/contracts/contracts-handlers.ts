import { handleGetContract, handleListContracts } from './contract-queries.ts'
import { handleMakeDocument, handleSealContract, handleSignDocument } from './document-tasks.ts'
import {
  handleAddDocument,
  handleCreateDraft,
  handleDeleteDraft,
  handleReviseContract,
  handleUpdateDraft,
} from './draft-commands.ts'
import { handleExportLedger } from './ledger-task.ts'
import { handlePreviewDraft } from './preview-task.ts'
import {
  handleActivateContract,
  handleCompleteContract,
  handleSignContract,
  handleSubmitContract,
  handleTerminateContract,
  handleVoidContract,
} from './stage-commands.ts'

export const contractsHandlers = {
  commands: [
    handleCreateDraft,
    handleUpdateDraft,
    handleDeleteDraft,
    handleAddDocument,
    handleSubmitContract,
    handleReviseContract,
    handleSignContract,
    handleActivateContract,
    handleCompleteContract,
    handleTerminateContract,
    handleVoidContract,
  ],
  queries: [handleListContracts, handleGetContract],
  tasks: [handleMakeDocument, handlePreviewDraft, handleSealContract, handleSignDocument, handleExportLedger],
}
