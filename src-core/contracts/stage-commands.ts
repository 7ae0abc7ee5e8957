import { eq } from 'drizzle-orm'
import { findRecord } from '../db/record-by-id.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { contractStages } from '../../src-shared/contracts/contract-stage.ts'
import {
  activateContract,
  completeContract,
  signContract,
  submitContract,
  terminateContract,
  voidContract,
} from '../../src-shared/contracts/contracts-operations.ts'
import { contractDocuments, contracts } from '../db/schema/contracts.ts'
import { orders } from '../db/schema/orders.ts'
import type { CommandContext } from '../execution/command-context.ts'
import { handleCommand } from '../execution/handlers.ts'
import { startApproval } from '../approvals/start-approval.ts'
import { contractFacts } from './contract-approval.ts'
import { unansweredQuestions } from '../../src-shared/contracts/template-data.ts'
import { readContract, readTemplateOf } from './contract-content.ts'

export const handleSubmitContract = handleCommand(submitContract, (context, { id, version, documentId, resumeAt }) => {
  const contract = readContract(context.read, id)
  const stage = contractStages.move('submit', contract.stage)
  const document = findRecord(context.read, contractDocuments, documentId)
  if (document === undefined || document.contractId !== id)
    throw refuse('record.missing', { table: 'contract_documents', id: documentId })
  if (document.contentHash !== contract.contentHash)
    throw refuse('contract.documentStale', { number: contract.draftNumber })
  const unanswered = unansweredQuestions(readTemplateOf(context.read, contract)?.mapping ?? {}, contract.answers)
  if (unanswered.length > 0) throw refuse('contract.questionsUnanswered', { questions: unanswered })
  const approvalId = startApproval(context, {
    kind: 'contract',
    recordId: id,
    title: `${contract.draftNumber} ${contract.title}`,
    contentHash: document.contentHash,
    pdfHash: document.pdfHash,
    facts: contractFacts(context.read, contract),
    resumeAt,
    resumeOf: contract.approvalId,
  })
  const updated = context.write.update(contracts, id, { stage, approvalId, documentId }, version)
  return { id, version: updated.version, stage, approvalId }
})

export const handleSignContract = handleCommand(
  signContract,
  (context, { id, version, documentId, signedOn, effectiveOn }) => {
    const contract = readContract(context.read, id)
    const stage = contractStages.move('sign', contract.stage)
    const document = findRecord(context.read, contractDocuments, documentId)
    if (document === undefined || document.contractId !== id)
      throw refuse('record.missing', { table: 'contract_documents', id: documentId })
    if (document.contentHash !== contract.approvedContentHash)
      throw refuse('contract.documentNotApproved', { number: contract.number })
    const updated = context.write.update(
      contracts,
      id,
      { stage, signedOn, effectiveOn: effectiveOn ?? contract.effectiveOn ?? signedOn, documentId },
      version,
    )
    return { id, version: updated.version, stage }
  },
)

export const handleActivateContract = handleCommand(activateContract, (context, { id, version }) => {
  const stage = contractStages.move('activate', readContract(context.read, id).stage)
  const updated = context.write.update(contracts, id, { stage }, version)
  return { id, version: updated.version, stage }
})

export const handleCompleteContract = handleCommand(completeContract, (context, { id, version, reason }) => {
  const contract = readContract(context.read, id)
  const stage = contractStages.move('complete', contract.stage)
  refuseOpenOrders(context, id)
  if (contract.direction !== 'none' && contract.settledAmount < contract.amount && reason === '')
    throw refuse('contract.unpaidNeedsReason', {
      amount: contract.amount,
      settled: contract.settledAmount,
      open: contract.amount - contract.settledAmount,
    })
  const updated = context.write.update(contracts, id, { stage, endReason: reason }, version)
  return { id, version: updated.version, stage }
})

export const handleTerminateContract = handleCommand(terminateContract, (context, { id, version, reason }) => {
  const stage = contractStages.move('terminate', readContract(context.read, id).stage)
  refuseOpenOrders(context, id)
  const updated = context.write.update(contracts, id, { stage, endReason: reason }, version)
  return { id, version: updated.version, stage }
})

export const handleVoidContract = handleCommand(voidContract, (context, { id, version, reason }) => {
  const contract = readContract(context.read, id)
  const stage = contractStages.move('void', contract.stage)
  refuseOpenOrders(context, id)
  if (contract.settledAmount !== 0) throw refuse('contract.voidAfterPayment', { settled: contract.settledAmount })
  if (contract.shippedAmount !== 0) throw refuse('contract.voidAfterShipment', { shipped: contract.shippedAmount })
  const updated = context.write.update(contracts, id, { stage, endReason: reason }, version)
  return { id, version: updated.version, stage }
})

/** Refuses `contract.openOrders` with their numbers while orders of the contract are not finished. */
function refuseOpenOrders({ read }: Pick<CommandContext, 'read'>, id: Id<'Contract'>): void {
  const open = read
    .select({ number: orders.number, status: orders.status })
    .from(orders)
    .where(eq(orders.contractId, id))
    .all()
    .filter(({ status }) => status !== 'completed' && status !== 'cancelled' && status !== 'received')
  if (open.length > 0) throw refuse('contract.openOrders', { orders: open.map((order) => order.number) })
}
