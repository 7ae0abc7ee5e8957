import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type Json } from './json.ts'

fc.configureGlobal({ seed: 20_261_124 })

/** The same value with the keys of every object in another order. */
function reordered(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => reordered(item))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, reordered(item)]),
  )
}

const json = fc.jsonValue().map((value) => value as Json)

describe('canonical JSON', () => {
  it('sorts keys at every depth and leaves no space', () => {
    expect(canonicalJson({ b: [1, { d: null, c: '中' }], a: true })).toBe('{"a":true,"b":[1,{"c":"中","d":null}]}')
    expect(canonicalJson({ é: 1, z: 2, Z: 3, 10: 4, 9: 5 })).toBe('{"10":4,"9":5,"Z":3,"z":2,"é":1}')
  })

  it('is the same text for equal values, whatever the order of their keys', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(reordered(value))).toBe(canonicalJson(value))
      }),
    )
  })

  it('is JSON that says the value again', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('is different text for different values', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        const equal = isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)))
        expect(canonicalJson(a) === canonicalJson(b)).toBe(equal)
      }),
    )
    expect(canonicalJson([1])).not.toBe(canonicalJson({ 0: 1 }))
    expect(canonicalJson('1')).not.toBe(canonicalJson(1))
  })

  it('keeps a key named __proto__ and leaves out what is undefined', () => {
    expect(canonicalJson(JSON.parse('{"__proto__":1}') as Json)).toBe('{"__proto__":1}')
    expect(canonicalJson({ a: undefined, b: 1 } as unknown as Json)).toBe('{"b":1}')
  })

  it('has no text for what JSON cannot say', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined, 1n, () => 1])
      expect(() => canonicalJson(value as unknown as Json)).toThrow(TypeError)
  })
})
