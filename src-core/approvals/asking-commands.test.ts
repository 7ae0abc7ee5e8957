import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeContractDesk, type ContractDesk } from '../../test/support/contract-desk.ts'
import {
  addSigner,
  getApproval,
  listApprovals,
  transferTask,
  urgeApproval,
} from '../../src-shared/approvals/approvals-operations.ts'
import { getContract } from '../../src-shared/contracts/contracts-operations.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { deactivateUser, getUser } from '../../src-shared/people/people-operations.ts'

let at: ContractDesk
let contractId: Id<'Contract'>
let approvalId: Id<'Approval'>
beforeEach(async () => {
  at = await makeContractDesk()
  contractId = at.draft()
  at.submit(contractId)
  approvalId = at.desk.ask(getContract, { id: contractId }).approvalId!
})
afterEach(() => at.desk[Symbol.asyncDispose]())

const people = () => at.desk.people
const inbox = (who: Id<'User'>) => at.desk.ask(listApprovals, { box: 'inbox' }, who).rows
const taskOf = (who: Id<'User'>) => inbox(who)[0]!.taskId!
const tasks = () =>
  at.desk
    .ask(getApproval, { id: approvalId })
    .rounds.at(-1)!
    .steps.flatMap((step) => step.tasks)
const stage = () => at.desk.ask(getContract, { id: contractId }).stage

describe('an approval that is handed over', () => {
  it('waits for the other one, who is told by whom and why, and goes on with their agreement', () => {
    at.desk.run(
      transferTask,
      { taskId: taskOf(people().administrator), to: people().legal, note: '法务更合适' },
      people().administrator,
    )
    expect(inbox(people().administrator)).toEqual([])
    expect(tasks().slice(0, 2)).toMatchObject([
      { assignee: '管理员', status: 'transferred', opinion: '法务更合适', askedHow: null },
      { assignee: '赵敏', status: 'open', askedHow: 'transfer', askedBy: '管理员' },
    ])
    at.decide(people().legal, 'agree')
    at.decide(people().finance, 'agree')
    expect(stage()).toBe('approved')
  })

  it('goes only to those who are here and may decide', () => {
    const hand = (to: Id<'User'>) =>
      at.desk.refused(transferTask, { taskId: taskOf(people().administrator), to }, people().administrator)
    expect(hand(people().auditor)).toEqual({ code: 'approval.personCannotDecide', params: { name: '周审' } })
    expect(hand(people().generalManager).code).toBe('approval.initiatorAsked')
    expect(hand(people().administrator).code).toBe('approval.askSomeoneElse')
    at.desk.run(deactivateUser, { id: people().sales, version: at.desk.ask(getUser, { id: people().sales }).version })
    expect(hand(people().sales)).toEqual({ code: 'approval.personAway', params: { name: '王强' } })
    expect(
      at.desk.refused(transferTask, { taskId: taskOf(people().administrator), to: people().legal }, people().finance)
        .code,
    ).toBe('approval.notYours')
  })

  it('that is sent back returns to the one who decided, not to the one who handed it over', () => {
    at.desk.run(transferTask, { taskId: taskOf(people().administrator), to: people().legal }, people().administrator)
    at.decide(people().legal, 'sendBack')
    at.submit(contractId, 'sender')
    expect(inbox(people().administrator)).toEqual([])
    expect(inbox(people().legal)).toHaveLength(1)
  })
})

describe('a signer who is added', () => {
  it('before decides first, and the contract is not approved without either', () => {
    at.desk.run(
      addSigner,
      { taskId: taskOf(people().administrator), person: people().legal, when: 'before' },
      people().administrator,
    )
    expect(inbox(people().administrator)).toEqual([])
    at.decide(people().legal, 'agree', '条款可行')
    expect(inbox(people().administrator)).toHaveLength(1)
    at.decide(people().administrator, 'agree')
    at.decide(people().finance, 'agree')
    expect(stage()).toBe('approved')
  })

  it('after is asked when oneself has agreed, before the next step', () => {
    at.desk.run(
      addSigner,
      { taskId: taskOf(people().administrator), person: people().manager, when: 'after' },
      people().administrator,
    )
    expect(inbox(people().manager)).toEqual([])
    at.decide(people().administrator, 'agree')
    expect(inbox(people().finance)).toEqual([])
    at.decide(people().manager, 'agree')
    expect(inbox(people().finance)).toHaveLength(1)
  })

  it('is not added twice', () => {
    const add = { taskId: taskOf(people().administrator), person: people().legal, when: 'after' as const }
    at.desk.run(addSigner, add, people().administrator)
    expect(at.desk.refused(addSigner, add, people().administrator)).toMatchObject({
      code: 'approval.askedAlready',
      params: { name: '赵敏' },
    })
  })
})

describe('urging', () => {
  it('shows in the inbox of those who are waited for, and not more often than every four hours', () => {
    expect(at.desk.refused(urgeApproval, { id: approvalId }).code).toBe('approval.urgedLately')
    at.desk.advance(4 * 3_600_000)
    expect(at.desk.run(urgeApproval, { id: approvalId }).urged).toEqual(['管理员'])
    expect(inbox(people().administrator)[0]!.urgedAt).toBeGreaterThan(0)
    expect(at.desk.refused(urgeApproval, { id: approvalId }).code).toBe('approval.urgedLately')
    at.desk.advance(4 * 3_600_000)
    at.desk.run(urgeApproval, { id: approvalId })
  })

  it('is for the one who submitted it, while it runs', () => {
    at.desk.advance(5 * 3_600_000)
    expect(at.desk.refused(urgeApproval, { id: approvalId }, people().manager).code).toBe('approval.urgeNotYours')
    at.decide(people().administrator, 'refuse')
    expect(at.desk.refused(urgeApproval, { id: approvalId })).toMatchObject({
      code: 'approval.notRunning',
      params: { status: 'refused' },
    })
  })
})
