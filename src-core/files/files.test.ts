import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { createDraft } from '../../src-shared/contracts/contracts-operations.ts'
import {
  attachFile,
  detachFile,
  getAttachment,
  listAttachments,
  updateAttachment,
} from '../../src-shared/files/files-operations.ts'
import { createParty } from '../../src-shared/parties/parties-operations.ts'
import { makeWorkspace, type TestDesk } from '../../test/support/make-workspace.ts'

const put = (desk: TestDesk, text: string) => desk.core.workspace.files.put(new TextEncoder().encode(text))

async function deskWithContract() {
  const desk = await makeWorkspace()
  const { id: partyId } = desk.run(createParty, { kind: 'customer', name: '杭州云海' })
  const contract = desk.run(createDraft, {
    title: '水泵买卖合同',
    type: 'sales',
    direction: 'in',
    parties: [
      { role: '甲方', partyId },
      { role: '乙方', partyId: desk.ourPartyId },
    ],
    amount: 100_000,
    taxRate: 130_000,
  } as z.input<(typeof createDraft)['input']>)
  return { desk, partyId, contractId: contract.id }
}

describe('attachments', () => {
  it('keep a file with its size, purpose and the one who attached it, and its bytes as they were', async () => {
    const { desk, contractId } = await deskWithContract()
    await using _ = desk
    const fileHash = put(desk, '技术协议全文')
    const { id, size } = desk.run(
      attachFile,
      {
        attachedTo: 'contract',
        recordId: contractId,
        fileHash,
        name: '技术协议.txt',
        mime: 'text/plain',
        purpose: '附件一',
      },
      desk.people.sales,
    )
    expect(size).toBe(18)
    expect(desk.ask(getAttachment, { id })).toMatchObject({
      name: '技术协议.txt',
      mime: 'text/plain',
      purpose: '附件一',
      createdBy: '王强',
      size: 18,
    })
    expect(new TextDecoder().decode(desk.core.workspace.files.get(fileHash))).toBe('技术协议全文')
  })

  it('are listed in the order of their coming, page by page', async () => {
    const { desk, partyId } = await deskWithContract()
    await using _ = desk
    for (const name of ['营业执照.pdf', '开户许可证.pdf', '授权书.pdf'])
      desk.run(attachFile, { attachedTo: 'party', recordId: partyId, fileHash: put(desk, name), name })
    const first = desk.ask(listAttachments, { attachedTo: 'party', recordId: partyId, limit: 2 })
    expect(first).toMatchObject({ total: 3 })
    const second = desk.ask(listAttachments, { attachedTo: 'party', recordId: partyId, limit: 2, after: first.next })
    expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual([
      '营业执照.pdf',
      '开户许可证.pdf',
      '授权书.pdf',
    ])
    expect(second.next).toBeNull()
  })

  it('need a record, a file with something in it, and come once', async () => {
    const { desk, contractId, partyId } = await deskWithContract()
    await using _ = desk
    const given = { attachedTo: 'contract' as const, recordId: contractId, fileHash: put(desk, 'x'), name: '附件.txt' }
    expect(desk.refused(attachFile, { ...given, recordId: partyId }).code).toBe('record.missing')
    expect(desk.refused(attachFile, { ...given, fileHash: put(desk, '') }).code).toBe('file.empty')
    expect(desk.refused(attachFile, { ...given, fileHash: '0'.repeat(64) }).code).toBe('file.missing')
    desk.run(attachFile, given)
    expect(desk.refused(attachFile, { ...given, name: '又一份.txt' })).toEqual({
      code: 'file.attachedAlready',
      params: { name: '附件.txt' },
    })
    expect(desk.run(attachFile, { ...given, attachedTo: 'party', recordId: partyId }).version).toBe(1)
  })

  it.each(['../../etc/passwd', 'C:\\x.txt', 'a/b.pdf', '..', ' ', 'a\u0000.pdf', 'a\nb.pdf'])(
    'take no name that means a path: %j',
    async (name) => {
      const { desk, contractId } = await deskWithContract()
      await using _ = desk
      const given = { attachedTo: 'contract' as const, recordId: contractId, fileHash: put(desk, 'x') }
      expect(desk.refused(attachFile, { ...given, name }).code).toBe('input.invalid')
    },
  )

  it('of a draft may be renamed and taken off; what was submitted with a contract stays', async () => {
    const { desk, contractId } = await deskWithContract()
    await using _ = desk
    const attach = (name: string) =>
      desk.run(attachFile, { attachedTo: 'contract', recordId: contractId, fileHash: put(desk, name), name })
    const { id } = attach('草图.png')
    const renamed = desk.run(updateAttachment, { id, version: 1, changes: { name: '总装图.png' } })
    expect(desk.refused(detachFile, { id, version: 1 }).code).toBe('record.stale')
    desk.run(detachFile, renamed)
    const kept = attach('报价单.pdf')
    desk.core.workspace.database.sqlite.exec(`update contracts set stage = 'pending'`)
    expect(desk.refused(detachFile, { id: kept.id, version: 1 })).toEqual({
      code: 'file.keptWithContract',
      params: { name: '报价单.pdf', stage: 'pending' },
    })
  })
})
