import type { z } from 'zod'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeContractDesk, type ContractDesk } from '../../test/support/contract-desk.ts'
import { getContract, terminateContract, voidContract } from '../../src-shared/contracts/contracts-operations.ts'
import { cents } from '../../src-shared/kernel/cents.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { localDate } from '../../src-shared/kernel/local-date.ts'
import { createParty } from '../../src-shared/parties/parties-operations.ts'
import {
  getPayment,
  listContractSettlements,
  listPayments,
  proposeSettlement,
  recordPayment,
  settlePayment,
  unsettlePayment,
  voidPayment,
} from '../../src-shared/payments/payments-operations.ts'
import { checkWorkspace } from '../workspace/check/check-workspace.ts'

let at: ContractDesk
let contractId: Id<'Contract'>
beforeEach(async () => {
  at = await makeContractDesk()
  contractId = at.signed()
})
afterEach(() => at.desk[Symbol.asyncDispose]())

const plan = () => at.desk.ask(getContract, { id: contractId }).paymentPlan
const receive = (amount: number, settlements: z.input<typeof recordPayment.input>['settlements'] = []) =>
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

describe('a contract without instalments', () => {
  let bareId: Id<'Contract'>
  beforeEach(() => {
    bareId = at.signed({ paymentPlan: [] })
  })
  const against = (amount: number) => [{ contractId: bareId, amount: cents(amount) }]
  const money = () => at.desk.ask(getContract, { id: bareId }).settledAmount

  it('is paid as a whole, and shows what was paid', () => {
    const { id } = receive(150_000, against(150_000))
    expect(money()).toBe(150_000)
    expect(at.desk.ask(getContract, { id: bareId }).stage).toBe('active')
    expect(at.desk.ask(getPayment, { id }).settlements).toMatchObject([
      { settledAs: 'contract', planItemId: null, item: '', amount: 150_000 },
    ])
    expect(at.desk.ask(listContractSettlements, { contractId: bareId })).toMatchObject([
      { settledAs: 'contract', amount: 150_000 },
    ])
    expect(checkWorkspace(at.desk.core.workspace).parts.flatMap(({ faults }) => faults)).toEqual([])
  })

  it('takes no more than its amount, and gives the figures', () => {
    receive(150_000, against(150_000))
    const { id, version } = receive(60_000)
    expect(at.desk.refused(settlePayment, { id, version, settlements: against(50_201) })).toEqual({
      code: 'payment.overContract',
      params: { contract: 'XS-202611-0002', wanted: 50_201, open: 50_200, settled: 150_000 },
    })
    at.desk.run(settlePayment, { id, version, settlements: against(50_200) })
  })

  it('is proposed after the instalments of others, and before them when it is the one paid for', () => {
    const propose = (contract?: Id<'Contract'>) =>
      at.desk
        .ask(proposeSettlement, {
          partyId: at.customer,
          direction: 'in',
          amount: cents(300_000),
          ...(contract ? { contractId: contract } : {}),
        })
        .map(({ settledAs, proposed }) => [settledAs, proposed])
    expect(propose()).toEqual([
      ['instalment', 80_200],
      ['instalment', 120_000],
      ['contract', 99_800],
    ])
    expect(propose(bareId)[0]).toEqual(['contract', 200_200])
  })

  it('gives back what was settled when it is taken back', () => {
    const { id, version } = receive(1_000, against(1_000))
    const [settlement] = at.desk.ask(getPayment, { id }).settlements
    at.desk.run(unsettlePayment, { id, version, settlementId: settlement!.id })
    expect(money()).toBe(0)
  })

  it('is the only kind that is settled as a whole', () => {
    expect(
      at.desk.refused(settlePayment, {
        ...receive(100),
        settlements: [{ contractId, amount: cents(100) }],
      } as never).code,
    ).toBe('payment.byInstalments')
  })
})

describe('a terminated contract', () => {
  const payBack = (amount: number, settled: number) => ({
    direction: 'out' as const,
    partyId: at.customer,
    amount: cents(amount),
    paidOn: localDate('2026-11-24'),
    settlements: [{ contractId, amount: cents(settled) }],
  })
  let received: Id<'Payment'>
  beforeEach(() => {
    received = receive(80_200, [{ planItemId: plan()[0]!.id, amount: cents(80_200) }]).id
    const { version } = at.desk.ask(getContract, { id: contractId })
    at.desk.run(terminateContract, { id: contractId, version, reason: '项目取消' })
  })
  const settled = () => at.desk.ask(getContract, { id: contractId }).settledAmount

  it('still takes the last of what is owed, which is not proposed but when it is asked for', () => {
    const of = (contract?: Id<'Contract'>) =>
      at.desk.ask(proposeSettlement, {
        partyId: at.customer,
        direction: 'in',
        amount: cents(10_000),
        ...(contract ? { contractId: contract } : {}),
      })
    expect(of()).toMatchObject([{ item: '尾款', contractStage: 'terminated', proposed: 0 }])
    expect(of(contractId)).toMatchObject([{ item: '尾款', proposed: 10_000 }])
    receive(10_000, [{ planItemId: plan()[1]!.id, amount: cents(10_000) }])
    expect(settled()).toBe(90_200)
  })

  it('gives back what was paid, and no more', () => {
    expect(
      at.desk.ask(proposeSettlement, { partyId: at.customer, direction: 'out', amount: cents(50_000) }),
    ).toMatchObject([{ settledAs: 'refund', openAmount: 80_200, proposed: 50_000 }])
    const { id, version } = at.desk.run(recordPayment, payBack(80_200, 50_000))
    expect(settled()).toBe(30_200)
    expect(at.desk.refused(recordPayment, payBack(30_201, 30_201))).toEqual({
      code: 'payment.overRefund',
      params: { contract: 'XS-202611-0001', wanted: 30_201, paid: 30_200 },
    })
    expect(at.desk.ask(listContractSettlements, { contractId }).map((row) => row.settledAs)).toEqual([
      'refund',
      'instalment',
    ])
    const [refund] = at.desk.ask(getPayment, { id }).settlements
    at.desk.run(unsettlePayment, { id, version, settlementId: refund!.id })
    expect(settled()).toBe(80_200)
  })

  it('does not forget what came in while part of it went back', () => {
    at.desk.run(recordPayment, payBack(50_000, 50_000))
    const { version, settlements } = at.desk.ask(getPayment, { id: received })
    expect(at.desk.refused(unsettlePayment, { id: received, version, settlementId: settlements[0]!.id })).toMatchObject(
      { code: 'payment.refundedAlready', params: { left: 30_200, wanted: 80_200 } },
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
