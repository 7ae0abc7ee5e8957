import { z } from 'zod'

const chain = z.enum(['trusted', 'untrusted', 'unknown', 'expired'])

/** Something that differs between what was signed and what the file shows now. */
export const PdfChange = z.object({
  kind: z.string(),
  /** From 1; null where it belongs to no page. */
  page: z.int().nullable(),
})

/** What was found of one signature, each thing by itself; nothing is folded into one "valid". Times are UTC milliseconds. */
export const SignatureReport = z.object({
  kind: z.enum(['signature', 'timestamp']),
  /** Who signed, by the certificate. */
  name: z.string(),
  organisation: z.string().nullable(),
  fieldName: z.string(),
  reason: z.string().nullable(),
  location: z.string().nullable(),
  format: z.string(),
  byteRangeSound: z.boolean(),
  digestValid: z.boolean(),
  cmsValid: z.boolean(),
  signingCertificateMatches: z.union([z.boolean(), z.literal('absent')]),
  chain,
  chainPath: z.array(z.string()),
  /** Nobody but itself vouches for the certificate. */
  selfMade: z.boolean(),
  revocation: z.literal('not checked'),
  timeSource: z.enum(['claimed', 'timestamp', 'timestamp invalid', 'none']),
  claimedTime: z.number().nullable(),
  provenTime: z.number().nullable(),
  timestampChain: chain.nullable(),
  /** Which state of the file was signed: 1 for the oldest signature. */
  coversRevision: z.int(),
  coversWholeDocument: z.boolean(),
  changedAfterwards: z.enum(['nothing', 'signatures only', 'modified', 'unknown']),
  changes: z.array(PdfChange),
  problems: z.array(z.string()),
})
export type SignatureReport = z.infer<typeof SignatureReport>

export const PdfReport = z.object({
  verdict: z.enum(['intact', 'modified', 'unsigned', 'broken']),
  words: z.object({ zh: z.string(), en: z.string() }),
  signatures: z.array(SignatureReport),
})
export type PdfReport = z.infer<typeof PdfReport>
