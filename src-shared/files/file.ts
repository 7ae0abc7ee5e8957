import { z } from 'zod'

export const AttachedTo = z.enum(['contract', 'party', 'order', 'shipment', 'payment', 'approval'])
export type AttachedTo = z.infer<typeof AttachedTo>

/** SHA-256 of a file's bytes, lower-case hex. */
export const FileHash = z.string().regex(/^[0-9a-f]{64}$/)

/** A file's name without folders: what it is saved as. */
export const FileName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}/\\:*?"<>|]+$/u, 'fileName')
  .refine((name) => name !== '.' && name !== '..', 'fileName')
