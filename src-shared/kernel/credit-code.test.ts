import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  creditCodeCheckDigit,
  creditCodeProblem,
  creditCodeRefusal,
  isCreditCode,
  normalizeCreditCode,
} from './credit-code.ts'

fc.configureGlobal({ seed: 20_261_124 })

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const character = fc.constantFrom(...alphabet)
const first17 = fc.array(character, { minLength: 17, maxLength: 17 }).map((characters) => characters.join(''))
const code = first17.map((body) => body + creditCodeCheckDigit(body))

describe('统一社会信用代码', () => {
  it.each(['91350100M000100Y43', '91110000600037341L'])('%s is right', (example) => {
    expect(isCreditCode(example)).toBe(true)
    expect(creditCodeProblem(example)).toBeUndefined()
  })

  it('has 18 characters', () => {
    expect(creditCodeProblem('')).toEqual({ kind: 'length', length: 0 })
    expect(creditCodeProblem('9135010M000100Y43')).toEqual({ kind: 'length', length: 17 })
    // One character too many, though it takes two code units.
    expect(creditCodeProblem('91350100M000100Y4𠮷')).toEqual({ kind: 'character', position: 18, character: '𠮷' })
  })

  it('uses no I, O, S, V, Z and no small letters', () => {
    for (const wrong of 'IOSVZa-') {
      expect(creditCodeProblem(`91350100M00010${wrong}Y43`)).toEqual({
        kind: 'character',
        position: 15,
        character: wrong,
      })
    }
  })

  it('tells the check digit that was expected', () => {
    expect(creditCodeProblem('91350100M000100Y44')).toEqual({ kind: 'checkDigit', expected: '3', given: '4' })
  })

  it('may begin with a letter', () => {
    const body = 'Y1350100M000100Y4'
    expect(isCreditCode(body + creditCodeCheckDigit(body))).toBe(true)
  })

  it('has a check digit that makes the weighted sum divisible by 31 (GB 32100-2015)', () => {
    fc.assert(
      fc.property(code, (whole) => {
        const sum = [...whole].reduce(
          (so, one, at) => so + BigInt(alphabet.indexOf(one)) * (at < 17 ? 3n ** BigInt(at) : 1n),
          0n,
        )
        expect(sum % 31n).toBe(0n)
        expect(isCreditCode(whole)).toBe(true)
      }),
    )
  })

  it('betrays every single wrong character', () => {
    fc.assert(
      fc.property(code, fc.nat(17), character, (whole, at, other) => {
        fc.pre(whole[at] !== other)
        expect(creditCodeProblem(whole.slice(0, at) + other + whole.slice(at + 1))?.kind).toBe('checkDigit')
      }),
    )
  })

  it('betrays two neighbours exchanged', () => {
    fc.assert(
      fc.property(code, fc.nat(16), (whole, at) => {
        fc.pre(whole[at] !== whole[at + 1])
        const exchanged = whole.slice(0, at) + whole[at + 1]! + whole[at]! + whole.slice(at + 2)
        expect(isCreditCode(exchanged)).toBe(false)
      }),
    )
  })

  it('is stored without the spaces, hyphens and widths it was pasted with', () => {
    expect(normalizeCreditCode(' ９１350100-m0001 00y43\n')).toBe('91350100M000100Y43')
  })

  it('names its problem for a refusal', () => {
    expect(creditCodeRefusal({ kind: 'length', length: 3 })).toEqual({
      code: 'creditCode.length',
      params: { length: 3, wanted: 18 },
    })
    expect(creditCodeRefusal({ kind: 'character', position: 3, character: 'O' }).code).toBe('creditCode.character')
    expect(creditCodeRefusal({ kind: 'checkDigit', expected: '3', given: '4' }).params).toEqual({
      expected: '3',
      given: '4',
    })
  })

  it('makes no check digit from anything but 17 characters of the alphabet', () => {
    expect(() => creditCodeCheckDigit('9135')).toThrow(RangeError)
    expect(() => creditCodeCheckDigit('91350100O000100Y4')).toThrow(RangeError)
  })
})
