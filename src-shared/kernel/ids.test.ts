import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idSource, newId } from './ids.ts'
import { idSchema } from './schemas.ts'

fc.configureGlobal({ seed: 20_261_124 })

const instants = fc.nat({ max: 2 ** 48 - 1 })
const bytes10 = fc.uint8Array({ minLength: 10, maxLength: 10 })

const take = (source: () => string, count: number): string[] => Array.from({ length: count }, () => source())

describe('ids', () => {
  it('are ULIDs: 48 bits of time, 80 bits more, in Crockford base32', () => {
    expect(newId(0, new Uint8Array(10))).toBe('00000000000000000000000000')
    expect(newId(2 ** 48 - 1, new Uint8Array(10).fill(255))).toBe('7ZZZZZZZZZZZZZZZZZZZZZZZZZ')
    // The example instant of the ULID specification.
    expect(newId(1_469_918_176_385, new Uint8Array(10)).slice(0, 10)).toBe('01ARYZ6S41')
  })

  it('keep every bit: two are equal only when instant and bytes are', () => {
    fc.assert(
      fc.property(instants, bytes10, instants, bytes10, (t, b, u, c) => {
        const same = t === u && b.every((byte, at) => byte === c[at])
        expect(newId(t, b) === newId(u, c)).toBe(same)
        expect(newId(t, b) === newId(t, Uint8Array.from(b))).toBe(true)
      }),
    )
  })

  it('sort as text by their instant, then by their bytes', () => {
    fc.assert(
      fc.property(instants, bytes10, instants, bytes10, (t, b, u, c) => {
        const byBytes = b.findIndex((byte, at) => byte !== c[at])
        const before = t === u ? byBytes >= 0 && b[byBytes]! < c[byBytes]! : t < u
        expect(newId(t, b) < newId(u, c)).toBe(before)
      }),
    )
  })

  it('pass the schema', () => {
    fc.assert(
      fc.property(instants, bytes10, (t, b) => {
        const id = newId<'Contract'>(t, b)
        expect(idSchema<'Contract'>().parse(id)).toBe(id)
      }),
    )
  })

  it('need ten bytes and an instant that fits', () => {
    expect(() => newId(1, new Uint8Array(9))).toThrow(RangeError)
    expect(() => newId(-1, new Uint8Array(10))).toThrow(RangeError)
    expect(() => newId(2 ** 48, new Uint8Array(10))).toThrow(RangeError)
    expect(() => newId(1.5, new Uint8Array(10))).toThrow(RangeError)
  })
})

describe('the ids of a command', () => {
  it('come out the same wherever the command runs', () => {
    // Pinned: if this changes, replaying a log makes other records than it made before.
    const ids = take(idSource('01ARYZ6S41000000000000000A', 1_700_000_000_000), 2)
    expect(ids).toEqual(['01HF7YAT006TWH3R60RQACTME1', '01HF7YAT006TWH3R60RQACTME2'])
    // The same by another implementation of the hash: ten bytes of it, moved right by one bit.
    const hash = createHash('sha256').update('qidan id\n01ARYZ6S41000000000000000A\n1700000000000').digest('hex')
    const moved = (BigInt(`0x${hash.slice(0, 20)}`) >> 1n).toString(16).padStart(20, '0')
    expect(ids[0]).toBe(
      newId(
        1_700_000_000_000,
        Uint8Array.from(moved.match(/../g)!, (byte) => Number.parseInt(byte, 16)),
      ),
    )
    fc.assert(
      fc.property(fc.string(), instants, (commandId, issuedAt) => {
        expect(take(idSource(commandId, issuedAt), 5)).toEqual(take(idSource(commandId, issuedAt), 5))
      }),
    )
  })

  it('sort in the order of their making', () => {
    fc.assert(
      fc.property(fc.string(), instants, (commandId, issuedAt) => {
        const ids = take(idSource(commandId, issuedAt), 300)
        expect(ids.toSorted()).toEqual(ids)
        expect(new Set(ids).size).toBe(300)
        const instant = newId(issuedAt, new Uint8Array(10)).slice(0, 10)
        expect(ids.map((id) => id.slice(0, 10))).toEqual(ids.map(() => instant))
      }),
      { numRuns: 30 },
    )
  })

  it('are never those of another command, issued at the same instant', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 20 }), instants, (commandIds, issuedAt) => {
        const ids = commandIds.flatMap((commandId) => take(idSource(commandId, issuedAt), 50))
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
})
