import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { makeContractDesk } from '../../test/support/contract-desk.ts'
import { docxOf, p } from '../../test/support/docx-of.ts'
import { documentsHere } from '../../test/support/documents-here.ts'
import {
  addDocument,
  createDraft,
  getContract,
  makeDocument,
  signDocument,
} from '../../src-shared/contracts/contracts-operations.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { importTemplate } from '../../src-shared/templates/templates-operations.ts'
import { appRoot } from '../app-files.ts'
import { addCertificate } from '../../src-shared/settings/settings-operations.ts'
import { localDate } from '../../src-shared/kernel/local-date.ts'

it('a contract sealed anew after a signature is signed as it is sealed now', async () => {
  const given: string[] = []
  const at = await makeContractDesk({
    documents: {
      ...documentsHere(),
      sign: async (pdf) => {
        given.push(Buffer.from(pdf).toString())
        return { pdf, fieldName: 'Signature1' }
      },
    },
  })
  await using desk = at.desk
  const id = at.draft()
  at.approve(id)
  const { files } = desk.core.workspace
  const certificate = desk.run(addCertificate, {
    subject: '江立川',
    serial: '01',
    p12Hash: files.put(Buffer.from('p12')),
    password: '',
    selfMade: true,
    validFrom: localDate('2026-01-01'),
    validTo: localDate('2029-01-01'),
  })
  const sign = () => desk.core.runTask(signDocument.name, { id, certificateId: certificate.id }, desk.people.manager)
  await expect(sign()).rejects.toThrow('contract.noFinalDocument')
  const registered = (['final', 'sealed'] as const).map((kind) => at.document(id, kind))
  await sign()
  const again = at.document(id, 'sealed')
  await sign()
  const textOf = (hash: string) => Buffer.from(files.get(hash)).toString()
  expect(given).toEqual([textOf(registered[1]!), textOf(again)])
})

describe('what stands for a seal or a signature', () => {
  it('is registered by those who may sign, and by nobody else', async () => {
    const at = await makeContractDesk()
    await using desk = at.desk
    const id = at.signed()
    const scan = (kind: 'final' | 'sealed' | 'signed') => {
      const { version, contentHash } = desk.ask(getContract, { id })
      const pdfHash = desk.core.workspace.files.put(Buffer.from(`%PDF-1.7 ${kind}`))
      return { id, version, kind, contentHash, docxHash: null, pdfHash, pages: 1, anchors: [] }
    }
    for (const kind of ['sealed', 'signed'] as const)
      expect(desk.refused(addDocument, scan(kind), desk.people.salesSupport)).toEqual({
        code: 'access.denied',
        params: { permission: 'contracts.sign', actor: '李娜' },
      })
    desk.run(addDocument, scan('final'), desk.people.salesSupport)
    desk.run(addDocument, scan('signed'), desk.people.finance)
    expect(desk.ask(getContract, { id }).documents.map(({ kind }) => kind)).toEqual([
      'draft',
      'final',
      'final',
      'signed',
    ])
  })
})

describe('the final document of an approved contract', () => {
  /** A contract from a template, agreed to by all; its document is still to be made. */
  async function approved() {
    const at = await makeContractDesk({ documents: documentsHere() })
    const { desk } = at
    const fileHash = desk.core.workspace.files.put(
      docxOf(p('合同编号：{{合同编号}}') + p('甲方：{{甲方.名称}}') + p('乙方：{{乙方.名称}}')),
    )
    const { versionId } = (await desk.core.runTask(
      importTemplate.name,
      { fileHash, fileName: 'sales-contract.docx', name: '买卖合同', type: 'sales' },
      desk.people.legal,
    )) as z.output<(typeof importTemplate)['output']>
    const { id } = desk.run(createDraft, {
      title: '量具买卖合同',
      type: 'sales',
      direction: 'in',
      templateVersionId: versionId,
      parties: [
        { role: '甲方', partyId: at.customer },
        { role: '乙方', partyId: desk.ourPartyId },
      ],
      amount: 106_00,
      taxRate: 60_000,
    } as z.input<(typeof createDraft)['input']>)
    at.approve(id)
    return { at, desk, id }
  }
  const finals = (desk: Awaited<ReturnType<typeof approved>>['desk'], id: Id<'Contract'>) =>
    desk.ask(getContract, { id }).documents.filter(({ kind }) => kind === 'final').length

  it('is made once, though the process dies after it was registered and the work is done again', async () => {
    const { desk, id } = await approved()
    await using _ = desk
    await desk.reopen(async ({ dir, dataKey }) => {
      const child = spawn(
        process.execPath,
        [join(appRoot, 'test', 'support', 'killed-job.ts'), dir, Buffer.from(dataKey).toString('hex')],
        { stdio: 'inherit' },
      )
      expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
    })
    expect(finals(desk, id)).toBe(1)
    expect(desk.core.untilNextJob()).not.toBeNull()
    expect(await desk.core.runDueJobs()).toEqual({ done: 1, failed: 0 })
    expect(finals(desk, id)).toBe(1)
  })

  it('is made anew when a person asks for it', async () => {
    const { desk, id } = await approved()
    await using _ = desk
    await desk.core.runDueJobs()
    await desk.core.runTask(makeDocument.name, { id }, desk.people.sales)
    expect(finals(desk, id)).toBe(2)
  })
})
