import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeContractDesk, type ContractDesk } from '../../test/support/contract-desk.ts'
import {
  createDraft,
  deleteDraft,
  getContract,
  listContracts,
  signContract,
  submitContract,
  terminateContract,
  updateDraft,
  voidContract,
} from '../../src-shared/contracts/contracts-operations.ts'
import { blockParty } from '../../src-shared/parties/parties-operations.ts'
import { attachFile, listAttachments } from '../../src-shared/files/files-operations.ts'
import { cents } from '../../src-shared/kernel/cents.ts'
import { rate } from '../../src-shared/kernel/decimal.ts'
import { localDate, type LocalDate } from '../../src-shared/kernel/local-date.ts'
import { ContractDraft } from '../../src-shared/contracts/contract-draft.ts'
import type { z } from 'zod'

let at: ContractDesk
beforeEach(async () => {
  at = await makeContractDesk()
})
afterEach(() => at.desk[Symbol.asyncDispose]())

const bare = (): z.input<typeof ContractDraft> => ({
  title: '服务合同',
  type: 'service',
  direction: 'in',
  parties: [
    { role: '甲方', partyId: at.customer },
    { role: '乙方', partyId: at.desk.ourPartyId },
  ],
  amount: cents(106_00),
})

describe('a draft', () => {
  it('sums its rounded lines and splits the tax of each', () => {
    const contract = at.desk.ask(getContract, { id: at.draft() })
    expect([contract.amount, contract.netAmount, contract.taxAmount]).toEqual([200_200, 177_169, 23_031])
    expect(contract.lines.map((line) => line.amount)).toEqual([100_000, 100_200])
    expect(contract.number).toBeNull()
  })

  it('is refused when its instalments do not add up, with the figures', () => {
    const plan = [{ name: '一次付清', amount: cents(100_00) }]
    expect(at.desk.refused(createDraft, { ...bare(), paymentPlan: plan })).toEqual({
      code: 'contract.planDoesNotAddUp',
      params: { amount: 106_00, planned: 100_00, difference: 6_00 },
    })
  })

  it('needs one of our companies and another side, each in a role of its own', () => {
    const ours = { partyId: at.desk.ourPartyId }
    expect(
      at.desk.refused(createDraft, {
        ...bare(),
        parties: [
          { role: '甲方', ...ours },
          { role: '乙方', ...ours },
        ],
      }).code,
    ).toBe('contract.partyTwice')
    expect(
      at.desk.refused(createDraft, {
        ...bare(),
        parties: [
          { role: '甲方', ...ours },
          { role: '甲方', partyId: at.customer },
        ],
      }).code,
    ).toBe('contract.roleTwice')
  })

  it('is refused for a blocked party', () => {
    at.desk.run(blockParty, { id: at.customer, version: 1, reason: '长期拖欠' })
    expect(at.desk.refused(createDraft, bare())).toEqual({
      code: 'contract.partyBlocked',
      params: { party: '宁波屿禾精密制造有限公司' },
    })
  })

  it('is refused when it ends before it begins', () => {
    const term = { effectiveOn: localDate('2027-01-01'), expiresOn: localDate('2026-12-31') }
    expect(at.desk.refused(createDraft, { ...bare(), ...term }).code).toBe('contract.termReversed')
  })

  it('keeps what stood there when a stale screen saves over it', () => {
    const id = at.draft()
    const { version } = at.desk.ask(getContract, { id })
    at.desk.run(updateDraft, { id, version, draft: { ...bare(), title: '先保存的' } })
    expect(at.desk.refused(updateDraft, { id, version, draft: { ...bare(), title: '后保存的' } }).code).toBe(
      'record.stale',
    )
    expect(at.desk.ask(getContract, { id }).title).toBe('先保存的')
  })

  it('loses the lines that were taken out', () => {
    const id = at.draft()
    at.desk.run(updateDraft, { id, version: 1, draft: bare() })
    expect(at.desk.ask(getContract, { id })).toMatchObject({ lines: [], paymentPlan: [], amount: 106_00 })
  })

  it('can be deleted while it was never submitted, and only voided afterwards', () => {
    const first = at.draft()
    const fileHash = at.desk.core.workspace.files.put(Buffer.from('附件'))
    at.desk.run(attachFile, { attachedTo: 'contract', recordId: first, fileHash, name: '附件.txt', mime: 'text/plain' })
    at.desk.run(deleteDraft, { id: first, version: 1 })
    expect(at.desk.ask(listAttachments, { attachedTo: 'contract', recordId: first }).rows).toEqual([])
    expect(at.desk.ask(listContracts, {}).total).toBe(0)
    const second = at.draft()
    at.submit(second)
    at.decide(at.desk.people.administrator, 'sendBack')
    const { version } = at.desk.ask(getContract, { id: second })
    expect(at.desk.refused(deleteDraft, { id: second, version }).code).toBe('contract.onlyDraftsDeleted')
    at.desk.run(voidContract, { id: second, version, reason: '客户取消采购' })
    expect(at.desk.ask(getContract, { id: second }).stage).toBe('void')
  })
})

describe('a parent', () => {
  it('is another contract that stands', () => {
    const id = at.draft()
    expect(at.desk.refused(updateDraft, { id, version: 1, draft: { ...bare(), parentId: id } }).code).toBe(
      'contract.ownParent',
    )
    at.desk.run(deleteDraft, { id, version: 1 })
    expect(at.desk.refused(createDraft, { ...bare(), parentId: id })).toEqual({
      code: 'record.missing',
      params: { table: 'contracts', id },
    })
  })

  it('is not deleted from above its supplements', () => {
    const id = at.draft()
    const below = at.desk.run(createDraft, { ...bare(), parentId: id })
    expect(at.desk.refused(deleteDraft, { id, version: 1 })).toEqual({
      code: 'contract.isParent',
      params: { contracts: [below.draftNumber] },
    })
  })
})

describe('a document', () => {
  it('goes stale with the text it was made of', () => {
    const id = at.draft()
    const before = at.desk.ask(getContract, { id }).contentHash
    at.desk.run(updateDraft, { id, version: 1, draft: bare() })
    const after = at.desk.ask(getContract, { id })
    expect(after.contentHash).not.toBe(before)
    expect(after.documentId).toBeNull()
  })

  it('of an older text cannot be submitted', () => {
    const id = at.draft()
    at.submit(id)
    at.decide(at.desk.people.administrator, 'sendBack')
    const { version, documentId } = at.desk.ask(getContract, { id })
    const changed = at.desk.run(updateDraft, { id, version, draft: bare() })
    expect(at.desk.refused(submitContract, { id, version: changed.version, documentId: documentId! }).code).toBe(
      'contract.documentStale',
    )
  })
})

describe('the way of a contract', () => {
  it('does not begin with a party that was blocked after it was drafted', () => {
    const id = at.draft()
    at.desk.run(blockParty, { id: at.customer, version: 1, reason: '长期拖欠' })
    at.document(id, 'draft')
    const { documentId, version } = at.desk.ask(getContract, { id })
    expect(at.desk.refused(submitContract, { id, version, documentId: documentId! }).code).toBe('contract.partyBlocked')
  })

  it('does not go straight back to the sender when orders may take more than was agreed', () => {
    const id = at.draft()
    at.submit(id)
    at.decide(at.desk.people.administrator, 'sendBack')
    const allow = (share: number) => {
      const { version, ...contract } = at.desk.ask(getContract, { id })
      const draft = ContractDraft.parse({ ...contract, amount: null, orderAllowance: rate(share) })
      at.desk.run(updateDraft, { id, version, draft })
      at.document(id, 'draft')
      const now = at.desk.ask(getContract, { id })
      return { id, version: now.version, documentId: now.documentId!, resumeAt: 'sender' as const }
    }
    expect(at.desk.refused(submitContract, allow(500_000)).code).toBe('approval.contentChanged')
    expect(at.desk.run(submitContract, allow(0)).stage).toBe('pending')
  })

  it('is not signed on its draft, nor beyond its own end', () => {
    const id = at.desk.run(createDraft, { ...bare(), expiresOn: localDate('2026-12-31') }).id
    at.approve(id)
    const signing = (effectiveOn: LocalDate | null) => {
      const { version, documentId } = at.desk.ask(getContract, { id })
      return { id, version, documentId: documentId!, signedOn: localDate('2026-11-24'), effectiveOn }
    }
    expect(at.desk.refused(signContract, signing(null)).code).toBe('contract.documentNotApproved')
    at.document(id, 'final')
    expect(at.desk.refused(signContract, signing(localDate('2027-01-01')))).toEqual({
      code: 'contract.termReversed',
      params: { effectiveOn: '2027-01-01', expiresOn: '2026-12-31' },
    })
    expect(at.desk.run(signContract, signing(null)).stage).toBe('signed')
  })

  it('gets its formal number by the last agreement', () => {
    const id = at.draft()
    at.approve(id)
    expect(at.desk.ask(getContract, { id })).toMatchObject({ stage: 'approved', number: 'XS-202611-0001' })
  })

  it('ends refused when one refuses, and begins anew when it is revised', () => {
    const id = at.draft()
    at.submit(id)
    at.decide(at.desk.people.administrator, 'refuse')
    expect(at.desk.ask(getContract, { id }).stage).toBe('refused')
  })

  it('cannot be voided once money was settled; while unpaid it keeps number and reason', () => {
    const id = at.signed()
    const { version } = at.desk.ask(getContract, { id })
    at.desk.run(voidContract, { id, version, reason: '双方同意作废' })
    expect(at.desk.ask(getContract, { id })).toMatchObject({
      stage: 'void',
      number: 'XS-202611-0001',
      endReason: '双方同意作废',
    })
  })

  it('takes no step that its status table lacks, and says which there are', () => {
    const id = at.draft()
    expect(at.desk.refused(terminateContract, { id, version: 1, reason: '不需要了' })).toEqual({
      code: 'status.notAllowed',
      params: { action: 'terminate', from: 'draft', allowed: ['submit', 'void'], of: 'contract' },
    })
  })
})

describe('the list', () => {
  it.each([7, 6])('pages %i by key without gap, repetition or an empty page', (length) => {
    const made = Array.from({ length }, () => at.draft())
    const seen: string[] = []
    let after: string | null = null
    do {
      const { rows, total, next }: z.output<(typeof listContracts)['output']> = at.desk.ask(listContracts, {
        limit: 3,
        after,
      })
      seen.push(...rows.map((row) => row.id))
      expect(total).toBe(length)
      expect(rows).not.toEqual([])
      after = next
    } while (after !== null)
    expect(seen).toEqual(made.toReversed())
  })

  it('finds by two characters and by pinyin initials', () => {
    at.draft()
    expect(at.desk.ask(listContracts, { text: '屿禾' }).total).toBe(1)
    expect(at.desk.ask(listContracts, { text: 'nbyh' }).total).toBe(1)
    expect(at.desk.ask(listContracts, { text: '广州' }).total).toBe(0)
  })
})
