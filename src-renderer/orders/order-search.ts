import { z } from 'zod'
import { dateSchema } from '../../src-shared/kernel/schemas.ts'
import { OrderKind } from '../../src-shared/orders/order.ts'
import { OrderStatus } from '../../src-shared/orders/order-status.ts'
import { OrderSort } from '../../src-shared/orders/orders-operations.ts'
import { sortedBy } from '../lib/list-search.ts'

/** What the address of the list of orders holds; anything else in it is dropped. */
const OrderListSearch = z.object({
  text: z.string().optional().catch(undefined),
  status: z.array(OrderStatus).optional().catch(undefined),
  kind: OrderKind.optional().catch(undefined),
  party: z.string().optional().catch(undefined),
  orderedFrom: dateSchema.optional().catch(undefined),
  orderedTo: dateSchema.optional().catch(undefined),
  late: z.literal(true).optional().catch(undefined),
  sort: OrderSort.optional().catch(undefined),
  descending: z.boolean().optional().catch(undefined),
})
export type OrderListSearch = z.infer<typeof OrderListSearch>

export const orderListSearch = (search: Record<string, unknown>): OrderListSearch => OrderListSearch.parse(search)

/** What `orders.list` is asked for such an address. */
export function orderListInput({ party, sort, descending, ...filters }: OrderListSearch) {
  return {
    ...filters,
    ...(party === undefined ? {} : { partyId: party }),
    ...sortedBy({ sort, descending }, { sort: 'updated', descending: true }),
  }
}

const NewSearch = z.object({
  /** Contract to order from. */
  contract: z.string().optional().catch(undefined),
  /** Party of an order by hand. */
  party: z.string().optional().catch(undefined),
  kind: OrderKind.optional().catch(undefined),
  /** Order to copy. */
  copy: z.string().optional().catch(undefined),
})
export type OrderNewSearch = z.infer<typeof NewSearch>
export const orderNewSearch = (search: Record<string, unknown>): OrderNewSearch => NewSearch.parse(search)

export const orderTabs = ['overview', 'attachments', 'history'] as const
const DetailSearch = z.object({ tab: z.enum(orderTabs).optional().catch(undefined) })
export const orderDetailSearch = (search: Record<string, unknown>): z.infer<typeof DetailSearch> =>
  DetailSearch.parse(search)
