import { handleGetEntry, handleListEntries, handleReadHead, handleReadHistory } from './audit-queries.ts'
import { handleCheckWorkspace } from '../workspace/check/check-task.ts'
import { handleVerifyAudit } from './verify-audit.ts'

export const auditHandlers = {
  commands: [],
  queries: [handleListEntries, handleGetEntry, handleReadHistory, handleReadHead],
  tasks: [handleVerifyAudit, handleCheckWorkspace],
}
