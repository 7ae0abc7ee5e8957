import { createHash } from 'node:crypto'
import { openP12 } from './open-p12.ts'
import type { SigningKey } from './signing-key.ts'

const kept = new Map<string, SigningKey>()
const mostKept = 4

/**
 * Opens a P12 file, or takes the key opened before: opening costs 15-40 ms, several times the signature itself.
 * The last four keys stay in the memory of the worker thread that signs, never exported, and go with it when the workspace is closed.
 * Refusals are those of `openP12`; a wrong password is never answered from memory.
 */
export async function keptSigningKey(p12: Uint8Array, password: string): Promise<SigningKey> {
  const name = createHash('sha256')
    .update(createHash('sha256').update(p12).digest())
    .update(password, 'utf8')
    .digest('base64')
  const known = kept.get(name)
  if (known) return known
  const key = await openP12(p12, password)
  kept.set(name, key)
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
  return key
}
