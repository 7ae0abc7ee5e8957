import { recordById } from '../db/record-by-id.ts'
import type { Cents } from '../../src-shared/kernel/cents.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { grossAmounts, lineAmounts, totalAmounts, type Amounts } from '../../src-shared/contracts/contract-amounts.ts'
import { checkDraft, type ContractDraft } from '../../src-shared/contracts/contract-draft.ts'
import type { PartySnapshot } from '../../src-shared/contracts/party-snapshot.ts'
import { checkPaymentPlan } from '../../src-shared/contracts/payment-plan.ts'
import { contractLines, contractParties, paymentPlanItems } from '../db/schema/contracts.ts'
import { templateVersions } from '../db/schema/templates.ts'
import type { CommandContext } from '../execution/command-context.ts'
import { usableParty } from '../parties/usable-party.ts'
import { snapshotOf } from './party-snapshot.ts'
import { contentHashOf, readContract, type ContractContent } from './contract-content.ts'

/** What a draft comes to: amounts worked out, the two main parties named, references checked. */
export interface WorkedOutDraft extends Amounts {
  lines: (ContractDraft['lines'][number] & Amounts)[]
  parties: { role: ContractDraft['parties'][number]['role']; partyId: Id<'Party'>; snapshot: PartySnapshot }[]
  ourPartyId: Id<'Party'>
  counterpartyId: Id<'Party'>
}

/**
 * Checks a draft against its own rules and against the records it names, and works out its amounts.
 * Refuses `contract.noOwnParty`, `contract.partyBlocked`, `contract.planDoesNotAddUp`, `record.missing` and what `checkDraft` refuses.
 */
export function workOutDraft({ read }: Pick<CommandContext, 'read'>, draft: ContractDraft): WorkedOutDraft {
  checkDraft(draft)
  const named = draft.parties.map((party) => {
    const record = usableParty(read, party.partyId)
    return {
      role: party.role,
      partyId: record.id,
      own: record.kind === 'own',
      snapshot: snapshotOf(record, party),
    }
  })
  const own = named.find((party) => party.own)
  const other = named.find((party) => !party.own)
  if (own === undefined) throw refuse('contract.noOwnParty', {})
  if (other === undefined) throw refuse('contract.noCounterparty', {})
  if (draft.templateVersionId !== null) recordById(read, templateVersions, draft.templateVersionId)
  if (draft.parentId !== null) readContract(read, draft.parentId)
  const lines = draft.lines.map((line) => ({ ...line, ...lineAmounts(line) }))
  const amounts = lines.length > 0 ? totalAmounts(lines) : grossAmounts(draft.amount, draft.taxRate)
  if (amounts.amount < 0) throw refuse('contract.amountNegative', { amount: amounts.amount })
  if (draft.retentionAmount !== null && draft.retentionAmount > amounts.amount)
    throw refuse('contract.retentionAboveAmount', { retention: draft.retentionAmount, amount: amounts.amount })
  checkPaymentPlan(amounts.amount, draft.paymentPlan)
  return { ...amounts, lines, parties: named, ourPartyId: own.partyId, counterpartyId: other.partyId }
}

/** The contract's own columns that come from the draft, with the hash of what they and its parts say. */
export function draftColumns({ read }: Pick<CommandContext, 'read'>, draft: ContractDraft, worked: WorkedOutDraft) {
  const columns = ownColumns(draft, worked)
  const contentHash = contentHashOf(read, {
    contract: { ...columns, number: '', currency: 'CNY' },
    parties: worked.parties,
    lines: worked.lines.map((line, i) => ({ ...line, lineNo: i + 1 })),
    plan: draft.paymentPlan.map((item, i) => ({ ...item, itemNo: i + 1 })),
  })
  return { ...columns, contentHash }
}

function ownColumns(draft: ContractDraft, worked: WorkedOutDraft) {
  return {
    title: draft.title,
    type: draft.type,
    direction: draft.direction,
    templateVersionId: draft.templateVersionId,
    parentId: draft.parentId,
    ourPartyId: worked.ourPartyId,
    counterpartyId: worked.counterpartyId,
    amount: worked.amount,
    netAmount: worked.netAmount,
    taxAmount: worked.taxAmount,
    signedOn: draft.signedOn,
    signedAt: draft.signedAt,
    effectiveOn: draft.effectiveOn,
    expiresOn: draft.expiresOn,
    retentionAmount: draft.retentionAmount,
    retentionReleaseOn: draft.retentionReleaseOn,
    orderAllowance: draft.orderAllowance,
    answers: draft.answers,
    notes: draft.notes,
  }
}

/** Writes parties, lines and plan of a draft; rows that stand already are changed in place, so that history follows them. */
export function writeParts(
  context: CommandContext,
  contractId: Id<'Contract'>,
  draft: ContractDraft,
  worked: WorkedOutDraft,
  existing?: ContractContent,
): void {
  const { write } = context
  const oldParties = new Map(existing?.parties.map((row) => [row.role, row]))
  for (const { role, partyId, snapshot } of worked.parties) {
    const old = oldParties.get(role)
    oldParties.delete(role)
    if (old === undefined)
      write.insert(contractParties, { id: context.newId<'ContractParty'>(), contractId, role, partyId, snapshot })
    else write.update(contractParties, old.id, { partyId, snapshot })
  }
  for (const gone of oldParties.values()) write.remove(contractParties, gone.id)

  worked.lines.forEach((line, i) => {
    const values = {
      productId: line.productId,
      name: line.name,
      specification: line.specification,
      unit: line.unit,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      taxRate: line.taxRate,
      amount: line.amount,
      netAmount: line.netAmount,
      taxAmount: line.taxAmount,
      deliverBy: line.deliverBy,
      remark: line.remark,
    }
    const old = existing?.lines[i]
    if (old === undefined)
      write.insert(contractLines, {
        id: context.newId<'ContractLine'>(),
        contractId,
        lineNo: i + 1,
        orderedQuantity: 0 as never,
        ...values,
      })
    else write.update(contractLines, old.id, values)
  })
  for (const gone of existing?.lines.slice(worked.lines.length) ?? []) write.remove(contractLines, gone.id)

  draft.paymentPlan.forEach((item, i) => {
    const values = {
      name: item.name,
      condition: item.condition,
      dueOn: item.dueOn,
      dueEvent: item.dueEvent,
      dueDays: item.dueDays,
      rate: item.rate,
      amount: item.amount,
    }
    const old = existing?.plan[i]
    if (old === undefined)
      write.insert(paymentPlanItems, {
        id: context.newId<'PaymentPlanItem'>(),
        contractId,
        itemNo: i + 1,
        settledAmount: 0 as Cents,
        ...values,
      })
    else write.update(paymentPlanItems, old.id, values)
  })
  for (const gone of existing?.plan.slice(draft.paymentPlan.length) ?? []) write.remove(paymentPlanItems, gone.id)
}
