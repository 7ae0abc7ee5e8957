import { and, asc, count, eq } from 'drizzle-orm'
import type { Cents } from '../../src-shared/kernel/cents.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { rightToRegister } from '../../src-shared/contracts/contract-document.ts'
import { contractStages } from '../../src-shared/contracts/contract-stage.ts'
import {
  addDocument,
  createDraft,
  deleteDraft,
  reviseContract,
  updateDraft,
} from '../../src-shared/contracts/contracts-operations.ts'
import { approvals } from '../db/schema/approvals.ts'
import {
  contractDocuments,
  contractLines,
  contractParties,
  contracts,
  paymentPlanItems,
} from '../db/schema/contracts.ts'
import { attachments } from '../db/schema/files.ts'
import { authorise } from '../execution/execute-command.ts'
import { handleCommand } from '../execution/handlers.ts'
import { takeNumber } from '../numbering/take-number.ts'
import { readContent, readContract } from './contract-content.ts'
import { indexContract } from './contract-search.ts'
import { draftColumns, workOutDraft, writeParts } from './write-draft.ts'

export const handleCreateDraft = handleCommand(createDraft, (context, draft) => {
  const worked = workOutDraft(context, draft)
  const contract = context.write.insert(contracts, {
    id: context.newId<'Contract'>(),
    number: null,
    draftNumber: takeNumber(context, 'draft', draft.type, context.today),
    stage: 'draft',
    ownerId: context.actor.id,
    departmentId: context.actor.departmentId,
    currency: 'CNY',
    orderedAmount: 0 as Cents,
    shippedAmount: 0 as Cents,
    settledAmount: 0 as Cents,
    ...draftColumns(context, draft, worked),
  })
  writeParts(context, contract.id, draft, worked)
  indexContract(
    context,
    contract,
    worked.parties.map((party) => party.snapshot.name),
  )
  return { id: contract.id, version: contract.version, draftNumber: contract.draftNumber, amount: contract.amount }
})

export const handleUpdateDraft = handleCommand(updateDraft, (context, { id, version, draft }) => {
  const content = readContent(context.read, id)
  if (draft.parentId === id) throw refuse('contract.ownParent', {})
  if (content.contract.stage !== 'draft') throw refuse('contract.notDraft', { stage: content.contract.stage })
  const worked = workOutDraft(context, draft)
  const contract = context.write.update(contracts, id, draftColumns(context, draft, worked), version)
  writeParts(context, id, draft, worked, content)
  indexContract(
    context,
    contract,
    worked.parties.map((party) => party.snapshot.name),
  )
  return { id, version: contract.version, amount: contract.amount }
})

export const handleDeleteDraft = handleCommand(deleteDraft, (context, { id, version }) => {
  const content = readContent(context.read, id)
  const { contract } = content
  const submitted = context.read.select({ id: approvals.id }).from(approvals).where(eq(approvals.recordId, id)).get()
  if (contract.stage !== 'draft' || submitted !== undefined)
    throw refuse('contract.onlyDraftsDeleted', { stage: contract.stage })
  const below = context.read.select().from(contracts).where(eq(contracts.parentId, id)).orderBy(asc(contracts.id)).all()
  if (below.length > 0)
    throw refuse('contract.isParent', { contracts: below.map((child) => child.number ?? child.draftNumber) })
  for (const row of content.parties) context.write.remove(contractParties, row.id)
  for (const row of content.lines) context.write.remove(contractLines, row.id)
  for (const row of content.plan) context.write.remove(paymentPlanItems, row.id)
  for (const row of context.read.select().from(contractDocuments).where(eq(contractDocuments.contractId, id)).all())
    context.write.remove(contractDocuments, row.id)
  const files = and(eq(attachments.attachedTo, 'contract'), eq(attachments.recordId, id))
  for (const row of context.read.select().from(attachments).where(files).all())
    context.write.remove(attachments, row.id)
  context.write.remove(contracts, id, version)
  context.index('contract', id, null)
  return { id }
})

export const handleAddDocument = handleCommand(addDocument, (context, { id, version, ...document }) => {
  authorise(context.actor, rightToRegister(document.kind))
  const contract = readContract(context.read, id)
  for (const hash of [document.pdfHash, document.docxHash])
    if (hash !== null && !context.files.has(hash)) throw refuse('file.missing', { hash })
  if (document.contentHash !== contract.contentHash)
    throw refuse('contract.documentStale', { number: contract.number ?? contract.draftNumber })
  const allowed = document.kind === 'draft' ? ['draft', 'pending'] : ['approved', 'signed', 'active']
  if (!allowed.includes(contract.stage))
    throw refuse('contract.documentNotNow', { kind: document.kind, stage: contract.stage })
  if (document.kind !== 'draft' && document.contentHash !== contract.approvedContentHash)
    throw refuse('contract.documentNotApproved', { number: contract.number ?? contract.draftNumber })
  const { no } = context.read
    .select({ no: count() })
    .from(contractDocuments)
    .where(eq(contractDocuments.contractId, id))
    .get()!
  const row = context.write.insert(contractDocuments, {
    id: context.newId<'ContractDocument'>(),
    contractId: id,
    no: no + 1,
    ...document,
  })
  const updated = context.write.update(contracts, id, { documentId: row.id }, version)
  return { id, version: updated.version, documentId: row.id, no: row.no }
})

export const handleReviseContract = handleCommand(reviseContract, (context, { id, version }) => {
  const contract = readContract(context.read, id)
  const stage = contractStages.move('revise', contract.stage)
  const updated = context.write.update(contracts, id, { stage, approvedContentHash: null }, version)
  return { id, version: updated.version, stage }
})
