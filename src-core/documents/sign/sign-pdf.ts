import { createHash, X509Certificate } from 'node:crypto'
import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfRef, PdfString } from '@libpdf/core'
import { refuse } from '../../../src-shared/kernel/refusal.ts'
import { cadesSignature } from './cades-signature.ts'
import { namesOf } from './certificate-names.ts'
import { keptSigningKey } from './kept-keys.ts'
import { pdfDate } from './pdf-date.ts'
import type { SigningKey } from './signing-key.ts'
import type { TimestampAuthority } from './timestamp-authority.ts'

export interface SignRequest {
  /** An opened key, or a P12 file with its password (opened once, see `keptSigningKey`); the file can cross to a worker, the key cannot. */
  readonly signer: SigningKey | { readonly p12: Uint8Array; readonly password: string }
  /** UTC milliseconds; the claimed time of signing. */
  readonly time: number
  /** Offset of the workspace's time zone for showing the time; 480 (China) by default. */
  readonly offsetMinutes?: number
  /** Who signs; by default the certificate's common name. */
  readonly name?: string
  readonly reason?: string
  readonly location?: string
  readonly contact?: string
  /** An empty signature field of that name is filled, else one is made; by default the next free 签名1, 签名2 … */
  readonly fieldName?: string
  /** Where a click shows the signature: 0-based page and a rectangle in PDF user space, as `stampPdf` reports of a seal. */
  readonly widget?: { readonly page: number; readonly rect: readonly [number, number, number, number] }
  readonly timestampAuthority?: TimestampAuthority
}

export interface SignedPdf {
  readonly pdf: Uint8Array
  readonly fieldName: string
}

/**
 * Appends a PAdES B-B signature (B-T with a time stamp authority) as an incremental update: every byte that was there stays, so earlier signatures
 * stay valid. Nothing is drawn; what shall be seen is stamped before.
 *
 * Refusals: those of `openP12`; `document.unreadable`, `document.encrypted`; `sign.fieldTaken` (the field is signed already or no signature field);
 * `sign.certificateExpired` / `sign.certificateNotYetValid` with the date; `sign.cannotAppend` when the file is so damaged or linearised that appending
 * is impossible and a signature is at stake; `sign.changesForbidden` when a certifying signature allows no changes; `sign.timestampFailed`.
 */
export async function signPdf(pdf: Uint8Array, request: SignRequest): Promise<SignedPdf> {
  const key =
    'p12' in request.signer ? await keptSigningKey(request.signer.p12, request.signer.password) : request.signer
  const certificate = new X509Certificate(key.certificate)
  refuseOutsideValidity(certificate, request.time)
  const document = await openForSigning(pdf)

  const placeholder = placeholderBytes(key, request.timestampAuthority !== undefined)
  const entries: Record<string, string | undefined> = {
    Name: request.name ?? namesOf(certificate).commonName,
    Reason: request.reason,
    Location: request.location,
    ContactInfo: request.contact,
  }
  const signature = PdfDict.of({
    Type: PdfName.of('Sig'),
    Filter: PdfName.of('Adobe.PPKLite'),
    SubFilter: PdfName.of('ETSI.CAdES.detached'),
    M: PdfString.fromString(pdfDate(request.time, request.offsetMinutes ?? 480)),
    ByteRange: new PdfArray([0, unknownOffset, unknownOffset, unknownOffset].map((n) => PdfNumber.of(n))),
    Contents: PdfString.fromBytes(new Uint8Array(placeholder)),
  })
  for (const [name, value] of Object.entries(entries)) if (value) signature.set(name, utf16(value))
  const fieldName = attachField(document, document.register(signature), request)

  const bytes = await document.save({ incremental: true })
  await fillIn(bytes, pdf.length, placeholder, (digest) => cadesSignature(digest, key, request.timestampAuthority))
  return { pdf: bytes, fieldName }
}

function refuseOutsideValidity(certificate: X509Certificate, time: number): void {
  const from = Date.parse(certificate.validFrom)
  const to = Date.parse(certificate.validTo)
  if (time < from) throw refuse('sign.certificateNotYetValid', { validFrom: from })
  if (time > to) throw refuse('sign.certificateExpired', { validTo: to })
}

/** Chinese and plain text alike as UTF-16 with byte order mark, the one form all readers agree on. */
function utf16(value: string): PdfString {
  const bytes = new Uint8Array(2 + value.length * 2)
  bytes.set([0xfe, 0xff])
  for (let i = 0; i < value.length; i++) bytes.set([value.charCodeAt(i) >> 8, value.charCodeAt(i) & 0xff], 2 + i * 2)
  return PdfString.fromBytes(bytes)
}

async function openForSigning(pdf: Uint8Array): Promise<PDF> {
  let document: PDF
  try {
    document = await PDF.load(pdf)
    if (document.getPageCount() === 0) throw new Error('no pages')
  } catch {
    throw refuse('document.unreadable', {})
  }
  if (document.isEncrypted) throw refuse('document.encrypted', {})
  const blocker = document.canSaveIncrementally()
  if (blocker !== null) {
    const signatures =
      document
        .getForm()
        ?.getSignatureFields()
        .filter((field) => field.isSigned()).length ?? 0
    // Without a signature to lose, the library may write the whole file anew first.
    if (signatures > 0) throw refuse('sign.cannotAppend', { reason: blocker, signatures })
    return PDF.load(await document.save())
  }
  refuseForbiddenChanges(document)
  return document
}

/** DocMDP of a certifying signature with P = 1 allows nothing more, not even a signature (ISO 32000-1, 12.8.2.2). */
function refuseForbiddenChanges(document: PDF): void {
  const resolve = document.getObject.bind(document)
  const reference = document
    .getCatalog()
    .getDict('Perms', resolve)
    ?.getDict('DocMDP', resolve)
    ?.getArray('Reference', resolve)
  if (!reference) return
  for (let i = 0; i < reference.length; i++) {
    const entry = reference.at(i, resolve)
    if (entry instanceof PdfDict && entry.getDict('TransformParams', resolve)?.getNumber('P', resolve)?.value === 1)
      throw refuse('sign.changesForbidden', {})
  }
}

/** Puts the signature into an empty field or a new one with its widget, and returns the field's name. */
function attachField(document: PDF, signature: PdfRef, request: SignRequest): string {
  const form = document.getOrCreateForm()
  const fields = form.getFields()
  const names = new Set(fields.map((field) => field.name))
  let name = request.fieldName
  if (name === undefined) {
    let number = 1
    while (names.has(`签名${number}`)) number++
    name = `签名${number}`
  }
  const existing = form.getSignatureFields().find((field) => field.name === name)
  if (existing?.isSigned() || (!existing && names.has(name))) throw refuse('sign.fieldTaken', { fieldName: name })
  if (existing) {
    existing.getDict().set('V', signature)
    return name
  }
  const field = form.createSignatureField(name)
  const page = document.getPage(request.widget?.page ?? 0)
  if (!page)
    throw refuse('document.noSuchPage', { page: (request.widget?.page ?? 0) + 1, pages: document.getPageCount() })
  const dict = field.getDict()
  dict.delete('Kids')
  dict.set('T', utf16(name))
  dict.set('V', signature)
  dict.set('Type', PdfName.of('Annot'))
  dict.set('Subtype', PdfName.of('Widget'))
  // Print and locked.
  dict.set('F', PdfNumber.of(132))
  dict.set('P', page.ref)
  dict.set(
    'Rect',
    new PdfArray((request.widget?.rect ?? [0, 0, 0, 0]).map((n) => PdfNumber.of(Math.round(n * 100) / 100))),
  )
  if (request.widget) {
    // The seal is on the page already; PDF/A wants an appearance of every visible widget, so it gets an empty one.
    const [x0, y0, x1, y1] = request.widget.rect
    const box = new PdfArray([0, 0, x1 - x0, y1 - y0].map((n) => PdfNumber.of(Math.round(n * 100) / 100)))
    const empty = document.createStream(
      { Type: PdfName.of('XObject'), Subtype: PdfName.of('Form'), BBox: box, Resources: new PdfDict() },
      new Uint8Array(),
    )
    dict.set('AP', PdfDict.of({ N: empty }))
  }
  const annotations = page.dict.getArray('Annots', document.getObject.bind(document))
  const ref = field.getRef()
  if (!ref) throw new Error('A form field without a reference')
  if (annotations) annotations.push(ref)
  else page.dict.set('Annots', new PdfArray([ref]))
  return name
}

// As wide as the widest offset that will replace it.
const unknownOffset = 9_999_999_999

function placeholderBytes(key: SigningKey, withTimestamp: boolean): number {
  const certificates = [key.certificate, ...key.chain].reduce((sum, der) => sum + der.length, 0)
  // Twice the certificate: it also stands, by issuer and number, in the signed attributes.
  return certificates + key.certificate.length + 2048 + (withTimestamp ? 12_288 : 0)
}

/** Replaces the placeholders at the end of the file by byte range and signature, in place. */
async function fillIn(
  file: Uint8Array,
  appendedFrom: number,
  placeholder: number,
  sign: (digest: Uint8Array) => Promise<Uint8Array>,
): Promise<void> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const hole = bytes.lastIndexOf(`<${'0'.repeat(placeholder * 2)}>`)
  const range = bytes.lastIndexOf(String(unknownOffset))
  const rangeStart = range < 0 ? -1 : bytes.lastIndexOf('[', range)
  if (hole < appendedFrom || rangeStart < appendedFrom)
    throw new Error('The signature placeholders are not in the appended part')
  const after = hole + placeholder * 2 + 2
  const rangeEnd = bytes.indexOf(']', rangeStart)
  const value = `[0 ${hole} ${after} ${bytes.length - after}`
  bytes.write(value.padEnd(rangeEnd - rangeStart), rangeStart, 'latin1')
  const digest = createHash('sha256').update(bytes.subarray(0, hole)).update(bytes.subarray(after)).digest()
  const signature = await sign(digest)
  if (signature.length > placeholder)
    throw refuse('sign.signatureTooLarge', { bytes: signature.length, room: placeholder })
  bytes.write(Buffer.from(signature).toString('hex'), hole + 1, 'latin1')
}
