import { and, asc, count, desc, eq, gte, inArray, isNotNull, lte, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { remainingQuantity } from '../../src-shared/orders/remaining-quantity.ts'
import { getContract, listContracts, type ContractRow } from '../../src-shared/contracts/contracts-operations.ts'
import { contractDocuments, contracts } from '../db/schema/contracts.ts'
import { parties } from '../db/schema/parties.ts'
import { users } from '../db/schema/people.ts'
import { matchingRecords } from '../db/search-index.ts'
import { decodeCursor, encodeCursor } from '../execution/cursor.ts'
import { handleQuery } from '../execution/handlers.ts'
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

const sortColumns = {
  updated: contracts.updatedAt,
  signedOn: contracts.signedOn,
  amount: contracts.amount,
  expiresOn: contracts.expiresOn,
} satisfies Record<string, SQLiteColumn>

export const handleListContracts = handleQuery(listContracts, ({ read }, input) => {
  const wanted: (SQL | undefined)[] = [
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
  ]
  const column = sortColumns[input.sort]
  const order = input.descending ? desc : asc
  const after = decodeCursor(input.after)
  const page =
    after &&
    (input.descending
      ? sql`(${column}, ${contracts.id}) < (${after.key}, ${after.id})`
      : sql`(${column}, ${contracts.id}) > (${after.key}, ${after.id})`)
  const rows: ContractRow[] = read
    .select(rowColumns)
    .from(contracts)
    .innerJoin(parties, eq(parties.id, contracts.counterpartyId))
    .innerJoin(users, eq(users.id, contracts.ownerId))
    .where(and(...wanted, page))
    .orderBy(order(column), order(contracts.id))
    .limit(input.limit)
    .all()
  const { total } = read
    .select({ total: count() })
    .from(contracts)
    .where(and(...wanted))
    .get()!
  const last = rows.at(-1)
  const key = {
    updated: last?.updatedAt,
    signedOn: last?.signedOn,
    amount: last?.amount,
    expiresOn: last?.expiresOn,
  }[input.sort]
  return {
    rows,
    total,
    next: rows.length === input.limit && last !== undefined ? encodeCursor(key ?? null, last.id) : null,
  }
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
