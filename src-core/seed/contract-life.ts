import { sumCents, type Cents } from '../../src-shared/kernel/cents.ts'
import { rate } from '../../src-shared/kernel/decimal.ts'
import { totalAmounts } from '../../src-shared/contracts/contract-amounts.ts'
import type { ContractStage } from '../../src-shared/contracts/contract-stage.ts'
import { splitTax } from '../../src-shared/kernel/tax.ts'
import { contentHashOf } from '../contracts/contract-content.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import { dateOfDay, officeHour, workingDay, type Day } from './calendar.ts'
import { makeLines, makeParties, makePlan } from './contract-parts.ts'
import { drawSubject, type Fate, type LifeContext, type Signed } from './contract-subject.ts'
import { drawPlan, retentionOf } from './contract-terms.ts'
import { placeOrders } from './order-life.ts'
import { payInstalments } from './payment-life.ts'
import { Random, stream } from './random.ts'
import { stamp, WorldIds, type ContractBundle, type WorldRows } from './world-rows.ts'

/** The days on which a contract moves on; undefined when that is not in the usual way or not before the world's today. */
interface Days {
  drafted: Day
  submitted: Day | undefined
  approved: Day | undefined
  signed: Day | undefined
  /** Of termination or of becoming void. */
  ended: Day | undefined
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

/** Every contract for goods is called off when there are orders enough, some in several orders. */
function drawOrderCount(random: Random, mean: number): number {
  return mean >= 1 ? 1 + random.poisson(mean - 1) : Number(random.chance(mean))
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
