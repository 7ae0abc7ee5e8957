import { lineAmount, sumCents, ZERO_CENTS, type Cents } from '../kernel/cents.ts'
import type { Quantity, Rate, UnitPrice } from '../kernel/decimal.ts'
import { splitTax } from '../kernel/tax.ts'

export interface PricedLine {
  quantity: Quantity
  /** Tax-inclusive, 元 per unit. */
  unitPrice: UnitPrice
  taxRate: Rate
}

export interface Amounts {
  /** Tax-inclusive, 分. */
  amount: Cents
  netAmount: Cents
  taxAmount: Cents
}

/** A line's amounts: price × quantity rounded to the cent, net and tax split from it (conventions-cn.md, Money). */
export function lineAmounts({ quantity, unitPrice, taxRate }: PricedLine): Amounts {
  return grossAmounts(lineAmount(unitPrice, quantity), taxRate)
}

/** Amounts of a total that is entered tax-inclusive; without a rate there is no tax in it. */
export function grossAmounts(amount: Cents | null, taxRate: Rate | null): Amounts {
  const gross = amount ?? ZERO_CENTS
  const { net, tax } = splitTax(gross, taxRate ?? (0 as Rate))
  return { amount: gross, netAmount: net, taxAmount: tax }
}

/** The document's amounts: the sums of the rounded lines. */
export function totalAmounts(lines: readonly Amounts[]): Amounts {
  return {
    amount: sumCents(lines.map((line) => line.amount)),
    netAmount: sumCents(lines.map((line) => line.netAmount)),
    taxAmount: sumCents(lines.map((line) => line.taxAmount)),
  }
}
