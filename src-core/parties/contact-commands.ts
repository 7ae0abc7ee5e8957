import type { Id } from '../../src-shared/kernel/ids.ts'
import { addContact, removeContact, updateContact } from '../../src-shared/parties/parties-operations.ts'
import { contacts } from '../db/schema/parties.ts'
import { recordById } from '../db/record-by-id.ts'
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
  return recordById(read, contacts, id)
}
