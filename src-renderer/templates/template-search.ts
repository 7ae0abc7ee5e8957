import { z } from 'zod'
import { ContractType } from '../../src-shared/contracts/contract.ts'
import { sortedBy } from '../lib/list-search.ts'

const TemplateListSearch = z.object({
  text: z.string().optional().catch(undefined),
  type: z.array(ContractType).optional().catch(undefined),
  archived: z.boolean().optional().catch(undefined),
  sort: z.enum(['name', 'updated']).optional().catch(undefined),
  descending: z.boolean().optional().catch(undefined),
  /** Importing: the list makes room for it. */
  import: z.coerce.boolean().optional().catch(undefined),
})
export type TemplateListSearch = z.infer<typeof TemplateListSearch>

export const templateListSearch = (search: Record<string, unknown>): TemplateListSearch =>
  TemplateListSearch.parse(search)

const byName = { sort: 'name', descending: false } as const

/** What `templates.list` is asked for such an address. */
export const templateListInput = ({ import: _import, archived, sort, descending, ...filters }: TemplateListSearch) => ({
  ...filters,
  archived: archived ?? false,
  ...sortedBy({ sort, descending }, byName),
})

const ClauseListSearch = z.object({
  text: z.string().optional().catch(undefined),
  archived: z.boolean().optional().catch(undefined),
  sort: z.enum(['name', 'updated']).optional().catch(undefined),
  descending: z.boolean().optional().catch(undefined),
  /** Clause that is looked at. */
  id: z.string().optional().catch(undefined),
})
export type ClauseListSearch = z.infer<typeof ClauseListSearch>

export const clauseListSearch = (search: Record<string, unknown>): ClauseListSearch => ClauseListSearch.parse(search)

/** What `clauses.list` is asked for such an address. */
export const clauseListInput = ({ id: _id, archived, sort, descending, ...filters }: ClauseListSearch) => ({
  ...filters,
  archived: archived ?? false,
  ...sortedBy({ sort, descending }, byName),
})
