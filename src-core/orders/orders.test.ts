import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeContractDesk, type ContractDesk } from '../../test/support/contract-desk.ts'
import { completeContract, getContract } from '../../src-shared/contracts/contracts-operations.ts'
import {
  cancelOrder,
  confirmOrder,
  createOrder,
  createOrderFromContract,
  createShipment,
  getOrder,
  listOrders,
  receiveShipment,
  updateOrder,
  updateShipment,
  voidShipment,
} from '../../src-shared/orders/orders-operations.ts'
import { blockParty } from '../../src-shared/parties/parties-operations.ts'
import { parseQuantity, parseRate, parseUnitPrice, type Quantity } from '../../src-shared/kernel/decimal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { localDate } from '../../src-shared/kernel/local-date.ts'

let at: ContractDesk
let contractId: Id<'Contract'>
beforeEach(async () => {
  at = await makeContractDesk()
  contractId = at.signed()
})
afterEach(() => at.desk[Symbol.asyncDispose]())

const line = (no: number) => at.desk.ask(getContract, { id: contractId }).lines[no - 1]!
const order = (no: number, quantity: string) =>
  at.desk.run(createOrderFromContract, {
    contractId,
    lines: [{ contractLineId: line(no).id, quantity: parseQuantity(quantity) }],
  }).id
const confirmed = (no: number, quantity: string) => {
  const id = order(no, quantity)
  at.desk.run(confirmOrder, { id, version: 1 })
  return id
}
const ship = (id: Id<'Order'>, quantity: string) => {
  const [orderLine] = at.desk.ask(getOrder, { id }).lines
  return at.desk.run(createShipment, {
    orderId: id,
    lines: [{ orderLineId: orderLine!.id, quantity: parseQuantity(quantity) }],
  })
}

describe('an order from a contract', () => {
  it('is refused beyond the remaining quantity, with the figures', () => {
    order(1, '7.5')
    const wanted = [{ contractLineId: line(1).id, quantity: parseQuantity('3') }]
    expect(at.desk.refused(createOrderFromContract, { contractId, lines: wanted })).toEqual({
      code: 'order.overRemaining',
      params: { line: 1, name: '量块', wanted: '3', remaining: '2.5', contracted: '10', ordered: '7.5', unit: '套' },
    })
    expect(line(1).orderedQuantity).toBe(parseQuantity('7.5'))
  })

  it('counts a line named twice in one order', () => {
    const twice = ['6', '5'].map((quantity) => ({ contractLineId: line(1).id, quantity: parseQuantity(quantity) }))
    expect(at.desk.refused(createOrderFromContract, { contractId, lines: twice }).params).toMatchObject({
      remaining: '4',
    })
    expect(line(1).orderedQuantity).toBe(0)
  })

  it('takes all that remains when no lines are named, and then nothing remains', () => {
    order(1, '4')
    const rest = at.desk.run(createOrderFromContract, { contractId })
    expect(at.desk.ask(getOrder, { id: rest.id }).lines.map((each) => each.quantity)).toEqual(
      ['6', '4'].map(parseQuantity),
    )
    expect(at.desk.refused(createOrderFromContract, { contractId }).code).toBe('order.nothingRemains')
  })

  it('is not made for a party that is blocked', () => {
    at.desk.run(blockParty, { id: at.customer, version: 1, reason: '长期拖欠' })
    expect(at.desk.refused(createOrderFromContract, { contractId }).code).toBe('contract.partyBlocked')
  })

  it('starts the performance of its contract', () => {
    order(1, '1')
    expect(at.desk.ask(getContract, { id: contractId })).toMatchObject({ stage: 'active', orderedAmount: 100_00 })
  })

  it('gives back what was not shipped when it is cancelled', () => {
    const id = confirmed(1, '8')
    ship(id, '3')
    const { version } = at.desk.ask(getOrder, { id })
    at.desk.run(cancelOrder, { id, version, reason: '客户缩减' })
    expect(line(1)).toMatchObject({ orderedQuantity: parseQuantity('3'), remainingQuantity: parseQuantity('7') })
    expect(at.desk.ask(getContract, { id: contractId })).toMatchObject({ orderedAmount: 300_00, shippedAmount: 300_00 })
  })

  it('keeps its contract open', () => {
    order(1, '1')
    const { version } = at.desk.ask(getContract, { id: contractId })
    expect(at.desk.refused(completeContract, { id: contractId, version, reason: '结清' }).code).toBe(
      'contract.openOrders',
    )
  })
})

describe('an order by hand', () => {
  it('takes no tax rate that a contract would not take', () => {
    const goods = { name: '量块', quantity: parseQuantity('1'), unitPrice: parseUnitPrice('100') }
    const refused = (taxRate: string) =>
      at.desk.refused(createOrder, {
        kind: 'sales',
        partyId: at.customer,
        lines: [{ ...goods, taxRate: parseRate(taxRate) }],
      }).code
    expect([refused('100%'), refused('-1%')]).toEqual(['input.invalid', 'input.invalid'])
  })
})

describe('a shipment', () => {
  it('moves the order by quantities: in part, whole, received', () => {
    const id = confirmed(1, '8')
    const first = ship(id, '3')
    expect(first.orderStatus).toBe('partShipped')
    const second = ship(id, '5')
    expect(second.orderStatus).toBe('shipped')
    expect(at.desk.run(receiveShipment, { id: first.id, version: 1 }).orderStatus).toBe('partReceived')
    expect(at.desk.run(receiveShipment, { id: second.id, version: 1 }).orderStatus).toBe('received')
  })

  it('is refused beyond what is open, with the figures', () => {
    const id = confirmed(1, '8')
    ship(id, '6')
    const [orderLine] = at.desk.ask(getOrder, { id }).lines
    const wanted = [{ orderLineId: orderLine!.id, quantity: parseQuantity('3') }]
    expect(at.desk.refused(createShipment, { orderId: id, lines: wanted })).toEqual({
      code: 'shipment.overOpen',
      params: { line: 1, name: '量块', wanted: '3', open: '2', ordered: '8', shipped: '6', unit: '套' },
    })
  })

  it('leaves no trace in the quantities when it is voided', () => {
    const id = confirmed(1, '8')
    const first = ship(id, '8')
    const voided = at.desk.run(voidShipment, { id: first.id, version: 1, reason: '录错' })
    expect(voided.orderStatus).toBe('confirmed')
    expect(at.desk.ask(getOrder, { id })).toMatchObject({
      shippedAmount: 0,
      lines: [{ shippedQuantity: 0 as Quantity }],
    })
    expect(at.desk.ask(getContract, { id: contractId }).shippedAmount).toBe(0)
  })

  it('of a line named twice carries both quantities', () => {
    const id = confirmed(1, '8')
    const [orderLine] = at.desk.ask(getOrder, { id }).lines
    const twice = (...quantities: string[]) =>
      quantities.map((quantity) => ({ orderLineId: orderLine!.id, quantity: parseQuantity(quantity) }))
    expect(at.desk.refused(createShipment, { orderId: id, lines: twice('5', '4') }).params).toMatchObject({
      wanted: '9',
      open: '8',
    })
    at.desk.run(createShipment, { orderId: id, lines: twice('5', '2') })
    expect(at.desk.ask(getOrder, { id }).shipments[0]!.lines.map(({ quantity }) => quantity)).toEqual([
      parseQuantity('7'),
    ])
  })

  it('of a draft order is refused', () => {
    const id = order(1, '1')
    const [orderLine] = at.desk.ask(getOrder, { id }).lines
    const wanted = [{ orderLineId: orderLine!.id, quantity: parseQuantity('1') }]
    expect(at.desk.refused(createShipment, { orderId: id, lines: wanted }).code).toBe('status.notAllowed')
  })
})

describe('the list of orders', () => {
  it('finds the late ones: due before today and not all shipped, with sums over all that match', () => {
    const late = at.desk.run(createOrderFromContract, {
      contractId,
      deliverBy: localDate('2026-11-20'),
      lines: [{ contractLineId: line(1).id, quantity: parseQuantity('2') }],
    })
    order(1, '3')
    expect(at.desk.ask(listOrders, { late: true }).rows.map(({ id }) => id)).toEqual([late.id])
    at.desk.run(confirmOrder, { id: late.id, version: 1 })
    ship(late.id, '1')
    expect(at.desk.ask(listOrders, { late: true }).sums).toEqual({ amount: 200_00, shippedAmount: 100_00 })
    ship(late.id, '1')
    expect(at.desk.ask(listOrders, { late: true }).total).toBe(0)
    expect(at.desk.ask(listOrders, {}).sums.amount).toBe(500_00)
  })

  it('finds an order by the number of its waybill', () => {
    const id = confirmed(1, '1')
    const shipment = ship(id, '1')
    at.desk.run(updateShipment, { id: shipment.id, version: shipment.version, changes: { waybill: 'SF1402887651' } })
    expect(at.desk.ask(listOrders, { text: 'SF1402887651' }).rows.map((row) => row.id)).toEqual([id])
  })

  it('goes on from page to page in the order asked for', () => {
    for (const quantity of ['1', '3', '2']) order(1, quantity)
    const first = at.desk.ask(listOrders, { sort: 'amount', descending: false, limit: 2 })
    const rest = at.desk.ask(listOrders, { sort: 'amount', descending: false, limit: 2, after: first.next })
    expect([...first.rows, ...rest.rows].map(({ amount }) => amount)).toEqual([100_00, 200_00, 300_00])
  })
})

describe('what was entered', () => {
  it('can be corrected: terms of an order until it is over, a waybill until it is void', () => {
    const id = confirmed(1, '2')
    const { version } = at.desk.ask(getOrder, { id })
    const changed = at.desk.run(updateOrder, { id, version, changes: { deliverBy: localDate('2026-12-24') } })
    expect(at.desk.ask(getOrder, { id }).deliverBy).toBe('2026-12-24')
    at.desk.run(cancelOrder, { id, version: changed.version, reason: '客户取消' })
    const over = { id, version: changed.version + 1, changes: { remark: '晚了' } }
    expect(at.desk.refused(updateOrder, over).code).toBe('order.isOver')
  })

  it('refuses to move a shipment behind its receipt', () => {
    const shipment = ship(confirmed(1, '2'), '2')
    const received = at.desk.run(receiveShipment, { id: shipment.id, version: shipment.version })
    const changes = { shippedOn: localDate('2027-01-01') }
    expect(at.desk.refused(updateShipment, { id: shipment.id, version: received.version, changes }).code).toBe(
      'shipment.receivedBeforeShipped',
    )
  })
})
