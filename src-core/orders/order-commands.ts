import { asc, eq } from 'drizzle-orm'
import { addCents, lineAmount, negateCents, subtractCents, sumCents } from '../../src-shared/kernel/cents.ts'
import { addQuantity, formatQuantity, subtractQuantity } from '../../src-shared/kernel/decimal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { orderStatuses } from '../../src-shared/orders/order-status.ts'
import {
  cancelOrder,
  completeOrder,
  confirmOrder,
  createOrder,
  createOrderFromContract,
  updateOrder,
} from '../../src-shared/orders/orders-operations.ts'
import { remainingQuantity } from '../../src-shared/orders/remaining-quantity.ts'
import { readContent, readContract } from '../contracts/contract-content.ts'
import { startPerformance } from '../contracts/start-performance.ts'
import { contractLines, contracts } from '../db/schema/contracts.ts'
import { orderLines, orders } from '../db/schema/orders.ts'
import { recordById } from '../db/record-by-id.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import type { CommandContext } from '../execution/command-context.ts'
import { givenFields } from '../execution/given-fields.ts'
import { handleCommand } from '../execution/handlers.ts'
import { usableParty } from '../parties/usable-party.ts'
import { writeOrder, type OrderLineValues } from './write-order.ts'

export const handleCreateOrderFromContract = handleCommand(
  createOrderFromContract,
  (context, { contractId, lines, ...head }) => {
    const { contract, lines: offered, parties: contractParties } = readContent(context.read, contractId)
    if (contract.stage !== 'signed' && contract.stage !== 'active')
      throw refuse('order.contractNotInForce', {
        number: contract.number ?? contract.draftNumber,
        stage: contract.stage,
      })
    if (contract.direction === 'none') throw refuse('order.contractWithoutMoney', { number: contract.number })
    usableParty(context.read, contract.counterpartyId)
    const wanted =
      lines ??
      offered
        .map((line) => ({
          contractLineId: line.id,
          quantity: remainingQuantity(line, contract.orderAllowance),
          remark: '',
        }))
        .filter((line) => line.quantity > 0)
    if (wanted.length === 0) throw refuse('order.nothingRemains', { number: contract.number })
    const values = wanted.map(({ contractLineId, quantity, remark }): OrderLineValues => {
      // Fresh each time: the same line may be named twice in one order.
      const line = recordById(context.read, contractLines, contractLineId, { contractId })
      const remaining = remainingQuantity(line, contract.orderAllowance)
      if (quantity > remaining)
        throw refuse('order.overRemaining', {
          line: line.lineNo,
          name: line.name,
          wanted: formatQuantity(quantity),
          remaining: formatQuantity(remaining),
          contracted: formatQuantity(line.quantity),
          ordered: formatQuantity(line.orderedQuantity),
          unit: line.unit,
        })
      context.write.update(contractLines, line.id, { orderedQuantity: addQuantity(line.orderedQuantity, quantity) })
      return {
        contractLineId: line.id,
        productId: line.productId,
        name: line.name,
        specification: line.specification,
        unit: line.unit,
        quantity,
        unitPrice: line.unitPrice,
        taxRate: line.taxRate,
        remark,
      }
    })
    const counterparty = contractParties.find((party) => party.partyId === contract.counterpartyId)!
    const order = writeOrder(context, {
      kind: contract.direction === 'in' ? 'sales' : 'purchase',
      contractId,
      partyId: contract.counterpartyId,
      partyName: counterparty.snapshot.name,
      ...head,
      lines: values,
    })
    context.write.update(contracts, contractId, { orderedAmount: addCents(contract.orderedAmount, order.amount) })
    startPerformance(context, contractId)
    return order
  },
)

export const handleCreateOrder = handleCommand(createOrder, (context, { lines, ...head }) => {
  const party = usableParty(context.read, head.partyId)
  return writeOrder(context, {
    ...head,
    contractId: null,
    partyName: party.name,
    lines: lines.map((line) => ({ ...line, contractLineId: null })),
  })
})

export const handleUpdateOrder = handleCommand(updateOrder, (context, { id, version, changes }) => {
  const order = readOrder(context.read, id)
  if (order.status === 'completed' || order.status === 'cancelled')
    throw refuse('order.isOver', { number: order.number, status: order.status })
  const updated = context.write.update(orders, id, givenFields(changes), version)
  return { id, version: updated.version }
})

export const handleConfirmOrder = handleCommand(confirmOrder, (context, { id, version }) => {
  const order = readOrder(context.read, id)
  const status = orderStatuses.move('confirm', order.status)
  const updated = context.write.update(orders, id, { status }, version)
  return { id, version: updated.version, status }
})

export const handleCancelOrder = handleCommand(cancelOrder, (context, { id, version, reason }) => {
  const order = readOrder(context.read, id)
  const status = orderStatuses.move('cancel', order.status)
  const lines = readOrderLines(context.read, id)
  for (const line of lines) {
    if (line.contractLineId === null) continue
    const source = recordById(context.read, contractLines, line.contractLineId)
    const open = subtractQuantity(line.quantity, line.shippedQuantity)
    context.write.update(contractLines, source.id, { orderedQuantity: subtractQuantity(source.orderedQuantity, open) })
  }
  if (order.contractId !== null) {
    const contract = readContract(context.read, order.contractId)
    const givenBack = subtractCents(order.amount, order.shippedAmount)
    context.write.update(contracts, contract.id, {
      orderedAmount: addCents(contract.orderedAmount, negateCents(givenBack)),
    })
  }
  const updated = context.write.update(orders, id, { status, cancelReason: reason }, version)
  return { id, version: updated.version, status }
})

export const handleCompleteOrder = handleCommand(completeOrder, (context, { id, version }) => {
  const status = orderStatuses.move('complete', readOrder(context.read, id).status)
  const updated = context.write.update(orders, id, { status }, version)
  return { id, version: updated.version, status }
})

/** Refuses `record.missing`. */
export const readOrder = (read: ReadDatabase, id: Id<'Order'>) => recordById(read, orders, id)

export function readOrderLines(read: ReadDatabase, id: Id<'Order'>) {
  return read.select().from(orderLines).where(eq(orderLines.orderId, id)).orderBy(asc(orderLines.lineNo)).all()
}

/** The order's and its contract's shipped amounts from the quantities that have left so far. */
export function updateShippedAmount(context: CommandContext, id: Id<'Order'>): void {
  const order = readOrder(context.read, id)
  const shipped = sumCents(
    readOrderLines(context.read, id).map((line) => lineAmount(line.unitPrice, line.shippedQuantity)),
  )
  context.write.update(orders, id, { shippedAmount: shipped })
  if (order.contractId === null) return
  const contract = readContract(context.read, order.contractId)
  const difference = subtractCents(shipped, order.shippedAmount)
  context.write.update(contracts, contract.id, { shippedAmount: addCents(contract.shippedAmount, difference) })
}
