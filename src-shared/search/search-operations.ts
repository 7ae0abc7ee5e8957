import { z } from 'zod'
import { defineQuery } from '../kernel/operation.ts'

/** Kinds of records the search knows, with the permission to read them. */
export const searchKinds = {
  contract: 'contracts.read',
  order: 'orders.read',
  party: 'parties.read',
  product: 'products.read',
  payment: 'payments.read',
  template: 'templates.read',
  clause: 'clauses.read',
} as const

export const SearchKind = z.enum(
  Object.keys(searchKinds) as [keyof typeof searchKinds, ...(keyof typeof searchKinds)[]],
)
export type SearchKind = z.infer<typeof SearchKind>

export const findRecords = defineQuery({
  name: 'search.find',
  permission: 'search.read',
  summary: {
    zh: '搜索全部记录：两个字、拼音首字母或编号',
    en: 'Search all records by two characters, pinyin initials or number',
  },
  input: z.object({
    text: z.string().trim().min(1).max(100),
    kinds: z.array(SearchKind).optional(),
    limit: z.int().min(1).max(100).default(20),
  }),
  output: z.array(z.object({ kind: SearchKind, id: z.string(), title: z.string() })),
})

export const searchOperations = [findRecords] as const
