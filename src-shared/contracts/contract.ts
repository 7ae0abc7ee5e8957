import { z } from 'zod'

export const ContractType = z.enum(['sales', 'purchase', 'framework', 'service', 'nda', 'supplementary', 'other'])
export type ContractType = z.infer<typeof ContractType>

/** Which way the money flows: in (we are paid), out (we pay), none. */
export const MoneyDirection = z.enum(['in', 'out', 'none'])
export type MoneyDirection = z.infer<typeof MoneyDirection>

/** 甲方, 乙方, 丙方, 丁方: the role a party has in a contract. */
export const PartyRole = z.enum(['甲方', '乙方', '丙方', '丁方'])
export type PartyRole = z.infer<typeof PartyRole>
