import { PDFArray as AppendingArray, PDFDict as AppendingDict, PDFName as AppendingName } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { contractPdf } from '../../../test/support/contract-pdf.ts'
import { selfSignedSigner, signerUnderRoot, signingTime, type TestSigner } from '../../../test/support/signers.ts'
import { appended, appendedByHand, outcome } from '../../../test/support/tampering.ts'
import { signPdf } from '../sign/sign-pdf.ts'
import { scanForSignatures } from './byte-range.ts'
import { verifyPdf } from './verify-pdf.ts'

let seller: TestSigner
let once: Buffer
let twice: Buffer

beforeAll(async () => {
  seller = await signerUnderRoot('深圳市云帆智能科技有限公司', '张伟铭')
  const buyer = await selfSignedSigner('上海启元数字设备有限公司', '王思涵')
  once = Buffer.from((await signPdf(contractPdf(2), { signer: seller.key, time: signingTime })).pdf)
  twice = Buffer.from((await signPdf(once, { signer: buyer.key, time: signingTime + 3_600_000 })).pdf)
})

describe('forged signatures', () => {
  it('a second signature taken out of the form is missed', async () => {
    const bytes = await appended(twice, (document) => {
      const fields = document.catalog
        .lookup(AppendingName.of('AcroForm'), AppendingDict)
        .lookup(AppendingName.of('Fields'), AppendingArray)
      fields.remove(1)
    })
    expect(verifyPdf(bytes)).toMatchObject({ verdict: 'modified', changes: [{ kind: 'signatureRemoved' }] })
  })

  it('all signatures taken out of the form is not the same as unsigned', async () => {
    const bytes = await appended(once, (document) => void document.catalog.delete(AppendingName.of('AcroForm')))
    expect(verifyPdf(bytes)).toMatchObject({ verdict: 'modified', changes: [{ kind: 'signatureRemoved' }] })
  })

  it('byte ranges exchanged between two signatures hold for neither', () => {
    const bytes = Buffer.from(twice)
    const ranges = [...twice.toString('latin1').matchAll(/\/ByteRange (\[[\d ]+\])/g)]
    expect(ranges).toHaveLength(2)
    const [first, second] = ranges as [RegExpExecArray, RegExpExecArray]
    const width = Math.min(first[1]!.length, second[1]!.length)
    bytes.write(second[1]!.slice(0, width), first.index + 11, 'latin1')
    bytes.write(first[1]!.slice(0, width), second.index + 11, 'latin1')
    expect(outcome(bytes)).toBe('broken')
  })

  it('a signature dictionary copied elsewhere with the old byte range (wrapping) is broken', () => {
    const at = once.lastIndexOf('/Type /Sig\n') >= 0 ? once.lastIndexOf('/Type /Sig\n') : once.lastIndexOf('/Sig')
    const start = once.lastIndexOf(' 0 obj', at)
    const number = Number(/(\d+)$/.exec(once.toString('latin1', start - 10, start))![1])
    const dictionary = once.toString('latin1', once.indexOf('<<', start), once.indexOf('endobj', start)).trim()
    expect(dictionary).toMatch(/\/ByteRange/)
    expect(outcome(appendedByHand(once, { [number]: dictionary }))).toBe('broken')
    // Missing, empty or absurd entries ("universal signature forgery").
    for (const forged of [
      '[]',
      '[0 -1 5 5]',
      '[0 1 2 3 4]',
      'null',
      '[0 99999999999999999999 5 5]',
      '[5 5 20 20]',
      '(text)',
    ]) {
      expect(
        outcome(
          appendedByHand(once, { [number]: dictionary.replace(/\/ByteRange \[[^\]]*\]/, `/ByteRange ${forged}`) }),
        ),
      ).not.toBe('intact')
    }
    for (const contents of ['<>', '<00>', 'null', '()', '<zz>']) {
      expect(
        outcome(appendedByHand(once, { [number]: dictionary.replace(/\/Contents <[^>]*>/, `/Contents ${contents}`) })),
      ).not.toBe('intact')
    }
    const doubled = dictionary.replace('/ByteRange', '/ByteRange [0 5 9 9]\n/ByteRange')
    expect(outcome(appendedByHand(once, { [number]: doubled }))).not.toBe('intact')
  })

  it('a signature of one file put into another is modified', async () => {
    const other = Buffer.from((await signPdf(contractPdf(3), { signer: seller.key, time: signingTime })).pdf)
    const [{ range, contents }] = scanForSignatures(once) as [ReturnType<typeof scanForSignatures>[0]]
    const [{ range: target }] = scanForSignatures(other) as [ReturnType<typeof scanForSignatures>[0]]
    expect(target.after[0] - target.before[1]).toBe(range.after[0] - range.before[1])
    other.write(Buffer.from(contents).toString('hex'), target.before[1] + 1, 'latin1')
    expect(verifyPdf(other)).toMatchObject({
      verdict: 'modified',
      signatures: [{ cmsValid: true, digestValid: false }],
    })
  })
})
