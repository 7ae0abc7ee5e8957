import { formatUnitPrice, type UnitPrice } from '../../src-shared/kernel/decimal.ts'
import { groupThousands } from '../../src-shared/kernel/read-number.ts'

/** A unit price for reading: `¥45,000.00`, `¥0.035`; at least two decimals, so that prices line up in a column. */
export function priceText(price: UnitPrice): string {
  const [whole = '0', fraction = ''] = formatUnitPrice(price).replace(/^-/, '').split('.')
  return `${price < 0 ? '-' : ''}¥${groupThousands(BigInt(whole))}.${fraction.padEnd(2, '0')}`
}
