import type { InferSelectModel } from 'drizzle-orm'
import type { approvals } from '../db/schema/approvals.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import type { CommandContext } from '../execution/command-context.ts'

export type ApprovalRecord = InferSelectModel<typeof approvals>

/** What an approval does to the record it is about, inside the same transaction. */
export interface ApprovalSubject {
  /** Hash of the record's content as it is now; opinions on another one are refused. */
  contentHash(read: ReadDatabase, recordId: string): string
  agreed(context: CommandContext, approval: ApprovalRecord): void
  refused(context: CommandContext, approval: ApprovalRecord): void
  returned(context: CommandContext, approval: ApprovalRecord): void
  withdrawn(context: CommandContext, approval: ApprovalRecord): void
}
