import { and, count, eq, inArray, ne, sql } from 'drizzle-orm'
import { normalizeCreditCode } from '../../src-shared/kernel/credit-code.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { findSimilarParties, getParty, listParties } from '../../src-shared/parties/parties-operations.ts'
import type { PartyKind } from '../../src-shared/parties/party.ts'
import { parties } from '../db/schema/parties.ts'
import { users } from '../db/schema/people.ts'
import { matchingRecords } from '../db/search-index.ts'
import { handleQuery } from '../execution/handlers.ts'
import { keyset, pageOfRows } from '../execution/keyset.ts'
import { without } from '../execution/without.ts'
import { similarlyNamed } from './party-rules.ts'
import { contactsOf } from './write-party.ts'

const rowColumns = {
  id: parties.id,
  version: parties.version,
  kind: parties.kind,
  name: parties.name,
  shortName: parties.shortName,
  creditCode: parties.creditCode,
  industry: parties.industry,
  region: parties.region,
  level: parties.level,
  phone: parties.phone,
  creditLimit: parties.creditLimit,
  ownerId: parties.ownerId,
  owner: sql<string>`coalesce(${users.name}, '')`,
  contact: sql<string>`coalesce((select c.name from contacts c where c.party_id = ${parties.id} and c.is_primary limit 1), '')`,
  blocked: parties.blocked,
  updatedAt: parties.updatedAt,
}

const sortColumns = { name: parties.sortKey, updated: parties.updatedAt }

export const handleListParties = handleQuery(listParties, ({ read }, input) => {
  const wanted = and(
    input.kind && inArray(parties.kind, withBoth(input.kind)),
    input.ownerId && eq(parties.ownerId, input.ownerId),
    input.industry === undefined ? undefined : eq(parties.industry, input.industry),
    input.region === undefined ? undefined : eq(parties.region, input.region),
    input.level === undefined ? undefined : eq(parties.level, input.level),
    input.blocked === undefined ? undefined : eq(parties.blocked, input.blocked),
    input.text ? matchingRecords('party', parties.id, input.text) : undefined,
  )
  const { where, orderBy, limit } = keyset(sortColumns[input.sort], parties.id, input)
  const found = read
    .select({ ...rowColumns, sortKey: parties.sortKey })
    .from(parties)
    .leftJoin(users, eq(users.id, parties.ownerId))
    .where(and(wanted, where))
    .orderBy(...orderBy)
    .limit(limit)
    .all()
  const { rows, next } = pageOfRows(found, input.limit, (row) => (input.sort === 'name' ? row.sortKey : row.updatedAt))
  const { total } = read.select({ total: count() }).from(parties).where(wanted).get()!
  return { rows: rows.map((row) => without(row, 'sortKey')), next, total }
})

export const handleGetParty = handleQuery(getParty, ({ read }, { id }) => {
  const party = read
    .select({
      ...rowColumns,
      address: parties.address,
      legalRepresentative: parties.legalRepresentative,
      email: parties.email,
      bankName: parties.bankName,
      bankAccount: parties.bankAccount,
      paymentTermDays: parties.paymentTermDays,
      notes: parties.notes,
      createdAt: parties.createdAt,
    })
    .from(parties)
    .leftJoin(users, eq(users.id, parties.ownerId))
    .where(eq(parties.id, id))
    .get()
  if (party === undefined) throw refuse('record.missing', { table: 'parties', id })
  const people = contactsOf(read, id).map(
    ({ id: contactId, version, name, position, mobile, phone, email, isPrimary, notes, updatedAt }) => ({
      id: contactId,
      version,
      name,
      position,
      mobile,
      phone,
      email,
      isPrimary,
      notes,
      updatedAt,
    }),
  )
  // The one to call first stands first.
  return { ...party, contacts: people.toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary)) }
})

export const handleFindSimilarParties = handleQuery(findSimilarParties, ({ read }, { name, creditCode, except }) => {
  const code = normalizeCreditCode(creditCode ?? '')
  const same =
    code === ''
      ? []
      : read
          .select({ id: parties.id, name: parties.name, creditCode: parties.creditCode })
          .from(parties)
          .where(and(eq(parties.creditCode, code), except === null ? undefined : ne(parties.id, except)))
          .all()
  const similar = similarlyNamed(read, name, except).filter(({ id }) => same.every((party) => party.id !== id))
  return {
    rows: [
      ...same.map((party) => ({ ...party, because: 'creditCode' as const })),
      ...similar.map((party) => ({ ...party, because: 'name' as const })),
    ],
  }
})

/** Who looks for customers wants those that are suppliers as well. */
function withBoth(kinds: readonly PartyKind[]): PartyKind[] {
  return kinds.includes('customer') || kinds.includes('supplier')
    ? [...new Set([...kinds, 'both' as const])]
    : [...kinds]
}
