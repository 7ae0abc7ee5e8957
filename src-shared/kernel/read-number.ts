/** An exact decimal number: `units / 10^decimals`. */
export interface ExactNumber {
  units: bigint
  decimals: number
}

const plain = /^(?<sign>[+-]?)(?<whole>\d+|\d{1,3}(?:,\d{3})+)?(?:\.(?<fraction>\d+))?$/

/** Full-width to half-width, all kinds of minus to `-`, white space away: the form in which numbers people type are read. */
export function halfWidth(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u2212\u2012\u2013\u2014\uFE63]/g, '-')
    .replaceAll(/\s+/gu, '')
}

/**
 * Reads `1234.5`, `1,234.50`, `-.5`, `１，２３４` exactly; undefined when the text is not such a number. Thousands separators must
 * stand where they belong, so that `1,5` (a comma for a point) is not taken for 15.
 */
export function readNumber(text: string): ExactNumber | undefined {
  const parts = plain.exec(halfWidth(text))?.groups
  if (parts === undefined) return undefined
  const whole = parts['whole']?.replaceAll(',', '')
  const fraction = parts['fraction']
  if (whole === undefined && fraction === undefined) return undefined
  const units = BigInt((whole ?? '') + (fraction ?? ''))
  return { units: parts['sign'] === '-' ? -units : units, decimals: fraction?.length ?? 0 }
}

/** The number in units of 10^-scale, or undefined when it has more decimals than that (trailing zeros aside). */
export function toScale(number: ExactNumber, scale: number): bigint | undefined {
  if (number.decimals <= scale) return number.units * 10n ** BigInt(scale - number.decimals)
  const divisor = 10n ** BigInt(number.decimals - scale)
  return number.units % divisor === 0n ? number.units / divisor : undefined
}

/** Whole digits in groups of three: 1234567 → `1,234,567`. */
export function groupThousands(whole: bigint): string {
  return whole.toString().replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
}
