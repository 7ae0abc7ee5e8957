import { z } from 'zod'

/** 草稿 for reading and approval, 正式 with the formal number, 盖章 with seals, 签署 with signatures. */
export const DocumentKind = z.enum(['draft', 'final', 'sealed', 'signed'])
export type DocumentKind = z.infer<typeof DocumentKind>

/** What it takes to register a document of the kind: one that stands for a seal or a signature takes the right to sign, wherever the file comes from. */
export const rightToRegister = (kind: DocumentKind): 'contracts.document' | 'contracts.sign' =>
  kind === 'sealed' || kind === 'signed' ? 'contracts.sign' : 'contracts.document'

/** Where a seal or a handwriting belongs: page from 0, points from the page's top-left corner. */
export const DocumentAnchor = z.object({ name: z.string(), page: z.number().int(), x: z.number(), y: z.number() })
export type DocumentAnchor = z.infer<typeof DocumentAnchor>
