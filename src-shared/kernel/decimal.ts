import type { Brand } from './brand.ts'
import { halfWidth, readNumber, toScale } from './read-number.ts'
import { refuse } from './refusal.ts'

/** How many of something, ×10^6: 12.5 t is 12_500_000. */
export type Quantity = Brand<number, 'Quantity'>
/** 元 per unit, ×10^6. */
export type UnitPrice = Brand<number, 'UnitPrice'>
/** A share of one, ×10^6: 13 % is 130_000. */
export type Rate = Brand<number, 'Rate'>

/** Decimals kept of quantities, prices and rates. */
export const DECIMAL_PLACES = 6
/** One whole unit of a Quantity, UnitPrice or Rate. */
export const ONE = 1_000_000

/** `a × b / divisor`, rounded half away from zero, exact in between. Throws RangeError when the divisor is zero. */
export function mulDivRound(a: bigint, b: bigint, divisor: bigint): bigint {
  const product = a * b
  const sign = product < 0n !== divisor < 0n ? -1n : 1n
  const over = product < 0n ? -product : product
  const under = divisor < 0n ? -divisor : divisor
  return (sign * (2n * over + under)) / (2n * under)
}

/** The integer as a number. Throws RangeError past Number.MAX_SAFE_INTEGER, where numbers stop being exact. */
export function safeInteger(value: bigint | number, what: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${what} ${value} is no safe integer`)
  // -0 would be unequal to 0 in a comparison by Object.is.
  return number + 0
}

/** Takes scaled integers (from the database or from arithmetic). Throws RangeError when it is no safe integer. */
export const quantity = (scaled: number | bigint): Quantity => safeInteger(scaled, 'Quantity') as Quantity
export const unitPrice = (scaled: number | bigint): UnitPrice => safeInteger(scaled, 'UnitPrice') as UnitPrice
export const rate = (scaled: number | bigint): Rate => safeInteger(scaled, 'Rate') as Rate

/** `12.5` → Quantity. Refuses `quantity.notANumber`, `.tooManyDecimals` (over 6), `.tooLarge`. */
export const parseQuantity = (text: string): Quantity => parseScaled(text, text, 'quantity', 0) as Quantity

/** 元 per unit: `1,280`, `¥0.035`. Refuses `unitPrice.notANumber`, `.tooManyDecimals` (over 6), `.tooLarge`. */
export function parseUnitPrice(text: string): UnitPrice {
  const bare = halfWidth(text)
    .replace(/^([+-]?)[¥￥]/u, '$1')
    .replace(/元$/u, '')
  return parseScaled(bare, text, 'unitPrice', 0) as UnitPrice
}

/**
 * `13%`, `0.5‰` or the bare fraction `0.13` → Rate. Refuses `rate.notANumber`, `.tooManyDecimals`, `.tooLarge`, and
 * `rate.needsPercent` for a bare number of 1 or more: `3` may mean 3 % or 300 %.
 */
export function parseRate(text: string): Rate {
  const half = halfWidth(text)
  const mark = half.at(-1)
  if (mark === '%') return parseScaled(half.slice(0, -1), text, 'rate', 2) as Rate
  if (mark === '‰') return parseScaled(half.slice(0, -1), text, 'rate', 3) as Rate
  const value = parseScaled(half, text, 'rate', 0)
  if (Math.abs(value) >= ONE) throw refuse('rate.needsPercent', { text })
  return value as Rate
}

/** 12_500_000 → `12.5`: no more decimals than needed, no thousands separators. */
export const formatQuantity = (value: Quantity): string => formatScaled(value, DECIMAL_PLACES)

/** `1280` or `0.035`, in 元: at least two decimals once there are any (`0.50`). */
export function formatUnitPrice(value: UnitPrice): string {
  const text = formatScaled(value, DECIMAL_PLACES)
  return /\.\d$/.test(text) ? `${text}0` : text
}

/** 130_000 → `13%`. */
export const formatRate = (value: Rate): string => `${formatScaled(value, DECIMAL_PLACES - 2)}%`

/** Sum, exact. Throws RangeError past the safe integers. */
export function addQuantity(a: Quantity, b: Quantity): Quantity {
  return quantity(BigInt(a) + BigInt(b))
}

/** Difference, exact; may be negative. */
export function subtractQuantity(a: Quantity, b: Quantity): Quantity {
  return quantity(BigInt(a) - BigInt(b))
}

/** A share of a quantity (an allowance of 5 % on 200 t is 10 t), rounded half away from zero to the sixth decimal. */
export function rateOfQuantity(q: Quantity, share: Rate): Quantity {
  return quantity(mulDivRound(BigInt(q), BigInt(share), BigInt(ONE)))
}

/** `part / whole` as a rate, rounded half away from zero to the sixth decimal; undefined when the whole is zero. */
export function rateOf(part: number, whole: number): Rate | undefined {
  if (whole === 0) return undefined
  return rate(mulDivRound(BigInt(part), BigInt(ONE), BigInt(whole)))
}

/** `text` is what is read, `shown` what the user typed, `shift` how many places the mark behind it moves the point. */
function parseScaled(text: string, shown: string, what: string, shift: number): number {
  const number = readNumber(text)
  if (number === undefined) throw refuse(`${what}.notANumber`, { text: shown })
  const scaled = toScale({ units: number.units, decimals: number.decimals + shift }, DECIMAL_PLACES)
  if (scaled === undefined) throw refuse(`${what}.tooManyDecimals`, { text: shown, decimals: DECIMAL_PLACES - shift })
  if (!Number.isSafeInteger(Number(scaled))) throw refuse(`${what}.tooLarge`, { text: shown })
  return Number(scaled)
}

function formatScaled(scaled: number, places: number): string {
  const digits = Math.abs(scaled)
    .toString()
    .padStart(places + 1, '0')
  const fraction = digits.slice(-places).replace(/0+$/, '')
  return `${scaled < 0 ? '-' : ''}${digits.slice(0, -places)}${fraction === '' ? '' : `.${fraction}`}`
}
