import { and, asc, count, eq, gte, inArray, isNotNull, lte } from 'drizzle-orm'
import { remainingQuantity } from '../../src-shared/orders/remaining-quantity.ts'
import { getContract, listContracts } from '../../src-shared/contracts/contracts-operations.ts'
import { contractDocuments, contracts } from '../db/schema/contracts.ts'
import { parties } from '../db/schema/parties.ts'
import { users } from '../db/schema/people.ts'
import { matchingRecords } from '../db/search-index.ts'
import { handleQuery } from '../execution/handlers.ts'
import { keyset, pageOfRows } from '../execution/keyset.ts'
import { readContent } from './contract-content.ts'

const rowColumns = {
  id: contracts.id,
  version: contracts.version,
  number: contracts.number,
  draftNumber: contracts.draftNumber,
  title: contracts.title,
  type: contracts.type,
  direction: contracts.direction,
  stage: contracts.stage,
  counterpartyId: contracts.counterpartyId,
  counterparty: parties.name,
  ownerId: contracts.ownerId,
  owner: users.name,
  amount: contracts.amount,
  settledAmount: contracts.settledAmount,
  shippedAmount: contracts.shippedAmount,
  signedOn: contracts.signedOn,
  expiresOn: contracts.expiresOn,
  updatedAt: contracts.updatedAt,
}

const sortedBy = { updated: 'updatedAt', signedOn: 'signedOn', amount: 'amount', expiresOn: 'expiresOn' } as const

export const handleListContracts = handleQuery(listContracts, ({ read }, input) => {
  const wanted = and(
    input.stage && inArray(contracts.stage, input.stage),
    input.type && inArray(contracts.type, input.type),
    input.counterpartyId && eq(contracts.counterpartyId, input.counterpartyId),
    input.ownerId && eq(contracts.ownerId, input.ownerId),
    input.signedFrom && gte(contracts.signedOn, input.signedFrom),
    input.signedTo && lte(contracts.signedOn, input.signedTo),
    input.expiresFrom && gte(contracts.expiresOn, input.expiresFrom),
    input.expiresTo && lte(contracts.expiresOn, input.expiresTo),
    input.parentId && eq(contracts.parentId, input.parentId),
    input.text ? matchingRecords('contract', contracts.id, input.text) : undefined,
    // Sorting by a day leaves out what has none, so that paging by key stays exact.
    input.sort === 'signedOn' ? isNotNull(contracts.signedOn) : undefined,
    input.sort === 'expiresOn' ? isNotNull(contracts.expiresOn) : undefined,
  )
  const key = sortedBy[input.sort]
  const { where, orderBy, limit } = keyset(contracts[key], contracts.id, input)
  const found = read
    .select(rowColumns)
    .from(contracts)
    .innerJoin(parties, eq(parties.id, contracts.counterpartyId))
    .innerJoin(users, eq(users.id, contracts.ownerId))
    .where(and(wanted, where))
    .orderBy(...orderBy)
    .limit(limit)
    .all()
  const { total } = read.select({ total: count() }).from(contracts).where(wanted).get()!
  return { ...pageOfRows(found, input.limit, (row) => row[key]!), total }
})

export const handleGetContract = handleQuery(getContract, ({ read }, { id }) => {
  const content = readContent(read, id)
  const { contract, lines, plan } = content
  const names = read
    .select({ counterparty: parties.name, owner: users.name })
    .from(contracts)
    .innerJoin(parties, eq(parties.id, contracts.counterpartyId))
    .innerJoin(users, eq(users.id, contracts.ownerId))
    .where(eq(contracts.id, id))
    .get()!
  const documents = read
    .select()
    .from(contractDocuments)
    .where(eq(contractDocuments.contractId, id))
    .orderBy(asc(contractDocuments.no))
    .all()
  return {
    ...contract,
    ...names,
    parties: content.parties,
    lines: lines.map((line) => ({ ...line, remainingQuantity: remainingQuantity(line, contract.orderAllowance) })),
    paymentPlan: plan,
    documents,
  }
})
