import { describe, expect, it } from 'vitest'
import { passphraseStrength } from './passphrase-strength.ts'

describe('the strength of a passphrase', () => {
  it('is nothing below eight characters or with hardly any different ones', () => {
    expect(passphraseStrength('Ab3$xyz').score).toBe(0)
    expect(passphraseStrength('11111111111111').score).toBe(0)
  })
  it('counts Chinese characters for what they are worth', () => {
    expect(passphraseStrength('窗外梧桐三更细雨').score).toBe(4)
  })
  it('sees rows of the keyboard and of the alphabet', () => {
    const { score, advice } = passphraseStrength('qwertyuiop')
    expect(score).toBe(1)
    expect(advice).toContain('row')
    expect(passphraseStrength('xk1234zv').advice).toContain('row')
  })
  it('sees the name of the company or the person', () => {
    expect(passphraseStrength('wangfang88', ['wangfang']).advice).toContain('name')
    expect(passphraseStrength('wangfang88', ['']).advice).not.toContain('name')
  })
  it('asks for nothing more of a long sentence', () => {
    expect(passphraseStrength('correct horse battery staple')).toEqual({ score: 4, advice: [] })
  })
  it('never falls when characters are added that differ', () => {
    const scores = [...'tF7#mQ2%vL9&'].map((_, at) => passphraseStrength('tF7#mQ2%vL9&'.slice(0, at + 1)).score)
    expect(scores).toEqual(scores.toSorted((a, b) => a - b))
  })
})
