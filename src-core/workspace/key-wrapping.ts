import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { z } from 'zod'
import { refuse } from '../../src-shared/kernel/refusal.ts'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

/** A data key under a key derived from a passphrase: scrypt (RFC 7914), then AES-256-GCM. */
export const WrappedKey = z.object({
  kdf: z.literal('scrypt'),
  n: z
    .int()
    .min(2 ** 14)
    .max(2 ** 20),
  r: z.int().min(1).max(32),
  p: z.int().min(1).max(16),
  salt: hex(16),
  nonce: hex(12),
  sealed: hex(48),
})
export type WrappedKey = z.infer<typeof WrappedKey>

// 64 MiB and about 0.1 s: the strongest that an old office computer still opens without a wait.
const cost = { n: 2 ** 16, r: 8, p: 1 }

/** The least that a manifest may say: for a secret that everybody knows. */
const leastCost = { ...cost, n: 2 ** 14 }

/** Wraps 32 bytes under the secret; a changed secret wraps anew and never touches the data. */
export function wrapKey(key: Uint8Array, secret: string, { secretIsPublic = false } = {}): WrappedKey {
  const derivation = secretIsPublic ? leastCost : cost
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', derive(secret, salt, derivation), nonce)
  const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()])
  return {
    kdf: 'scrypt',
    ...derivation,
    salt: salt.toString('hex'),
    nonce: nonce.toString('hex'),
    sealed: sealed.toString('hex'),
  }
}

/** The wrapped key; refuses `workspace.wrongPassphrase` when the secret is another one. */
export function unwrapKey(wrapped: WrappedKey, secret: string): Uint8Array {
  const sealed = Buffer.from(wrapped.sealed, 'hex')
  const decipher = createDecipheriv(
    'aes-256-gcm',
    derive(secret, Buffer.from(wrapped.salt, 'hex'), wrapped),
    Buffer.from(wrapped.nonce, 'hex'),
  )
  decipher.setAuthTag(sealed.subarray(32))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, 32)), decipher.final()])
  } catch {
    throw refuse('workspace.wrongPassphrase')
  }
}

function derive(secret: string, salt: Uint8Array, { n, r, p }: { n: number; r: number; p: number }): Buffer {
  return scryptSync(secret.normalize('NFKC'), salt, 32, { N: n, r, p, maxmem: 256 * n * r })
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A key to write down: 160 random bits as eight groups of four characters. */
export function makeRecoveryKey(): string {
  const characters = [...randomBytes(32)].map((byte) => alphabet[byte % 32]!)
  return characters.join('').replaceAll(/.{4}(?=.)/g, '$&-')
}

/** As typed from paper: case, spaces and dashes do not matter, and letters that look like digits are read as digits. */
export function normalizeRecoveryKey(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/.{4}(?=.)/g, '$&-')
}
