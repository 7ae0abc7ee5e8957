import { z } from 'zod'

/** A party as one contract names it; later changes of the party's record leave it alone. */
export const PartySnapshot = z.object({
  name: z.string(),
  creditCode: z.string().nullable(),
  address: z.string(),
  legalRepresentative: z.string(),
  phone: z.string(),
  email: z.string(),
  bankName: z.string(),
  bankAccount: z.string(),
  contact: z.string(),
  agent: z.string(),
})
export type PartySnapshot = z.infer<typeof PartySnapshot>
