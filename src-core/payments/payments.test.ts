import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeContractDesk, type ContractDesk } from '../../test/support/contract-desk.ts'
import { getContract, voidContract } from '../../src-shared/contracts/contracts-operations.ts'
import { cents } from '../../src-shared/kernel/cents.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { localDate } from '../../src-shared/kernel/local-date.ts'
import { createParty } from '../../src-shared/parties/parties-operations.ts'
import {
  getPayment,
  listPayments,
  proposeSettlement,
  recordPayment,
  settlePayment,
  unsettlePayment,
  voidPayment,
} from '../../src-shared/payments/payments-operations.ts'

let at: ContractDesk
let contractId: Id<'Contract'>
beforeEach(async () => {
  at = await makeContractDesk()
  contractId = at.signed()
})
afterEach(() => at.desk[Symbol.asyncDispose]())

const plan = () => at.desk.ask(getContract, { id: contractId }).paymentPlan
const receive = (
  amount: number,
  settlements: { planItemId: Id<'PaymentPlanItem'>; amount: ReturnType<typeof cents> }[] = [],
) =>
  at.desk.run(recordPayment, {
    direction: 'in',
    partyId: at.customer,
    amount: cents(amount),
    paidOn: localDate('2026-11-24'),
    settlements,
  })

describe('a payment', () => {
  it('settles several instalments, and the rest of it stays open', () => {
    const [first, second] = plan()
    const payment = receive(150_000, [
      { planItemId: first!.id, amount: cents(80_200) },
      { planItemId: second!.id, amount: cents(60_000) },
    ])
    expect(payment).toMatchObject({ settledAmount: 140_200, openAmount: 9_800 })
    expect(plan().map((item) => item.settledAmount)).toEqual([80_200, 60_000])
    expect(at.desk.ask(getContract, { id: contractId }).settledAmount).toBe(140_200)
  })

  it('is refused beyond what is open of an instalment, with the figures', () => {
    const [first] = plan()
    receive(50_000, [{ planItemId: first!.id, amount: cents(50_000) }])
    const more = { planItemId: first!.id, amount: cents(40_000) }
    expect(
      at.desk.refused(recordPayment, {
        direction: 'in',
        partyId: at.customer,
        amount: cents(40_000),
        paidOn: localDate('2026-11-24'),
        settlements: [more],
      }),
    ).toEqual({
      code: 'payment.overPlanItem',
      params: {
        contract: 'XS-202611-0001',
        item: '预付款',
        wanted: 40_000,
        open: 30_200,
        planned: 80_200,
        settled: 50_000,
      },
    })
  })

  it('is refused beyond its own amount', () => {
    const { id } = receive(10_000)
    expect(
      at.desk.refused(settlePayment, {
        id,
        version: 1,
        settlements: [{ planItemId: plan()[0]!.id, amount: cents(10_001) }],
      }),
    ).toMatchObject({
      code: 'payment.overPayment',
      params: { wanted: 10_001, open: 10_000 },
    })
  })

  it('of another party cannot settle the contract', () => {
    const { id: other } = at.desk.run(createParty, { kind: 'customer', name: '苏州衡岳仪器有限公司' })
    const settlements = [{ planItemId: plan()[0]!.id, amount: cents(100) }]
    expect(
      at.desk.refused(recordPayment, {
        direction: 'in',
        partyId: other,
        amount: cents(100),
        paidOn: localDate('2026-11-24'),
        settlements,
      }).code,
    ).toBe('payment.otherParty')
  })

  it('gives everything back when a settlement is taken back', () => {
    const [first] = plan()
    const { id, version } = receive(80_200, [{ planItemId: first!.id, amount: cents(80_200) }])
    const [settlement] = at.desk.ask(getPayment, { id }).settlements
    expect(at.desk.refused(voidPayment, { id, version, reason: '录错' }).code).toBe('payment.voidWhileSettled')
    const open = at.desk.run(unsettlePayment, { id, version, settlementId: settlement!.id })
    expect([
      open.settledAmount,
      plan()[0]!.settledAmount,
      at.desk.ask(getContract, { id: contractId }).settledAmount,
    ]).toEqual([0, 0, 0])
    at.desk.run(voidPayment, { id, version: open.version, reason: '录错' })
    expect(at.desk.ask(getPayment, { id }).status).toBe('void')
  })

  it('cannot come from tomorrow', () => {
    expect(
      at.desk.refused(recordPayment, {
        direction: 'in',
        partyId: at.customer,
        amount: cents(1),
        paidOn: localDate('2026-11-25'),
      }).code,
    ).toBe('payment.inFuture')
  })

  it('keeps its contract from being voided', () => {
    receive(100, [{ planItemId: plan()[0]!.id, amount: cents(100) }])
    const { version } = at.desk.ask(getContract, { id: contractId })
    expect(at.desk.refused(voidContract, { id: contractId, version, reason: '作废' }).code).toBe(
      'contract.voidAfterPayment',
    )
  })
})

describe('a proposal', () => {
  it('begins with the contract that was paid for', () => {
    const second = at.signed()
    const [first] = at.desk.ask(proposeSettlement, {
      partyId: at.customer,
      direction: 'in',
      amount: cents(100),
      contractId: second,
    })
    expect(first).toMatchObject({ contractId: second, proposed: 100, planned: 80_200 })
  })

  it('fills the earliest due instalment first', () => {
    const proposal = at.desk.ask(proposeSettlement, { partyId: at.customer, direction: 'in', amount: cents(100_000) })
    expect(proposal.map(({ item, proposed }) => [item, proposed])).toEqual([
      ['预付款', 80_200],
      ['尾款', 19_800],
    ])
  })
})

describe('the list of payments', () => {
  it('sums what came in and went out, and what of it is open, without void ones', () => {
    receive(50_000, [{ planItemId: plan()[0]!.id, amount: cents(30_000) }])
    const wrong = receive(99)
    at.desk.run(voidPayment, { id: wrong.id, version: wrong.version, reason: '录错' })
    expect(at.desk.ask(listPayments, {}).sums).toEqual({ in: 50_000, out: 0, openIn: 20_000, openOut: 0 })
    expect(at.desk.ask(listPayments, { open: true }).total).toBe(1)
  })

  it('finds a payment by its bank reference and its day', () => {
    const { id } = at.desk.run(recordPayment, {
      direction: 'in',
      partyId: at.customer,
      amount: cents(1),
      paidOn: localDate('2026-11-02'),
      bankReference: '20261102ICBC88',
    })
    receive(5)
    expect(at.desk.ask(listPayments, { text: 'ICBC88' }).rows.map((row) => row.id)).toEqual([id])
    expect(at.desk.ask(listPayments, { paidTo: localDate('2026-11-10') }).rows.map((row) => row.id)).toEqual([id])
  })
})
