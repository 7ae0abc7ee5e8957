import { asc, eq } from 'drizzle-orm'
import type { InferSelectModel } from 'drizzle-orm'
import type { Rate } from '../../src-shared/kernel/decimal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { canonicalJson } from '../../src-shared/kernel/json.ts'
import type { PartyRole } from '../../src-shared/contracts/contract.ts'
import type { PartySnapshot } from '../../src-shared/contracts/party-snapshot.ts'
import type { TemplateMapping } from '../../src-shared/templates/template.ts'
import {
  applyMapping,
  contractTemplateData,
  type ContractForTemplate,
  type TemplateData,
} from '../../src-shared/contracts/template-data.ts'
import { sha256 } from '../db/file-store.ts'
import { contractLines, contractParties, contracts, paymentPlanItems } from '../db/schema/contracts.ts'
import { templateVersions } from '../db/schema/templates.ts'
import { findRecord, recordById } from '../db/record-by-id.ts'
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
export const readContract = (read: ReadDatabase, id: Id<'Contract'>): ContractRecord => recordById(read, contracts, id)

export function readContent(read: ReadDatabase, id: Id<'Contract'>): ContractContent {
  return {
    contract: readContract(read, id),
    parties: readParties(read, id),
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

export function readParties(read: ReadDatabase, id: Id<'Contract'>): InferSelectModel<typeof contractParties>[] {
  return read
    .select()
    .from(contractParties)
    .where(eq(contractParties.contractId, id))
    .orderBy(asc(contractParties.role))
    .all()
}

/** Names of a contract's parties as it names them. */
export const readPartyNames = (read: ReadDatabase, id: Id<'Contract'>): string[] =>
  readParties(read, id).map((party) => party.snapshot.name)

/** The template a contract is made from; undefined for one that has none. */
export function readTemplateOf(read: ReadDatabase, contract: { templateVersionId: Id<'TemplateVersion'> | null }) {
  if (contract.templateVersionId === null) return undefined
  return findRecord(read, templateVersions, contract.templateVersionId)
}

/** What a contract says, however it is held: rows of the database, or a draft being written. */
export type Sayings = Omit<ContractForTemplate, 'parties'> & {
  contract: { templateVersionId: Id<'TemplateVersion'> | null; direction: string; orderAllowance: Rate }
  parties: readonly { role: PartyRole; snapshot: PartySnapshot }[]
}

/** The data the contract's template is filled with; the number is the formal one, or the draft's. */
export function templateDataOf(read: ReadDatabase, { contract, parties, lines, plan }: ContractContent): TemplateData {
  return filledIn(readTemplateOf(read, contract), {
    contract: { ...contract, number: contract.number ?? contract.draftNumber },
    parties,
    lines,
    plan,
  })
}

function filledIn(template: { mapping: TemplateMapping } | undefined, { parties, ...says }: Sayings): TemplateData {
  const data = contractTemplateData({ ...says, parties: parties.map(({ role, snapshot }) => ({ role, ...snapshot })) })
  return applyMapping(data, template?.mapping ?? {})
}

/**
 * SHA-256 over the template's file, what orders may take beyond the quantities, and all data but the number and the day of signing: what an approval agrees to.
 * The formal number is given by the approval itself, so it cannot be part of what is agreed.
 */
export function contentHashOf(read: ReadDatabase, says: Sayings): string {
  const { contract } = says
  const template = readTemplateOf(read, contract)
  const data = filledIn(template, { ...says, contract: { ...contract, number: '', signedOn: null } })
  const { type, direction, amount, orderAllowance } = contract
  return sha256(canonicalJson({ template: template?.fileHash ?? null, type, direction, amount, orderAllowance, data }))
}
