import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoted, typeset } from './compile.ts'

const told = (text: string) => typeset(`#metadata(${quoted(text)})<t>`, { query: '<t>' }).found[0]

describe('one typesetter for many documents', () => {
  it('never prints a character of the document before', () => {
    // 甲 and 乲, and so on: the same last byte in UTF-8, on which the engine alone takes one for the other.
    for (const [before, now] of ['甲乲', '⏠ꦠ', '买乐', '元入'].map((pair) => [...pair] as [string, string])) {
      expect(told(before)).toBe(before)
      expect(told(now)).toBe(now)
    }
  })

  it('gives back any text after any other', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 2, maxLength: 6 }), (texts) => {
        for (const text of texts) expect(told(text)).toBe(text)
      }),
      { numRuns: 30, examples: [[['ƺ😀', '😁ƺ']], [['\u0000', '"); #panic("x', '\\u{0}']]] },
    )
  })

  it('gives the same bytes for the same source and time', () => {
    const source = '#set text(font: "Noto Serif SC"); 合同'
    const once = typeset(source, { time: 1_795_478_400_000 }).pdf
    typeset('other')
    expect(Buffer.compare(once, typeset(source, { time: 1_795_478_400_000 }).pdf)).toBe(0)
  })
})

describe('a source', () => {
  it('reads no file of the computer', () => {
    for (const path of ['/etc/hostname', '../../../../etc/hostname', '/../package.json'])
      expect(() => typeset(`#read(${quoted(path)})`)).toThrow('typesetting failed')
  })

  it('loads no package', () => {
    expect(() => typeset('#import "@preview/example:0.1.0": *')).toThrow('typesetting failed')
  })

  it('of more pages than allowed is refused with both numbers', () => {
    expect(() => typeset('#pagebreak()\n'.repeat(9), { maximumPages: 5 })).toThrow(
      expect.objectContaining({ code: 'document.tooManyPages', params: { pages: 10, maximum: 5 } }),
    )
  })
})
