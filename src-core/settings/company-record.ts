import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { parties } from '../db/schema/parties.ts'
import { settings } from '../db/schema/settings.ts'
import { findRecord } from '../db/record-by-id.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'

/** Key of the setting that says which own party is the company whose desk this is. */
export const companySetting = 'company' as Id<'Setting'>

/** The party of our own company, or undefined while it is not set. */
export function readCompanyId(read: ReadDatabase): Id<'Party'> | undefined {
  const row = findRecord(read, settings, companySetting)
  return (row?.value as { partyId: Id<'Party'> } | undefined)?.partyId
}

/** Name of our own company; empty while it is not set. */
export function readCompanyName(read: ReadDatabase): string {
  const id = readCompanyId(read)
  return id === undefined ? '' : (findRecord(read, parties, id)?.name ?? '')
}

/** The given party, or our own company; refuses `settings.noCompany` when there is neither. */
export function partyOrCompany(read: ReadDatabase, partyId: Id<'Party'> | null): Id<'Party'> {
  const id = partyId ?? readCompanyId(read)
  if (id === undefined) throw refuse('settings.noCompany', {})
  return id
}
