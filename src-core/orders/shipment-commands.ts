import { eq } from 'drizzle-orm'
import { recordById } from '../db/record-by-id.ts'
import { addQuantity, formatQuantity, subtractQuantity, type Quantity } from '../../src-shared/kernel/decimal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import {
  orderStatuses,
  receivingAction,
  shippingAction,
  unshippingAction,
} from '../../src-shared/orders/order-status.ts'
import {
  addTrackingEvent,
  createShipment,
  receiveShipment,
  updateShipment,
  voidShipment,
} from '../../src-shared/orders/orders-operations.ts'
import { shipmentStatuses } from '../../src-shared/orders/shipment-status.ts'
import { orderLines, orders, shipmentLines, shipments, trackingEvents } from '../db/schema/orders.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import { givenFields } from '../execution/given-fields.ts'
import { handleCommand } from '../execution/handlers.ts'
import { takeNumber } from '../numbering/take-number.ts'
import { readOrder, readOrderLines, updateShippedAmount } from './order-commands.ts'

export const handleCreateShipment = handleCommand(createShipment, (context, { orderId, lines, shippedOn, ...head }) => {
  const order = readOrder(context.read, orderId)
  // The table knows from which statuses anything may leave; whether it is the rest is seen once the quantities are in.
  orderStatuses.move('shipPart', order.status)
  const shipment = context.write.insert(shipments, {
    id: context.newId<'Shipment'>(),
    number: takeNumber(context, 'shipment', order.kind, context.today),
    orderId,
    status: 'shipped',
    shippedOn: shippedOn ?? context.today,
    receivedOn: null,
    ...head,
  })
  // A line named twice leaves once, with both quantities.
  for (const [orderLineId, parts] of Map.groupBy(lines, (line) => line.orderLineId)) {
    const quantity = parts.map((part) => part.quantity).reduce(addQuantity)
    const line = recordById(context.read, orderLines, orderLineId, { orderId })
    const open = subtractQuantity(line.quantity, line.shippedQuantity)
    if (quantity > open)
      throw refuse('shipment.overOpen', {
        line: line.lineNo,
        name: line.name,
        wanted: formatQuantity(quantity),
        open: formatQuantity(open),
        ordered: formatQuantity(line.quantity),
        shipped: formatQuantity(line.shippedQuantity),
        unit: line.unit,
      })
    context.write.insert(shipmentLines, {
      id: context.newId<'ShipmentLine'>(),
      shipmentId: shipment.id,
      orderLineId,
      quantity,
      receivedQuantity: 0 as Quantity,
    })
    context.write.update(orderLines, line.id, { shippedQuantity: addQuantity(line.shippedQuantity, quantity) })
  }
  const status = orderStatuses.move(shippingAction(readOrderLines(context.read, orderId)), order.status)
  context.write.update(orders, orderId, { status })
  updateShippedAmount(context, orderId)
  return {
    id: shipment.id,
    version: shipment.version,
    number: shipment.number,
    status: shipment.status,
    orderStatus: status,
  }
})

export const handleUpdateShipment = handleCommand(updateShipment, (context, { id, version, changes }) => {
  const shipment = readShipment(context.read, id)
  if (shipment.status === 'void') throw refuse('shipment.isVoid', { number: shipment.number })
  const shippedOn = changes.shippedOn ?? shipment.shippedOn
  if (shipment.receivedOn !== null && shipment.receivedOn < shippedOn)
    throw refuse('shipment.receivedBeforeShipped', { shippedOn, receivedOn: shipment.receivedOn })
  const updated = context.write.update(shipments, id, givenFields(changes), version)
  return { id, version: updated.version }
})

export const handleReceiveShipment = handleCommand(receiveShipment, (context, { id, version, receivedOn }) => {
  const shipment = readShipment(context.read, id)
  const status = shipmentStatuses.move('receive', shipment.status)
  const day = receivedOn ?? context.today
  if (day < shipment.shippedOn)
    throw refuse('shipment.receivedBeforeShipped', { shippedOn: shipment.shippedOn, receivedOn: day })
  for (const part of readShipmentLines(context.read, id)) {
    context.write.update(shipmentLines, part.id, { receivedQuantity: part.quantity })
    const line = recordById(context.read, orderLines, part.orderLineId)
    context.write.update(orderLines, line.id, { receivedQuantity: addQuantity(line.receivedQuantity, part.quantity) })
  }
  const order = readOrder(context.read, shipment.orderId)
  // A cancelled order may still have goods on the way; they are received and the order stays cancelled.
  const orderStatus =
    order.status === 'cancelled'
      ? order.status
      : orderStatuses.move(receivingAction(readOrderLines(context.read, order.id)), order.status)
  context.write.update(orders, order.id, { status: orderStatus })
  const updated = context.write.update(shipments, id, { status, receivedOn: day }, version)
  return { id, version: updated.version, number: shipment.number, status, orderStatus }
})

export const handleVoidShipment = handleCommand(voidShipment, (context, { id, version, reason }) => {
  const shipment = readShipment(context.read, id)
  const status = shipmentStatuses.move('void', shipment.status)
  const order = readOrder(context.read, shipment.orderId)
  if (order.status === 'cancelled') throw refuse('shipment.orderCancelled', { order: order.number })
  for (const part of readShipmentLines(context.read, id)) {
    const line = recordById(context.read, orderLines, part.orderLineId)
    context.write.update(orderLines, line.id, {
      shippedQuantity: subtractQuantity(line.shippedQuantity, part.quantity),
    })
  }
  const orderStatus = orderStatuses.move(unshippingAction(readOrderLines(context.read, order.id)), order.status)
  context.write.update(orders, order.id, { status: orderStatus })
  updateShippedAmount(context, order.id)
  const remark = [shipment.remark, reason].filter(Boolean).join('\n')
  const updated = context.write.update(shipments, id, { status, remark }, version)
  return { id, version: updated.version, number: shipment.number, status, orderStatus }
})

export const handleAddTrackingEvent = handleCommand(addTrackingEvent, (context, event) => {
  readShipment(context.read, event.shipmentId)
  const row = context.write.insert(trackingEvents, { id: context.newId<'TrackingEvent'>(), ...event })
  return { id: row.id }
})

const readShipment = (read: ReadDatabase, id: Id<'Shipment'>) => recordById(read, shipments, id)

function readShipmentLines(read: ReadDatabase, id: Id<'Shipment'>) {
  return read.select().from(shipmentLines).where(eq(shipmentLines.shipmentId, id)).all()
}
