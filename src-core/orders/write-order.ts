import { lineAmount, sumCents, type Cents } from '../../src-shared/kernel/cents.ts'
import type { Quantity, Rate, UnitPrice } from '../../src-shared/kernel/decimal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import type { LocalDate } from '../../src-shared/kernel/local-date.ts'
import type { OrderKind } from '../../src-shared/orders/order.ts'
import { orderLines, orders } from '../db/schema/orders.ts'
import type { CommandContext } from '../execution/command-context.ts'
import { takeNumber } from '../numbering/take-number.ts'

export interface OrderLineValues {
  contractLineId: Id<'ContractLine'> | null
  productId: Id<'Product'> | null
  name: string
  specification: string
  unit: string
  quantity: Quantity
  unitPrice: UnitPrice
  taxRate: Rate
  remark: string
}

interface OrderValues {
  kind: OrderKind
  contractId: Id<'Contract'> | null
  partyId: Id<'Party'>
  partyName: string
  orderedOn: LocalDate | null
  deliverBy: LocalDate | null
  deliveryAddress: string
  remark: string
  lines: OrderLineValues[]
}

/** A new draft order with its lines, numbered, and findable. */
export function writeOrder(context: CommandContext, { lines, partyName, orderedOn, ...values }: OrderValues) {
  const amounts = lines.map((line) => lineAmount(line.unitPrice, line.quantity))
  const order = context.write.insert(orders, {
    id: context.newId<'Order'>(),
    number: takeNumber(context, 'order', values.kind, context.today),
    status: 'draft',
    ownerId: context.actor.id,
    departmentId: context.actor.departmentId,
    orderedOn: orderedOn ?? context.today,
    amount: sumCents(amounts),
    shippedAmount: 0 as Cents,
    ...values,
  })
  lines.forEach((line, i) =>
    context.write.insert(orderLines, {
      id: context.newId<'OrderLine'>(),
      orderId: order.id,
      lineNo: i + 1,
      amount: amounts[i]!,
      shippedQuantity: 0 as Quantity,
      receivedQuantity: 0 as Quantity,
      ...line,
    }),
  )
  context.index('order', order.id, {
    title: `${order.number} ${partyName}`,
    text: lines.map((line) => `${line.name} ${line.specification}`).join(' '),
  })
  return { id: order.id, version: order.version, number: order.number, amount: order.amount }
}
