import type { Id } from '../../src-shared/kernel/ids.ts'
import { contractStages } from '../../src-shared/contracts/contract-stage.ts'
import type { RecordFacts } from '../../src-shared/approvals/plan-steps.ts'
import { contracts } from '../db/schema/contracts.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import type { ApprovalSubject } from '../approvals/approval-subject.ts'
import { takeNumber } from '../numbering/take-number.ts'
import { readContract, readPartyNames, type ContractRecord } from './contract-content.ts'
import { indexContract } from './contract-search.ts'

/** What a flow's conditions ask about a contract. */
export function contractFacts(_read: ReadDatabase, contract: ContractRecord): RecordFacts {
  return {
    amount: contract.amount,
    type: contract.type,
    direction: contract.direction,
    departmentId: contract.departmentId,
    templateChanged: contract.templateVersionId === null,
  }
}

/** What becomes of a contract when its approval moves. */
export const contractSubject: ApprovalSubject = {
  contentHash: (read, recordId) => readContract(read, recordId as Id<'Contract'>).contentHash,

  agreed(context, { recordId, contentHash }) {
    const contract = readContract(context.read, recordId as Id<'Contract'>)
    // A contract that was approved, refused at signing and submitted again keeps the number it has.
    const number = contract.number ?? takeNumber(context, 'contract', contract.type, context.today)
    const updated = context.write.update(contracts, contract.id, {
      stage: contractStages.move('approve', contract.stage),
      number,
      approvedContentHash: contentHash,
    })
    indexContract(context, updated, readPartyNames(context.read, contract.id))
    // What was not made from a template has no document to make anew: its own is registered by hand.
    if (contract.templateVersionId !== null)
      context.enqueue(
        'contracts.makeDocument',
        { id: contract.id, onlyIfMissing: true },
        `contract-final:${contract.id}:${contentHash}`,
      )
  },

  refused: (context, { recordId }) => move(context, recordId, 'refuse'),
  returned: (context, { recordId }) => move(context, recordId, 'return'),
  withdrawn(context, { recordId }) {
    // Already back with its author when it was returned before.
    if (readContract(context.read, recordId as Id<'Contract'>).stage === 'pending') move(context, recordId, 'return')
  },
}

function move(context: Parameters<ApprovalSubject['refused']>[0], recordId: string, action: 'refuse' | 'return'): void {
  const contract = readContract(context.read, recordId as Id<'Contract'>)
  context.write.update(contracts, contract.id, { stage: contractStages.move(action, contract.stage) })
}
