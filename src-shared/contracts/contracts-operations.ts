import { z } from 'zod'
import { defineCommand, defineQuery, defineTask } from '../kernel/operation.ts'
import { pageFields, pageOf } from '../kernel/paging.ts'
import {
  centsSchema,
  dateSchema,
  idSchema,
  lineSchema,
  quantitySchema,
  rateSchema,
  textSchema,
  unitPriceSchema,
  versionSchema,
} from '../kernel/schemas.ts'
import { FileHash } from '../files/file.ts'
import { TemplateAnswers } from '../templates/template.ts'
import { ContractType, MoneyDirection, PartyRole } from './contract.ts'
import { DocumentAnchor, DocumentKind } from './contract-document.ts'
import { ContractDraft } from './contract-draft.ts'
import { ContractSketch } from './contract-sketch.ts'
import { ContractStage } from './contract-stage.ts'
import { DueEvent } from './payment-plan.ts'
import { PartySnapshot } from './party-snapshot.ts'
import { Warning } from '../kernel/warning.ts'

const contractId = idSchema<'Contract'>()
const seen = z.object({ id: contractId, version: versionSchema })
const moved = z.object({ id: contractId, version: versionSchema, stage: ContractStage })

export const createDraft = defineCommand({
  name: 'contracts.createDraft',
  version: 1,
  class: 'free',
  permission: 'contracts.draft',
  summary: { zh: '新建合同草稿', en: 'Create a draft contract' },
  input: ContractDraft,
  output: z.object({ id: contractId, version: versionSchema, draftNumber: z.string(), amount: centsSchema }),
})

export const updateDraft = defineCommand({
  name: 'contracts.updateDraft',
  version: 1,
  class: 'free',
  permission: 'contracts.draft',
  summary: { zh: '修改合同草稿', en: 'Change a draft contract' },
  input: seen.extend({ draft: ContractDraft }),
  output: z.object({ id: contractId, version: versionSchema, amount: centsSchema }),
})

export const deleteDraft = defineCommand({
  name: 'contracts.deleteDraft',
  version: 1,
  class: 'free',
  permission: 'contracts.draft',
  summary: { zh: '删除从未提交的草稿', en: 'Delete a draft that was never submitted' },
  input: seen,
  output: z.object({ id: contractId }),
})

export const addDocument = defineCommand({
  name: 'contracts.addDocument',
  version: 1,
  class: 'free',
  permission: 'contracts.document',
  summary: { zh: '登记合同文件', en: 'Register a document of a contract' },
  input: seen.extend({
    kind: DocumentKind,
    contentHash: FileHash,
    docxHash: FileHash.nullable(),
    pdfHash: FileHash,
    pages: z.int().min(1),
    anchors: z.array(DocumentAnchor),
  }),
  output: z.object({ id: contractId, version: versionSchema, documentId: idSchema<'ContractDocument'>(), no: z.int() }),
})

export const submitContract = defineCommand({
  name: 'contracts.submit',
  version: 1,
  class: 'guarded',
  permission: 'contracts.submit',
  summary: { zh: '提交审批', en: 'Submit a contract for approval' },
  input: seen.extend({
    documentId: idSchema<'ContractDocument'>(),
    /** After a return: all steps again, or straight to the one who sent it back. */
    resumeAt: z.enum(['start', 'sender']).default('start'),
  }),
  output: moved.extend({ approvalId: idSchema<'Approval'>() }),
})

export const reviseContract = defineCommand({
  name: 'contracts.revise',
  version: 1,
  class: 'free',
  permission: 'contracts.draft',
  summary: { zh: '将被驳回的合同改为草稿', en: 'Turn a refused contract into a draft again' },
  input: seen,
  output: moved,
})

export const signContract = defineCommand({
  name: 'contracts.sign',
  version: 1,
  class: 'guarded',
  permission: 'contracts.sign',
  summary: { zh: '登记合同已签署', en: 'Record that a contract is signed' },
  input: seen.extend({
    documentId: idSchema<'ContractDocument'>(),
    signedOn: dateSchema,
    effectiveOn: dateSchema.nullable().default(null),
  }),
  output: moved,
})

export const activateContract = defineCommand({
  name: 'contracts.activate',
  version: 1,
  class: 'guarded',
  permission: 'contracts.execute',
  summary: { zh: '开始履行', en: 'Start performing a contract' },
  input: seen,
  output: moved,
})

export const completeContract = defineCommand({
  name: 'contracts.complete',
  version: 1,
  class: 'guarded',
  permission: 'contracts.execute',
  summary: { zh: '履行完毕', en: 'Close a performed contract' },
  input: seen.extend({ reason: textSchema(500).default('') }),
  output: moved,
})

export const terminateContract = defineCommand({
  name: 'contracts.terminate',
  version: 1,
  class: 'guarded',
  permission: 'contracts.terminate',
  summary: { zh: '终止合同', en: 'Terminate a contract' },
  input: seen.extend({ reason: textSchema(500).min(1) }),
  output: moved,
})

export const voidContract = defineCommand({
  name: 'contracts.void',
  version: 1,
  class: 'guarded',
  permission: 'contracts.void',
  summary: { zh: '作废合同', en: 'Make a contract void' },
  input: seen.extend({ reason: textSchema(500).min(1) }),
  output: moved,
})

/** One row of the list of contracts. */
export const ContractRow = z.object({
  id: contractId,
  version: versionSchema,
  number: z.string().nullable(),
  draftNumber: z.string(),
  title: z.string(),
  type: ContractType,
  direction: MoneyDirection,
  stage: ContractStage,
  counterpartyId: idSchema<'Party'>(),
  counterparty: z.string(),
  ownerId: idSchema<'User'>(),
  owner: z.string(),
  amount: centsSchema,
  settledAmount: centsSchema,
  shippedAmount: centsSchema,
  signedOn: dateSchema.nullable(),
  expiresOn: dateSchema.nullable(),
  updatedAt: z.int(),
})
export type ContractRow = z.infer<typeof ContractRow>

export const ContractSort = z.enum(['updated', 'signedOn', 'amount', 'expiresOn'])

export const listContracts = defineQuery({
  name: 'contracts.list',
  permission: 'contracts.read',
  summary: { zh: '合同列表', en: 'List contracts' },
  input: z.object({
    stage: z.array(ContractStage).optional(),
    type: z.array(ContractType).optional(),
    counterpartyId: idSchema<'Party'>().optional(),
    ownerId: idSchema<'User'>().optional(),
    signedFrom: dateSchema.optional(),
    signedTo: dateSchema.optional(),
    expiresFrom: dateSchema.optional(),
    expiresTo: dateSchema.optional(),
    /** Supplements of a contract, or what was made under a framework. */
    parentId: contractId.optional(),
    text: z.string().trim().max(100).optional(),
    sort: ContractSort.default('updated'),
    descending: z.boolean().default(true),
    ...pageFields,
  }),
  output: pageOf(ContractRow),
})

export const ContractDetail = ContractRow.extend({
  templateVersionId: idSchema<'TemplateVersion'>().nullable(),
  parentId: idSchema<'Contract'>().nullable(),
  ourPartyId: idSchema<'Party'>(),
  departmentId: idSchema<'Department'>().nullable(),
  currency: z.string(),
  netAmount: centsSchema,
  taxAmount: centsSchema,
  orderedAmount: centsSchema,
  signedAt: z.string(),
  effectiveOn: dateSchema.nullable(),
  retentionAmount: centsSchema.nullable(),
  retentionReleaseOn: dateSchema.nullable(),
  orderAllowance: rateSchema,
  answers: TemplateAnswers,
  notes: z.string(),
  endReason: z.string(),
  approvalId: idSchema<'Approval'>().nullable(),
  documentId: idSchema<'ContractDocument'>().nullable(),
  /** Hash of the content as it is now; a document with another one is stale. */
  contentHash: z.string(),
  parties: z.array(z.object({ role: PartyRole, partyId: idSchema<'Party'>(), snapshot: PartySnapshot })),
  lines: z.array(
    z.object({
      id: idSchema<'ContractLine'>(),
      lineNo: z.int(),
      productId: idSchema<'Product'>().nullable(),
      name: z.string(),
      specification: z.string(),
      unit: z.string(),
      quantity: quantitySchema,
      unitPrice: unitPriceSchema,
      taxRate: rateSchema,
      amount: centsSchema,
      netAmount: centsSchema,
      taxAmount: centsSchema,
      deliverBy: dateSchema.nullable(),
      remark: z.string(),
      orderedQuantity: quantitySchema,
      /** What orders may still take, allowance included. */
      remainingQuantity: quantitySchema,
    }),
  ),
  paymentPlan: z.array(
    z.object({
      id: idSchema<'PaymentPlanItem'>(),
      version: versionSchema,
      itemNo: z.int(),
      name: z.string(),
      condition: z.string(),
      dueOn: dateSchema.nullable(),
      dueEvent: DueEvent.nullable(),
      dueDays: z.int().nullable(),
      rate: rateSchema.nullable(),
      amount: centsSchema,
      settledAmount: centsSchema,
    }),
  ),
  documents: z.array(
    z.object({
      id: idSchema<'ContractDocument'>(),
      no: z.int(),
      kind: DocumentKind,
      contentHash: z.string(),
      docxHash: z.string().nullable(),
      pdfHash: z.string(),
      pages: z.int(),
      anchors: z.array(DocumentAnchor),
      createdAt: z.int(),
    }),
  ),
})
export type ContractDetail = z.infer<typeof ContractDetail>

export const getContract = defineQuery({
  name: 'contracts.get',
  permission: 'contracts.read',
  summary: { zh: '合同详情', en: 'Read a contract' },
  input: z.object({ id: contractId }),
  output: ContractDetail,
})

/** Something of the Word file that the PDF does not show as Word would, with its first place. */
const NotCarried = z.object({ what: z.string(), where: z.string(), count: z.int() })

/**
 * Builds the document of the contract as it is now and registers it: a draft before approval, final (with the number) after.
 * With `onlyIfMissing` a final one of the approved content that is there already is given back, however often it is asked for.
 */
export const makeDocument = defineTask({
  name: 'contracts.makeDocument',
  permission: 'contracts.document',
  summary: { zh: '生成合同文件', en: 'Make the document of a contract' },
  input: z.object({ id: contractId, onlyIfMissing: z.boolean().default(false) }),
  output: z.object({
    documentId: idSchema<'ContractDocument'>(),
    version: versionSchema,
    pdfHash: FileHash,
    /** Null for one that was registered by hand. */
    docxHash: FileHash.nullable(),
    pages: z.int(),
    notCarried: z.array(NotCarried),
  }),
})

/** The document of a draft while it is typed, as it would print now. Nothing is kept. */
export const previewDraft = defineTask({
  name: 'contracts.previewDraft',
  permission: 'contracts.draft',
  summary: { zh: '预览合同草稿', en: 'Preview the document of a draft' },
  input: ContractSketch,
  output: z.object({
    /** Base64. */
    pdf: z.string(),
    pages: z.int(),
    /** What would stop it from being submitted as it is. */
    problems: z.array(Warning),
    notCarried: z.array(NotCarried),
  }),
})

const SealPlacement = z.object({
  sealId: idSchema<'Seal'>(),
  /** The role's anchor in the document; its text (甲方（盖章）) is looked for when the template has none. */
  role: PartyRole,
})

/** Puts seals, cross-page seals and handwriting on the final document, then registers the sealed one; `onlyIfMissing` as in `makeDocument`. */
export const sealContract = defineTask({
  name: 'contracts.seal',
  permission: 'contracts.sign',
  summary: { zh: '合同盖章', en: 'Seal the final document of a contract' },
  input: z.object({
    id: contractId,
    seals: z.array(SealPlacement).max(8),
    /** The other side's seal as it was sent to us. */
    receivedSeals: z
      .array(z.object({ role: PartyRole, imageHash: FileHash, diameterMm: z.int().min(10).max(100) }))
      .max(4)
      .default([]),
    crossPageSeals: z
      .array(z.object({ sealId: idSchema<'Seal'>(), position: z.number().min(0).max(1).default(0.5) }))
      .max(4)
      .default([]),
    handwritings: z
      .array(z.object({ role: PartyRole, imageHash: FileHash }))
      .max(4)
      .default([]),
    onlyIfMissing: z.boolean().default(false),
  }),
  output: z.object({ documentId: idSchema<'ContractDocument'>(), version: versionSchema, pdfHash: FileHash }),
})

/** Signs the sealed document digitally, one certificate after the other, and registers the signed one; `onlyIfMissing` as in `makeDocument`. */
export const signDocument = defineTask({
  name: 'contracts.signDocument',
  permission: 'contracts.sign',
  summary: { zh: '对合同文件做数字签名', en: 'Sign the document of a contract digitally' },
  input: z.object({
    id: contractId,
    certificateId: idSchema<'Certificate'>(),
    reason: lineSchema(100).default('签署合同'),
    location: lineSchema(100).default(''),
    onlyIfMissing: z.boolean().default(false),
  }),
  output: z.object({ documentId: idSchema<'ContractDocument'>(), version: versionSchema, pdfHash: FileHash }),
})

/** Excel 合同台账 of the contracts a person may read. */
export const exportLedger = defineTask({
  name: 'contracts.exportLedger',
  permission: 'reports.read',
  summary: { zh: '导出合同台账', en: 'Export the contract ledger to Excel' },
  input: z.object({
    signedFrom: dateSchema.nullable().default(null),
    signedTo: dateSchema.nullable().default(null),
    language: z.enum(['zh', 'en']).default('zh'),
  }),
  output: z.object({ fileHash: FileHash, rows: z.int() }),
})

export const contractOperations = [
  createDraft,
  updateDraft,
  deleteDraft,
  addDocument,
  submitContract,
  reviseContract,
  signContract,
  activateContract,
  completeContract,
  terminateContract,
  voidContract,
  listContracts,
  getContract,
  makeDocument,
  previewDraft,
  sealContract,
  signDocument,
  exportLedger,
] as const
