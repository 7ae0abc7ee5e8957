import { describe, expect, it } from 'vitest'
import { Refusal } from '../kernel/refusal.ts'
import { capitalNumber, chineseNumber, circledNumber, letterNumber, romanNumber } from './chinese-numerals.ts'
import { evaluate, readOwn } from './evaluate.ts'
import { parseExpression } from './expression.ts'
import { formatterNames, formatters } from './formatters.ts'
import { text } from './values.ts'

const format = (value: unknown, pipe: string) =>
  text(evaluate(parseExpression(`v | ${pipe}`), { read: (path) => readOwn({ v: value }, path), missing: () => null }))

describe('formatters', () => {
  it.each([
    ['1409.5', '大写', '人民币壹仟肆佰零玖元伍角'],
    [6007.14, 'uppercase', '人民币陆仟零柒元壹角肆分'],
    ['1234567.005', '金额', '1,234,567.01'],
    ['-1234.5', '金额 "¥"', '-¥1,234.50'],
    [0, '金额', '0.00'],
    ['1,234.5', '金额', '1,234.50'],
    ['0.035', '单价', '0.035'],
    ['1280', '单价', '1,280.00'],
    ['1234567.89', '万元', '123.456789'],
    ['1234567.89', '万元 2', '123.46'],
    ['1234567890', '万元 2', '123,456.79'],
    ['2026-11-24', '日期', '2026年11月24日'],
    ['2026-01-05', '日期 "yyyy-MM-dd"', '2026-01-05'],
    ['2026-01-05', '日期 "YYYY年MM月DD日"', '2026年01月05日'],
    ['2026/1/5', 'date "yy.M.d"', '26.1.5'],
    ['2026-11-24', '中文日期', '二〇二六年十一月二十四日'],
    ['2010-10-10', '中文日期', '二〇一〇年十月十日'],
    ['2026-01-31', '加月 1 | 日期', '2026年2月28日'],
    ['2026-12-31', '加天 1 | 日期', '2027年1月1日'],
    ['2026-12-31', '加天 -1', '2026-12-30'],
    ['12.500', '数量', '12.5'],
    ['1200', '数量', '1,200'],
    ['12.5', '数量 2', '12.50'],
    ['0.13', '百分比', '13%'],
    ['0.0005', '百分比', '0.05%'],
    ['0.33333', '百分比 2', '33.33%'],
    ['0.0005', '千分比', '0.5‰'],
    ['2.345', '保留小数 2', '2.35'],
    ['-2.345', 'round 2', '-2.35'],
    [105, '中文数字', '一百零五'],
    [3, '序号', '三'],
    [3, '序号 "（一）"', '（三）'],
    [12, '序号 "第1期"', '第12期'],
    [2, '序号 "①"', '②'],
    [2, '序号 "A."', 'B.'],
    [4, '序号 "I"', 'IV'],
    [2, '序号 "壹"', '贰'],
    [null, '默认 "—"', '—'],
    ['', '默认 "—"', '—'],
    ['x', '默认 "—"', 'x'],
    ['𠮷野家电', '截取 2', '𠮷野'],
    ['甲乙丙丁', '截取 2 3', '乙丙'],
    [7, '补零 3', '007'],
    ['ab', '大写字母', 'AB'],
    ['甲 乙　丙', '去空格', '甲乙丙'],
    [['甲', '乙'], '换行连接', '甲\n乙'],
    [['甲', 1], '连接', '甲、1'],
    [['甲', '乙'], 'join "/"', '甲/乙'],
    [[1, 2, 3], '条数', '3'],
    [[{ a: '0.1' }, { a: '0.2' }, { b: 1 }], '合计 "a"', '0.3'],
    [true, '是否', '是'],
    [false, '是否 "含" "不含"', '不含'],
    [false, '勾选', '☐'],
    [true, '勾选', '☑'],
  ])('%j | %s is %s', (value, pipe, expected) => {
    expect(format(value, pipe)).toBe(expected)
  })

  it.each(formatterNames.filter((name) => !formatters[name]!.takesNothing))('%s leaves nothing empty', (name) => {
    expect(format(null, `${name} 1`)).toBe('')
    expect(format('', `${name} 1`)).toBe('')
  })

  it.each([
    ['x', '金额'],
    [true, '金额'],
    [[1], '金额'],
    ['99999999999999999', '大写'],
    ['2026-02-30', '日期'],
    ['x', '中文数字'],
    ['1.5', '中文数字'],
    ['-1', '中文数字'],
    ['x', '连接'],
    [[{ a: 1 }], '连接'],
    ['0', '序号'],
    ['1', '序号 "xyz"'],
    ['1', '补零 99'],
    ['1', '截取 "x"'],
    ['2026-01-01', '加天 1000000'],
  ])('%j | %s is refused as of the wrong kind', (value, pipe) => {
    expect(() => format(value, pipe)).toThrow(expect.objectContaining({ code: 'template.wrongType' }) as Refusal)
  })
})

describe('Chinese and other numerals', () => {
  it('reads like people say it', () => {
    expect([0, 1, 10, 11, 20, 21, 100, 101, 110, 115, 1000, 1001, 1010, 1100].map(chineseNumber)).toEqual(
      '零 一 十 十一 二十 二十一 一百 一百零一 一百一十 一百一十五 一千 一千零一 一千零一十 一千一百'.split(' '),
    )
    expect([10_000, 10_001, 100_000, 1_001_000, 100_000_000, 100_000_001, 999_999_999_999].map(chineseNumber)).toEqual(
      '一万 一万零一 十万 一百万一千 一亿 一亿零一 九千九百九十九亿九千九百九十九万九千九百九十九'.split(' '),
    )
    expect(() => chineseNumber(1.5)).toThrow(RangeError)
  })

  it('counts in capitals, circles, letters and Roman numerals', () => {
    expect([1, 12, 20].map(capitalNumber)).toEqual(['壹', '壹拾贰', '贰拾'])
    expect([1, 20, 21, 35, 36, 50, 51].map(circledNumber)).toEqual(['①', '⑳', '㉑', '㉟', '㊱', '㊿', '(51)'])
    expect([1, 26, 27, 702].map(letterNumber)).toEqual(['A', 'Z', 'AA', 'ZZ'])
    expect([1, 4, 9, 1994, 4000].map(romanNumber)).toEqual(['I', 'IV', 'IX', 'MCMXCIV', '4000'])
  })
})
