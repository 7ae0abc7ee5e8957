import type { z } from 'zod'
import { decideApproval, listApprovals, saveFlow } from '../../src-shared/approvals/approvals-operations.ts'
import {
  addDocument,
  createDraft,
  getContract,
  signContract,
  submitContract,
} from '../../src-shared/contracts/contracts-operations.ts'
import { starterFlow } from '../../src-shared/approvals/starter-flow.ts'
import type { DocumentKind } from '../../src-shared/contracts/contract-document.ts'
import type { ContractDraft } from '../../src-shared/contracts/contract-draft.ts'
import { cents } from '../../src-shared/kernel/cents.ts'
import { parseQuantity, parseUnitPrice, rate } from '../../src-shared/kernel/decimal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { localDate } from '../../src-shared/kernel/local-date.ts'
import { createParty } from '../../src-shared/parties/parties-operations.ts'
import { makeWorkspace, type TestDesk } from './make-workspace.ts'

/** A desk with a customer and an approval flow, ready for contracts. */
export interface ContractDesk {
  desk: TestDesk
  customer: Id<'Party'>
  /** A draft: 10 units at 100.00 and 4 at 250.50, 13 %, in two instalments. */
  draft(changes?: Partial<z.input<typeof ContractDraft>>): Id<'Contract'>
  /** Submits with a document that stands for one. */
  submit(id: Id<'Contract'>, resumeAt?: 'start' | 'sender'): void
  /** The open approval task of a person decides. */
  decide(user: Id<'User'>, decision: 'agree' | 'refuse' | 'sendBack', opinion?: string): void
  /** Everyone asked agrees until nobody is asked any more. */
  approve(id: Id<'Contract'>): void
  sign(id: Id<'Contract'>): void
  /** Registers a document with bytes of its own; gives back the hash of its PDF. */
  document(id: Id<'Contract'>, kind: DocumentKind): string
  /** A signed contract. */
  signed(changes?: Partial<z.input<typeof ContractDraft>>): Id<'Contract'>
}

export async function makeContractDesk(options: Parameters<typeof makeWorkspace>[0] = {}): Promise<ContractDesk> {
  const desk = await makeWorkspace(options)
  const { id: customer } = desk.run(createParty, { kind: 'customer', name: '宁波屿禾精密制造有限公司' })
  desk.run(saveFlow, starterFlow)
  const self: ContractDesk = {
    desk,
    customer,
    draft: (changes = {}) =>
      desk.run(createDraft, {
        title: '精密量具买卖合同',
        type: 'sales',
        direction: 'in',
        parties: [
          { role: '甲方', partyId: customer },
          { role: '乙方', partyId: desk.ourPartyId },
        ],
        lines: [
          {
            name: '量块',
            unit: '套',
            quantity: parseQuantity('10'),
            unitPrice: parseUnitPrice('100'),
            taxRate: rate(130_000),
          },
          {
            name: '千分表',
            unit: '只',
            quantity: parseQuantity('4'),
            unitPrice: parseUnitPrice('250.5'),
            taxRate: rate(130_000),
          },
        ],
        paymentPlan: [
          { name: '预付款', dueOn: localDate('2026-12-01'), amount: cents(80_200) },
          { name: '尾款', dueOn: localDate('2027-01-31'), amount: cents(120_000) },
        ],
        ...changes,
      }).id,
    submit(id, resumeAt = 'start') {
      self.document(id, 'draft')
      const { version, documentId } = desk.ask(getContract, { id })
      desk.run(submitContract, { id, version, documentId: documentId!, resumeAt })
    },
    decide(user, decision, opinion = decision === 'agree' ? '' : '请修改') {
      const [row] = desk.ask(listApprovals, { box: 'inbox' }, user).rows
      desk.run(decideApproval, { taskId: row!.taskId!, decision, opinion, contentHash: row!.contentHash }, user)
    },
    approve(id) {
      self.submit(id)
      for (;;) {
        const asked = Object.values(desk.people).find(
          (user) => user !== desk.people.system && openFor(user).some((row) => row.recordId === id),
        )
        if (asked === undefined) return
        self.decide(asked, 'agree')
      }
    },
    sign(id) {
      self.document(id, 'final')
      const { version, documentId } = desk.ask(getContract, { id })
      desk.run(signContract, { id, version, documentId: documentId!, signedOn: localDate('2026-11-24') })
    },
    document(id, kind) {
      const { version, contentHash } = desk.ask(getContract, { id })
      const pdfHash = desk.core.workspace.files.put(Buffer.from(`%PDF-1.7 ${id} ${kind} ${version}`))
      desk.run(addDocument, { id, version, kind, contentHash, docxHash: null, pdfHash, pages: 1, anchors: [] })
      return pdfHash
    },
    signed(changes) {
      const id = self.draft(changes)
      self.approve(id)
      self.sign(id)
      return id
    },
  }
  const openFor = (user: Id<'User'>) => {
    try {
      return desk.ask(listApprovals, { box: 'inbox' }, user).rows
    } catch {
      // Roles that take no part in approvals have no inbox.
      return []
    }
  }
  return self
}
