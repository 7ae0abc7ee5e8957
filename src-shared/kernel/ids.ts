import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Brand } from './brand.ts'

/** A record's id: 26 characters of Crockford base32, 48 bits of UTC milliseconds and 80 more (ULID). Sorts by time. */
export type Id<Kind extends string> = Brand<string, `${Kind}Id`>

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const MAX_MSECS = 2 ** 48 - 1

/** An id for an instant (UTC ms) and ten random bytes. Throws RangeError when the instant does not fit 48 bits or the bytes are not ten. */
export function newId<Kind extends string>(msecs: number, randomBytes10: Uint8Array): Id<Kind> {
  if (randomBytes10.length !== 10) throw new RangeError('An id takes ten random bytes')
  return encode(msecs, toInteger(randomBytes10)) as Id<Kind>
}

/**
 * Ids for the records that one command makes: the same command gives the same ids in the same order wherever it runs, and they sort in
 * the order of their making. Different commands give different ids.
 */
export function idSource(commandId: string, issuedAt: number): <Kind extends string>() => Id<Kind> {
  // The top bit stays free, so that counting up never overflows the 80 bits.
  let next = toInteger(sha256(utf8ToBytes(`qidan id\n${commandId}\n${issuedAt}`)).subarray(0, 10)) >> 1n
  return <Kind extends string>() => encode(issuedAt, next++) as Id<Kind>
}

function toInteger(bytes: Uint8Array): bigint {
  return bytes.reduce((so, byte) => (so << 8n) | BigInt(byte), 0n)
}

function encode(msecs: number, low80: bigint): string {
  if (!Number.isInteger(msecs) || msecs < 0 || msecs > MAX_MSECS) throw new RangeError(`${msecs} ms does not fit an id`)
  let rest = (BigInt(msecs) << 80n) | low80
  let text = ''
  for (let place = 0; place < 26; place++) {
    text = alphabet[Number(rest & 31n)]! + text
    rest >>= 5n
  }
  return text
}
