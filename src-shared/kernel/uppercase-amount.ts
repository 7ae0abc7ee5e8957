import type { Cents } from './cents.ts'

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']

/** The largest amount that is written out: ¥9,999,999,999,999.99. */
export const UPPERCASE_LIMIT = 9_999_999_999_999_99

/**
 * Amount in 分 → 人民币大写 (支付结算办法 附件一). ¥1,409.50 is 人民币壹仟肆佰零玖元伍角; whole 元 end in 整; a 零 stands before 角 when
 * the last 元 digit is zero, and before 分 when there are no 角. Negative amounts begin with 人民币负.
 * Throws RangeError past 9_999_999_999_999_99.
 */
export function uppercaseAmount(amount: Cents): string {
  const size = Math.abs(amount)
  if (!Number.isSafeInteger(amount) || size > UPPERCASE_LIMIT)
    throw new RangeError(`${amount} 分 cannot be written in capitals`)
  const yuan = Math.floor(size / 100)
  return `人民币${amount < 0 ? '负' : ''}${yuan === 0 ? '' : `${readWhole(yuan)}元`}${readFraction(yuan, size % 100)}`
}

function readFraction(yuan: number, fen: number): string {
  if (fen === 0) return yuan === 0 ? '零元整' : '整'
  const jiao = Math.floor(fen / 10)
  const rest = fen % 10
  const zeroBefore = yuan > 0 && (jiao === 0 || yuan % 10 === 0) ? '零' : ''
  return `${zeroBefore}${jiao === 0 ? '' : `${digits[jiao]}角`}${rest === 0 ? '' : `${digits[rest]}分`}`
}

function readWhole(value: number): string {
  if (value >= 1e8) return `${readWhole(Math.floor(value / 1e8))}亿${readRest(value % 1e8, 1e7)}`
  if (value >= 1e4) return `${readWhole(Math.floor(value / 1e4))}万${readRest(value % 1e4, 1e3)}`
  let text = ''
  let pendingZero = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) {
      pendingZero = text !== ''
      continue
    }
    text += `${pendingZero ? '零' : ''}${digits[digit]}${places[place]}`
    pendingZero = false
  }
  return text
}

/** What follows 亿 or 万: with a 零 when its leading place is empty. */
function readRest(rest: number, leading: number): string {
  if (rest === 0) return ''
  return `${rest < leading ? '零' : ''}${readWhole(rest)}`
}
