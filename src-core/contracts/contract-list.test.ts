import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeContractDesk, type ContractDesk } from '../../test/support/contract-desk.ts'
import { getApproval, listApprovals } from '../../src-shared/approvals/approvals-operations.ts'
import { createDraft, getContract, listContracts } from '../../src-shared/contracts/contracts-operations.ts'
import { cents } from '../../src-shared/kernel/cents.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { localDate } from '../../src-shared/kernel/local-date.ts'
import { listContractSettlements, recordPayment } from '../../src-shared/payments/payments-operations.ts'

let at: ContractDesk
beforeEach(async () => {
  at = await makeContractDesk()
})
afterEach(() => at.desk[Symbol.asyncDispose]())

function framework(expiresOn: string | null, parentId: Id<'Contract'> | null = null): Id<'Contract'> {
  return at.desk.run(createDraft, {
    title: '年度框架合同',
    type: parentId === null ? 'framework' : 'supplementary',
    direction: 'none',
    parties: [
      { role: '甲方', partyId: at.customer },
      { role: '乙方', partyId: at.desk.ourPartyId },
    ],
    expiresOn: expiresOn === null ? null : localDate(expiresOn),
    parentId,
  }).id
}
const ids = (input: Parameters<typeof at.desk.ask<typeof listContracts>>[1]) =>
  at.desk.ask(listContracts, input).rows.map((row) => row.id)

describe('the list of contracts', () => {
  it('finds what expires in a period, the soonest first, page by page', () => {
    const later = framework('2027-03-31')
    const sooner = framework('2026-12-31')
    framework('2028-01-01')
    framework(null)
    const period = { expiresFrom: localDate('2026-11-24'), expiresTo: localDate('2027-12-31') }
    expect(ids({ ...period, sort: 'expiresOn', descending: false })).toEqual([sooner, later])
    const first = at.desk.ask(listContracts, { ...period, sort: 'expiresOn', descending: false, limit: 1 })
    expect(first.total).toBe(2)
    expect(ids({ ...period, sort: 'expiresOn', descending: false, limit: 1, after: first.next })).toEqual([later])
  })

  it('finds the supplements of a contract', () => {
    const parent = at.draft()
    const supplement = framework(null, parent)
    framework(null)
    expect(ids({ parentId: parent })).toEqual([supplement])
  })
})

describe('an approval of a contract', () => {
  it('shows the amount and the other side to whom it waits for', () => {
    const id = at.draft()
    at.submit(id)
    const waiting = Object.values(at.desk.people).flatMap((user) =>
      user === at.desk.people.system ? [] : at.desk.ask(listApprovals, { box: 'inbox' }, user).rows,
    )
    const [row] = waiting
    expect(row).toMatchObject({ recordId: id, amount: 200_200, party: '宁波屿禾精密制造有限公司' })
    expect(at.desk.ask(getApproval, { id: row!.id })).toMatchObject({ amount: 200_200 })
  })
})

describe('what was paid on a contract', () => {
  it('lists each settlement with its payment and instalment', () => {
    const contractId = at.signed()
    const [first] = at.desk.ask(getContract, { id: contractId }).paymentPlan
    const payment = at.desk.run(recordPayment, {
      direction: 'in',
      partyId: at.customer,
      amount: cents(50_000),
      paidOn: localDate('2026-11-24'),
      settlements: [{ planItemId: first!.id, amount: cents(30_000) }],
    })
    expect(at.desk.ask(listContractSettlements, { contractId })).toMatchObject([
      { paymentId: payment.id, paymentNumber: payment.number, item: '预付款', amount: 30_000 },
    ])
  })
})
