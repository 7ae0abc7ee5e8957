import { cents, subtractCents, type Cents } from './cents.ts'
import { mulDivRound, ONE, rate, type Rate } from './decimal.ts'

/** Value added tax rates on offer, highest first (conventions-cn.md). 免税 is kept apart by its own mark and taxed at 0. */
export const taxRatesOnOffer: readonly Rate[] = [130_000, 90_000, 60_000, 30_000, 10_000, 0].map((scaled) =>
  rate(scaled),
)

/**
 * The tax inside a tax-inclusive amount: net = gross / (1 + rate) rounded half away from zero to the 分, tax = gross - net.
 * Done per line; a document's tax is the sum over its lines. Throws RangeError for a rate of -100 % or below.
 */
export function splitTax(gross: Cents, taxRate: Rate): { net: Cents; tax: Cents } {
  if (taxRate <= -ONE) throw new RangeError(`No amount includes a tax of ${taxRate}`)
  const net = cents(mulDivRound(BigInt(gross), BigInt(ONE), BigInt(ONE + taxRate)))
  return { net, tax: subtractCents(gross, net) }
}
