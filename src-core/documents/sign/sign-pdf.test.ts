import { execFileSync } from 'node:child_process'
import { PDF } from '@libpdf/core'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contractPdf } from '../../../test/support/contract-pdf.ts'
import { withFiles } from '../../../test/support/render-pdf.ts'
import {
  certificatesFrom,
  selfSignedSigner,
  signerUnderRoot,
  signingTime,
  type TestSigner,
} from '../../../test/support/signers.ts'
import { startTimestampServer, type TimestampServer } from '../../../test/support/timestamp-server.ts'
import { tool } from '../../../test/support/tools.ts'
import { scanForSignatures } from '../verify/byte-range.ts'
import { verifyPdf } from '../verify/verify-pdf.ts'
import { parsePdfDate, pdfDate } from './pdf-date.ts'
import { signPdf } from './sign-pdf.ts'
import { httpTimestampAuthority } from './timestamp-authority.ts'
import { makeWorkspaceCertificate } from './workspace-certificate.ts'

const openssl = tool('openssl')
const pdfsig = tool('pdfsig')
const contract = contractPdf(2)
let seller: TestSigner
let buyer: TestSigner

beforeAll(async () => {
  seller = await signerUnderRoot('深圳市云帆智能科技有限公司', '张伟铭', 'RSA-2048')
  buyer = await selfSignedSigner('上海启元数字设备有限公司', '王思涵')
})

describe('signing', () => {
  it('appends and leaves every byte that was there', async () => {
    const { pdf, fieldName } = await signPdf(contract, { signer: seller.key, time: signingTime })
    expect(fieldName).toBe('签名1')
    expect(Buffer.compare(pdf.subarray(0, contract.length), contract)).toBe(0)
  })

  it('writes who, why, where and when so that Chinese and brackets come back whole', async () => {
    const { pdf } = await signPdf(contract, {
      signer: seller.key,
      time: signingTime,
      reason: '同意签署（合同）(a\\b)',
      location: '深圳',
      contact: 'a@example.invalid',
    })
    const [found] = verifyPdf(pdf).signatures
    expect(found).toMatchObject({
      name: '张伟铭',
      claimedName: '张伟铭',
      organisation: '深圳市云帆智能科技有限公司',
      reason: '同意签署（合同）(a\\b)',
      location: '深圳',
      claimedTime: signingTime,
      timeSource: 'claimed',
    })
  })

  it('by several parties one after another keeps the earlier signatures valid, each in its own field', async () => {
    let pdf = contract
    for (const signer of [seller, buyer, seller])
      ({ pdf } = await signPdf(pdf, { signer: signer.key, time: signingTime }))
    const { verdict, signatures } = verifyPdf(pdf, { trust: [seller.trustPem] })
    expect(verdict).toBe('intact')
    expect(signatures.map((s) => [s.fieldName, s.chain, s.selfMade, s.changedAfterwards])).toEqual([
      ['签名1', 'trusted', false, 'signatures only'],
      ['签名2', 'untrusted', true, 'signatures only'],
      ['签名3', 'trusted', false, 'nothing'],
    ])
  })

  it('fills an empty signature field, and refuses one that is signed or no signature field', async () => {
    const document = await PDF.load(contract)
    document.getOrCreateForm().createSignatureField('甲方签名')
    document.getOrCreateForm().createTextField('备注')
    const prepared = await document.save()
    const { pdf } = await signPdf(prepared, { signer: buyer.key, time: signingTime, fieldName: '甲方签名' })
    expect(verifyPdf(pdf)).toMatchObject({ verdict: 'intact', signatures: [{ fieldName: '甲方签名' }] })
    await expect(signPdf(pdf, { signer: buyer.key, time: signingTime, fieldName: '甲方签名' })).rejects.toMatchObject({
      code: 'sign.fieldTaken',
    })
    await expect(signPdf(pdf, { signer: buyer.key, time: signingTime, fieldName: '备注' })).rejects.toMatchObject({
      code: 'sign.fieldTaken',
    })
  })

  it('lays a clickable widget over the seal', async () => {
    const { pdf } = await signPdf(contract, {
      signer: buyer.key,
      time: signingTime,
      widget: { page: 1, rect: [100, 200, 213, 313] },
    })
    const document = await PDFDocument.load(pdf, { updateMetadata: false })
    expect(document.getPage(1).node.Annots()?.size()).toBe(1)
    expect(document.getForm().getFields()[0]!.acroField.getWidgets()[0]!.getRectangle()).toEqual({
      x: 100,
      y: 200,
      width: 113,
      height: 113,
    })
    expect(verifyPdf(pdf).verdict).toBe('intact')
  })

  it('refuses outside the certificate’s years, a page that is not there, and what is no PDF', async () => {
    await expect(signPdf(contract, { signer: buyer.key, time: certificatesFrom - 1000 })).rejects.toMatchObject({
      code: 'sign.certificateNotYetValid',
      params: { validFrom: certificatesFrom },
    })
    await expect(signPdf(contract, { signer: buyer.key, time: Date.UTC(2040, 0, 1) })).rejects.toMatchObject({
      code: 'sign.certificateExpired',
    })
    await expect(
      signPdf(contract, { signer: buyer.key, time: signingTime, widget: { page: 7, rect: [0, 0, 1, 1] } }),
    ).rejects.toMatchObject({ code: 'document.noSuchPage' })
    await expect(
      signPdf(new TextEncoder().encode('hello'), { signer: buyer.key, time: signingTime }),
    ).rejects.toMatchObject({ code: 'document.unreadable' })
  })

  it('takes a P12 with its password, and a wrong one is refused though the key is in memory', async () => {
    const { p12 } = await makeWorkspaceCertificate({
      company: '云帆',
      validYears: 1,
      notBefore: certificatesFrom,
      password: 'secret',
      keyType: 'P-256',
    })
    const { pdf } = await signPdf(contract, { signer: { p12, password: 'secret' }, time: signingTime })
    expect(verifyPdf(pdf).verdict).toBe('intact')
    await expect(signPdf(contract, { signer: { p12, password: 'wrong' }, time: signingTime })).rejects.toMatchObject({
      code: 'sign.wrongPassword',
    })
  })
})

describe('PDF dates', () => {
  it('are written in the workspace’s zone and read back', () => {
    expect(pdfDate(signingTime, 480)).toBe("D:20261124100000+08'00'")
    expect(pdfDate(signingTime, -210)).toBe("D:20261123223000-03'30'")
    for (const offset of [480, -210, 0]) expect(parsePdfDate(pdfDate(signingTime, offset))).toBe(signingTime)
    expect(parsePdfDate('D:20261124020000Z')).toBe(signingTime)
    expect(parsePdfDate('yesterday')).toBeUndefined()
  })
})

describe.runIf(pdfsig && openssl)('other programs', () => {
  it('poppler calls both signatures valid, in Chinese', async () => {
    const first = await signPdf(contract, { signer: seller.key, time: signingTime })
    const second = await signPdf(first.pdf, { signer: buyer.key, time: signingTime })
    const shown = withFiles({ 'a.pdf': second.pdf }, (path) =>
      execFileSync(pdfsig!, ['-nocert', path('a.pdf')], { encoding: 'utf8' }),
    )
    expect(shown.match(/Signature is Valid/g)).toHaveLength(2)
    expect(shown).toMatch(/Field Name: 签名2/)
    expect(shown).toMatch(/CN=张伟铭,O=深圳市云帆智能科技有限公司,C=CN/)
    expect(shown).toMatch(/ETSI.CAdES.detached/)
  })

  it.each(['RSA', 'EC'] as const)('OpenSSL verifies the %s message against the signed bytes', async (kind) => {
    const signer = kind === 'RSA' ? seller : buyer
    const { pdf } = await signPdf(contract, { signer: signer.key, time: signingTime })
    const [{ range, contents }] = scanForSignatures(pdf) as [ReturnType<typeof scanForSignatures>[0]]
    const signed = Buffer.concat([pdf.subarray(...range.before), pdf.subarray(...range.after)])
    withFiles({ 'message.der': contents, content: signed, 'trust.pem': signer.trustPem }, (path) => {
      const options = [
        'cms',
        '-verify',
        '-binary',
        '-inform',
        'DER',
        '-cades',
        '-in',
        path('message.der'),
        '-content',
        path('content'),
        '-CAfile',
        path('trust.pem'),
        '-purpose',
        'any',
        '-partial_chain',
      ]
      execFileSync(openssl!, [...options, '-attime', String(signingTime / 1000), '-out', path('out')], {
        stdio: 'pipe',
      })
    })
    expect(signed.length).toBeGreaterThan(contract.length)
  })
})

function stampedBy(url: string) {
  return signPdf(contract, {
    signer: seller.key,
    time: signingTime,
    timestampAuthority: httpTimestampAuthority(url, 2000),
  })
}

describe.runIf(openssl)('a time stamp', () => {
  let server: TimestampServer
  beforeAll(async () => {
    server = await startTimestampServer(openssl!)
  })
  afterAll(() => server.close())

  it('proves the time within the signature', async () => {
    const { pdf } = await signPdf(contract, {
      signer: seller.key,
      time: signingTime,
      timestampAuthority: httpTimestampAuthority(server.url),
    })
    const [found] = verifyPdf(pdf).signatures
    expect(found).toMatchObject({
      timeSource: 'timestamp',
      claimedTime: signingTime,
      cmsValid: true,
      digestValid: true,
    })
    expect(found!.provenTime).toBeGreaterThan(Date.UTC(2024, 0, 1))
    expect(found!.timestampChain).toBe('untrusted')
    expect(verifyPdf(pdf, { trust: [server.certificatePem] }).signatures[0]!.timestampChain).toBe('trusted')
  })

  it('over the document may follow a signature', async () => {
    const { pdf } = await signPdf(contract, { signer: seller.key, time: signingTime })
    const document = await PDF.load(pdf)
    const authority = httpTimestampAuthority(server.url)
    const { bytes } = await document.addTimestamp({
      timestampAuthority: { timestamp: (digest) => authority.timestamp(digest) },
    })
    const { verdict, signatures } = verifyPdf(bytes)
    expect(verdict).toBe('intact')
    expect(signatures.map((s) => [s.kind, s.changedAfterwards, s.timeSource])).toEqual([
      ['signature', 'signatures only', 'claimed'],
      ['timestamp', 'nothing', 'timestamp'],
    ])
  })

  it('is refused when the authority declines, is not there or stamps something else', async () => {
    await expect(stampedBy(`${server.url}refuse`)).rejects.toMatchObject({ code: 'sign.timestampFailed' })
    await expect(stampedBy(`${server.url}other`)).rejects.toMatchObject({
      code: 'sign.timestampFailed',
      params: { reason: 'token for another digest' },
    })
    await expect(stampedBy('http://127.0.0.1:9/')).rejects.toMatchObject({ code: 'sign.timestampFailed' })
  })
})
