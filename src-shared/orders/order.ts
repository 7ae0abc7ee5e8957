import { z } from 'zod'

export const OrderKind = z.enum(['sales', 'purchase'])
export type OrderKind = z.infer<typeof OrderKind>
