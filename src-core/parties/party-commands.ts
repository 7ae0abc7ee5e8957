import type { z } from 'zod'
import { recordById } from '../db/record-by-id.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import {
  blockParty,
  createParties,
  createParty,
  removeParty,
  unblockParty,
  updateParty,
} from '../../src-shared/parties/parties-operations.ts'
import { contacts, parties } from '../db/schema/parties.ts'
import { users } from '../db/schema/people.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import type { CommandContext } from '../execution/command-context.ts'
import { givenFields } from '../execution/given-fields.ts'
import { handleCommand } from '../execution/handlers.ts'
import { readCompanyId } from '../settings/company-record.ts'
import { checkedCreditCode, similarNameWarnings, usesOfParty } from './party-rules.ts'
import { contactsOf, indexParty, insertContact, nameColumns, readParty, refuseOwnWithoutRight } from './write-party.ts'

export const handleCreateParty = handleCommand(createParty, (context, input) => {
  const { party, contactIds } = insertParty(context, input)
  return {
    id: party.id,
    version: party.version,
    contactIds,
    warnings: similarNameWarnings(context.read, party.name, party.id),
  }
})

export const handleCreateParties = handleCommand(createParties, (context, input) => ({
  ids: input.parties.map((each) => insertParty(context, each).party.id),
}))

function insertParty(
  context: CommandContext,
  { contacts: people, ...fields }: z.output<(typeof createParty)['input']>,
) {
  const { read, write, actor } = context
  refuseOwnWithoutRight(actor, [fields.kind])
  refuseUnknownOwner(read, fields.ownerId)
  const party = write.insert(parties, {
    ...givenFields(fields),
    id: context.newId<'Party'>(),
    kind: fields.kind,
    name: fields.name,
    creditCode: checkedCreditCode(read, fields.creditCode ?? null),
    ...nameColumns(fields.name),
  })
  const contactIds = people.map((contact) => insertContact(context, party.id, contact).id)
  indexParty(context, party)
  return { party, contactIds }
}

export const handleUpdateParty = handleCommand(updateParty, (context, { id, version, changes }) => {
  const { read, write, actor } = context
  const before = readParty(read, id)
  const patch = givenFields(changes)
  refuseOwnWithoutRight(actor, [before.kind, patch.kind ?? before.kind])
  if (patch.kind !== undefined && patch.kind !== 'own' && readCompanyId(read) === id)
    throw refuse('party.isOurCompany', { party: before.name })
  refuseUnknownOwner(read, patch.ownerId)
  const party = write.update(
    parties,
    id,
    {
      ...patch,
      ...(patch.creditCode === undefined ? {} : { creditCode: checkedCreditCode(read, patch.creditCode, id) }),
      ...(patch.name === undefined ? {} : nameColumns(patch.name)),
    },
    version,
  )
  indexParty(context, party)
  const renamed = party.name !== before.name
  return { id, version: party.version, warnings: renamed ? similarNameWarnings(read, party.name, id) : [] }
})

export const handleBlockParty = handleCommand(blockParty, ({ read, write }, { id, version }) => {
  const party = readParty(read, id)
  if (party.kind === 'own') throw refuse('party.ownNotBlocked', { party: party.name })
  if (party.blocked) throw refuse('party.alreadyBlocked', { party: party.name })
  return { id, version: write.update(parties, id, { blocked: true }, version).version }
})

export const handleUnblockParty = handleCommand(unblockParty, ({ read, write }, { id, version }) => {
  const party = readParty(read, id)
  if (!party.blocked) throw refuse('party.notBlocked', { party: party.name })
  return { id, version: write.update(parties, id, { blocked: false }, version).version }
})

export const handleRemoveParty = handleCommand(removeParty, (context, { id, version }) => {
  const { read, write, actor } = context
  const party = readParty(read, id)
  refuseOwnWithoutRight(actor, [party.kind])
  if (readCompanyId(read) === id) throw refuse('party.isOurCompany', { party: party.name })
  const uses = usesOfParty(read, id)
  if (uses.length > 0) throw refuse('party.used', { party: party.name, uses })
  for (const contact of contactsOf(read, id)) write.remove(contacts, contact.id)
  write.remove(parties, id, version)
  context.index('party', id, null)
  return { id }
})

function refuseUnknownOwner(read: ReadDatabase, ownerId: Id<'User'> | null | undefined): void {
  if (ownerId == null) return
  const owner = recordById(read, users, ownerId)
  if (!owner.active) throw refuse('party.ownerHasLeft', { name: owner.name })
}
