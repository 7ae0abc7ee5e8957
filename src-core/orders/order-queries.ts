import { and, asc, count, eq, gte, inArray, isNotNull, lt, lte, or, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Cents } from '../../src-shared/kernel/cents.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { unshippedStatuses } from '../../src-shared/orders/order-status.ts'
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
  contractNumber: contracts.number,
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

const sortColumns = {
  updated: orders.updatedAt,
  orderedOn: orders.orderedOn,
  deliverBy: orders.deliverBy,
  amount: orders.amount,
} satisfies Record<string, SQLiteColumn>

export const handleListOrders = handleQuery(listOrders, ({ read, today }, input) => {
  const wanted = and(
    input.status && inArray(orders.status, input.status),
    input.kind && eq(orders.kind, input.kind),
    input.contractId && eq(orders.contractId, input.contractId),
    input.partyId && eq(orders.partyId, input.partyId),
    input.orderedFrom && gte(orders.orderedOn, input.orderedFrom),
    input.orderedTo && lte(orders.orderedOn, input.orderedTo),
    input.late
      ? and(
          inArray(orders.status, [...unshippedStatuses]),
          lt(orders.deliverBy, today),
          lt(orders.shippedAmount, orders.amount),
        )
      : undefined,
    input.text
      ? or(
          matchingRecords('order', orders.id, input.text),
          inArray(
            orders.id,
            read.select({ id: shipments.orderId }).from(shipments).where(eq(shipments.waybill, input.text)),
          ),
        )
      : undefined,
    // Sorting by a day leaves out what has none, so that paging by key stays exact.
    input.sort === 'deliverBy' ? isNotNull(orders.deliverBy) : undefined,
  )
  const column = sortColumns[input.sort]
  const { where, orderBy, limit } = keyset(column, orders.id, input)
  const found = read
    .select(rowColumns)
    .from(orders)
    .innerJoin(parties, eq(parties.id, orders.partyId))
    .innerJoin(users, eq(users.id, orders.ownerId))
    .leftJoin(contracts, eq(contracts.id, orders.contractId))
    .where(and(wanted, where))
    .orderBy(...orderBy)
    .limit(limit)
    .all()
  const sum = (amount: SQLiteColumn) =>
    sql<Cents>`coalesce(sum(case when ${orders.status} <> 'cancelled' then ${amount} end), 0)`
  const { total, ...sums } = read
    .select({ total: count(), amount: sum(orders.amount), shippedAmount: sum(orders.shippedAmount) })
    .from(orders)
    .where(wanted)
    .get()!
  const keyOf = (row: (typeof found)[number]) =>
    ({ updated: row.updatedAt, orderedOn: row.orderedOn, deliverBy: row.deliverBy ?? '', amount: row.amount })[
      input.sort
    ]
  return { ...pageOfRows(found, input.limit, keyOf), total, sums }
})

export const handleGetOrder = handleQuery(getOrder, ({ read }, { id }) => {
  const order = read
    .select({
      ...rowColumns,
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
