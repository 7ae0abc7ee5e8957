import { assertNever } from './assert-never.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** What is wrong with a 统一社会信用代码, the first fault found; positions count from 1. */
export type CreditCodeProblem =
  | { kind: 'length'; length: number }
  | { kind: 'character'; position: number; character: string }
  | { kind: 'checkDigit'; expected: string; given: string }

/** As it is stored: half-width capitals without spaces and hyphens, the way people paste it from licences and sheets. */
export function normalizeCreditCode(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\-\u2010-\u2015]/gu, '')
    .toUpperCase()
}

/** True for a well-formed 统一社会信用代码 of 18 characters with a right check digit (GB 32100-2015). Wants the stored form. */
export function isCreditCode(code: string): boolean {
  return creditCodeProblem(code) === undefined
}

/** The first thing wrong with a code in stored form, or undefined. Any character of the alphabet may stand first. */
export function creditCodeProblem(code: string): CreditCodeProblem | undefined {
  const characters = [...code]
  if (characters.length !== 18) return { kind: 'length', length: characters.length }
  const wrong = characters.findIndex((character) => !alphabet.includes(character))
  if (wrong >= 0) return { kind: 'character', position: wrong + 1, character: characters[wrong]! }
  const expected = creditCodeCheckDigit(code.slice(0, 17))
  const given = characters[17]!
  return expected === given ? undefined : { kind: 'checkDigit', expected, given }
}

/** The problem as the code and figures of a refusal. */
export function creditCodeRefusal(problem: CreditCodeProblem): {
  code: string
  params: Record<string, string | number>
} {
  switch (problem.kind) {
    case 'length':
      return { code: 'creditCode.length', params: { length: problem.length, wanted: 18 } }
    case 'character':
      return { code: 'creditCode.character', params: { position: problem.position, character: problem.character } }
    case 'checkDigit':
      return { code: 'creditCode.checkDigit', params: { expected: problem.expected, given: problem.given } }
    default:
      return assertNever(problem)
  }
}

/** The 18th character: (31 - Σ value × 3^(i-1) mod 31) mod 31. Throws RangeError unless given 17 characters of the alphabet. */
export function creditCodeCheckDigit(first17: string): string {
  if (first17.length !== 17) throw new RangeError('A check digit is made from 17 characters')
  let sum = 0
  let weight = 1
  for (const character of first17) {
    const value = alphabet.indexOf(character)
    if (value < 0) throw new RangeError(`${character} is not used in credit codes`)
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31]!
}
