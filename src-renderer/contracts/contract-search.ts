import { z } from 'zod'
import { ContractStage } from '../../src-shared/contracts/contract-stage.ts'
import { ContractType } from '../../src-shared/contracts/contract.ts'
import { ContractSort } from '../../src-shared/contracts/contracts-operations.ts'
import { dateSchema } from '../../src-shared/kernel/schemas.ts'
import { sortedBy } from '../lib/list-search.ts'

/** What the address of the list of contracts holds; anything else in it is dropped. */
const ContractListSearch = z.object({
  text: z.string().optional().catch(undefined),
  stage: z.array(ContractStage).optional().catch(undefined),
  type: z.array(ContractType).optional().catch(undefined),
  owner: z.string().optional().catch(undefined),
  party: z.string().optional().catch(undefined),
  signedFrom: dateSchema.optional().catch(undefined),
  signedTo: dateSchema.optional().catch(undefined),
  expiresFrom: dateSchema.optional().catch(undefined),
  expiresTo: dateSchema.optional().catch(undefined),
  sort: ContractSort.optional().catch(undefined),
  descending: z.boolean().optional().catch(undefined),
})
export type ContractListSearch = z.infer<typeof ContractListSearch>

export const contractListSearch = (search: Record<string, unknown>): ContractListSearch =>
  ContractListSearch.parse(search)

/** What `contracts.list` is asked for such an address. */
export function contractListInput({ owner, party, sort, descending, ...filters }: ContractListSearch) {
  return {
    ...filters,
    ...(owner === undefined ? {} : { ownerId: owner }),
    ...(party === undefined ? {} : { counterpartyId: party }),
    ...sortedBy({ sort, descending }, { sort: 'updated', descending: true }),
  }
}
