import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { contractPdf } from '../../test/support/contract-pdf.ts'
import { documentsHere } from '../../test/support/documents-here.ts'
import { makeWorkspace } from '../../test/support/make-workspace.ts'
import { selfSignedSigner, signingTime } from '../../test/support/signers.ts'
import { verifyPdfTask } from '../../src-shared/files/files-operations.ts'
import { signPdf } from '../documents/sign/sign-pdf.ts'

async function verifiedBy(bytes: Uint8Array) {
  await using desk = await makeWorkspace({ documents: documentsHere() })
  const fileHash = desk.core.workspace.files.put(bytes)
  const found = await desk.core.runTask(verifyPdfTask.name, { fileHash }, desk.people.sales)
  return verifyPdfTask.output.parse(found) satisfies z.output<(typeof verifyPdfTask)['output']>
}

describe('verifying a stored file', () => {
  it('says who signed and that nobody vouches for a certificate of their own', async () => {
    const signer = await selfSignedSigner('上海启元数字设备有限公司', '王思涵')
    const { pdf } = await signPdf(contractPdf(1), { signer: signer.key, time: signingTime, reason: '签署合同' })
    const { verdict, words, signatures } = await verifiedBy(pdf)
    expect(verdict).toBe('intact')
    expect(words.zh).toContain('身份未经验证')
    expect(signatures).toMatchObject([
      {
        name: '王思涵',
        organisation: '上海启元数字设备有限公司',
        reason: '签署合同',
        selfMade: true,
        claimedTime: signingTime,
        provenTime: null,
        changedAfterwards: 'nothing',
      },
    ])
  })

  it('tells a changed file from one that was never signed', async () => {
    const signer = await selfSignedSigner('上海启元数字设备有限公司', '王思涵')
    const { pdf } = await signPdf(contractPdf(1), { signer: signer.key, time: signingTime })
    const flipped = Uint8Array.from(pdf)
    flipped[400] = flipped[400]! ^ 1
    expect((await verifiedBy(flipped)).verdict).not.toBe('intact')
    expect(await verifiedBy(contractPdf(1))).toMatchObject({ verdict: 'unsigned', signatures: [] })
  })
})
