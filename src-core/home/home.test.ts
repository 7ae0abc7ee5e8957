import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeContractDesk, type ContractDesk } from '../../test/support/contract-desk.ts'
import { createDraft, getContract } from '../../src-shared/contracts/contracts-operations.ts'
import { readHome } from '../../src-shared/home/home-operations.ts'
import { cents } from '../../src-shared/kernel/cents.ts'
import { localDate } from '../../src-shared/kernel/local-date.ts'
import {
  confirmOrder,
  createOrderFromContract,
  createShipment,
  getOrder,
  receiveShipment,
} from '../../src-shared/orders/orders-operations.ts'
import { recordPayment } from '../../src-shared/payments/payments-operations.ts'

// The desk's day is 2026-11-24; a signed contract of it has 802.00 due on 1 December and 1,200.00 on 31 January.
let at: ContractDesk
beforeEach(async () => {
  at = await makeContractDesk()
})
afterEach(() => at.desk[Symbol.asyncDispose]())

const home = (as = at.desk.people.generalManager, scope: 'mine' | 'all' = 'all') => at.desk.ask(readHome, { scope }, as)

describe('the desk', () => {
  it('shows the drafts that are one’s own, and nobody else’s', () => {
    const id = at.draft()
    expect(home().drafts).toMatchObject({ total: 1, rows: [{ id, stage: 'draft', amount: 200_200 }] })
    expect(home(at.desk.people.sales).drafts).toEqual({ rows: [], total: 0 })
  })

  it('shows what of an instalment is open within the week, and nothing later', () => {
    const contractId = at.signed()
    const [first] = at.desk.ask(getContract, { id: contractId }).paymentPlan
    at.desk.run(recordPayment, {
      direction: 'in',
      partyId: at.customer,
      amount: cents(30_000),
      paidOn: localDate('2026-11-24'),
      settlements: [{ planItemId: first!.id, amount: cents(30_000) }],
    })
    expect(home().due).toMatchObject({
      total: 1,
      incoming: 50_200,
      outgoing: 0,
      rows: [{ contractId, item: '预付款', dueOn: '2026-12-01', openAmount: 50_200 }],
    })
  })

  it('shows orders to be delivered within the week, until they are shipped', () => {
    const contractId = at.signed()
    const deliver = (deliverBy: string) =>
      at.desk.run(createOrderFromContract, {
        contractId,
        deliverBy: localDate(deliverBy),
        lines: [
          {
            contractLineId: at.desk.ask(getContract, { id: contractId }).lines[0]!.id,
            quantity: 1_000_000 as never,
          },
        ],
      })
    const soon = deliver('2026-11-28')
    const later = deliver('2026-12-28')
    for (const { id, version } of [soon, later]) at.desk.run(confirmOrder, { id, version })
    expect(home().deliveries).toMatchObject({ total: 1, rows: [{ id: soon.id, openAmount: 10_000 }] })
    const ship = () => {
      const [line] = at.desk.ask(getOrder, { id: soon.id }).lines
      const half = [{ orderLineId: line!.id, quantity: 500_000 as never }]
      return at.desk.run(createShipment, { orderId: soon.id, lines: half })
    }
    const { id, version } = ship()
    at.desk.run(receiveShipment, { id, version })
    expect(home().deliveries).toMatchObject({ total: 1, rows: [{ id: soon.id, openAmount: 5_000 }] })
    ship()
    expect(home().deliveries.total).toBe(0)
  })

  it('counts contracts signed and money received in the present month, twelve months in all', () => {
    at.signed()
    at.desk.run(recordPayment, {
      direction: 'in',
      partyId: at.customer,
      amount: cents(70_000),
      paidOn: localDate('2026-10-31'),
    })
    const { months } = home()
    expect(months).toHaveLength(12)
    expect(months.slice(-2)).toEqual([
      { month: '2026-10', signed: 0, signedAmount: 0, received: 70_000, paid: 0 },
      { month: '2026-11', signed: 1, signedAmount: 200_200, received: 0, paid: 0 },
    ])
  })

  it('keeps to one’s own contracts when asked to', () => {
    at.signed()
    expect(home(at.desk.people.sales, 'mine').due.total).toBe(0)
    expect(home(at.desk.people.sales, 'all').due.total).toBe(1)
  })

  it('tells nothing of contracts to those who may not read them', () => {
    at.signed()
    const { drafts, due, expiring, months } = home(at.desk.people.administrator)
    expect([drafts.total, due.total, due.incoming, expiring.total]).toEqual([0, 0, 0, 0])
    expect(months.every((month) => month.signedAmount === 0 && month.received === 0)).toBe(true)
  })

  it('shows contracts in force that expire within ninety days, the soonest first; drafts have no term yet', () => {
    const until = (expiresOn: string) =>
      at.desk.run(createDraft, {
        title: '年度服务合同',
        type: 'service',
        direction: 'in',
        parties: [
          { role: '甲方', partyId: at.customer },
          { role: '乙方', partyId: at.desk.ourPartyId },
        ],
        amount: cents(10_000),
        expiresOn: localDate(expiresOn),
      }).id
    const inForce = ['2027-01-31', '2026-12-31', '2027-06-30'].map((day) => {
      const id = until(day)
      at.approve(id)
      at.sign(id)
      return id
    })
    until('2026-12-01')
    expect(home().expiring.rows.map(({ id }) => id)).toEqual([inForce[1], inForce[0]])
  })
})
