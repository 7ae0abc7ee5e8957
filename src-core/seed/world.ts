import { instantOf, spreadOverDays, workingDay } from './calendar.ts'
import type { Company } from './companies.ts'
import { liveContract } from './contract-life.ts'
import type { Signed } from './contract-subject.ts'
import { drawLines } from './contract-terms.ts'
import { Market, type WorldSize } from './market.ts'
import { liveOrder } from './order-life.ts'
import type { People } from './people.ts'
import { Random, stream } from './random.ts'
import { Serials } from './serials.ts'
import { WorldIds, type ContractBundle, type OrderBundle, type WorldRecord, type WorldRows } from './world-rows.ts'

/** An invented trading company over some years. Everything is made while it is asked for, and the same each time. */
export interface World {
  people: People
  /** Our own company first, then customers and suppliers, each with the most business first. */
  companies(): Generator<Company>
  products(): Generator<WorldRows['products']>
  /** Contracts by the day of their draft, then the orders entered by hand: as many of both as asked for. */
  deals(): Generator<
    { contract: ContractBundle } | { order: OrderBundle } | { counters: WorldRows['numberingCounters'][] }
  >
  /** All rows with their tables; what a row names by id comes before it, and the counters of numbers come last. */
  records(): Generator<WorldRecord>
}

/** Share of contracts that are for goods and get signed, and the part of all orders that comes from them. */
const CALLED_OFF = 0.76
const FROM_CONTRACTS = 0.92
/** Signed contracts remembered for amendments and frameworks. */
const REMEMBERED = 300

/**
 * A world from a seed: customers of whom few are big and many small, business with the seasons, contracts in every stage, plans that
 * add up, orders and shipments on their way, payments in time, late and missing. Deterministic: no clock, no other randomness.
 * Rows are ready to be inserted as they are: amounts in 分, scaled quantities, counters that agree with their parts. Memory does not grow with contracts or orders.
 * Throws RangeError for fewer than two parties, no product, no user, or a period that ends before it begins.
 */
export function generateWorld(seed: number, size: WorldSize): World {
  if (size.parties < 2 || size.products < 1 || size.users < 1)
    throw new RangeError('A world takes two parties, a product and a user at least')
  if (size.to < size.from) throw new RangeError(`A world cannot end on ${size.to} when it begins on ${size.from}`)
  const market = new Market(seed, size)
  return {
    people: market.people,
    companies: () => companiesOf(market),
    products: () => productsOf(market),
    deals: () => dealsOf(market),
    records: () => recordsOf(market),
  }
}

function* companiesOf(market: Market): Generator<Company> {
  yield market.own
  for (let rank = 0; rank < market.customers; rank++) yield market.customer(rank)
  for (let rank = 0; rank < market.suppliers; rank++) yield market.supplier(rank)
}

function* productsOf(market: Market): Generator<WorldRows['products']> {
  for (let index = 0; index < market.size.products; index++) yield market.product(index).row
}

function* dealsOf(
  market: Market,
): Generator<{ contract: ContractBundle } | { order: OrderBundle } | { counters: WorldRows['numberingCounters'][] }> {
  const { contracts, orders } = market.size
  const serials = new Serials()
  const recent: Signed[] = []
  const ordersEach = contracts === 0 ? 0 : Math.min(6, (orders * FROM_CONTRACTS) / (contracts * CALLED_OFF))
  let ordersLeft = orders
  let index = 0
  for (const { day, count } of spreadOverDays(contracts, market.from, market.to))
    for (let i = 0; i < count; i++) {
      const { signed, ...contract } = liveContract({ market, serials, recent, ordersEach, ordersLeft }, index++, day)
      ordersLeft -= contract.orders.length
      if (signed !== undefined && recent.push(signed) > REMEMBERED) recent.shift()
      yield { contract }
    }
  index = 0
  for (const { day, count } of spreadOverDays(ordersLeft, market.from, market.to))
    for (let i = 0; i < count; i++) yield { order: enteredOrder(market, serials, index++, day) }
  yield { counters: [...serials.counters(instantOf(market.to, 18 * 3600), market.people.users[0]!.id)] }
}

/** An order that stands on no contract. */
function enteredOrder(market: Market, serials: Serials, index: number, day: number): OrderBundle {
  const random = new Random(market.seed, stream.order, index)
  const isSale = random.chance(0.75)
  const ranks = isSale ? market.customers : market.suppliers
  const rank = random.rank(ranks)
  const lines = drawLines(market, random, { isSale, place: rank / ranks, wantsService: false })
  return liveOrder(
    {
      market,
      serials,
      random,
      ids: new WorldIds(stream.order, index, random),
      until: market.to,
      isOver: false,
    },
    {
      contractId: null,
      company: isSale ? market.customer(rank) : market.supplier(rank),
      owner: random.pick(isSale ? market.people.sellers : market.people.buyers),
      isSale,
      day: workingDay(day) > market.to ? day : workingDay(day),
      positions: lines.map(({ product, ...line }) => ({
        ...line,
        contractLineId: null,
        productId: product.row.id,
        name: product.row.name,
        specification: product.row.specification,
        unit: product.row.unit,
      })),
    },
  )
}

function* recordsOf(market: Market): Generator<WorldRecord> {
  for (const row of market.people.departments) yield { table: 'departments', row }
  for (const row of market.people.users) yield { table: 'users', row }
  for (const row of productsOf(market)) yield { table: 'products', row }
  for (const { row, contacts } of companiesOf(market)) {
    yield { table: 'parties', row }
    for (const contact of contacts) yield { table: 'contacts', row: contact }
  }
  for (const deal of dealsOf(market)) {
    if ('contract' in deal) yield* contractRecords(deal.contract)
    else if ('order' in deal) yield* orderRecords(deal.order)
    else for (const row of deal.counters) yield { table: 'numberingCounters', row }
  }
}

function* contractRecords(bundle: ContractBundle): Generator<WorldRecord> {
  yield { table: 'contracts', row: bundle.contract }
  for (const row of bundle.parties) yield { table: 'contractParties', row }
  for (const row of bundle.lines) yield { table: 'contractLines', row }
  for (const row of bundle.plan) yield { table: 'paymentPlanItems', row }
  for (const order of bundle.orders) yield* orderRecords(order)
  for (const row of bundle.payments) yield { table: 'payments', row }
  for (const row of bundle.settlements) yield { table: 'settlements', row }
}

function* orderRecords(bundle: OrderBundle): Generator<WorldRecord> {
  yield { table: 'orders', row: bundle.order }
  for (const row of bundle.lines) yield { table: 'orderLines', row }
  for (const row of bundle.shipments) yield { table: 'shipments', row }
  for (const row of bundle.shipmentLines) yield { table: 'shipmentLines', row }
  for (const row of bundle.events) yield { table: 'trackingEvents', row }
}
