import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { companyNameKey } from './company-name.ts'

fc.configureGlobal({ seed: 20_261_124 })

describe('two spellings of one company', () => {
  it.each([
    ['华为技术有限公司', '华为技术（深圳）有限公司'],
    ['华为技术有限公司', '华为技术(深圳)股份有限公司'],
    ['中国石油股份有限公司', '中国石油'],
    ['海尔集团', '海尔（集团）公司'],
    ['海尔集团有限责任公司', '海 尔 集 团'],
    ['ＡＢＣ贸易有限公司', 'abc贸易'],
    ['Acme Co., Ltd.', 'ACME CO.,LTD'],
    ['Acme Trading Limited', 'Acme-Trading (Shanghai) Inc.'],
    ['天健会计师事务所（特殊普通合伙）', '天健会计师事务所'],
    ['上海·老字号公司', '上海老字号有限公司'],
  ])('%s and %s have one key', (a, b) => {
    expect(companyNameKey(a)).toBe(companyNameKey(b))
  })

  it.each([
    ['华为技术有限公司', '华为终端有限公司'],
    ['中国移动通信集团有限公司', '中国移动通信集团有限公司上海分公司'],
    ['北京金山软件有限公司', '珠海金山软件有限公司'],
    ['有限公司', '集团公司'],
    ['Income Partners Ltd', 'Partners Ltd'],
  ])('%s and %s are two', (a, b) => {
    expect(companyNameKey(a)).not.toBe(companyNameKey(b))
  })
})

describe('the key of a company name', () => {
  const piece = fc.constantFrom(
    '华为',
    '技术',
    '有限',
    '公司',
    '股份',
    '集团',
    '（',
    '）',
    '(',
    ')',
    '分',
    '总',
    ' ',
    'Co.',
    'Ltd',
    'ａ',
    '深圳',
    '责任',
  )
  const name = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''))

  it('is its own key, and begins with what a company is called', () => {
    fc.assert(
      fc.property(name, (text) => {
        const key = companyNameKey(`海尔${text}`)
        expect(key.startsWith('海尔')).toBe(true)
        expect(companyNameKey(key)).toBe(key)
      }),
    )
  })

  it('is the same with another legal form behind it', () => {
    const form = fc.constantFrom(
      '有限公司',
      '股份有限公司',
      '集团有限责任公司',
      '（集团）公司',
      '（上海）有限公司',
      ' Co., Ltd.',
    )
    fc.assert(
      fc.property(form, form, (a, b) => {
        expect(companyNameKey(`海尔智家${a}`)).toBe(companyNameKey(`海尔智家${b}`))
      }),
    )
  })

  it('does not depend on width, case, spaces and punctuation', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(companyNameKey(text.toUpperCase().normalize('NFKC'))).toBe(companyNameKey(text))
        expect(companyNameKey(` ${text}。`)).toBe(companyNameKey(text))
      }),
    )
  })

  it('is never empty while the name has a letter', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(companyNameKey(text) === '').toBe(!/[\p{L}\p{N}]/u.test(text))
      }),
    )
  })
})
