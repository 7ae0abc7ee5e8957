import { allocateCents, cents, lineAmount, sumCents } from '../../src-shared/kernel/cents.ts'
import { addQuantity, quantity, type Quantity } from '../../src-shared/kernel/decimal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import type { OrderStatus } from '../../src-shared/orders/order-status.ts'
import { dateOfDay, dayOf, instantOf, officeHour, workingDay, type Day } from './calendar.ts'
import type { Company } from './companies.ts'
import type { Market } from './market.ts'
import type { Random } from './random.ts'
import type { Serials } from './serials.ts'
import { stamp, type OrderBundle, type WorldIds, type WorldRows } from './world-rows.ts'
import { carriers } from './words/product-words.ts'

export interface OrderContext {
  market: Market
  serials: Serials
  random: Random
  ids: WorldIds
  /** Nothing is ordered or shipped after this day. */
  until: Day
  /** The contract has ended: what is not shipped is cancelled. */
  isOver: boolean
}

/** One position of an order to be. */
export interface OrderPosition {
  contractLineId: Id<'ContractLine'> | null
  productId: Id<'Product'> | null
  name: string
  specification: string
  unit: string
  quantity: Quantity
  unitPrice: WorldRows['orderLines']['unitPrice']
  taxRate: WorldRows['orderLines']['taxRate']
}

/**
 * Calls a contract off in so many orders over the following months, each as far as it gets until the given day. Adds what is ordered to the
 * contract's lines.
 */
export function placeOrders(
  context: OrderContext,
  {
    contractId,
    company,
    owner,
    isSale,
    lines,
    signed,
    count,
  }: {
    contractId: Id<'Contract'>
    company: Company
    owner: WorldRows['users']
    isSale: boolean
    lines: readonly WorldRows['contractLines'][]
    signed: Day
    count: number
  },
): OrderBundle[] {
  const { random, until } = context
  if (count === 0) return []
  const shares = lines.map((line) => splitQuantity(line.quantity, count))
  const span = random.int(10, 150)
  const made: OrderBundle[] = []
  for (let at = 0; at < count; at++) {
    const day = workingDay(signed + random.int(1, 9) + Math.round((span * at) / count))
    if (day > until) break
    const positions = lines
      .map((line, i): OrderPosition => ({ ...line, contractLineId: line.id, quantity: shares[i]![at]! }))
      .filter((position) => position.quantity > 0)
    if (positions.length === 0) continue
    const bundle = liveOrder(context, { contractId, company, owner, isSale, positions, day })
    for (const line of bundle.lines) {
      const source = lines.find(({ id }) => id === line.contractLineId)!
      // What a cancelled order did not ship is the contract's again.
      const kept = bundle.order.status === 'cancelled' ? line.shippedQuantity : line.quantity
      source.orderedQuantity = addQuantity(source.orderedQuantity, kept)
    }
    made.push(bundle)
  }
  return made
}

/** One order from its making to where it stands on the last day. */
export function liveOrder(
  context: OrderContext,
  {
    contractId,
    company,
    owner,
    isSale,
    positions,
    day,
  }: {
    contractId: Id<'Contract'> | null
    company: Company
    owner: WorldRows['users']
    isSale: boolean
    positions: readonly OrderPosition[]
    day: Day
  },
): OrderBundle {
  const { market, serials, random, ids, until } = context
  const madeAt = officeHour(day, random)
  const id = ids.next<'Order'>(madeAt)
  const kind = isSale ? 'sales' : 'purchase'
  const lines = positions.map(
    (
      { contractLineId, productId, name, specification, unit, quantity: ordered, unitPrice, taxRate },
      i,
    ): WorldRows['orderLines'] => ({
      id: ids.next<'OrderLine'>(madeAt),
      ...stamp(madeAt, owner.id),
      orderId: id,
      lineNo: i + 1,
      contractLineId,
      productId,
      name,
      specification,
      unit,
      quantity: ordered,
      unitPrice,
      taxRate,
      amount: lineAmount(unitPrice, ordered),
      shippedQuantity: quantity(0),
      receivedQuantity: quantity(0),
      remark: '',
    }),
  )
  const isCancelled = random.chance(0.015)
  const confirmed = workingDay(day + random.int(0, 2))
  const { shipments, shipmentLines, events } =
    isCancelled || confirmed > until
      ? { shipments: [], shipmentLines: [], events: [] }
      : ship(context, { orderId: id, kind, lines, confirmed })
  const status = statusOf(context, { isCancelled, confirmed, lines, shipments })
  const clerk = market.people.clerks[0]!
  const lastAt = Math.max(madeAt, ...shipments.map((shipment) => shipment.updatedAt))
  return {
    order: {
      id,
      ...stamp(madeAt, owner.id, lastAt, lastAt === madeAt ? owner.id : clerk.id),
      number: serials.take('order', kind, day),
      kind,
      status,
      contractId,
      partyId: company.row.id,
      ownerId: owner.id,
      departmentId: owner.departmentId,
      orderedOn: dateOfDay(day),
      deliverBy: dateOfDay(workingDay(day + random.int(7, 45))),
      deliveryAddress: isSale ? company.row.address : market.own.row.address,
      amount: sumCents(lines.map(({ amount }) => amount)),
      shippedAmount: sumCents(lines.map((line) => lineAmount(line.unitPrice, line.shippedQuantity))),
      remark: '',
      cancelReason:
        status === 'cancelled'
          ? context.isOver
            ? '合同终止'
            : random.pick(['客户取消需求', '规格选错，重新下单', '交期无法满足'])
          : '',
    },
    lines,
    shipments,
    shipmentLines,
    events,
  }
}

/** Ships in one go or two, receives some days later; adds to the lines' quantities. */
function ship(
  context: OrderContext,
  {
    orderId,
    kind,
    lines,
    confirmed,
  }: { orderId: Id<'Order'>; kind: 'sales' | 'purchase'; lines: readonly WorldRows['orderLines'][]; confirmed: Day },
): Pick<OrderBundle, 'shipments' | 'shipmentLines' | 'events'> {
  const { market, serials, random, ids, until, isOver } = context
  const made: Pick<OrderBundle, 'shipments' | 'shipmentLines' | 'events'> = {
    shipments: [],
    shipmentLines: [],
    events: [],
  }
  const parts = random.weighted([
    [1, 78],
    [2, 22],
  ])
  const shares = lines.map((line) => splitQuantity(line.quantity, parts))
  let day = confirmed
  for (let part = 0; part < parts; part++) {
    day = workingDay(day + random.int(2, 25))
    if (day > until) break
    const clerk = random.pick(market.people.clerks)
    const at = officeHour(day, random)
    // Goods of a contract that has ended have arrived.
    const expected = workingDay(day + random.int(1, 6))
    const arrival = isOver ? Math.min(expected, market.to) : expected
    const isReceived = arrival <= market.to
    const id = ids.next<'Shipment'>(at)
    const loaded = lines.flatMap((line, i) => {
      const amount = shares[i]![part]!
      if (amount === 0) return []
      line.shippedQuantity = addQuantity(line.shippedQuantity, amount)
      if (isReceived) line.receivedQuantity = addQuantity(line.receivedQuantity, amount)
      return [
        {
          id: ids.next<'ShipmentLine'>(at),
          ...stamp(at, clerk.id),
          shipmentId: id,
          orderLineId: line.id,
          quantity: amount,
          receivedQuantity: isReceived ? amount : quantity(0),
        },
      ]
    })
    if (loaded.length === 0) continue
    const carrier = random.pick(carriers)
    const receivedAt = isReceived ? officeHour(arrival, random) : at
    made.shipments.push({
      id,
      ...stamp(at, clerk.id, receivedAt),
      number: serials.take('shipment', kind, day),
      orderId,
      status: isReceived ? 'received' : 'shipped',
      carrier,
      waybill: carrier === '自提' ? '' : `QD${random.digits(12)}`,
      shippedOn: dateOfDay(day),
      receivedOn: isReceived ? dateOfDay(arrival) : null,
      remark: '',
    })
    made.shipmentLines.push(...loaded)
    if (random.chance(0.4)) made.events.push(...track(context, { id, by: clerk.id, shipped: day, arrival }))
  }
  return made
}

function track(
  { market, random, ids }: OrderContext,
  { id, by, shipped, arrival }: { id: Id<'Shipment'>; by: Id<'User'>; shipped: Day; arrival: Day },
): WorldRows['trackingEvents'][] {
  const steps = [
    { description: '已揽收', day: shipped, hour: 11 },
    { description: '运输途中', day: Math.min(shipped + 1, arrival), hour: 14 },
    { description: '已签收', day: arrival, hour: 16 },
  ]
  return steps
    .filter(({ day }) => day <= market.to)
    .map(({ description, day, hour }) => {
      const happenedAt = instantOf(day, hour * 3600 + random.int(0, 3599))
      return {
        id: ids.next<'TrackingEvent'>(happenedAt),
        ...stamp(happenedAt, by),
        shipmentId: id,
        happenedAt,
        place: '',
        description,
      }
    })
}

function statusOf(
  { random, market, until, isOver }: OrderContext,
  {
    isCancelled,
    confirmed,
    lines,
    shipments,
  }: {
    isCancelled: boolean
    confirmed: Day
    lines: readonly WorldRows['orderLines'][]
    shipments: readonly WorldRows['shipments'][]
  },
): OrderStatus {
  const isAllShipped = lines.every((line) => line.shippedQuantity >= line.quantity)
  if (isCancelled || (isOver && !isAllShipped)) return 'cancelled'
  if (confirmed > until) return 'draft'
  if (shipments.length === 0) return 'confirmed'
  const isAllReceived = lines.every((line) => line.receivedQuantity >= line.quantity)
  if (isAllReceived) {
    const last = dayOf(shipments.at(-1)!.receivedOn!)
    return isOver || workingDay(last + random.int(1, 12)) <= market.to ? 'completed' : 'received'
  }
  const isAnyReceived = lines.some((line) => line.receivedQuantity > 0)
  if (isAnyReceived) return 'partReceived'
  return isAllShipped ? 'shipped' : 'partShipped'
}

/** Splits into so many parts that add up: whole pieces stay whole, others keep two decimals. Some parts may be nothing. */
function splitQuantity(whole: Quantity, parts: number): Quantity[] {
  if (parts === 1) return [whole]
  const step = whole % 1_000_000 === 0 ? 1_000_000 : 10_000
  return allocateCents(
    cents(whole / step),
    Array.from({ length: parts }, () => 1),
  ).map((part) => quantity(part * step))
}
