import { execFileSync } from 'node:child_process'
import {
  PDFDocument as AppendingPdf,
  PDFName as AppendingName,
  PDFDict as AppendingDict,
  PDFArray as AppendingArray,
  rgb,
} from '@cantoo/pdf-lib'
import { CryptoKeySigner, PDF } from '@libpdf/core'
import * as fc from 'fast-check'
import { PDFDocument, PDFName } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { contractPdf } from '../../../test/support/contract-pdf.ts'
import { withFiles } from '../../../test/support/render-pdf.ts'
import {
  certificatesFrom,
  selfSignedSigner,
  signerUnderRoot,
  signingTime,
  type TestSigner,
} from '../../../test/support/signers.ts'
import { appended, outcome } from '../../../test/support/tampering.ts'
import { tool } from '../../../test/support/tools.ts'
import { signPdf } from '../sign/sign-pdf.ts'
import { scanForSignatures } from './byte-range.ts'
import { verifyPdf } from './verify-pdf.ts'

const pdfsig = tool('pdfsig')
const contract = contractPdf(2)
let seller: TestSigner
let buyer: TestSigner
/** Signed by the seller, and by seller and buyer. */
let once: Buffer
let twice: Buffer

beforeAll(async () => {
  seller = await signerUnderRoot('深圳市云帆智能科技有限公司', '张伟铭')
  buyer = await selfSignedSigner('上海启元数字设备有限公司', '王思涵')
  once = Buffer.from((await signPdf(contract, { signer: seller.key, time: signingTime })).pdf)
  twice = Buffer.from((await signPdf(once, { signer: buyer.key, time: signingTime + 3_600_000 })).pdf)
})

/** The list of pages, to be tampered with. */
function pageList(document: AppendingPdf): AppendingArray {
  return document.catalog
    .lookup(AppendingName.of('Pages'), AppendingDict)
    .lookup(AppendingName.of('Kids'), AppendingArray)
}

function changesOf(bytes: Uint8Array, signature = 0): string[] {
  return verifyPdf(bytes).signatures[signature]!.changes.map(({ kind, page, detail }) =>
    [kind, page, detail].filter((part) => part !== undefined).join(' '),
  )
}

describe('an untouched signed file', () => {
  it('is intact; a self-made certificate reads as identity not verified', async () => {
    const { pdf } = await signPdf(contract, { signer: buyer.key, time: signingTime })
    const { verdict, words, signatures } = verifyPdf(pdf)
    expect(verdict).toBe('intact')
    expect(words.en).toMatch(/^intact, identity not verified/)
    expect(words.zh).toMatch(/^内容完整，签名者身份未经验证/)
    expect(signatures[0]).toMatchObject({
      byteRangeSound: true,
      digestValid: true,
      cmsValid: true,
      signingCertificateMatches: true,
      chain: 'untrusted',
      selfMade: true,
      revocation: 'not checked',
      timeSource: 'claimed',
      coversRevision: 1,
      coversWholeDocument: true,
      changedAfterwards: 'nothing',
      problems: [],
    })
  })

  it('has a trusted signer when the workspace trusts the root, and not for another root of the same name', async () => {
    const impostor = await signerUnderRoot('深圳市云帆智能科技有限公司', '张伟铭')
    expect(verifyPdf(once, { trust: [seller.trustPem] })).toMatchObject({
      verdict: 'intact',
      signatures: [{ chain: 'trusted', chainPath: ['张伟铭', '深圳市云帆智能科技有限公司 签名根证书'] }],
    })
    expect(verifyPdf(once, { trust: [seller.trustPem] }).words.en).toMatch(/identity trusted/)
    expect(verifyPdf(once, { trust: [impostor.trustPem] }).signatures[0]!.chain).toBe('untrusted')
  })

  it('tells a certificate that is not valid at the time asked for', () => {
    expect(verifyPdf(once, { trust: [seller.trustPem], at: Date.UTC(2035, 0, 1) }).signatures[0]!.chain).toBe('expired')
    expect(verifyPdf(once, { trust: [seller.trustPem], at: certificatesFrom - 1 }).signatures[0]!.chain).toBe('expired')
  })

  it('signed by two says of the first what it covers and what came later', () => {
    const { verdict, signatures } = verifyPdf(twice)
    expect(verdict).toBe('intact')
    expect(signatures.map((s) => [s.coversRevision, s.coversWholeDocument, s.changedAfterwards])).toEqual([
      [1, false, 'signatures only'],
      [2, true, 'nothing'],
    ])
    expect(changesOf(twice)).toEqual(['signatureAdded 签名2'])
  })

  it('without a signature is unsigned', () => {
    expect(verifyPdf(contract)).toMatchObject({
      verdict: 'unsigned',
      signatures: [],
      words: { zh: '文件没有电子签名' },
    })
  })

  it('stays intact with line ends behind it', () => {
    expect(verifyPdf(Buffer.concat([once, Buffer.from('\n\n')])).signatures[0]).toMatchObject({
      coversWholeDocument: true,
      changedAfterwards: 'nothing',
    })
  })

  it('in the older PKCS#7 format, made by another program, is checked too', async () => {
    const keys = await crypto.subtle.generateKey(
      { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
      true,
      ['sign', 'verify'],
    )
    const rsa = await selfSignedSigner('云帆', '老格式', 'RSA-2048')
    const foreign = new CryptoKeySigner(keys.privateKey, rsa.key.certificate, 'RSA', 'RSASSA-PKCS1-v1_5')
    const document = await PDF.load(contract)
    const { bytes } = await document.sign({
      signer: {
        certificate: rsa.key.certificate,
        keyType: 'RSA',
        signatureAlgorithm: 'RSASSA-PKCS1-v1_5',
        sign: (data) => rsa.key.sign(data),
      },
      subFilter: 'adbe.pkcs7.detached',
      signingTime: new Date(signingTime),
    })
    expect(verifyPdf(bytes)).toMatchObject({
      verdict: 'intact',
      signatures: [{ format: 'adbe.pkcs7.detached', signingCertificateMatches: 'absent' }],
    })
    // The same certificate with a key that is not its own.
    const forged = await (await PDF.load(contract)).sign({ signer: foreign, signingTime: new Date(signingTime) })
    expect(verifyPdf(forged.bytes)).toMatchObject({
      verdict: 'broken',
      signatures: [{ digestValid: true, cmsValid: false }],
    })
  })
})

describe('a flipped byte', () => {
  it('in the content makes the file modified', () => {
    // Inside the compressed text of a page: the structure stays readable.
    const at = once.indexOf('stream', once.indexOf('/Filter/FlateDecode')) + 20
    const bytes = Buffer.from(once)
    bytes[at]! ^= 1
    expect(verifyPdf(bytes)).toMatchObject({
      verdict: 'modified',
      signatures: [{ digestValid: false, cmsValid: true, byteRangeSound: true }],
    })
  })

  it('in the byte range, or in the signature, breaks it', () => {
    const range = Buffer.from(once)
    const digits = once.lastIndexOf('/ByteRange [') + '/ByteRange [0 '.length
    range[digits]! ^= 1
    expect(verifyPdf(range)).toMatchObject({ verdict: 'broken', signatures: [{ byteRangeSound: false }] })
    const [{ range: gap }] = scanForSignatures(once) as [ReturnType<typeof scanForSignatures>[0]]
    const message = Buffer.from(once)
    message.write(message[gap.before[1] + 401] === 0x30 ? '1' : '0', gap.before[1] + 401)
    expect(['broken']).toContain(outcome(message))
    const padding = Buffer.from(once)
    padding.write('1', gap.after[0] - 2)
    expect(outcome(padding)).toBe('broken')
  })

  it('anywhere at all never leaves the file intact', async () => {
    const { pdf } = await signPdf(contract, { signer: buyer.key, time: signingTime })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: pdf.length - 1 }), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const bytes = pdf.slice()
        bytes[at]! ^= 1 << bit
        const hexLetter = /[a-f]/i.test(String.fromCharCode(pdf[at]!)) && bit === 5
        // The case of a hexadecimal digit in the signature carries no meaning, and neither does one kind of line end at the very end.
        if (hexLetter || at === pdf.length - 1) return
        expect(outcome(bytes)).not.toBe('intact')
        expect(outcome(bytes)).not.toBe('unsigned')
      }),
      { numRuns: 300 },
    )
  })
})

describe('something appended after signing', () => {
  it('a page is called modified, with its number', async () => {
    const bytes = await appended(once, (document) => void document.addPage([300, 300]))
    expect(verifyPdf(bytes)).toMatchObject({
      verdict: 'modified',
      words: { zh: '文件在签名之后被改动过：第 3 页增加了页面' },
    })
    expect(changesOf(bytes)).toEqual(['pageAdded 3'])
    expect(verifyPdf(bytes).signatures[0]).toMatchObject({
      digestValid: true,
      cmsValid: true,
      coversWholeDocument: false,
      changedAfterwards: 'modified',
    })
  })

  it('a page taken out, or the order changed, is called modified', async () => {
    expect(changesOf(await appended(once, (document) => pageList(document).remove(1)))).toEqual(['pageRemoved 2'])
    const swapped = await appended(once, (document) => {
      const kids = pageList(document)
      const [first, second] = [kids.get(0), kids.get(1)]
      kids.set(0, second!)
      kids.set(1, first!)
    })
    expect(changesOf(swapped)).toContain('pagesReordered')
  })

  it('a white box over the price is called modified, with its page', async () => {
    const bytes = await appended(once, (document) =>
      document.getPage(1).drawRectangle({ x: 100, y: 400, width: 200, height: 50, color: rgb(1, 1, 1) }),
    )
    expect(verifyPdf(bytes).verdict).toBe('modified')
    expect(changesOf(bytes)).toContain('contentChanged 2 Contents')
  })

  it('pages that exchange their content are called modified though every old object is still there', async () => {
    const bytes = await appended(once, (document) =>
      document
        .getPage(0)
        .node.set(AppendingName.of('Contents'), document.getPage(1).node.get(AppendingName.of('Contents'))!),
    )
    expect(changesOf(bytes)).toEqual(['contentChanged 1 Contents'])
  })

  it('a picture exchanged under a name that other dictionaries use for their parents is called modified', async () => {
    const withPicture = await PDFDocument.load(contract, { updateMetadata: false })
    const picture = withPicture.context.register(
      withPicture.context.stream('0 0 m', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9] }),
    )
    for (const name of ['P', 'Parent']) withPicture.getPage(0).node.setXObject(PDFName.of(name), picture)
    const { pdf } = await signPdf(await withPicture.save(), { signer: seller.key, time: signingTime })
    expect(verifyPdf(pdf).verdict).toBe('intact')
    for (const name of ['P', 'Parent']) {
      const bytes = await appended(pdf, (document) => {
        const other = document.context.register(
          document.context.stream('9 9 m', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9] }),
        )
        document.getPage(0).node.setXObject(AppendingName.of(name), other)
      })
      expect(changesOf(bytes)).toContain('contentChanged 1 Resources')
    }
  })

  it('an annotation, a script, a form field or another title is called modified', async () => {
    const note = await appended(once, (document) => {
      const note = document.context.obj({ Type: 'Annot', Subtype: 'FreeText', Rect: [100, 100, 300, 200] })
      document.getPage(0).node.addAnnot(document.context.register(note))
    })
    expect(changesOf(note)).toContain('annotationAdded 1')
    const script = await appended(once, (document) =>
      document.catalog.set(AppendingName.of('OpenAction'), document.context.obj({ S: 'JavaScript' })),
    )
    expect(changesOf(script)).toEqual(['documentChanged OpenAction'])
    expect(changesOf(await appended(once, (document) => document.setTitle('另一份合同')))).toContain(
      'metadataChanged Info/Title',
    )
    const field = await appended(once, (document) => document.getForm().createTextField('金额'))
    expect(changesOf(field)).toContain('fieldAdded 金额')
    for (const bytes of [note, script, field]) expect(verifyPdf(bytes).verdict).toBe('modified')
  })

  it('after the second signature concerns both', async () => {
    const bytes = await appended(twice, (document) => void document.addPage([300, 300]))
    expect(verifyPdf(bytes).signatures.map((s) => s.changedAfterwards)).toEqual(['modified', 'modified'])
  })

  it('between two signatures is held against the first one only', async () => {
    const changed = await appended(once, (document) => void document.addPage([300, 300]))
    const { pdf } = await signPdf(changed, { signer: buyer.key, time: signingTime })
    const { verdict, signatures } = verifyPdf(pdf)
    expect(verdict).toBe('modified')
    expect(signatures.map((s) => s.changedAfterwards)).toEqual(['modified', 'nothing'])
  })

  it('bytes that are no revision are called modified', () => {
    expect(outcome(Buffer.concat([once, Buffer.from('\n% a remark\n')]))).toBe('modified')
    expect(
      outcome(
        Buffer.concat([
          once,
          Buffer.from(
            `\n99 0 obj\n<<>>\nendobj\n${once.toString('latin1').match(/startxref\s+\d+\s+%%EOF\s*$/)![0]}`,
            'latin1',
          ),
        ]),
      ),
    ).toBe('modified')
  })

  it('the whole written anew by pdf-lib never reads as intact', async () => {
    const document = await PDFDocument.load(once, { updateMetadata: false })
    document.addPage()
    expect(['modified', 'broken']).toContain(outcome(await document.save()))
  })
})

describe.runIf(pdfsig)('poppler’s pdfsig', () => {
  it('calls an appended page valid, which is why we compare revisions', async () => {
    const bytes = await appended(once, (document) => void document.addPage([300, 300]))
    const shown = withFiles({ 'a.pdf': bytes }, (path) =>
      execFileSync(pdfsig!, ['-nocert', path('a.pdf')], { encoding: 'utf8' }),
    )
    expect(shown).toMatch(/Signature is Valid/)
    expect(verifyPdf(bytes).verdict).toBe('modified')
  })

  it('agrees that a flipped byte is a mismatch', () => {
    const bytes = Buffer.from(once)
    bytes[once.indexOf('stream', once.indexOf('/Filter/FlateDecode')) + 20]! ^= 1
    const shown = withFiles({ 'a.pdf': bytes }, (path) =>
      execFileSync(pdfsig!, ['-nocert', path('a.pdf')], { encoding: 'utf8', stdio: 'pipe' }),
    )
    expect(shown).toMatch(/Digest Mismatch/)
    expect(verifyPdf(bytes).verdict).toBe('modified')
  })
})

describe('a signature by an algorithm we do not know', () => {
  it('reads as impossible to verify, not as tampered with', () => {
    const bytes = Buffer.from(once)
    // ecdsa-with-SHA256 in the signer's own entry, the last one, becomes ecdsa-with-SHA224.
    bytes.write('1', once.lastIndexOf('2a8648ce3d040302') + 15, 'latin1')
    expect(verifyPdf(bytes)).toMatchObject({
      verdict: 'broken',
      signatures: [{ problems: ['unsupportedAlgorithm'], byteRangeSound: true, digestValid: true, cmsValid: false }],
    })
    expect(verifyPdf(bytes).words.zh).toMatch(/^无法验证/)
  })
})

describe('a certificate whose key does not decode', () => {
  it('breaks the signature and nothing else', () => {
    const bytes = Buffer.from(once)
    // The prefix of an uncompressed point (04) on the signer's curve: with another one there is no such key.
    const key = once.indexOf('2a8648ce3d030107034200') + '2a8648ce3d030107034200'.length
    expect(bytes.toString('latin1', key, key + 2)).toBe('04')
    bytes.write('05', key, 'latin1')
    expect(verifyPdf(bytes)).toMatchObject({ verdict: 'broken', signatures: [{ cmsValid: false, chain: 'unknown' }] })
  })
})
