import { z } from 'zod'

export const detailTabs = [
  'document',
  'lines',
  'plan',
  'orders',
  'approval',
  'versions',
  'attachments',
  'history',
] as const

const DetailSearch = z.object({ tab: z.enum(detailTabs).optional().catch(undefined) })

/** Which tab of a contract is open stands in its address. */
export const contractDetailSearch = (search: Record<string, unknown>): z.infer<typeof DetailSearch> =>
  DetailSearch.parse(search)

const NewSearch = z.object({
  /** Template to begin with. */
  template: z.string().optional().catch(undefined),
  /** Contract to copy. */
  from: z.string().optional().catch(undefined),
  /** Contract that the new one amends. */
  parent: z.string().optional().catch(undefined),
})
export const contractNewSearch = (search: Record<string, unknown>): z.infer<typeof NewSearch> => NewSearch.parse(search)
