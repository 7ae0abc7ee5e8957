import { lineAmount, sumCents, type Cents } from '../kernel/cents.ts'
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
  const amount = lineAmount(unitPrice, quantity)
  const { net, tax } = splitTax(amount, taxRate)
  return { amount, netAmount: net, taxAmount: tax }
}

/** The document's amounts: the sums of the rounded lines. */
export function totalAmounts(lines: readonly Amounts[]): Amounts {
  return {
    amount: sumCents(lines.map((line) => line.amount)),
    netAmount: sumCents(lines.map((line) => line.netAmount)),
    taxAmount: sumCents(lines.map((line) => line.taxAmount)),
  }
}
