import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import type { OrderKind } from '../../../src-shared/orders/order.ts'
import type { OrderStatus } from '../../../src-shared/orders/order-status.ts'
import type { ShipmentStatus } from '../../../src-shared/orders/shipment-status.ts'
import {
  centsColumn,
  dateColumn,
  idColumn,
  instantColumn,
  quantityColumn,
  rateColumn,
  recordColumns,
  unitPriceColumn,
} from './columns.ts'

export const orders = sqliteTable(
  'orders',
  {
    ...recordColumns<'Order'>(),
    number: text('number').notNull(),
    kind: text('kind').$type<OrderKind>().notNull(),
    status: text('status').$type<OrderStatus>().notNull(),
    contractId: idColumn<'Contract'>('contract_id'),
    partyId: idColumn<'Party'>('party_id').notNull(),
    ownerId: idColumn<'User'>('owner_id').notNull(),
    departmentId: idColumn<'Department'>('department_id'),
    orderedOn: dateColumn('ordered_on').notNull(),
    deliverBy: dateColumn('deliver_by'),
    deliveryAddress: text('delivery_address').notNull().default(''),
    amount: centsColumn('amount').notNull(),
    shippedAmount: centsColumn('shipped_amount').notNull(),
    remark: text('remark').notNull().default(''),
    cancelReason: text('cancel_reason').notNull().default(''),
  },
  (t) => [
    uniqueIndex('orders_number').on(t.number),
    index('orders_updated').on(t.updatedAt, t.id),
    index('orders_status_updated').on(t.status, t.updatedAt, t.id),
    index('orders_ordered').on(t.orderedOn, t.id),
    index('orders_deliver_by').on(t.deliverBy, t.id),
    index('orders_amount').on(t.amount, t.id),
    index('orders_contract')
      .on(t.contractId)
      .where(sql`contract_id is not null`),
    index('orders_party').on(t.partyId, t.updatedAt, t.id),
  ],
)

export const orderLines = sqliteTable(
  'order_lines',
  {
    ...recordColumns<'OrderLine'>(),
    orderId: idColumn<'Order'>('order_id').notNull(),
    lineNo: integer('line_no').notNull(),
    contractLineId: idColumn<'ContractLine'>('contract_line_id'),
    productId: idColumn<'Product'>('product_id'),
    name: text('name').notNull(),
    specification: text('specification').notNull().default(''),
    unit: text('unit').notNull().default(''),
    quantity: quantityColumn('quantity').notNull(),
    unitPrice: unitPriceColumn('unit_price').notNull(),
    taxRate: rateColumn('tax_rate').notNull(),
    amount: centsColumn('amount').notNull(),
    shippedQuantity: quantityColumn('shipped_quantity').notNull(),
    receivedQuantity: quantityColumn('received_quantity').notNull(),
    remark: text('remark').notNull().default(''),
  },
  (t) => [
    uniqueIndex('order_lines_no').on(t.orderId, t.lineNo),
    index('order_lines_contract_line')
      .on(t.contractLineId)
      .where(sql`contract_line_id is not null`),
  ],
)

export const shipments = sqliteTable(
  'shipments',
  {
    ...recordColumns<'Shipment'>(),
    number: text('number').notNull(),
    orderId: idColumn<'Order'>('order_id').notNull(),
    status: text('status').$type<ShipmentStatus>().notNull(),
    carrier: text('carrier').notNull().default(''),
    waybill: text('waybill').notNull().default(''),
    shippedOn: dateColumn('shipped_on').notNull(),
    receivedOn: dateColumn('received_on'),
    remark: text('remark').notNull().default(''),
  },
  (t) => [
    uniqueIndex('shipments_number').on(t.number),
    index('shipments_order').on(t.orderId),
    index('shipments_waybill').on(t.waybill),
  ],
)

export const shipmentLines = sqliteTable(
  'shipment_lines',
  {
    ...recordColumns<'ShipmentLine'>(),
    shipmentId: idColumn<'Shipment'>('shipment_id').notNull(),
    orderLineId: idColumn<'OrderLine'>('order_line_id').notNull(),
    quantity: quantityColumn('quantity').notNull(),
    receivedQuantity: quantityColumn('received_quantity').notNull(),
  },
  (t) => [
    uniqueIndex('shipment_lines_line').on(t.shipmentId, t.orderLineId),
    index('shipment_lines_order_line').on(t.orderLineId),
  ],
)

export const trackingEvents = sqliteTable(
  'tracking_events',
  {
    ...recordColumns<'TrackingEvent'>(),
    shipmentId: idColumn<'Shipment'>('shipment_id').notNull(),
    happenedAt: instantColumn('happened_at').notNull(),
    place: text('place').notNull().default(''),
    description: text('description').notNull(),
  },
  (t) => [index('tracking_events_shipment').on(t.shipmentId, t.happenedAt)],
)
