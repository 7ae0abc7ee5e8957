import { z } from 'zod'
import { defineCommand, defineQuery, defineTask } from '../kernel/operation.ts'
import { pageFields, pageOf } from '../kernel/paging.ts'
import { idSchema, lineSchema, versionSchema } from '../kernel/schemas.ts'
import { AttachedTo, FileHash, FileName } from './file.ts'
import { PdfReport } from './pdf-verification.ts'

const attachmentId = idSchema<'Attachment'>()
const recordId = z.string().min(1).max(40)
const mime = z
  .string()
  .max(120)
  .regex(/^[a-z0-9][a-z0-9.+-]*\/[a-z0-9][a-z0-9.+-]*$/, 'mime')

/** The bytes are put into the file store first; the same bytes are attached to a record once. */
export const attachFile = defineCommand({
  name: 'files.attach',
  version: 1,
  class: 'free',
  permission: 'files.attach',
  summary: { zh: '添加附件', en: 'Attach a file' },
  input: z.strictObject({
    attachedTo: AttachedTo,
    recordId,
    fileHash: FileHash,
    name: FileName,
    mime: mime.default('application/octet-stream'),
    purpose: lineSchema(60).default(''),
  }),
  output: z.strictObject({ id: attachmentId, version: versionSchema, size: z.int() }),
})

export const updateAttachment = defineCommand({
  name: 'files.update',
  version: 1,
  class: 'guarded',
  permission: 'files.attach',
  summary: { zh: '修改附件名称或用途', en: 'Rename an attachment or change its purpose' },
  input: z.strictObject({
    id: attachmentId,
    version: versionSchema,
    changes: z.strictObject({ name: FileName, purpose: lineSchema(60) }).partial(),
  }),
  output: z.strictObject({ id: attachmentId, version: versionSchema }),
})

/** What was submitted with a contract stays with it; the bytes themselves stay in any case. */
export const detachFile = defineCommand({
  name: 'files.detach',
  version: 1,
  class: 'guarded',
  permission: 'files.detach',
  summary: { zh: '移除附件', en: 'Take an attachment off' },
  input: z.strictObject({ id: attachmentId, version: versionSchema }),
  output: z.strictObject({ id: attachmentId }),
})

export const AttachmentRow = z.strictObject({
  id: attachmentId,
  version: versionSchema,
  attachedTo: AttachedTo,
  recordId: z.string(),
  fileHash: z.string(),
  name: z.string(),
  mime: z.string(),
  /** Bytes. */
  size: z.int(),
  purpose: z.string(),
  createdAt: z.int(),
  /** Name of the person who attached it. */
  createdBy: z.string(),
})
export type AttachmentRow = z.infer<typeof AttachmentRow>

export const listAttachments = defineQuery({
  name: 'files.list',
  permission: 'files.read',
  summary: { zh: '附件列表', en: 'List the attachments of a record' },
  input: z.strictObject({ attachedTo: AttachedTo, recordId, ...pageFields }),
  output: pageOf(AttachmentRow),
})

export const getAttachment = defineQuery({
  name: 'files.get',
  permission: 'files.read',
  summary: { zh: '附件信息', en: 'Read an attachment' },
  input: z.strictObject({ id: attachmentId }),
  output: AttachmentRow,
})

/** Checks every signature of a stored PDF, also of one somebody sent; refuses `document.unreadable` for what is no PDF. */
export const verifyPdfTask = defineTask({
  name: 'files.verifyPdf',
  permission: 'files.read',
  summary: { zh: '验证 PDF 的电子签名', en: 'Verify the signatures of a PDF' },
  input: z.strictObject({ fileHash: FileHash }),
  output: PdfReport,
})

export const fileOperations = [
  attachFile,
  updateAttachment,
  detachFile,
  listAttachments,
  getAttachment,
  verifyPdfTask,
] as const
