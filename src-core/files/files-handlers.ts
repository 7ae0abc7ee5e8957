import { and, count, eq } from 'drizzle-orm'
import type { AttachedTo } from '../../src-shared/files/file.ts'
import {
  attachFile,
  detachFile,
  getAttachment,
  listAttachments,
  updateAttachment,
} from '../../src-shared/files/files-operations.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { approvals } from '../db/schema/approvals.ts'
import { contracts } from '../db/schema/contracts.ts'
import { attachments } from '../db/schema/files.ts'
import { orders, shipments } from '../db/schema/orders.ts'
import { parties } from '../db/schema/parties.ts'
import { payments } from '../db/schema/payments.ts'
import { users } from '../db/schema/people.ts'
import { findRecord, recordById } from '../db/record-by-id.ts'
import type { RecordTable } from '../db/tables.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import { givenFields } from '../execution/given-fields.ts'
import { handleCommand, handleQuery } from '../execution/handlers.ts'
import { keyset, pageOfRows } from '../execution/keyset.ts'
import { personName } from '../people/person-name.ts'
import { handleVerifyPdf } from './verify-task.ts'

const tableOf = {
  contract: contracts,
  party: parties,
  order: orders,
  shipment: shipments,
  payment: payments,
  approval: approvals,
} satisfies Record<AttachedTo, RecordTable>

const handleAttachFile = handleCommand(attachFile, (context, input) => {
  const { read, write, files } = context
  refuseMissingRecord(read, input.attachedTo, input.recordId)
  const size = files.get(input.fileHash).length
  if (size === 0) throw refuse('file.empty', { name: input.name })
  const twin = read
    .select({ name: attachments.name })
    .from(attachments)
    .where(
      and(
        eq(attachments.attachedTo, input.attachedTo),
        eq(attachments.recordId, input.recordId),
        eq(attachments.fileHash, input.fileHash),
      ),
    )
    .get()
  if (twin !== undefined) throw refuse('file.attachedAlready', { name: twin.name })
  const { id, version } = write.insert(attachments, { id: context.newId<'Attachment'>(), ...input, size })
  return { id, version, size }
})

const handleUpdateAttachment = handleCommand(updateAttachment, ({ write }, { id, version, changes }) => {
  const updated = write.update(attachments, id, givenFields(changes), version)
  return { id, version: updated.version }
})

const handleDetachFile = handleCommand(detachFile, ({ read, write }, { id, version }) => {
  const attachment = recordById(read, attachments, id)
  const contract = attachment.attachedTo === 'contract' ? findRecord(read, contracts, attachment.recordId) : undefined
  // Those who approved and signed had it before them.
  if (contract !== undefined && contract.stage !== 'draft' && contract.stage !== 'refused')
    throw refuse('file.keptWithContract', { name: attachment.name, stage: contract.stage })
  write.remove(attachments, id, version)
  return { id }
})

const rowColumns = {
  id: attachments.id,
  version: attachments.version,
  attachedTo: attachments.attachedTo,
  recordId: attachments.recordId,
  fileHash: attachments.fileHash,
  name: attachments.name,
  mime: attachments.mime,
  size: attachments.size,
  purpose: attachments.purpose,
  createdAt: attachments.createdAt,
  createdBy: personName(attachments.createdBy),
}

const handleListAttachments = handleQuery(listAttachments, ({ read }, { attachedTo, recordId, after, limit }) => {
  const wanted = and(eq(attachments.attachedTo, attachedTo), eq(attachments.recordId, recordId))
  const page = keyset(attachments.createdAt, attachments.id, { after, limit, descending: false })
  const rows = read
    .select(rowColumns)
    .from(attachments)
    .leftJoin(users, eq(users.id, attachments.createdBy))
    .where(and(wanted, page.where))
    .orderBy(...page.orderBy)
    .limit(page.limit)
    .all()
  const { total } = read.select({ total: count() }).from(attachments).where(wanted).get()!
  return { ...pageOfRows(rows, limit, (row) => row.createdAt), total }
})

const handleGetAttachment = handleQuery(getAttachment, ({ read }, { id }) => {
  const row = read
    .select(rowColumns)
    .from(attachments)
    .leftJoin(users, eq(users.id, attachments.createdBy))
    .where(eq(attachments.id, id))
    .get()
  if (row === undefined) throw refuse('record.missing', { table: 'attachments', id })
  return row
})

export const filesHandlers = {
  commands: [handleAttachFile, handleUpdateAttachment, handleDetachFile],
  queries: [handleListAttachments, handleGetAttachment],
  tasks: [handleVerifyPdf],
}

function refuseMissingRecord(read: ReadDatabase, attachedTo: AttachedTo, recordId: string): void {
  const found = findRecord(read, tableOf[attachedTo], recordId)
  if (found === undefined) throw refuse('record.missing', { table: attachedTo, id: recordId })
}
