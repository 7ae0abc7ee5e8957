import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakable } from './beside.ts'

describe('text in pieces', () => {
  it('is the same text when put together', () => {
    expect(() =>
      assert(property(string({ unit: 'grapheme' }), (text) => breakable(text).join('') === text)),
    ).not.toThrow()
  })

  it('parts between Chinese characters and between words, not inside them', () => {
    expect(breakable('采购 PLC 控制器')).toEqual(['采', '购 ', 'PLC ', '控', '制', '器'])
  })

  it('begins no piece with a closing sign and ends none with an opening one', () => {
    expect(breakable('甲方（买方）：“同意”。')).toEqual(['甲', '方', '（买', '方）：', '“同', '意”。'])
    expect(breakable('总价¥1,200.00元')).toEqual(['总', '价', '¥1,200.00', '元'])
  })
})
