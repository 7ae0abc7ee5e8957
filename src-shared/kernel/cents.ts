import type { Brand } from './brand.ts'
import { mulDivRound, ONE, safeInteger, type Quantity, type Rate, type UnitPrice } from './decimal.ts'
import { groupThousands, halfWidth, readNumber, toScale } from './read-number.ts'
import { refuse } from './refusal.ts'

/** Money in 分, a safe integer: ¥1.00 is 100. */
export type Cents = Brand<number, 'Cents'>

/** Throws RangeError when it is no safe integer. */
export const cents = (fen: number | bigint): Cents => safeInteger(fen, 'Cents') as Cents

export const ZERO_CENTS = cents(0)

const unitPlaces: Record<string, number> = { '': 0, 万: 4, 亿: 8 }
const money = /^(?<sign>[+-]?)(?:人民币|RMB|CNY)?[¥￥]?(?<inner>[+-]?)(?<number>[\d.,]+)(?<unit>[万亿]?)[元圆]?整?$/iu

/**
 * What people type for money: `1234.5`, `1,234.50`, `¥-3`, `１２元`, `50万`, `1.2亿元`, and `(1,234.50)` for a negative amount.
 * Refuses `money.notAnAmount`, `money.tooManyDecimals` (a fraction of a 分 remains) and `money.tooLarge`.
 */
export function parseCents(text: string): Cents {
  const half = halfWidth(text)
  const bracketed = /^\((.*)\)$/.exec(half)
  const parts = money.exec(bracketed?.[1] ?? half)?.groups
  const number = parts === undefined ? undefined : readNumber(parts['number']!)
  const signs = `${parts?.['sign'] ?? ''}${parts?.['inner'] ?? ''}${bracketed === null ? '' : '-'}`
  if (number === undefined || signs.length > 1) throw refuse('money.notAnAmount', { text })
  const yuan = { units: number.units * 10n ** BigInt(unitPlaces[parts!['unit']!]!), decimals: number.decimals }
  const fen = toScale(yuan, 2)
  if (fen === undefined) throw refuse('money.tooManyDecimals', { text })
  if (!Number.isSafeInteger(Number(fen))) throw refuse('money.tooLarge', { text })
  return cents(signs === '-' ? -fen : fen)
}

/** 123450 → `1,234.50`. */
export function formatCents(amount: Cents): string {
  return formatPlaces(BigInt(amount))
}

/** 123450 → `¥1,234.50`, -300 → `-¥3.00`. */
export function formatYuan(amount: Cents): string {
  return `${amount < 0 ? '-' : ''}¥${formatPlaces(BigInt(Math.abs(amount)))}`
}

export function addCents(a: Cents, b: Cents): Cents {
  return cents(BigInt(a) + BigInt(b))
}

export function subtractCents(a: Cents, b: Cents): Cents {
  return cents(BigInt(a) - BigInt(b))
}

export function negateCents(amount: Cents): Cents {
  return cents(-BigInt(amount))
}

/** Exact sum; 0 for none. Throws RangeError when the sum itself is past the safe integers. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let sum = 0n
  for (const amount of amounts) sum += BigInt(amount)
  return cents(sum)
}

/** Price × quantity, rounded half away from zero to the 分: the amount of one line. A document's total is the sum of these. */
export function lineAmount(price: UnitPrice, quantity: Quantity): Cents {
  // 元×10^6 × units×10^6 is 元×10^12, that is 分×10^10.
  return cents(mulDivRound(BigInt(price), BigInt(quantity), 10_000_000_000n))
}

/** A share of an amount, rounded half away from zero to the 分. */
export function applyRate(amount: Cents, share: Rate): Cents {
  return cents(mulDivRound(BigInt(amount), BigInt(share), BigInt(ONE)))
}

/**
 * Splits a total by weights (non-negative integers such as Cents, Quantity or Rate) so that the parts sum to it exactly: each part is
 * within one 分 of its exact share, left-over 分 go to the largest remainders, ties to the earlier part. Throws RangeError when the weights sum to
 * zero (nothing to split over) or one is negative.
 */
export function allocateCents(total: Cents, weights: readonly number[]): Cents[] {
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0))
    throw new RangeError('Weights are non-negative safe integers')
  const sum = weights.reduce((so, weight) => so + BigInt(weight), 0n)
  if (sum === 0n) throw new RangeError('Weights sum to zero')
  const size = BigInt(Math.abs(total))
  const shares = weights.map((weight, index) => {
    const exact = size * BigInt(weight)
    return { index, part: exact / sum, remainder: exact % sum }
  })
  let left = size - shares.reduce((so, { part }) => so + part, 0n)
  const byRemainder = shares.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  )
  for (const share of byRemainder) {
    if (left === 0n) break
    share.part += 1n
    left -= 1n
  }
  return shares.map(({ part }) => cents(total < 0 ? -part : part))
}

function formatPlaces(hundredths: bigint): string {
  const size = hundredths < 0n ? -hundredths : hundredths
  return `${hundredths < 0n ? '-' : ''}${groupThousands(size / 100n)}.${(size % 100n).toString().padStart(2, '0')}`
}
