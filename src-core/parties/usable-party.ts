import type { InferSelectModel } from 'drizzle-orm'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { recordById } from '../db/record-by-id.ts'
import { parties } from '../db/schema/parties.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'

/** The party for a new contract or order; refuses `contract.partyBlocked` and `record.missing`. */
export function usableParty(read: ReadDatabase, id: Id<'Party'>): InferSelectModel<typeof parties> {
  const party = recordById(read, parties, id)
  if (party.blocked) throw refuse('contract.partyBlocked', { party: party.name })
  return party
}
