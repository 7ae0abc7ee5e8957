import { and, asc, eq, notInArray } from 'drizzle-orm'
import { recordById } from '../db/record-by-id.ts'
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
import { usableParty } from '../parties/usable-party.ts'
import { refuseReversedTerm } from '../../src-shared/contracts/contract-draft.ts'
import { readContract, readParties, readTemplateOf } from './contract-content.ts'

export const handleSubmitContract = handleCommand(submitContract, (context, { id, version, documentId, resumeAt }) => {
  const contract = readContract(context.read, id)
  const stage = contractStages.move('submit', contract.stage)
  for (const { partyId } of readParties(context.read, id)) usableParty(context.read, partyId)
  const document = recordById(context.read, contractDocuments, documentId, { contractId: id })
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
    const document = recordById(context.read, contractDocuments, documentId, { contractId: id })
    // A draft carries its watermark and no formal number, even when it says the same.
    if (document.kind === 'draft' || document.contentHash !== contract.approvedContentHash)
      throw refuse('contract.documentNotApproved', { number: contract.number })
    const term = { effectiveOn: effectiveOn ?? contract.effectiveOn ?? signedOn, expiresOn: contract.expiresOn }
    refuseReversedTerm(term)
    const updated = context.write.update(
      contracts,
      id,
      { stage, signedOn, effectiveOn: term.effectiveOn, documentId },
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
    .select({ number: orders.number })
    .from(orders)
    .where(and(eq(orders.contractId, id), notInArray(orders.status, ['completed', 'cancelled', 'received'])))
    .orderBy(asc(orders.number))
    .all()
  if (open.length > 0) throw refuse('contract.openOrders', { orders: open.map((order) => order.number) })
}
