import type { X509Certificate } from 'node:crypto'
import { Refusal } from '../../../src-shared/kernel/refusal.ts'
import { namesOf } from '../sign/certificate-names.ts'
import { parsePdfDate } from '../sign/pdf-date.ts'
import { type ByteRange, scanForSignatures, soundByteRange } from './byte-range.ts'
import { certificatesOf, type ChainResult, checkChain, nameOf } from './certificate-chain.ts'
import { changesSince, type DocumentChange, isAllowedAfterSigning } from './changes-since.ts'
import { type FormField, formFields } from './form-fields.ts'
import { unreadable } from './pdf-reader.ts'
import { PdfRevision } from './pdf-revision.ts'
import { PdfText } from './pdf-values.ts'
import { checkSignedMessage, type MessageFindings, parseSignedMessage } from './signed-message.ts'
import { checkTimestampToken, type TimestampFindings } from './timestamp-token.ts'
import { type Verdict, type VerdictWords, wordsOf } from './verdict-words.ts'

export interface VerifyOptions {
  /** Certificates the workspace trusts, as PEM; each text may hold several. */
  readonly trust?: readonly string[]
  /** UTC milliseconds for which validity is asked; by default the time of each signature (trusted time stamp, else claimed). */
  readonly at?: number
}

/** What was found of one signature, each thing by itself; nothing is folded into one "valid". */
export interface SignatureFindings {
  readonly kind: 'signature' | 'timestamp'
  /** Who signed, by the certificate; the name in the signature dictionary is only a claim. */
  readonly name: string
  readonly claimedName: string | undefined
  readonly organisation: string | undefined
  readonly fieldName: string
  readonly reason: string | undefined
  readonly location: string | undefined
  readonly format: string
  readonly byteRangeSound: boolean
  readonly digestValid: boolean
  readonly cmsValid: boolean
  readonly signingCertificateMatches: boolean | 'absent'
  readonly chain: ChainResult
  readonly chainPath: readonly string[]
  readonly selfMade: boolean
  /** The check works without a network; whether the certificate was revoked is for the reader to ask. */
  readonly revocation: 'not checked'
  readonly timeSource: 'claimed' | 'timestamp' | 'timestamp invalid' | 'none'
  /** UTC milliseconds the signer claims. */
  readonly claimedTime: number | undefined
  /** UTC milliseconds a sound time stamp states; it proves as much as its authority is trusted, see `timestampChain`. */
  readonly provenTime: number | undefined
  readonly timestampChain: ChainResult | undefined
  /** Which state of the file was signed: 1 for the oldest signature. */
  readonly coversRevision: number
  readonly coversWholeDocument: boolean
  readonly changedAfterwards: 'nothing' | 'signatures only' | 'modified' | 'unknown'
  readonly changes: readonly DocumentChange[]
  readonly problems: readonly string[]
  readonly certificatePem: string | undefined
}

export interface PdfVerification {
  readonly verdict: Verdict
  readonly words: VerdictWords
  readonly signatures: readonly SignatureFindings[]
  /** Changes that belong to no signature alone, such as one that was taken out. */
  readonly changes: readonly DocumentChange[]
}

const largestFile = 300 * 1024 * 1024

/**
 * Verifies every signature of a PDF, independently of the code that signs: own reading of the file, own comparison of its revisions.
 * The verdict 'intact' says that what was signed is what the file shows, with nothing but further signatures, time stamps and validation data added;
 * it says nothing about who signed, which `chain` does.
 *
 * Refuses `document.unreadable` with a reason for what is no PDF, is encrypted, cut off or hostile, in bounded time; a file that can no
 * longer be read but holds a signature in plain sight is 'modified' or 'broken' instead.
 */
export function verifyPdf(bytes: Uint8Array, options: VerifyOptions = {}): PdfVerification {
  if (bytes.length > largestFile) throw unreadable('too large')
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-') throw unreadable('no PDF header')
  const trust = certificatesOf(options.trust ?? [])
  let revision: PdfRevision
  let fields: FormField[]
  try {
    revision = new PdfRevision(bytes, bytes.length)
    fields = formFields(revision)
  } catch (error) {
    return verifyDamaged(bytes, asRefusal(error), { trust, at: options.at })
  }
  const signed = fields.filter((field) => field.signature !== undefined)
  const ends = signed
    .map((field) => soundByteRange(revision, field.signature!)?.after[1])
    .filter((end) => end !== undefined)
  const order = [...new Set(ends)].toSorted((a, b) => a - b)
  const signatures = signed
    .map((field) => verifyField(revision, field, order, { trust, at: options.at }))
    .toSorted((a, b) => a.coversRevision - b.coversRevision)
  const removed = signaturesTakenOut(bytes, signed)
  const verdict = verdictOf(signatures, removed)
  return { verdict, words: wordsOf(verdict, signatures, removed), signatures, changes: removed }
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  // A hostile file can drive the parsers into errors of their own; for the user it is one that cannot be read.
  if (error instanceof RangeError || error instanceof TypeError || error instanceof SyntaxError)
    return unreadable(error.message)
  throw error
}

interface Circumstances {
  readonly trust: readonly X509Certificate[]
  readonly at: number | undefined
}

function verifyField(
  revision: PdfRevision,
  field: FormField,
  order: readonly number[],
  circumstances: Circumstances,
): SignatureFindings {
  const signature = field.signature!
  const { dictionary } = signature
  const range = soundByteRange(revision, signature)
  const contents = dictionary.entries.get('Contents')
  const format = revision.name(dictionary, 'SubFilter') ?? 'unknown'
  const covered = range ? pieces(revision.bytes, range) : []
  const message = range && contents instanceof PdfText ? checkContents(contents.bytes, covered, format) : undefined
  const cover = range
    ? coverage(revision, range)
    : ({
        changedAfterwards: 'unknown',
        changes: [],
        wholeRevision: false,
        wholeDocument: false,
        problems: ['byteRange'],
      } as const)
  const claimedText = revision.text(dictionary, 'M')
  return {
    ...describe(message, circumstances, claimedText === undefined ? undefined : parsePdfDate(claimedText)),
    kind: format === 'ETSI.RFC3161' ? 'timestamp' : 'signature',
    claimedName: revision.text(dictionary, 'Name'),
    fieldName: field.name,
    reason: revision.text(dictionary, 'Reason'),
    location: revision.text(dictionary, 'Location'),
    format,
    byteRangeSound: range !== undefined && cover.wholeRevision,
    coversRevision: range ? order.indexOf(range.after[1]) + 1 : 0,
    coversWholeDocument: cover.wholeDocument,
    changedAfterwards: cover.changedAfterwards,
    changes: cover.changes,
    problems: [...cover.problems, ...(message?.findings.problems ?? ['signatureUnreadable'])],
  }
}

function pieces(bytes: Uint8Array, range: ByteRange): Uint8Array[] {
  return [bytes.subarray(...range.before), bytes.subarray(...range.after)]
}

interface CheckedContents {
  readonly findings: MessageFindings
  /** Of the signature's own time stamp, or the document time stamp that it is. */
  readonly timestamp: TimestampFindings | 'invalid' | undefined
}

function checkContents(
  contents: Uint8Array,
  covered: readonly Uint8Array[],
  format: string,
): CheckedContents | undefined {
  const message = parseSignedMessage(contents)
  if (!message) return undefined
  if (format === 'ETSI.RFC3161') {
    const timestamp = checkTimestampToken(contents, covered)
    const findings = checkSignedMessage(message, message.encapsulated ? [message.encapsulated] : covered)
    return {
      findings: { ...findings, digestValid: findings.digestValid && timestamp?.valid === true },
      timestamp: timestamp?.valid ? timestamp : 'invalid',
    }
  }
  const checked = checkSignedMessage(message, covered)
  const known = format === 'ETSI.CAdES.detached' || format === 'adbe.pkcs7.detached'
  const problems = [
    ...checked.problems,
    ...(known ? [] : ['unsupportedFormat']),
    ...(message.encapsulated ? ['notDetached'] : []),
  ]
  const findings = { ...checked, problems, cmsValid: checked.cmsValid && known && !message.encapsulated }
  if (!findings.timestampToken) return { findings, timestamp: undefined }
  const timestamp = checkTimestampToken(findings.timestampToken, [findings.signatureValue])
  return { findings, timestamp: timestamp?.valid ? timestamp : 'invalid' }
}

/** Who and when, from the message and the chain. */
function describe(
  checked: CheckedContents | undefined,
  { trust, at }: Circumstances,
  dictionaryTime: number | undefined,
) {
  const findings = checked?.findings
  const certificate = findings?.certificate
  const timestamp = checked?.timestamp
  const claimedTime = dictionaryTime ?? findings?.signingTime
  const provenTime = timestamp !== undefined && timestamp !== 'invalid' ? timestamp.time : undefined
  const stamp = timestamp === 'invalid' ? undefined : timestamp
  const timestampChain =
    stamp?.certificate && checkChain(stamp.certificate, stamp.certificates, trust, stamp.time).chain
  // A time stamp of an authority that nobody here trusts says no more about the time than the signer does.
  const trustedTime = timestampChain === 'trusted' ? provenTime : undefined
  const chain = certificate
    ? checkChain(
        certificate,
        findings.certificates,
        trust,
        at ?? trustedTime ?? claimedTime ?? Date.parse(certificate.validFrom),
      )
    : ({ chain: 'unknown', selfMade: false, path: [] } as const)
  const timeSource: SignatureFindings['timeSource'] =
    timestamp === 'invalid'
      ? 'timestamp invalid'
      : timestamp
        ? 'timestamp'
        : claimedTime === undefined
          ? 'none'
          : 'claimed'
  return {
    name: certificate ? nameOf(certificate) : '',
    organisation: certificate ? namesOf(certificate).organisation : undefined,
    digestValid: findings?.digestValid ?? false,
    cmsValid: findings?.cmsValid ?? false,
    signingCertificateMatches: findings?.signingCertificateMatches ?? (false as const),
    chain: chain.chain,
    chainPath: chain.path,
    selfMade: chain.selfMade,
    revocation: 'not checked' as const,
    timeSource,
    claimedTime,
    provenTime,
    timestampChain,
    certificatePem: certificate?.toString(),
  }
}

interface Coverage {
  readonly changedAfterwards: SignatureFindings['changedAfterwards']
  readonly changes: readonly DocumentChange[]
  /** What is signed is a document by itself, ending where a revision ends. */
  readonly wholeRevision: boolean
  /** Nothing but white space follows it. */
  readonly wholeDocument: boolean
  readonly problems: readonly string[]
}

/** What the signed bytes are as a document, and what the file shows beyond it. */
function coverage(revision: PdfRevision, range: ByteRange): Coverage {
  const end = range.after[1]
  let signed: PdfRevision
  try {
    signed = new PdfRevision(revision.bytes, end)
  } catch (error) {
    asRefusal(error)
    return {
      changedAfterwards: 'unknown',
      changes: [],
      wholeRevision: false,
      wholeDocument: false,
      problems: ['signedPartIsNoDocument'],
    }
  }
  const whole = { wholeRevision: true, wholeDocument: false, problems: [] }
  if (revision.bytes.subarray(end).every((c) => c === 10 || c === 13 || c === 32 || c === 0)) {
    return { ...whole, wholeDocument: true, changedAfterwards: 'nothing', changes: [] }
  }
  // What follows must be a revision of its own; other bytes a reader might take for anything.
  if (revision.startxref < end)
    return { ...whole, changedAfterwards: 'modified', changes: [{ kind: 'unknownDataAdded' }] }
  try {
    const changes = changesSince(signed, revision)
    const changedAfterwards = !changes.every(isAllowedAfterSigning)
      ? 'modified'
      : changes.length === 0
        ? 'nothing'
        : 'signatures only'
    return { ...whole, changedAfterwards, changes }
  } catch (error) {
    asRefusal(error)
    return {
      ...whole,
      changedAfterwards: 'modified',
      changes: [{ kind: 'unknownDataAdded' }],
      problems: ['comparisonFailed'],
    }
  }
}

/** Signatures whose bytes are in the file but that its form no longer names. */
function signaturesTakenOut(bytes: Uint8Array, signed: readonly FormField[]): DocumentChange[] {
  const places = new Set(
    signed
      .map((field) => field.signature!.dictionary.entries.get('Contents'))
      .map((contents) => (contents instanceof PdfText ? contents.start : -1)),
  )
  return scanForSignatures(bytes)
    .filter(({ range }) => !places.has(range.before[1]))
    .flatMap(({ contents }): DocumentChange[] => {
      const message = parseSignedMessage(contents)
      return message ? [{ kind: 'signatureRemoved' }] : []
    })
}

function verdictOf(signatures: readonly SignatureFindings[], removed: readonly DocumentChange[]): Verdict {
  if (signatures.some((s) => !s.byteRangeSound || !s.cmsValid || s.signingCertificateMatches === false)) return 'broken'
  if (removed.length > 0 || signatures.some((s) => !s.digestValid)) return 'modified'
  if (signatures.length === 0) return 'unsigned'
  return signatures.some((s) => s.changedAfterwards === 'modified' || s.changedAfterwards === 'unknown')
    ? 'modified'
    : 'intact'
}

/** A file whose structure no longer reads: its signatures are looked for by their bytes, so tampering is told from mere rubbish. */
function verifyDamaged(bytes: Uint8Array, refusal: Refusal, circumstances: Circumstances): PdfVerification {
  const scanned = scanForSignatures(bytes)
  if (scanned.length === 0) throw refusal
  const signatures = scanned.map(({ range, contents }, i): SignatureFindings => {
    const checked = checkContents(contents, pieces(bytes, range), 'ETSI.CAdES.detached')
    return {
      ...describe(checked, circumstances, undefined),
      kind: 'signature',
      claimedName: undefined,
      fieldName: '',
      reason: undefined,
      location: undefined,
      format: 'unknown',
      byteRangeSound: false,
      coversRevision: i + 1,
      coversWholeDocument: range.after[1] === bytes.length,
      changedAfterwards: 'unknown',
      changes: [],
      problems: ['documentUnreadable', ...(checked?.findings.problems ?? ['signatureUnreadable'])],
    }
  })
  const verdict = signatures.some((s) => s.cmsValid) ? 'modified' : 'broken'
  return { verdict, words: wordsOf(verdict, signatures, []), signatures, changes: [] }
}
