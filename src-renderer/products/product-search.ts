import { z } from 'zod'
import { sortedBy } from '../lib/list-search.ts'

/** What the address of the list of products holds; `id` opens that product, as the search over all records does. */
const ProductListSearch = z.object({
  text: z.string().optional().catch(undefined),
  category: z.string().optional().catch(undefined),
  state: z.enum(['offered', 'retired', 'all']).optional().catch(undefined),
  sort: z.enum(['name', 'code', 'updated']).optional().catch(undefined),
  descending: z.boolean().optional().catch(undefined),
  id: z.string().optional().catch(undefined),
  new: z.boolean().optional().catch(undefined),
})
export type ProductListSearch = z.infer<typeof ProductListSearch>

export const productListSearch = (search: Record<string, unknown>): ProductListSearch => ProductListSearch.parse(search)

/** What `products.list` is asked for such an address. */
export function productListInput({ text, category, state, sort, descending }: ProductListSearch) {
  return {
    ...(text === undefined ? {} : { text }),
    ...(category === undefined ? {} : { category }),
    active: state === 'all' ? null : state !== 'retired',
    ...sortedBy({ sort, descending }, { sort: 'name', descending: false }),
  }
}
