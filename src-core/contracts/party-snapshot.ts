import type { InferSelectModel } from 'drizzle-orm'
import type { PartySnapshot } from '../../src-shared/contracts/party-snapshot.ts'
import type { parties } from '../db/schema/parties.ts'

/** The party as one contract names it; blanks for one that is not chosen yet. */
export function snapshotOf(
  party: InferSelectModel<typeof parties> | undefined,
  { contact, agent }: Pick<PartySnapshot, 'contact' | 'agent'>,
): PartySnapshot {
  return {
    name: party?.name ?? '',
    creditCode: party?.creditCode ?? null,
    address: party?.address ?? '',
    legalRepresentative: party?.legalRepresentative ?? '',
    phone: party?.phone ?? '',
    email: party?.email ?? '',
    bankName: party?.bankName ?? '',
    bankAccount: party?.bankAccount ?? '',
    contact,
    agent,
  }
}
