import { z } from 'zod'

/** 客户, 供应商, both, or a company of our own that signs contracts. */
export const PartyKind = z.enum(['customer', 'supplier', 'both', 'own'])
export type PartyKind = z.infer<typeof PartyKind>
