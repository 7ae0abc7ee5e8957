import { and, asc, count, eq, inArray } from 'drizzle-orm'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { getOrder, listOrders } from '../../src-shared/orders/orders-operations.ts'
import { contracts } from '../db/schema/contracts.ts'
import { orders, shipmentLines, shipments, trackingEvents } from '../db/schema/orders.ts'
import { parties } from '../db/schema/parties.ts'
import { users } from '../db/schema/people.ts'
import { matchingRecords } from '../db/search-index.ts'
import { handleQuery } from '../execution/handlers.ts'
import { keyset, pageOfRows } from '../execution/keyset.ts'
import { readOrderLines } from './order-commands.ts'

const rowColumns = {
  id: orders.id,
  version: orders.version,
  number: orders.number,
  kind: orders.kind,
  status: orders.status,
  contractId: orders.contractId,
  partyId: orders.partyId,
  party: parties.name,
  ownerId: orders.ownerId,
  owner: users.name,
  orderedOn: orders.orderedOn,
  deliverBy: orders.deliverBy,
  amount: orders.amount,
  shippedAmount: orders.shippedAmount,
  updatedAt: orders.updatedAt,
}

export const handleListOrders = handleQuery(listOrders, ({ read }, input) => {
  const wanted = and(
    input.status && inArray(orders.status, input.status),
    input.kind && eq(orders.kind, input.kind),
    input.contractId && eq(orders.contractId, input.contractId),
    input.partyId && eq(orders.partyId, input.partyId),
    input.text ? matchingRecords('order', orders.id, input.text) : undefined,
  )
  const { where, orderBy, limit } = keyset(orders.updatedAt, orders.id, { ...input, descending: true })
  const found = read
    .select(rowColumns)
    .from(orders)
    .innerJoin(parties, eq(parties.id, orders.partyId))
    .innerJoin(users, eq(users.id, orders.ownerId))
    .where(and(wanted, where))
    .orderBy(...orderBy)
    .limit(limit)
    .all()
  const { total } = read.select({ total: count() }).from(orders).where(wanted).get()!
  return { ...pageOfRows(found, input.limit, (row) => row.updatedAt), total }
})

export const handleGetOrder = handleQuery(getOrder, ({ read }, { id }) => {
  const order = read
    .select({
      ...rowColumns,
      contractNumber: contracts.number,
      deliveryAddress: orders.deliveryAddress,
      remark: orders.remark,
      cancelReason: orders.cancelReason,
    })
    .from(orders)
    .innerJoin(parties, eq(parties.id, orders.partyId))
    .innerJoin(users, eq(users.id, orders.ownerId))
    .leftJoin(contracts, eq(contracts.id, orders.contractId))
    .where(eq(orders.id, id))
    .get()
  if (order === undefined) throw refuse('record.missing', { table: 'orders', id })
  const sent = read
    .select()
    .from(shipments)
    .where(eq(shipments.orderId, id))
    .orderBy(asc(shipments.shippedOn), asc(shipments.id))
    .all()
  const ids = sent.map((shipment) => shipment.id)
  const parts = read.select().from(shipmentLines).where(inArray(shipmentLines.shipmentId, ids)).all()
  const events = read
    .select()
    .from(trackingEvents)
    .where(inArray(trackingEvents.shipmentId, ids))
    .orderBy(asc(trackingEvents.happenedAt))
    .all()
  return {
    ...order,
    lines: readOrderLines(read, id),
    shipments: sent.map((shipment) => ({
      ...shipment,
      lines: parts.filter((part) => part.shipmentId === shipment.id),
      events: events.filter((event) => event.shipmentId === shipment.id),
    })),
  }
})
