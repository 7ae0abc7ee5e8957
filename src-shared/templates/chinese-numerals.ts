const digits = '零一二三四五六七八九'
const yearDigits = '〇一二三四五六七八九'

/** The largest number that is written in words: 9999亿9999万9999. */
export const CHINESE_NUMBER_LIMIT = 999_999_999_999

/** 105 → 一百零五, 10 → 十, 20_000 → 二万. Throws RangeError unless it is an integer from 0 to CHINESE_NUMBER_LIMIT. */
export function chineseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > CHINESE_NUMBER_LIMIT) throw new RangeError(`${n} in Chinese words`)
  if (n === 0) return digits[0]!
  const words = whole(n)
  return words.startsWith('一十') ? words.slice(1) : words
}

function whole(n: number): string {
  for (const [unit, name] of [
    [1e8, '亿'],
    [1e4, '万'],
  ] as const) {
    if (n < unit) continue
    const rest = n % unit
    return `${whole(Math.floor(n / unit))}${name}${rest === 0 ? '' : `${rest < unit / 10 ? '零' : ''}${whole(rest)}`}`
  }
  let text = ''
  let pendingZero = false
  for (const [i, place] of ['千', '百', '十', ''].entries()) {
    const digit = Math.floor(n / 10 ** (3 - i)) % 10
    if (digit === 0) {
      pendingZero = text !== ''
      continue
    }
    text += `${pendingZero ? '零' : ''}${digits[digit]}${place}`
    pendingZero = false
  }
  return text
}

/** 2026 → 二〇二六. */
export function chineseDigits(text: string): string {
  return text.replaceAll(/\d/g, (digit) => yearDigits[Number(digit)]!)
}

const capitals = '零壹贰叁肆伍陆柒捌玖'

/** 1 → 壹, 12 → 壹拾贰: ordinals as formal documents write them. */
export function capitalNumber(n: number): string {
  return whole(n).replaceAll(/[一二三四五六七八九十百千]/g, (c) => {
    const digit = digits.indexOf(c)
    return digit > 0 ? capitals[digit]! : { 十: '拾', 百: '佰', 千: '仟' }[c]!
  })
}

/** 1 → ①, up to ㊿; beyond that in brackets. */
export function circledNumber(n: number): string {
  if (n >= 1 && n <= 20) return String.fromCodePoint(0x245f + n)
  if (n >= 21 && n <= 35) return String.fromCodePoint(0x3250 + n - 20)
  if (n >= 36 && n <= 50) return String.fromCodePoint(0x32b0 + n - 35)
  return `(${n})`
}

/** 1 → A, 27 → AA. */
export function letterNumber(n: number): string {
  let text = ''
  for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text
  return text
}

/** 1 → I, 4 → IV; up to 3999, digits beyond. */
export function romanNumber(n: number): string {
  if (n < 1 || n > 3999) return String(n)
  const numerals: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = n
  let text = ''
  for (const [value, numeral] of numerals) {
    while (rest >= value) {
      text += numeral
      rest -= value
    }
  }
  return text
}
