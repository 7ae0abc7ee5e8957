import type { z } from 'zod'
import { lineAmounts, totalAmounts } from '../../src-shared/contracts/contract-amounts.ts'
import type { ContractType, MoneyDirection } from '../../src-shared/contracts/contract.ts'
import type { createDraft } from '../../src-shared/contracts/contracts-operations.ts'
import { allocateCents, cents, type Cents } from '../../src-shared/kernel/cents.ts'
import { quantity, rate, unitPrice, type UnitPrice } from '../../src-shared/kernel/decimal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { dateOfDay, workingDay, type Day } from './calendar.ts'
import type { Random } from './random.ts'
import type { SampleParty } from './sample-workspace.ts'

/** A product of the sample company, with what it costs us and what we take for it. */
export interface SampleProduct {
  id: Id<'Product'>
  name: string
  specification: string
  unit: string
  /** 元, tax-inclusive. */
  price: number
  taxRate: number
  category: string
}

export interface SampleDeal {
  type: ContractType
  direction: MoneyDirection
  partyId: Id<'Party'>
  party: SampleParty
  ownPartyId: Id<'Party'>
  products: readonly SampleProduct[]
  /** The day on which both sides mean to sign. */
  signing: Day
  /** Roughly what it is to come to, 元. */
  worth: number
  /** Days from signing to expiry. */
  term: number
  /** What its document is made from; null for a paper of our own. */
  template: Id<'TemplateVersion'> | null
  /** Instalments with their share in percent and the days after signing. */
  instalments: readonly (readonly [name: string, percent: number, days: number])[]
}

/** What each supplier sells. */
const trades: Record<string, string> = {
  曜笠传感: '传感器',
  澈禹自控: '运动控制',
  铂棠五金: '工具量具',
  穹砺仪器: '测量设备',
  翊衡电机: '运动控制',
  沅钧线缆: '线缆与接插件',
  栖阑气动: '气动元件',
  岱榆软件: '软件',
}
/** Suppliers sell below our own prices. */
const purchaseShare = 0.68

export const goodsPlans: readonly (readonly [SampleDeal['instalments'], number])[] = [
  [
    [
      ['预付款', 30, 7],
      ['到货款', 60, 60],
      ['质保金', 10, 300],
    ],
    5,
  ],
  [
    [
      ['预付款', 30, 7],
      ['货款', 70, 60],
    ],
    4,
  ],
  [[['货款', 100, 45]], 3],
  [
    [
      ['首付款', 40, 10],
      ['二期款', 30, 60],
      ['尾款', 30, 120],
    ],
    2,
  ],
]

export const servicePlans: readonly (readonly [SampleDeal['instalments'], number])[] = [
  [
    [
      ['首付款', 50, 10],
      ['验收款', 50, 90],
    ],
    2,
  ],
  [[1, 2, 3, 4].map((quarter) => [`第${'一二三四'[quarter - 1]}季度服务费`, 25, quarter * 90 - 60] as const), 1],
]

/** The draft of a deal as its owner would type it. */
export function draftOf(deal: SampleDeal, random: Random): z.input<(typeof createDraft)['input']> {
  const { type, direction, party, signing, term } = deal
  const lines = direction === 'none' || type === 'framework' ? [] : linesOf(deal, random)
  const amount = lines.length > 0 ? totalAmounts(lines.map(lineAmounts)).amount : frameworkAmount(deal)
  const effectiveOn = direction === 'none' || type === 'framework' ? dateOfDay(signing) : null
  // The buyer comes first.
  const ours = direction === 'out' ? '甲方' : '乙方'
  const theirs = ours === '甲方' ? '乙方' : '甲方'
  const retention = deal.instalments.findIndex(([name]) => name === '质保金')
  const plan = planOf(deal, amount)
  return {
    title: titleOf(deal, lines),
    type,
    direction,
    templateVersionId: deal.template,
    parties: [
      { role: ours, partyId: deal.ownPartyId },
      { role: theirs, partyId: deal.partyId, contact: party.contacts[0]?.name ?? '' },
    ],
    lines,
    paymentPlan: plan,
    amount: lines.length > 0 || direction === 'none' ? null : amount,
    taxRate: lines.length > 0 || direction === 'none' ? null : rate(130_000),
    signedAt: '杭州市',
    effectiveOn,
    expiresOn: dateOfDay(signing + term),
    retentionAmount: plan[retention]?.amount ?? null,
    retentionReleaseOn: plan[retention]?.dueOn ?? null,
    notes: random.chance(0.15) ? random.pick(['分批交货，以书面通知为准。', '发票随货同行。', '含运费及卸货费。']) : '',
  }
}

const frameworkAmount = ({ direction, worth }: SampleDeal): Cents =>
  direction === 'none' ? cents(0) : cents(Math.round(worth / 10_000) * 1_000_000)

function planOf({ instalments, signing }: SampleDeal, amount: Cents) {
  if (amount === 0 || instalments.length === 0) return []
  const shares = allocateCents(
    amount,
    instalments.map(([, percent]) => percent),
  )
  return instalments.map(([name, percent, days], i) => ({
    name,
    condition: name === '质保金' ? '质保期满无质量问题后支付' : '',
    dueOn: dateOfDay(workingDay(signing + days)),
    rate: rate(percent * 10_000),
    amount: shares[i]!,
  }))
}

/** One to four products whose sum comes near to what the deal is worth. */
function linesOf({ type, direction, party, products, worth, signing }: SampleDeal, random: Random) {
  const offered = products.filter(({ category }) =>
    type === 'service'
      ? category === '技术服务'
      : direction === 'out'
        ? category === (trades[party.shortName] ?? '传感器')
        : !category.endsWith('服务'),
  )
  // Dear things in small numbers, cheap ones by the box: what would come to too many or to none is left to others.
  const fitting = offered.filter(({ price }) => price <= worth)
  const wanted = Math.min(random.int(1, 4), fitting.length)
  const chosen = new Set<SampleProduct>()
  while (chosen.size < wanted) chosen.add(random.pick(fitting))
  const deliverBy = dateOfDay(workingDay(signing + random.int(25, 45)))
  return [...chosen].map((product) => {
    const factor = direction === 'out' ? purchaseShare : random.between(0.94, 1)
    const price = product.price >= 1000 ? Math.round((product.price * factor) / 10) * 10 : product.price * factor
    return {
      productId: product.id,
      name: product.name,
      specification: product.specification,
      unit: product.unit,
      quantity: quantity(roundNumber((worth / chosen.size / price) * random.between(0.8, 1.2)) * 1_000_000),
      unitPrice: priceOf(price),
      taxRate: rate(Math.round(product.taxRate * 1_000_000)),
      deliverBy,
      remark: '',
    }
  })
}

/** As prices are quoted: whole 分. */
const priceOf = (yuan: number): UnitPrice => unitPrice(Math.round(yuan * 100) * 10_000)

function roundNumber(wanted: number): number {
  const step = wanted >= 400 ? 50 : wanted >= 60 ? 10 : wanted >= 20 ? 5 : 1
  return Math.max(1, Math.round(wanted / step) * step)
}

function titleOf({ type, direction, party, signing }: SampleDeal, lines: readonly { name: string }[]): string {
  const short = party.shortName
  const what = lines.length === 0 ? '' : lines[0]!.name + (lines.length > 1 ? '等' : '')
  switch (type) {
    case 'framework':
      return `${short}${dateOfDay(signing).slice(0, 4)}年度${direction === 'out' ? '采购' : '供货'}框架协议`
    case 'nda':
      return `${short}保密协议`
    case 'service':
      return `${short}${what.replace(/服务(等?)$/, '')}技术服务合同`
    default:
      return direction === 'out' ? `${what}采购合同（${short}）` : `${short}${what}销售合同`
  }
}
