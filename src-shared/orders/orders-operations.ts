import { z } from 'zod'
import { FileHash } from '../files/file.ts'
import { defineCommand, defineQuery, defineTask } from '../kernel/operation.ts'
import { pageFields, pageOf } from '../kernel/paging.ts'
import {
  centsSchema,
  dateSchema,
  idSchema,
  lineSchema,
  quantitySchema,
  rateSchema,
  textSchema,
  unitPriceSchema,
  versionSchema,
} from '../kernel/schemas.ts'
import { GoodsLineInput, positiveQuantity } from '../products/goods-line.ts'
import { OrderKind } from './order.ts'
import { OrderStatus } from './order-status.ts'
import { ShipmentStatus } from './shipment-status.ts'

const orderId = idSchema<'Order'>()
const shipmentId = idSchema<'Shipment'>()
const seen = z.object({ id: orderId, version: versionSchema })
const moved = z.object({ id: orderId, version: versionSchema, status: OrderStatus })

const OrderHead = z.object({
  orderedOn: dateSchema.nullable().default(null),
  deliverBy: dateSchema.nullable().default(null),
  deliveryAddress: lineSchema(300).default(''),
  remark: textSchema(2000).default(''),
})

const created = z.object({ id: orderId, version: versionSchema, number: z.string(), amount: centsSchema })

export const createOrderFromContract = defineCommand({
  name: 'orders.createFromContract',
  version: 1,
  class: 'guarded',
  permission: 'orders.create',
  summary: { zh: '按合同下订单', en: 'Make an order from a contract' },
  input: OrderHead.extend({
    contractId: idSchema<'Contract'>(),
    /** Without lines: all that remains. */
    lines: z
      .array(
        z.object({
          contractLineId: idSchema<'ContractLine'>(),
          quantity: positiveQuantity,
          remark: lineSchema(200).default(''),
        }),
      )
      .max(2000)
      .optional(),
  }),
  output: created,
})

export const createOrder = defineCommand({
  name: 'orders.create',
  version: 1,
  class: 'free',
  permission: 'orders.create',
  summary: { zh: '手工录入订单', en: 'Enter an order by hand' },
  input: OrderHead.extend({
    kind: OrderKind,
    partyId: idSchema<'Party'>(),
    lines: z.array(GoodsLineInput).min(1).max(2000),
  }),
  output: created,
})

export const updateOrder = defineCommand({
  name: 'orders.update',
  version: 1,
  class: 'guarded',
  permission: 'orders.create',
  summary: { zh: '修改订单的交货信息', en: 'Change the delivery terms of an order' },
  input: seen.extend({
    changes: z
      .strictObject({ deliverBy: dateSchema.nullable(), deliveryAddress: lineSchema(300), remark: textSchema(2000) })
      .partial(),
  }),
  output: z.object({ id: orderId, version: versionSchema }),
})

export const confirmOrder = defineCommand({
  name: 'orders.confirm',
  version: 1,
  class: 'guarded',
  permission: 'orders.confirm',
  summary: { zh: '确认订单', en: 'Confirm an order' },
  input: seen,
  output: moved,
})

export const cancelOrder = defineCommand({
  name: 'orders.cancel',
  version: 1,
  class: 'guarded',
  permission: 'orders.cancel',
  summary: {
    zh: '取消订单，未发货的数量退回合同',
    en: 'Cancel an order and give what is not shipped back to the contract',
  },
  input: seen.extend({ reason: textSchema(500).min(1) }),
  output: moved,
})

export const completeOrder = defineCommand({
  name: 'orders.complete',
  version: 1,
  class: 'guarded',
  permission: 'orders.confirm',
  summary: { zh: '完成订单', en: 'Complete a received order' },
  input: seen,
  output: moved,
})

const ShipmentOutput = z.object({
  id: shipmentId,
  version: versionSchema,
  number: z.string(),
  status: ShipmentStatus,
  orderStatus: OrderStatus,
})

export const createShipment = defineCommand({
  name: 'shipments.create',
  version: 1,
  class: 'guarded',
  permission: 'shipments.create',
  summary: { zh: '登记发货', en: 'Record a shipment' },
  input: z.object({
    orderId,
    lines: z
      .array(z.object({ orderLineId: idSchema<'OrderLine'>(), quantity: positiveQuantity }))
      .min(1)
      .max(2000),
    carrier: lineSchema(60).default(''),
    waybill: lineSchema(60).default(''),
    shippedOn: dateSchema.nullable().default(null),
    remark: textSchema(2000).default(''),
  }),
  output: ShipmentOutput,
})

export const updateShipment = defineCommand({
  name: 'shipments.update',
  version: 1,
  class: 'guarded',
  permission: 'shipments.create',
  summary: { zh: '修改发货单的物流信息', en: 'Change carrier, waybill or date of a shipment' },
  input: z.object({
    id: shipmentId,
    version: versionSchema,
    changes: z
      .strictObject({
        carrier: lineSchema(60),
        waybill: lineSchema(60),
        shippedOn: dateSchema,
        remark: textSchema(2000),
      })
      .partial(),
  }),
  output: z.object({ id: shipmentId, version: versionSchema }),
})

export const receiveShipment = defineCommand({
  name: 'shipments.receive',
  version: 1,
  class: 'guarded',
  permission: 'shipments.receive',
  summary: { zh: '登记收货', en: 'Record that a shipment was received' },
  input: z.object({ id: shipmentId, version: versionSchema, receivedOn: dateSchema.nullable().default(null) }),
  output: ShipmentOutput,
})

export const voidShipment = defineCommand({
  name: 'shipments.void',
  version: 1,
  class: 'guarded',
  permission: 'shipments.void',
  summary: { zh: '作废发货单', en: 'Make a shipment void that never left' },
  input: z.object({ id: shipmentId, version: versionSchema, reason: textSchema(500).min(1) }),
  output: ShipmentOutput,
})

export const addTrackingEvent = defineCommand({
  name: 'shipments.addTrackingEvent',
  version: 1,
  class: 'free',
  permission: 'shipments.create',
  summary: { zh: '登记物流动态', en: 'Add a tracking event to a shipment' },
  input: z.object({
    shipmentId,
    happenedAt: z.int().min(0),
    place: lineSchema(100).default(''),
    description: lineSchema(300).min(1),
  }),
  output: z.object({ id: idSchema<'TrackingEvent'>() }),
})

/** The paper that goes with the goods, of the shipment as it is now. */
export const makeDeliveryNote = defineTask({
  name: 'shipments.makeDeliveryNote',
  permission: 'shipments.read',
  summary: { zh: '生成送货单', en: 'Make the delivery note of a shipment' },
  input: z.object({ id: shipmentId }),
  output: z.object({ fileHash: FileHash, pages: z.int(), number: z.string() }),
})

export const OrderRow = z.object({
  id: orderId,
  version: versionSchema,
  number: z.string(),
  kind: OrderKind,
  status: OrderStatus,
  contractId: idSchema<'Contract'>().nullable(),
  contractNumber: z.string().nullable(),
  partyId: idSchema<'Party'>(),
  party: z.string(),
  ownerId: idSchema<'User'>(),
  owner: z.string(),
  orderedOn: dateSchema,
  deliverBy: dateSchema.nullable(),
  amount: centsSchema,
  shippedAmount: centsSchema,
  updatedAt: z.int(),
})
export type OrderRow = z.infer<typeof OrderRow>

export const OrderSort = z.enum(['updated', 'orderedOn', 'deliverBy', 'amount'])

/** Which orders, and in what order. */
const orderFilters = z.object({
  status: z.array(OrderStatus).optional(),
  kind: OrderKind.optional(),
  contractId: idSchema<'Contract'>().optional(),
  partyId: idSchema<'Party'>().optional(),
  orderedFrom: dateSchema.optional(),
  orderedTo: dateSchema.optional(),
  /** Only orders whose delivery date has passed and of which something has not been shipped. */
  late: z.boolean().default(false),
  /** Words of the order, or the whole number of a waybill of it. */
  text: z.string().trim().max(100).optional(),
  sort: OrderSort.default('updated'),
  descending: z.boolean().default(true),
})

export const listOrders = defineQuery({
  name: 'orders.list',
  permission: 'orders.read',
  summary: { zh: '订单列表', en: 'List orders' },
  input: orderFilters.extend({
    ...pageFields,
  }),
  output: pageOf(OrderRow).extend({
    /** Of all orders that match, cancelled ones left out. */
    sums: z.object({ amount: centsSchema, shippedAmount: centsSchema }),
  }),
})

/** All orders that the list would show, as an .xlsx with totals. */
export const exportOrders = defineTask({
  name: 'orders.export',
  permission: 'orders.read',
  summary: { zh: '导出订单列表', en: 'Export the list of orders to Excel' },
  input: orderFilters.extend({ language: z.enum(['zh', 'en']).default('zh') }),
  output: z.object({ fileHash: FileHash, rows: z.int() }),
})

export const getOrder = defineQuery({
  name: 'orders.get',
  permission: 'orders.read',
  summary: { zh: '订单详情', en: 'Read an order with its shipments' },
  input: z.object({ id: orderId }),
  output: OrderRow.extend({
    deliveryAddress: z.string(),
    remark: z.string(),
    cancelReason: z.string(),
    lines: z.array(
      z.object({
        id: idSchema<'OrderLine'>(),
        lineNo: z.int(),
        contractLineId: idSchema<'ContractLine'>().nullable(),
        productId: idSchema<'Product'>().nullable(),
        name: z.string(),
        specification: z.string(),
        unit: z.string(),
        quantity: quantitySchema,
        unitPrice: unitPriceSchema,
        taxRate: rateSchema,
        amount: centsSchema,
        shippedQuantity: quantitySchema,
        receivedQuantity: quantitySchema,
        remark: z.string(),
      }),
    ),
    shipments: z.array(
      z.object({
        id: shipmentId,
        version: versionSchema,
        number: z.string(),
        status: ShipmentStatus,
        carrier: z.string(),
        waybill: z.string(),
        shippedOn: dateSchema,
        receivedOn: dateSchema.nullable(),
        remark: z.string(),
        lines: z.array(z.object({ orderLineId: idSchema<'OrderLine'>(), quantity: quantitySchema })),
        events: z.array(
          z.object({
            id: idSchema<'TrackingEvent'>(),
            happenedAt: z.int(),
            place: z.string(),
            description: z.string(),
          }),
        ),
      }),
    ),
  }),
})

export const orderOperations = [
  createOrderFromContract,
  createOrder,
  updateOrder,
  confirmOrder,
  cancelOrder,
  completeOrder,
  createShipment,
  updateShipment,
  receiveShipment,
  voidShipment,
  addTrackingEvent,
  makeDeliveryNote,
  listOrders,
  exportOrders,
  getOrder,
] as const
