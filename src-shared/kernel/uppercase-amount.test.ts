import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cents } from './cents.ts'
import { UPPERCASE_LIMIT, uppercaseAmount } from './uppercase-amount.ts'

fc.configureGlobal({ seed: 20_261_124 })

const values: Record<string, bigint> = Object.fromEntries(
  [...'零壹贰叁肆伍陆柒捌玖'].map((digit, at) => [digit, BigInt(at)]),
)
const units: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n }

/**
 * Reads 大写 back to 分, from left to right the way a person does: digits wait for their unit, 万 and 亿 multiply all that was read since the last
 * larger unit. Knows nothing of how the text was made.
 */
function readUppercase(text: string): bigint {
  const body = text.replace(/^人民币/, '')
  const negative = body.startsWith('负')
  let done = 0n
  let section = 0n
  let digit = 0n
  let fen = 0n
  for (const character of negative ? body.slice(1) : body) {
    if (character in values) digit = values[character]!
    else if (character in units) {
      section += digit * units[character]!
      digit = 0n
    } else if (character === '万') {
      section = (section + digit) * 10_000n
      digit = 0n
    } else if (character === '亿') {
      done = (done + section + digit) * 100_000_000n
      section = 0n
      digit = 0n
    } else if (character === '元') {
      fen += (done + section + digit) * 100n
      digit = 0n
    } else if (character === '角') {
      fen += digit * 10n
      digit = 0n
    } else if (character === '分') {
      fen += digit
      digit = 0n
    } else if (character !== '整') throw new Error(`Unread: ${character}`)
  }
  return negative ? -fen : fen
}

const write = (yuan: string): string => uppercaseAmount(cents(BigInt(yuan.replaceAll(/[.,]/g, ''))))

describe('an amount in capitals', () => {
  it.each([
    // The examples of 支付结算办法 附件一 and of conventions-cn.md.
    ['1,409.50', '人民币壹仟肆佰零玖元伍角'],
    ['6,007.14', '人民币陆仟零柒元壹角肆分'],
    ['107,000.53', '人民币壹拾万柒仟元零伍角叁分'],
    ['1,680.32', '人民币壹仟陆佰捌拾元零叁角贰分'],
    ['16,409.02', '人民币壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '人民币叁佰贰拾伍元零肆分'],
    ['0.00', '人民币零元整'],
    // Zeros at every place.
    ['1.00', '人民币壹元整'],
    ['10.00', '人民币壹拾元整'],
    ['11.00', '人民币壹拾壹元整'],
    ['100.00', '人民币壹佰元整'],
    ['101.00', '人民币壹佰零壹元整'],
    ['110.00', '人民币壹佰壹拾元整'],
    ['1,001.00', '人民币壹仟零壹元整'],
    ['1,010.00', '人民币壹仟零壹拾元整'],
    ['10,000.00', '人民币壹万元整'],
    ['10,001.00', '人民币壹万零壹元整'],
    ['10,100.00', '人民币壹万零壹佰元整'],
    ['100,000.00', '人民币壹拾万元整'],
    ['1,000,500.00', '人民币壹佰万零伍佰元整'],
    ['10,000,001.00', '人民币壹仟万零壹元整'],
    ['100,000,000.00', '人民币壹亿元整'],
    ['100,000,001.00', '人民币壹亿零壹元整'],
    ['100,010,000.00', '人民币壹亿零壹万元整'],
    ['110,000,000.00', '人民币壹亿壹仟万元整'],
    ['1,000,000,000,000.00', '人民币壹万亿元整'],
    ['1,000,100,000,000.00', '人民币壹万零壹亿元整'],
    ['1,000,000,000,001.00', '人民币壹万亿零壹元整'],
    // Under one 元, and the ends of the scale.
    ['0.01', '人民币壹分'],
    ['0.10', '人民币壹角'],
    ['0.11', '人民币壹角壹分'],
    ['10.05', '人民币壹拾元零伍分'],
    ['10.50', '人民币壹拾元零伍角'],
    ['-0.50', '人民币负伍角'],
    ['-1,409.50', '人民币负壹仟肆佰零玖元伍角'],
    ['9,999,999,999,999.99', '人民币玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('¥%s is %s', (yuan, text) => {
    expect(write(yuan)).toBe(text)
  })

  const anyAmount = fc.integer({ min: -UPPERCASE_LIMIT, max: UPPERCASE_LIMIT })
  /** Amounts with zeros in most places, where the rules of 零 bite. */
  const sparseAmount = fc
    .array(
      fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) }),
      {
        minLength: 1,
        maxLength: 15,
      },
    )
    .map((digits) => Number(digits.join('')))
  const amounts = fc.oneof(anyAmount, sparseAmount)

  it('is read back to the same amount by an independent reader', () => {
    fc.assert(
      fc.property(amounts, (fen) => {
        expect(readUppercase(uppercaseAmount(cents(fen)))).toBe(BigInt(fen))
      }),
      { numRuns: 5000 },
    )
  })

  it('never shows two 零 together, nor one before a unit, and ends in 整 exactly when whole', () => {
    fc.assert(
      fc.property(amounts, (fen) => {
        const text = uppercaseAmount(cents(fen))
        expect(text).not.toMatch(/零零|零[拾佰仟万亿角分整]|零$/)
        expect(text.includes('零元')).toBe(fen === 0)
        expect(text.endsWith('整')).toBe(fen % 100 === 0)
        expect(text.endsWith('分')).toBe(fen % 10 !== 0)
      }),
      { numRuns: 5000 },
    )
  })

  it('says 零 wherever a gap of zeros has a digit on both sides and no unit closes it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 2, max: 12 }),
        (high, low, place) => {
          const text = uppercaseAmount(cents(100 * (high * 10 ** place + low)))
          expect(text.match(/零/g)).toHaveLength(1)
        },
      ),
    )
  })

  it('goes no further than ¥9,999,999,999,999.99', () => {
    expect(() => uppercaseAmount(cents(UPPERCASE_LIMIT + 1))).toThrow(RangeError)
    expect(() => uppercaseAmount(cents(-UPPERCASE_LIMIT - 1))).toThrow(RangeError)
  })
})
