import { unitPrice, rate } from '../../src-shared/kernel/decimal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { pinyinKeys } from '../../src-shared/kernel/pinyin.ts'
import { officeHour, workingDay, type Day } from './calendar.ts'
import { Random, stream } from './random.ts'
import { stamp, WorldIds, type WorldRows } from './world-rows.ts'
import { productKinds, type ProductKind } from './words/product-words.ts'

export interface Product {
  row: WorldRows['products']
  kind: ProductKind
}

/** One product by its index; kinds come in turn, so that every catalogue has goods and services. */
export function productAt(seed: number, index: number, firstDay: Day, createdBy: Id<'User'>): Product {
  const random = new Random(seed, stream.product, index)
  const kind = productKinds[(index * 37) % productKinds.length]!
  const instant = officeHour(workingDay(firstDay), random)
  const [from, to] = kind.price
  // Evenly over the orders of magnitude, and as prices look: three significant digits, then a nine or a zero.
  const price = roundPrice(Math.exp(random.between(Math.log(from), Math.log(to))))
  return {
    kind,
    row: {
      id: new WorldIds(stream.product, index, random).next<'Product'>(instant),
      ...stamp(instant, createdBy),
      code: `${kind.code}-${String(index + 1).padStart(5, '0')}`,
      name: kind.name,
      specification: kind.model.replace(
        '#',
        String(random.pick([4, 6, 8, 10, 12, 16, 20, 25, 32, 40, 50, 63, 80, 100])),
      ),
      unit: kind.unit,
      unitPrice: unitPrice(price * 10_000),
      taxRate: rate(kind.taxRate),
      category: kind.category,
      sortKey: pinyinKeys(kind.name, 'company').sort,
      active: !random.chance(0.03),
      notes: '',
    },
  }
}

/** 元 → 分, rounded to three significant digits (two below 10 元). */
function roundPrice(yuan: number): number {
  const fen = yuan * 100
  const step = 10 ** Math.max(0, Math.floor(Math.log10(fen)) - 2)
  return Math.max(1, Math.round(fen / step) * step)
}
