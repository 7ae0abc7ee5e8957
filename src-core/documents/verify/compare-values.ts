import { unreadable } from './pdf-reader.ts'
import type { PdfRevision } from './pdf-revision.ts'
import { PdfDictionary, PdfName, PdfReference, PdfStream, PdfText, type PdfValue } from './pdf-values.ts'

/** Compares what two revisions of one file show, by meaning and not by object number; one instance remembers what it has compared. */
export class ValueComparison {
  readonly #before: PdfRevision
  readonly #after: PdfRevision
  readonly #pages: ReadonlySet<number>
  readonly #known = new Map<PdfValue & object, Set<PdfValue & object>>()
  #steps = 0

  /** `pages` are the object numbers of pages: links to pages are compared by number, or every link would compare the whole document. */
  constructor(before: PdfRevision, after: PdfRevision, pages: ReadonlySet<number>) {
    this.#before = before
    this.#after = after
    this.#pages = pages
  }

  /** Refuses `document.unreadable` past two million steps, which no honest contract needs. */
  equal(a: PdfValue | undefined, b: PdfValue | undefined, depth = 0): boolean {
    if (++this.#steps > 2_000_000 || depth > 400) throw unreadable('too complex to compare')
    if (
      a instanceof PdfReference &&
      b instanceof PdfReference &&
      (this.#pages.has(a.number) || this.#pages.has(b.number))
    )
      return a.number === b.number
    const x = this.#before.resolve(a)
    const y = this.#after.resolve(b)
    if (typeof x === 'number' && typeof y === 'number') return sameNumber(x, y)
    if (typeof x !== 'object' || x === null || typeof y !== 'object' || y === null) return x === y
    const compared = this.#known.get(x)
    if (compared?.has(y)) return true
    if (compared) compared.add(y)
    else this.#known.set(x, new Set([y]))
    if (Array.isArray(x) && Array.isArray(y))
      return x.length === y.length && x.every((item: PdfValue, i) => this.equal(item, y[i] as PdfValue, depth + 1))
    if (x instanceof PdfName && y instanceof PdfName) return x.name === y.name
    if (x instanceof PdfText && y instanceof PdfText) return sameBytes(x.bytes, y.bytes)
    if (x instanceof PdfDictionary && y instanceof PdfDictionary)
      return this.entriesEqual(x.entries, y.entries, ['Parent', 'P'], depth)
    if (x instanceof PdfStream && y instanceof PdfStream) {
      return (
        this.entriesEqual(x.dictionary.entries, y.dictionary.entries, ['Length'], depth) &&
        sameBytes(this.#before.streamBytes(x), this.#after.streamBytes(y))
      )
    }
    return false
  }

  /** Keys that differ are those not left out; a missing key equals null. */
  entriesEqual(
    a: ReadonlyMap<string, PdfValue>,
    b: ReadonlyMap<string, PdfValue>,
    leaveOut: readonly string[],
    depth = 0,
  ): boolean {
    return this.differingKeys(a, b, leaveOut, depth, true).length === 0
  }

  differingKeys(
    a: ReadonlyMap<string, PdfValue>,
    b: ReadonlyMap<string, PdfValue>,
    leaveOut: readonly string[],
    depth = 0,
    firstOnly = false,
  ): string[] {
    const out: string[] = []
    for (const key of new Set([...a.keys(), ...b.keys()])) {
      if (leaveOut.includes(key) || this.equal(a.get(key), b.get(key), depth + 1)) continue
      out.push(key)
      if (firstOnly) break
    }
    return out
  }
}

/** Programs round when they write a dictionary anew (595.303937 → 595.3039); a thousandth of a point is no change, a whole number has no such excuse. */
function sameNumber(a: number, b: number): boolean {
  return a === b || (!(Number.isInteger(a) && Number.isInteger(b)) && Math.abs(a - b) <= 0.001)
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
