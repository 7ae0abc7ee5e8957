import type { ContractType, MoneyDirection } from '../../src-shared/contracts/contract.ts'
import { cents, ZERO_CENTS, type Cents } from '../../src-shared/kernel/cents.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { dateOfDay, type Day } from './calendar.ts'
import type { Company } from './companies.ts'
import { drawLines, type LineTerms } from './contract-terms.ts'
import type { Market } from './market.ts'
import type { Random } from './random.ts'
import type { Serials } from './serials.ts'
import type { WorldRows } from './world-rows.ts'

/** A signed contract that others may refer to: a framework, or one to be amended. */
export interface Signed {
  id: Id<'Contract'>
  type: ContractType
  direction: MoneyDirection
  title: string
  number: string
  amount: Cents
  company: Company
  place: number
  signed: Day
}

/** What befalls a contract apart from the usual way. */
export type Fate = 'usual' | 'abandoned' | 'refused' | 'void' | 'terminated'

export interface LifeContext {
  market: Market
  serials: Serials
  /** Contracts signed not long ago, of which a supplementary one may amend one and under whose framework others may be. */
  recent: readonly Signed[]
  /** Mean number of orders of a contract for goods. */
  ordersEach: number
  /** Orders that may still be made. */
  ordersLeft: number
}

export interface Subject {
  type: ContractType
  direction: MoneyDirection
  title: string
  company: Company
  /** Rank among its kind, 0 to 1. */
  place: number
  owner: WorldRows['users']
  parentId: Id<'Contract'> | null
  lines: LineTerms[]
  /** Where there are no lines. */
  amount: Cents
  fate: Fate
}

/** Whom a contract is with, about what, whose it is, and what befalls it. */
export function drawSubject({ market, recent }: LifeContext, random: Random, drafted: Day): Subject {
  const wanted = random.weighted<ContractType>([
    ['sales', 60],
    ['purchase', 25],
    ['service', 7],
    ['framework', 4],
    ['nda', 2],
    ['supplementary', 2],
  ])
  const fate = random.weighted<Fate>([
    ['usual', 925],
    ['abandoned', 18],
    ['refused', 22],
    ['void', 15],
    ['terminated', 20],
  ])
  const amended = wanted === 'supplementary' ? recent.filter((each) => each.amount > 0 && each.signed <= drafted) : []
  // Without one to amend it is an ordinary sale.
  const type = wanted === 'supplementary' && amended.length === 0 ? 'sales' : wanted
  const parent = amended.length === 0 ? undefined : random.pick(amended)
  const isSale = parent
    ? parent.direction === 'in'
    : type === 'purchase'
      ? false
      : type === 'sales' || random.chance(0.7)
  const ranks = isSale ? market.customers : market.suppliers
  const rank = random.rank(ranks)
  const company = parent?.company ?? (isSale ? market.customer(rank) : market.supplier(rank))
  const place = parent?.place ?? rank / ranks
  const lines =
    type === 'sales' || type === 'purchase' || type === 'service'
      ? drawLines(market, random, { isSale, place, wantsService: type === 'service' })
      : []
  const owners = isSale ? market.people.sellers : market.people.buyers
  const framework = recent.find((each) => each.type === 'framework' && each.company.row.id === company.row.id)
  return {
    type,
    direction: type === 'nda' ? 'none' : isSale ? 'in' : 'out',
    title: titleOf(type, company, lines, drafted, parent),
    company,
    place,
    owner:
      market.people.users.find(({ id }) => id === company.row.ownerId && random.chance(0.85)) ?? random.pick(owners),
    parentId: parent?.id ?? (lines.length > 0 && framework !== undefined ? framework.id : null),
    lines,
    amount:
      parent === undefined
        ? ZERO_CENTS
        : cents(Math.max(100, Math.round((parent.amount * random.between(0.03, 0.3)) / 100) * 100)),
    fate,
  }
}

function titleOf(
  type: ContractType,
  { row }: Company,
  lines: readonly LineTerms[],
  drafted: Day,
  parent: Signed | undefined,
): string {
  const what = lines.length === 0 ? '' : lines[0]!.product.row.name + (lines.length > 1 ? '等' : '')
  switch (type) {
    case 'sales':
      return `${row.shortName}${what}购销合同`
    case 'purchase':
      return `${what}采购合同（${row.shortName}）`
    case 'service':
      return `${row.shortName}${what}合同`
    case 'framework':
      return `${row.shortName}${dateOfDay(drafted).slice(0, 4)}年度框架协议`
    case 'nda':
      return `${row.shortName}保密协议`
    case 'supplementary':
      return `${parent!.title}之补充协议（${parent!.number}）`
    case 'other':
      return `${row.shortName}合同`
  }
}
