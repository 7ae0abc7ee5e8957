import { handleAddContact, handleRemoveContact, handleUpdateContact } from './contact-commands.ts'
import {
  handleBlockParty,
  handleCreateParties,
  handleCreateParty,
  handleRemoveParty,
  handleUnblockParty,
  handleUpdateParty,
} from './party-commands.ts'
import { handleCheckPartyImport, handleImportParties } from './party-imports.ts'
import { handleFindSimilarParties, handleGetParty, handleListParties } from './party-queries.ts'

export const partiesHandlers = {
  commands: [
    handleCreateParty,
    handleCreateParties,
    handleUpdateParty,
    handleBlockParty,
    handleUnblockParty,
    handleRemoveParty,
    handleAddContact,
    handleUpdateContact,
    handleRemoveContact,
  ],
  queries: [handleListParties, handleGetParty, handleFindSimilarParties],
  tasks: [handleCheckPartyImport, handleImportParties],
}
