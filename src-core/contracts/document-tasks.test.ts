import { expect, it } from 'vitest'
import { makeContractDesk } from '../../test/support/contract-desk.ts'
import { documentsHere } from '../../test/support/documents-here.ts'
import { signDocument } from '../../src-shared/contracts/contracts-operations.ts'
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
