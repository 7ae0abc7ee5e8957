import { execFileSync } from 'node:child_process'
import { deflateSync } from 'node:zlib'
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
import { Refusal } from '../../../src-shared/kernel/refusal.ts'
import { contractPdf } from '../../../test/support/contract-pdf.ts'
import { withFiles } from '../../../test/support/render-pdf.ts'
import {
  certificatesFrom,
  selfSignedSigner,
  signerUnderRoot,
  signingTime,
  type TestSigner,
} from '../../../test/support/signers.ts'
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

/** The verdict, or the code of the refusal. */
function outcome(file: Uint8Array | string): string {
  try {
    return verifyPdf(typeof file === 'string' ? Buffer.from(file, 'latin1') : file).verdict
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

/** The file with one more revision, made by a program that appends. */
async function appended(pdf: Uint8Array, change: (document: AppendingPdf) => void): Promise<Uint8Array> {
  const document = await AppendingPdf.load(pdf, { forIncrementalUpdate: true })
  change(document)
  const bytes = await document.save()
  expect(Buffer.compare(bytes.subarray(0, pdf.length), pdf)).toBe(0)
  return bytes
}

/** The file with one more revision written by hand: objects by number, and the old trailer's entries. */
function appendedByHand(pdf: Buffer, objects: Record<number, string>): Buffer {
  const previous = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString('latin1'))![1])
  const root = /\/Root (\d+ 0 R)/.exec(pdf.toString('latin1', pdf.lastIndexOf('/Root')))![1]
  let body = '\n'
  const table: string[] = []
  for (const [number, text] of Object.entries(objects)) {
    table.push(`${number} 1\n${String(pdf.length + body.length).padStart(10, '0')} 00000 n \n`)
    body += `${number} 0 obj\n${text}\nendobj\n`
  }
  const size = 1000
  return Buffer.concat([
    pdf,
    Buffer.from(
      `${body}xref\n${table.join('')}trailer\n<< /Size ${size} /Root ${root} /Prev ${previous} >>\nstartxref\n${pdf.length + body.length}\n%%EOF\n`,
      'latin1',
    ),
  ])
}

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
