import { allocateCents, cents, type Cents } from '../../src-shared/kernel/cents.ts'
import { quantity, rate, unitPrice, type Quantity, type Rate, type UnitPrice } from '../../src-shared/kernel/decimal.ts'
import { lineAmounts } from '../../src-shared/contracts/contract-amounts.ts'
import type { DueEvent } from '../../src-shared/contracts/payment-plan.ts'
import type { Market } from './market.ts'
import type { Product } from './products.ts'
import type { Random } from './random.ts'

/** A line before it has an id. */
export interface LineTerms {
  product: Product
  quantity: Quantity
  unitPrice: UnitPrice
  taxRate: Rate
  amount: Cents
  netAmount: Cents
  taxAmount: Cents
}

/** An instalment before it has an id: due so many days after an event, or on a day counted from signing. */
export interface InstalmentTerms {
  name: string
  condition: string
  share: Rate
  amount: Cents
  event: DueEvent | null
  /** After the event, or after signing when there is none. */
  days: number
}

/** Median of a contract's tax-inclusive total, 元; the largest party deals in amounts some times that. */
const MEDIAN_AMOUNT = 86_000
const SPREAD = 1.1

/** Products, quantities and prices of one deal. `place` is the party's rank among all, 0 to 1; what we buy costs less than what we sell it for. */
export function drawLines(
  market: Market,
  random: Random,
  { isSale, place, wantsService }: { isSale: boolean; place: number; wantsService: boolean },
): LineTerms[] {
  const total = random.logNormal(MEDIAN_AMOUNT, SPREAD) * (0.8 + 1.7 / (1 + 60 * place))
  const count = wantsService
    ? 1
    : random.weighted([
        [1, 22],
        [2, 26],
        [3, 22],
        [4, 14],
        [5, 9],
        [8, 5],
        [12, 2],
      ])
  const lines: LineTerms[] = []
  const taken = new Set<number>()
  for (let i = 0; i < count; i++) {
    const index = drawProduct(market, random, wantsService)
    if (taken.has(index)) continue
    taken.add(index)
    const product = market.product(index)
    const list = product.row.unitPrice
    const factor = isSale ? random.between(0.86, 1.06) : random.between(0.6, 0.8)
    // To the 分, and never nothing.
    const price = unitPrice(Math.max(1, Math.round((list * factor) / 10_000)) * 10_000)
    const ordered = drawQuantity(random, product, total / count / (price / 1e6))
    const terms = { quantity: ordered, unitPrice: price, taxRate: product.row.taxRate }
    lines.push({ product, ...terms, ...lineAmounts(terms) })
  }
  return lines
}

/** A few products make most of the business. Services are looked for among the next ones of the catalogue. */
function drawProduct(market: Market, random: Random, wantsService: boolean): number {
  const all = market.size.products
  const first = random.rank(all)
  for (let step = 0; step < Math.min(all, 80); step++) {
    const index = (first + step) % all
    if (market.product(index).kind.service === wantsService) return index
  }
  return first
}

/** As people order: whole pieces in round numbers, weights and lengths with a decimal or two. */
function drawQuantity(random: Random, { kind }: Product, wanted: number): Quantity {
  const drawn = Math.max(wanted * random.between(0.5, 1.6), 0.01)
  if (!kind.whole) return quantity(Math.max(1, Math.round(drawn * 100)) * 10_000)
  const step = drawn >= 2000 ? 100 : drawn >= 200 ? 10 : drawn >= 30 ? 5 : 1
  return quantity(Math.max(1, Math.round(drawn / step) * step) * 1_000_000)
}

type Part = readonly [name: string, percent: number, event: DueEvent | null, days: number, condition: string]

const goodsPlans: readonly (readonly [readonly Part[], number])[] = [
  [[['货款', 100, 'delivered', 30, '货到验收合格后30日内付清']], 34],
  [
    [
      ['预付款', 30, 'signed', 7, '合同签订后7日内'],
      ['货款', 70, 'delivered', 30, '货到验收合格后30日内'],
    ],
    24,
  ],
  [
    [
      ['预付款', 30, 'signed', 7, '合同签订后7日内'],
      ['到货款', 60, 'delivered', 15, '货到验收合格后15日内'],
      ['质保金', 10, 'retentionReleased', 0, '质保期满后支付'],
    ],
    14,
  ],
  [[['全款', 100, 'signed', 5, '款到发货']], 14],
  [
    [
      ['预付款', 30, 'signed', 7, '合同签订后7日内'],
      ['到货款', 30, 'delivered', 15, '货到后15日内'],
      ['验收款', 37, 'accepted', 30, '验收合格后30日内'],
      ['质保金', 3, 'retentionReleased', 0, '质保期满后支付'],
    ],
    8,
  ],
  [
    [
      ['首付款', 40, null, 15, ''],
      ['二期款', 30, null, 60, ''],
      ['尾款', 30, null, 120, ''],
    ],
    6,
  ],
]

const plainPlans: readonly (readonly [readonly Part[], number])[] = [
  [[['补充价款', 100, 'signed', 15, '补充协议签订后15日内']], 1],
]

const servicePlans: readonly (readonly [readonly Part[], number])[] = [
  [
    [
      ['首付款', 50, 'signed', 10, '合同签订后10日内'],
      ['尾款', 50, 'accepted', 15, '服务验收合格后15日内'],
    ],
    6,
  ],
  [[['服务费', 100, 'accepted', 30, '服务验收合格后30日内']], 3],
  [Array.from({ length: 4 }, (_, i): Part => [`第${'一二三四'[i]}季度服务费`, 25, null, 90 * (i + 1), '']), 3],
]

/** A payment plan that adds up to the amount exactly; instalments that would come to nothing are left out. */
export function drawPlan(random: Random, amount: Cents, of: 'goods' | 'service' | 'amendment'): InstalmentTerms[] {
  if (amount <= 0) return []
  const parts = random.weighted({ goods: goodsPlans, service: servicePlans, amendment: plainPlans }[of])
  const shares = allocateCents(
    amount,
    parts.map(([, percent]) => percent),
  )
  const terms = parts.map(([name, percent, event, days, condition], i): InstalmentTerms => ({
    name,
    condition,
    share: rate(percent * 10_000),
    amount: shares[i]!,
    event,
    days,
  }))
  return terms.filter((term) => term.amount > 0)
}

/** The part of a plan that is kept back, if any. */
export function retentionOf(plan: readonly InstalmentTerms[]): Cents | null {
  const kept = plan.filter(({ event }) => event === 'retentionReleased')
  return kept.length === 0 ? null : cents(kept.reduce((sum, { amount }) => sum + amount, 0))
}
