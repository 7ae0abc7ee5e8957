import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchTokens } from './match-tokens.ts'
import type { Token } from './text-tokens.ts'

const tokens = (text: string): Token[] =>
  [...text].map((character, i) => ({
    text: character,
    page: 0,
    endsLine: false,
    left: i * 10,
    right: i * 10 + 10,
    top: 0,
    bottom: 10,
  }))

describe('pairs of words', () => {
  it('are of the same text, use every word once, and leave no word with a partner of its own', () => {
    const letters = string({ unit: constantFrom('甲', '乙', '方', '的', '1'), maxLength: 60 })
    assert(
      property(letters, letters, (a, b) => {
        const { pairs, ours, reference } = matchTokens(tokens(a), tokens(b))
        for (const pair of pairs) expect(pair.ours.text).toBe(pair.reference.text)
        expect(new Set(pairs.map((pair) => pair.ours)).size).toBe(pairs.length)
        expect(new Set(pairs.map((pair) => pair.reference)).size).toBe(pairs.length)
        expect(pairs.length + ours.length).toBe(a.length)
        expect(pairs.length + reference.length).toBe(b.length)
        const left = new Set(ours.map((token) => token.text))
        expect(reference.some((token) => left.has(token.text))).toBe(false)
      }),
    )
  })

  it('keep the order of what is in order: a repeated word is not taken from another place', () => {
    const { pairs } = matchTokens(tokens('甲方的义务与乙方的义务'), tokens('甲方的义务乙方的义务'))
    const moved = pairs.map(({ ours, reference }) => (ours.left - reference.left) / 10)
    expect(moved).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
  })

  it('are found although most of a long text is another', () => {
    const { pairs } = matchTokens(tokens(`${'甲'.repeat(4000)}乙丙丁`), tokens(`${'戊'.repeat(4000)}乙丙丁`))
    expect(pairs.map((pair) => pair.ours.text).join('')).toBe('乙丙丁')
  })
})
