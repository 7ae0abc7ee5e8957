import { handleAddContact, handleRemoveContact, handleUpdateContact } from './contact-commands.ts'
import {
  handleBlockParty,
  handleCreateParty,
  handleRemoveParty,
  handleUnblockParty,
  handleUpdateParty,
} from './party-commands.ts'
import { handleFindSimilarParties, handleGetParty, handleListParties } from './party-queries.ts'

export const partiesHandlers = {
  commands: [
    handleCreateParty,
    handleUpdateParty,
    handleBlockParty,
    handleUnblockParty,
    handleRemoveParty,
    handleAddContact,
    handleUpdateContact,
    handleRemoveContact,
  ],
  queries: [handleListParties, handleGetParty, handleFindSimilarParties],
  tasks: [],
}
