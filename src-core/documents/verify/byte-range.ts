import { PdfReader } from './pdf-reader.ts'
import type { PdfRevision } from './pdf-revision.ts'
import { PdfDictionary, type PdfReference, PdfText } from './pdf-values.ts'

export interface ByteRange {
  /** The two pieces that the signature covers, joined by what lies between: its own value. */
  readonly before: readonly [start: number, end: number]
  readonly after: readonly [start: number, end: number]
}

/** Four whole numbers inside a file of `length` bytes: from its start to a gap, and from the gap on. */
function toByteRange(values: readonly unknown[], length: number): ByteRange | undefined {
  if (
    values.length !== 4 ||
    !values.every((value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
  )
    return undefined
  const [start, first, second, rest] = values as [number, number, number, number]
  if (start !== 0 || first === 0 || second <= first + 1 || second + rest > length) return undefined
  return { before: [0, first], after: [second, second + rest] }
}

/**
 * The byte range of a signature if it is sound: it begins at the file's start, its only gap is exactly the hexadecimal value of this very
 * signature, and the dictionary stands in the file by itself with each key once. Anything else can hide bytes from the signature
 * (the universal forgery and wrapping attacks of "1 Trillion Dollar Refund", CCS 2019).
 */
export function soundByteRange(
  revision: PdfRevision,
  signature: { dictionary: PdfDictionary; reference: PdfReference | undefined },
): ByteRange | undefined {
  const { dictionary, reference } = signature
  if (dictionary.ambiguous || !reference || !revision.standsAlone(reference)) return undefined
  const contents = dictionary.entries.get('Contents')
  if (!(contents instanceof PdfText) || !contents.hex) return undefined
  const range = toByteRange(
    revision.array(dictionary, 'ByteRange').map((value) => revision.resolve(value)),
    revision.end,
  )
  if (!range || contents.start !== range.before[1] || contents.end !== range.after[0]) return undefined
  const hexadecimal = revision.bytes.subarray(contents.start + 1, contents.end - 1)
  return hexadecimal.every((c) => (c >= 0x30 && c <= 0x39) || (c >= 0x41 && c <= 0x46) || (c >= 0x61 && c <= 0x66))
    ? range
    : undefined
}

/** A signature found by its bytes alone, for files whose structure no longer reads and for signatures that were taken out of the form. */
export interface ScannedSignature {
  readonly range: ByteRange
  readonly contents: Uint8Array
}

/** Every /ByteRange in plain sight whose gap holds a hexadecimal string. */
export function scanForSignatures(bytes: Uint8Array): ScannedSignature[] {
  const out: ScannedSignature[] = []
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = file.indexOf('/ByteRange'); at >= 0 && out.length < 1000; at = file.indexOf('/ByteRange', at + 1)) {
    const numbers = /^\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(
      file.toString('latin1', at, at + 120),
    )
    const range = numbers ? toByteRange(numbers.slice(1).map(Number), bytes.length) : undefined
    if (!range || bytes[range.before[1]] !== 0x3c || bytes[range.after[0] - 1] !== 0x3e) continue
    try {
      const contents = new PdfReader(bytes, range.before[1], range.after[0]).value()
      if (contents instanceof PdfText) out.push({ range, contents: contents.bytes })
    } catch {
      // Not a value: no signature.
    }
  }
  return out
}
