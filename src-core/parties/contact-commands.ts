import { eq } from 'drizzle-orm'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { addContact, removeContact, updateContact } from '../../src-shared/parties/parties-operations.ts'
import { contacts } from '../db/schema/parties.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import { givenFields } from '../execution/given-fields.ts'
import { handleCommand } from '../execution/handlers.ts'
import { demoteOthers, indexParty, insertContact, readParty } from './write-party.ts'

export const handleAddContact = handleCommand(addContact, (context, { partyId, ...contact }) => {
  const party = readParty(context.read, partyId)
  const { id, version } = insertContact(context, partyId, contact)
  indexParty(context, party)
  return { id, version }
})

export const handleUpdateContact = handleCommand(updateContact, (context, { id, version, changes }) => {
  const { partyId } = readContact(context.read, id)
  const contact = context.write.update(contacts, id, givenFields(changes), version)
  if (contact.isPrimary) demoteOthers(context, partyId, id)
  indexParty(context, readParty(context.read, partyId))
  return { id, version: contact.version }
})

export const handleRemoveContact = handleCommand(removeContact, (context, { id, version }) => {
  const { partyId } = readContact(context.read, id)
  context.write.remove(contacts, id, version)
  indexParty(context, readParty(context.read, partyId))
  return { id }
})

function readContact(read: ReadDatabase, id: Id<'Contact'>) {
  const contact = read.select().from(contacts).where(eq(contacts.id, id)).get()
  if (contact === undefined) throw refuse('record.missing', { table: 'contacts', id })
  return contact
}
