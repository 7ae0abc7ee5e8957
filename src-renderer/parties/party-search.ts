import { z } from 'zod'
import { PartyKind } from '../../src-shared/parties/party.ts'
import { sortedBy } from '../lib/list-search.ts'

/** What the address of the list of parties holds; anything else in it is dropped. */
const PartyListSearch = z.object({
  text: z.string().optional().catch(undefined),
  kind: z.array(PartyKind).optional().catch(undefined),
  owner: z.string().optional().catch(undefined),
  blocked: z.boolean().optional().catch(undefined),
  sort: z.enum(['name', 'updated']).optional().catch(undefined),
  descending: z.boolean().optional().catch(undefined),
})
export type PartyListSearch = z.infer<typeof PartyListSearch>

export const partyListSearch = (search: Record<string, unknown>): PartyListSearch => PartyListSearch.parse(search)

export const partyTabs = ['overview', 'contacts', 'contracts', 'orders', 'payments', 'history'] as const

const PartyPageSearch = z.object({ tab: z.enum(partyTabs).optional().catch(undefined) })

export const partyPageSearch = (search: Record<string, unknown>): z.infer<typeof PartyPageSearch> =>
  PartyPageSearch.parse(search)

/** What `parties.list` is asked for such an address. */
export function partyListInput({ owner, sort, descending, ...filters }: PartyListSearch) {
  return {
    ...filters,
    ...(owner === undefined ? {} : { ownerId: owner }),
    ...sortedBy({ sort, descending }, { sort: 'name', descending: false }),
  }
}
