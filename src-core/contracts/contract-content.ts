import { asc, eq } from 'drizzle-orm'
import type { InferSelectModel } from 'drizzle-orm'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { canonicalJson } from '../../src-shared/kernel/json.ts'
import { applyMapping, contractTemplateData, type TemplateData } from '../../src-shared/contracts/template-data.ts'
import { sha256 } from '../db/file-store.ts'
import { contractLines, contractParties, contracts, paymentPlanItems } from '../db/schema/contracts.ts'
import { templateVersions } from '../db/schema/templates.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'

export type ContractRecord = InferSelectModel<typeof contracts>

/** A contract with its parts, as the database holds them. */
export interface ContractContent {
  contract: ContractRecord
  parties: InferSelectModel<typeof contractParties>[]
  lines: InferSelectModel<typeof contractLines>[]
  plan: InferSelectModel<typeof paymentPlanItems>[]
}

/** Refuses `record.missing`. */
export function readContract(read: ReadDatabase, id: Id<'Contract'>): ContractRecord {
  const contract = read.select().from(contracts).where(eq(contracts.id, id)).get()
  if (contract === undefined) throw refuse('record.missing', { table: 'contracts', id })
  return contract
}

export function readContent(read: ReadDatabase, id: Id<'Contract'>): ContractContent {
  return {
    contract: readContract(read, id),
    parties: read
      .select()
      .from(contractParties)
      .where(eq(contractParties.contractId, id))
      .orderBy(asc(contractParties.role))
      .all(),
    lines: read
      .select()
      .from(contractLines)
      .where(eq(contractLines.contractId, id))
      .orderBy(asc(contractLines.lineNo))
      .all(),
    plan: read
      .select()
      .from(paymentPlanItems)
      .where(eq(paymentPlanItems.contractId, id))
      .orderBy(asc(paymentPlanItems.itemNo))
      .all(),
  }
}

/** The template a contract is made from; undefined for one that has none. */
export function readTemplateOf(read: ReadDatabase, contract: ContractRecord) {
  if (contract.templateVersionId === null) return undefined
  return read.select().from(templateVersions).where(eq(templateVersions.id, contract.templateVersionId)).get()
}

/** The data the contract's template is filled with; the number is the formal one, or the draft's. */
export function templateDataOf(read: ReadDatabase, { contract, parties, lines, plan }: ContractContent): TemplateData {
  const data = contractTemplateData({
    contract: { ...contract, number: contract.number ?? contract.draftNumber },
    parties: parties.map(({ role, snapshot }) => ({ role, ...snapshot })),
    lines,
    plan,
  })
  return applyMapping(data, readTemplateOf(read, contract)?.mapping ?? {})
}

/**
 * SHA-256 over the template's file and all data but the number and the day of signing: what an approval agrees to.
 * The formal number is given by the approval itself, so it cannot be part of what is agreed.
 */
export function contentHashOf(read: ReadDatabase, content: ContractContent): string {
  const { contract } = content
  const template = readTemplateOf(read, contract)?.fileHash ?? null
  const data = templateDataOf(read, { ...content, contract: { ...contract, number: '', signedOn: null } })
  return sha256(
    canonicalJson({ template, type: contract.type, direction: contract.direction, amount: contract.amount, data }),
  )
}
