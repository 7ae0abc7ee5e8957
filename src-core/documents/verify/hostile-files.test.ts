import { deflateSync } from 'node:zlib'
import { PDF } from '@libpdf/core'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { contractPdf } from '../../../test/support/contract-pdf.ts'
import { selfSignedSigner, signingTime } from '../../../test/support/signers.ts'
import { outcome } from '../../../test/support/tampering.ts'
import { signPdf } from '../sign/sign-pdf.ts'

const contract = contractPdf(2)
let once: Buffer
let twice: Buffer

beforeAll(async () => {
  const signer = await selfSignedSigner('上海启元数字设备有限公司', '王思涵')
  once = Buffer.from((await signPdf(contract, { signer: signer.key, time: signingTime })).pdf)
  twice = Buffer.from((await signPdf(once, { signer: signer.key, time: signingTime })).pdf)
})

/** A small PDF of these objects, numbered from 1. */
function pdfOf(objects: string[], trailer = '/Root 1 0 R'): Buffer {
  let body = '%PDF-1.7\n'
  const offsets = objects.map((object, i) => {
    const at = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  )
}

describe('files that are no honest PDF', () => {
  it('are refused: empty, other formats, encrypted', async () => {
    expect(outcome('')).toBe('document.unreadable')
    expect(outcome('PK\u0003\u0004')).toBe('document.unreadable')
    expect(outcome('%PDF-1.7\n')).toBe('document.unreadable')
    const document = await PDF.load(contract)
    document.setProtection({ userPassword: 'a', ownerPassword: 'b' })
    expect(outcome(await document.save())).toBe('document.unreadable')
  })

  it('are refused when cut off, wherever', () => {
    for (let share = 0.05; share < 1; share += 0.05)
      expect(outcome(contract.slice(0, Math.floor(contract.length * share)))).toBe('document.unreadable')
  })

  it('never read as intact when a signed file is cut off', () => {
    for (let cut = 1; cut < once.length - contract.length; cut += 97)
      expect(['document.unreadable', 'modified', 'broken', 'unsigned']).toContain(
        outcome(once.subarray(0, once.length - 2 - cut)),
      )
  })

  it('are refused when they nest, circle or lie', () => {
    // The frame itself is sound.
    expect(outcome(pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']))).toBe(
      'unsigned',
    )
    expect(outcome(pdfOf([`<< /Pages ${'['.repeat(5000)}${']'.repeat(5000)} >>`]))).toBe('document.unreadable')
    expect(outcome(pdfOf([`<< /Pages ${'<</A'.repeat(5000)} >>`]))).toBe('document.unreadable')
    expect(outcome(pdfOf(['2 0 R', '1 0 R']))).toBe('document.unreadable')
    expect(outcome(pdfOf(['<< /Pages 2 0 R /AcroForm 1 0 R /Fields 9 0 R >>'], '/Root 7 0 R'))).toBe(
      'document.unreadable',
    )
    const circle = pdfOf([
      '<< /Pages 2 0 R /AcroForm << /Fields [3 0 R] >> >>',
      '<< /Kids [2 0 R] >>',
      '<< /FT /Sig /T (a) /Kids [3 0 R] >>',
    ])
    expect(outcome(circle)).toBe('unsigned')
    expect(outcome('%PDF-1.7\nstartxref\n9\n%%EOF')).toBe('document.unreadable')
    expect(outcome(pdfOf(['<<>>'], '/Root 1 0 R /Encrypt 1 0 R'))).toBe('document.unreadable')
    const loop = pdfOf(['<< /Pages 2 0 R >>', '<< /Kids [] >>'])
    const at = loop.lastIndexOf('/Root')
    const xref = loop.lastIndexOf('xref\n', loop.lastIndexOf('trailer'))
    // A cross-reference that is its own predecessor.
    expect(outcome(Buffer.concat([loop.subarray(0, at), Buffer.from(`/Prev ${xref} `), loop.subarray(at)]))).toBe(
      'unsigned',
    )
  })

  it('are refused when they would unpack to gigabytes', () => {
    const bomb = deflateSync(Buffer.alloc(300 * 1024 * 1024), { level: 9 })
    const head = `1 0 obj\n<< /Type /XRef /Size 3 /W [1 2 1] /Root 2 0 R /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n`
    expect(
      outcome(
        Buffer.concat([
          Buffer.from(`%PDF-1.7\n${head}`),
          bomb,
          Buffer.from('\nendstream\nendobj\nstartxref\n9\n%%EOF\n'),
        ]),
      ),
    ).toBe('document.unreadable')
  })

  it('never drive the verifier into an error of its own', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 0, max: twice.length - 400 }), (noise, at) => {
        const bytes = Buffer.from(twice)
        bytes.set(noise, at)
        if (Buffer.compare(bytes, twice) === 0) return
        expect(outcome(bytes)).not.toBe('intact')
      }),
      { numRuns: 100 },
    )
  })
})
