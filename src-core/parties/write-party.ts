import { and, eq, ne } from 'drizzle-orm'
import type { InferSelectModel } from 'drizzle-orm'
import { holdsPermission } from '../../src-shared/access/roles.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { pinyinKeys, pinyinSearchText } from '../../src-shared/kernel/pinyin.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { companyNameKey } from '../../src-shared/parties/company-name.ts'
import type { NewContact } from '../../src-shared/parties/party-fields.ts'
import { contacts, parties } from '../db/schema/parties.ts'
import { recordById } from '../db/record-by-id.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import type { Actor, CommandContext } from '../execution/command-context.ts'
import { givenFields } from '../execution/given-fields.ts'
import type { z } from 'zod'

export type PartyRecord = InferSelectModel<typeof parties>

/** Refuses `record.missing`. */
export function readParty(read: ReadDatabase, id: Id<'Party'>): PartyRecord {
  return recordById(read, parties, id)
}

export function contactsOf(read: ReadDatabase, partyId: Id<'Party'>) {
  return read.select().from(contacts).where(eq(contacts.partyId, partyId)).orderBy(contacts.id).all()
}

/** What follows from a name: how it is sorted and compared. */
export function nameColumns(name: string): { nameKey: string; sortKey: string } {
  return { nameKey: companyNameKey(name), sortKey: pinyinKeys(name).sort }
}

/** Who our own companies are is a matter of the settings, not of everyone who keeps customers. Refuses `party.ownNeedsSettings`. */
export function refuseOwnWithoutRight(actor: Actor, kinds: readonly string[]): void {
  if (kinds.includes('own') && !holdsPermission(actor.roles, 'settings.edit'))
    throw refuse('party.ownNeedsSettings', { actor: actor.name })
}

/** Writes a contact; the first of a party is its primary one unless said otherwise, and a new primary one takes the place of the old. */
export function insertContact(context: CommandContext, partyId: Id<'Party'>, contact: z.infer<typeof NewContact>) {
  const isPrimary = contact.isPrimary ?? primaryContact(context.read, partyId) === undefined
  const row = context.write.insert(contacts, {
    ...givenFields(contact),
    name: contact.name,
    id: context.newId<'Contact'>(),
    partyId,
    isPrimary,
  })
  if (isPrimary) demoteOthers(context, partyId, row.id)
  return row
}

export function demoteOthers({ read, write }: CommandContext, partyId: Id<'Party'>, primary: Id<'Contact'>): void {
  const others = read
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.partyId, partyId), eq(contacts.isPrimary, true), ne(contacts.id, primary)))
    .all()
  for (const { id } of others) write.update(contacts, id, { isPrimary: false })
}

function primaryContact(read: ReadDatabase, partyId: Id<'Party'>) {
  return read
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.partyId, partyId), eq(contacts.isPrimary, true)))
    .get()
}

/** Found by name, short name, credit code, phone, contacts, and the pinyin of all names. */
export function indexParty(context: CommandContext, party: PartyRecord): void {
  const people = contactsOf(context.read, party.id)
  context.index('party', party.id, {
    title: party.name,
    text: [
      party.shortName,
      party.creditCode ?? '',
      party.phone,
      pinyinSearchText(party.name),
      pinyinSearchText(party.shortName),
      ...people.flatMap(({ name, mobile, phone }) => [name, pinyinSearchText(name), mobile, phone]),
    ].join(' '),
  })
}
