import { cents, sumCents, ZERO_CENTS, type Cents } from '../../src-shared/kernel/cents.ts'
import { quantity, rate } from '../../src-shared/kernel/decimal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { totalAmounts } from '../../src-shared/contracts/contract-amounts.ts'
import type { ContractType, MoneyDirection } from '../../src-shared/contracts/contract.ts'
import type { ContractStage } from '../../src-shared/contracts/contract-stage.ts'
import { splitTax } from '../../src-shared/kernel/tax.ts'
import { contentHashOf } from '../contracts/contract-content.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import { dateOfDay, officeHour, workingDay, type Day } from './calendar.ts'
import { snapshotOf, type Company } from './companies.ts'
import { drawLines, drawPlan, retentionOf, type InstalmentTerms, type LineTerms } from './contract-terms.ts'
import type { Market } from './market.ts'
import { placeOrders } from './order-life.ts'
import { payInstalments } from './payment-life.ts'
import { Random, stream } from './random.ts'
import type { Serials } from './serials.ts'
import { stamp, WorldIds, type ContractBundle, type WorldRows } from './world-rows.ts'

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
type Fate = 'usual' | 'abandoned' | 'refused' | 'void' | 'terminated'

/** The days on which a contract moves on; undefined when that is not in the usual way or not before the world's today. */
interface Days {
  drafted: Day
  submitted: Day | undefined
  approved: Day | undefined
  signed: Day | undefined
  /** Of termination or of becoming void. */
  ended: Day | undefined
}

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

/** One contract from its draft to where it stands on the world's last day, with its orders and payments. */
export function liveContract(
  context: LifeContext,
  index: number,
  drafted: Day,
): ContractBundle & { signed: Signed | undefined } {
  const { market, serials } = context
  const random = new Random(market.seed, stream.contract, index)
  const draftedAt = officeHour(drafted, random)
  const ids = new WorldIds(stream.contract, index, random)
  const id = ids.next<'Contract'>(draftedAt)
  const subject = drawSubject(context, random, drafted)
  const { type, direction, company, owner } = subject
  const days = drawDays(random, drafted, market.to, subject.fate)
  const lines = makeLines(subject.lines, { ids, id, at: draftedAt, by: owner.id, random, signed: days.signed })
  const amounts = lines.length > 0 ? totalAmounts(lines) : amountsOf(subject.amount)
  const terms = drawPlan(
    random,
    amounts.amount,
    type === 'service' ? 'service' : lines.length > 0 ? 'goods' : 'amendment',
  )
  const plan = makePlan(terms, { ids, id, at: draftedAt, by: owner.id, signed: days.signed })
  const expires = random.int(90, 400)
  const effective = days.signed ?? workingDay(drafted + 10)
  const warranty = retentionOf(terms) === null ? null : effective + 365
  const number = days.approved === undefined ? null : serials.take('contract', type, days.approved)
  const parties = makeParties(market, subject, { ids, id, at: draftedAt, random })

  // Nothing more is ordered or paid once a contract has ended.
  const until = days.ended ?? market.to
  const mayPerform = days.signed !== undefined && subject.fate !== 'void' && direction !== 'none'
  const orders =
    mayPerform && lines.length > 0 && type !== 'service'
      ? placeOrders(
          { market, serials, random, ids, until, isOver: days.ended !== undefined },
          {
            contractId: id,
            company,
            owner,
            isSale: direction === 'in',
            lines,
            signed: days.signed!,
            count: Math.min(context.ordersLeft, drawOrderCount(random, context.ordersEach)),
          },
        )
      : []
  const delivered = orders.flatMap(({ shipments }) => shipments.flatMap(({ receivedOn }) => receivedOn ?? []))
  const { payments, settlements } = mayPerform
    ? payInstalments(
        { market, serials, random, ids, until },
        {
          contractId: id,
          company,
          direction,
          plan,
          signed: days.signed!,
          delivered,
          isService: type === 'service',
          warranty,
        },
      )
    : { payments: [], settlements: [] }

  const settledAmount = sumCents(settlements.map((settlement) => settlement.amount))
  const stage = stageOf(subject.fate, days, {
    today: market.to,
    expired: effective + expires < market.to,
    isPaid: settledAmount === amounts.amount,
    hasMoney: amounts.amount > 0,
    orders: orders.map(({ order }) => order.status),
    hasBegun: orders.length > 0 || payments.length > 0,
  })
  const lastAt = Math.max(
    ...[days.submitted, days.approved, days.signed, days.ended].map((day) =>
      day === undefined ? draftedAt : officeHour(day, random),
    ),
    ...orders.map(({ order }) => order.updatedAt),
    ...payments.map((payment) => payment.createdAt),
    draftedAt,
  )
  const said = {
    id,
    ...stamp(draftedAt, owner.id, lastAt),
    number,
    draftNumber: serials.take('draft', type, drafted),
    title: subject.title,
    type,
    direction,
    stage,
    templateVersionId: null,
    parentId: subject.parentId,
    ourPartyId: market.own.row.id,
    counterpartyId: company.row.id,
    ownerId: owner.id,
    departmentId: owner.departmentId,
    currency: 'CNY',
    ...amounts,
    signedOn: days.signed === undefined ? null : dateOfDay(days.signed),
    signedAt:
      days.signed === undefined ? '' : (/^(?:.+?(?:省|自治区))?(.+?市)/.exec(market.own.row.address)?.[1] ?? ''),
    effectiveOn: days.signed === undefined && random.chance(0.5) ? null : dateOfDay(effective),
    expiresOn: dateOfDay(effective + expires),
    retentionAmount: retentionOf(terms),
    retentionReleaseOn: warranty === null ? null : dateOfDay(warranty),
    orderAllowance: rate(0),
    answers: {},
    notes: random.chance(0.06)
      ? random.pick(['分批交货，以客户书面通知为准。', '含运费及卸货费。', '发票随货。', '价格为含税到厂价。'])
      : '',
    documentId: null,
    approvalId: null,
    endReason: endReasonOf(stage, random),
    orderedAmount: sumCents(
      orders.map(({ order }) => (order.status === 'cancelled' ? order.shippedAmount : order.amount)),
    ),
    shippedAmount: sumCents(orders.map(({ order }) => order.shippedAmount)),
    settledAmount,
  }
  // Nothing is looked up for a contract without a template.
  const contentHash = contentHashOf({} as ReadDatabase, { contract: { ...said, number: '' }, parties, lines, plan })
  const contract: WorldRows['contracts'] = {
    ...said,
    contentHash,
    approvedContentHash: days.approved === undefined ? null : contentHash,
  }
  const bundle = { contract, parties, lines, plan, orders, payments, settlements }
  const isSigned = days.signed !== undefined && days.ended === undefined
  return {
    ...bundle,
    signed: isSigned
      ? {
          id,
          type,
          direction,
          title: subject.title,
          number: number!,
          amount: amounts.amount,
          company,
          place: subject.place,
          signed: days.signed!,
        }
      : undefined,
  }
}

interface Subject {
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

function drawSubject({ market, recent }: LifeContext, random: Random, drafted: Day): Subject {
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

/** Every contract for goods is called off when there are orders enough, some in several orders. */
function drawOrderCount(random: Random, mean: number): number {
  return mean >= 1 ? 1 + random.poisson(mean - 1) : Number(random.chance(mean))
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

function drawDays(random: Random, drafted: Day, today: Day, fate: Fate): Days {
  const until = (day: Day): Day | undefined => (day <= today ? day : undefined)
  const submitted = fate === 'abandoned' ? undefined : until(workingDay(drafted + random.int(0, 4)))
  const decided = submitted === undefined ? undefined : until(workingDay(submitted + random.int(1, 6)))
  if (fate === 'refused') return { drafted, submitted, approved: undefined, signed: undefined, ended: decided }
  const next = decided === undefined ? undefined : workingDay(decided + random.int(0, 12))
  const signed = next === undefined || (fate === 'void' && random.chance(0.6)) ? undefined : until(next)
  const end =
    fate === 'void' && decided !== undefined
      ? workingDay((signed ?? decided) + random.int(3, 30))
      : fate === 'terminated' && signed !== undefined
        ? workingDay(signed + random.int(20, 200))
        : undefined
  return { drafted, submitted, approved: decided, signed, ended: end === undefined ? undefined : until(end) }
}

function stageOf(
  fate: Fate,
  days: Days,
  progress: {
    today: Day
    expired: boolean
    isPaid: boolean
    hasMoney: boolean
    hasBegun: boolean
    orders: readonly WorldRows['orders']['status'][]
  },
): ContractStage {
  if (days.submitted === undefined) return 'draft'
  if (fate === 'refused') return days.ended === undefined ? 'pending' : 'refused'
  if (days.approved === undefined) return 'pending'
  if (days.ended !== undefined) return fate === 'void' ? 'void' : 'terminated'
  if (days.signed === undefined) return 'approved'
  const isOpen = progress.orders.some((status) => status !== 'completed' && status !== 'cancelled')
  const isDone = progress.hasMoney ? progress.isPaid && !isOpen : progress.expired
  if (isDone) return 'completed'
  return progress.hasBegun ? 'active' : 'signed'
}

function endReasonOf(stage: ContractStage, random: Random): string {
  if (stage === 'void') return random.pick(['客户变更采购计划', '合同信息录入有误，重新签订', '双方协商取消'])
  if (stage === 'terminated')
    return random.pick(['双方协商一致终止', '对方长期未履行付款义务', '项目取消，签订终止协议'])
  return ''
}

function amountsOf(amount: Cents): { amount: Cents; netAmount: Cents; taxAmount: Cents } {
  const { net, tax } = splitTax(amount, rate(130_000))
  return { amount, netAmount: net, taxAmount: tax }
}

interface Making {
  ids: WorldIds
  id: Id<'Contract'>
  /** UTC ms. */
  at: number
}

function makeLines(
  terms: readonly LineTerms[],
  { ids, id, at, by, random, signed }: Making & { by: Id<'User'>; random: Random; signed: Day | undefined },
): WorldRows['contractLines'][] {
  const deliverBy = signed === undefined ? null : dateOfDay(signed + random.int(15, 90))
  return terms.map(({ product, ...line }, i) => ({
    id: ids.next<'ContractLine'>(at),
    ...stamp(at, by),
    contractId: id,
    lineNo: i + 1,
    productId: product.row.id,
    name: product.row.name,
    specification: product.row.specification,
    unit: product.row.unit,
    ...line,
    deliverBy,
    remark: '',
    orderedQuantity: quantity(0),
  }))
}

function makePlan(
  terms: readonly InstalmentTerms[],
  { ids, id, at, by, signed }: Making & { by: Id<'User'>; signed: Day | undefined },
): WorldRows['paymentPlanItems'][] {
  return terms.map(({ name, condition, share, amount, event, days }, i) => ({
    id: ids.next<'PaymentPlanItem'>(at),
    ...stamp(at, by),
    contractId: id,
    itemNo: i + 1,
    name,
    condition,
    dueOn: event === null && signed !== undefined ? dateOfDay(signed + days) : null,
    dueEvent: event ?? (signed === undefined ? 'signed' : null),
    dueDays: event === null && signed !== undefined ? null : days,
    rate: share,
    amount,
    settledAmount: ZERO_CENTS,
  }))
}

/** The buyer is 甲方, the seller 乙方. */
function makeParties(
  market: Market,
  { direction, company, owner }: Subject,
  { ids, id, at, random }: Making & { random: Random },
): WorldRows['contractParties'][] {
  const ours = { company: market.own, agent: owner.name }
  const theirs = { company, agent: random.pick(company.contacts).name }
  const [first, second] = direction === 'out' ? [ours, theirs] : [theirs, ours]
  return (
    [
      ['甲方', first],
      ['乙方', second],
    ] as const
  ).map(([role, party]) => ({
    id: ids.next<'ContractParty'>(at),
    ...stamp(at, owner.id),
    contractId: id,
    role,
    partyId: party.company.row.id,
    snapshot: snapshotOf(party.company, party.agent),
  }))
}
