import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AttachedTo } from '../../../src-shared/files/file.ts'
import { recordColumns } from './columns.ts'

/** A file attached to a record; its bytes stand in the files database under the hash. */
export const attachments = sqliteTable(
  'attachments',
  {
    ...recordColumns<'Attachment'>(),
    attachedTo: text('attached_to').$type<AttachedTo>().notNull(),
    recordId: text('record_id').notNull(),
    fileHash: text('file_hash').notNull(),
    name: text('name').notNull(),
    mime: text('mime').notNull(),
    size: integer('size').notNull(),
    purpose: text('purpose').notNull().default(''),
  },
  (t) => [index('attachments_record').on(t.attachedTo, t.recordId), index('attachments_hash').on(t.fileHash)],
)
