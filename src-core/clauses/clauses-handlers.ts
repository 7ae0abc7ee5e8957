import {
  handleAddClauseVersion,
  handleArchiveClause,
  handleCreateClause,
  handleRestoreClause,
  handleUpdateClause,
} from './clause-commands.ts'
import { handleGetClause, handleListClauses } from './clause-queries.ts'

export const clausesHandlers = {
  commands: [handleCreateClause, handleUpdateClause, handleAddClauseVersion, handleArchiveClause, handleRestoreClause],
  queries: [handleListClauses, handleGetClause],
  tasks: [],
}
