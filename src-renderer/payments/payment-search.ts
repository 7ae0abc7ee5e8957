import { z } from 'zod'
import { dateSchema } from '../../src-shared/kernel/schemas.ts'
import { PaymentDirection, PaymentMethod } from '../../src-shared/payments/payment.ts'

/** What the address of the list of payments holds; anything else in it is dropped. */
const PaymentListSearch = z.object({
  text: z.string().optional().catch(undefined),
  direction: PaymentDirection.optional().catch(undefined),
  party: z.string().optional().catch(undefined),
  method: PaymentMethod.optional().catch(undefined),
  paidFrom: dateSchema.optional().catch(undefined),
  paidTo: dateSchema.optional().catch(undefined),
  open: z.literal(true).optional().catch(undefined),
})
export type PaymentListSearch = z.infer<typeof PaymentListSearch>

export const paymentListSearch = (search: Record<string, unknown>): PaymentListSearch => PaymentListSearch.parse(search)

/** What `payments.list` is asked for such an address. */
export const paymentListInput = ({ party, ...filters }: PaymentListSearch) => ({
  ...filters,
  ...(party === undefined ? {} : { partyId: party }),
})

const NewSearch = z.object({
  party: z.string().optional().catch(undefined),
  direction: PaymentDirection.optional().catch(undefined),
  /** Its instalments are settled first. */
  contract: z.string().optional().catch(undefined),
})
export type PaymentNewSearch = z.infer<typeof NewSearch>
export const paymentNewSearch = (search: Record<string, unknown>): PaymentNewSearch => NewSearch.parse(search)

export const paymentTabs = ['overview', 'attachments', 'history'] as const
const DetailSearch = z.object({ tab: z.enum(paymentTabs).optional().catch(undefined) })
export const paymentDetailSearch = (search: Record<string, unknown>): z.infer<typeof DetailSearch> =>
  DetailSearch.parse(search)
