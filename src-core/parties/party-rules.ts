import { and, eq, ne, or, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { creditCodeProblem, creditCodeRefusal, normalizeCreditCode } from '../../src-shared/kernel/credit-code.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import type { Warning } from '../../src-shared/kernel/warning.ts'
import { companyNameKey } from '../../src-shared/parties/company-name.ts'
import { contractParties, contracts } from '../db/schema/contracts.ts'
import { attachments } from '../db/schema/files.ts'
import { orders } from '../db/schema/orders.ts'
import { parties } from '../db/schema/parties.ts'
import { payments } from '../db/schema/payments.ts'
import { certificates, seals } from '../db/schema/settings.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'

/**
 * The code as it is stored, null when nothing was entered. Refuses `creditCode.*` when it is wrong and `party.creditCodeTaken`,
 * naming the party that has it: two records of one company would split its contracts and its credit.
 */
export function checkedCreditCode(read: ReadDatabase, entered: string | null, self?: Id<'Party'>): string | null {
  const creditCode = normalizeCreditCode(entered ?? '')
  if (creditCode === '') return null
  const problem = creditCodeProblem(creditCode)
  if (problem !== undefined) {
    const { code, params } = creditCodeRefusal(problem)
    throw refuse(code, { creditCode, ...params })
  }
  const other = read
    .select({ id: parties.id, name: parties.name })
    .from(parties)
    .where(and(eq(parties.creditCode, creditCode), self && ne(parties.id, self)))
    .get()
  if (other !== undefined) throw refuse('party.creditCodeTaken', { creditCode, party: other.name, id: other.id })
  return creditCode
}

/** Parties whose names come to the same without company form, brackets and spaces; at most 20. */
export function similarlyNamed(read: ReadDatabase, name: string, except: Id<'Party'> | null) {
  const nameKey = companyNameKey(name)
  if (nameKey === '') return []
  return read
    .select({ id: parties.id, name: parties.name, creditCode: parties.creditCode })
    .from(parties)
    .where(and(eq(parties.nameKey, nameKey), except === null ? undefined : ne(parties.id, except)))
    .orderBy(parties.name)
    .limit(20)
    .all()
}

export function similarNameWarnings(read: ReadDatabase, name: string, self: Id<'Party'> | null): Warning[] {
  return similarlyNamed(read, name, self).map((other) => ({
    code: 'party.similarName',
    params: { name, party: other.name, id: other.id },
  }))
}

/** What names the party and so keeps it from being removed. */
export function usesOfParty(read: ReadDatabase, id: Id<'Party'>): string[] {
  const named = (table: SQLiteTable, column: SQLiteColumn, where: SQL | undefined) =>
    read.select({ id: column }).from(table).where(where).limit(1).get() !== undefined
  const uses: [string, boolean][] = [
    [
      'contracts',
      named(contractParties, contractParties.partyId, eq(contractParties.partyId, id)) ||
        named(contracts, contracts.id, or(eq(contracts.counterpartyId, id), eq(contracts.ourPartyId, id))),
    ],
    ['orders', named(orders, orders.partyId, eq(orders.partyId, id))],
    ['payments', named(payments, payments.partyId, eq(payments.partyId, id))],
    ['seals', named(seals, seals.partyId, eq(seals.partyId, id))],
    ['certificates', named(certificates, certificates.partyId, eq(certificates.partyId, id))],
    [
      'attachments',
      named(attachments, attachments.id, and(eq(attachments.attachedTo, 'party'), eq(attachments.recordId, id))),
    ],
  ]
  return uses.filter(([, used]) => used).map(([what]) => what)
}
