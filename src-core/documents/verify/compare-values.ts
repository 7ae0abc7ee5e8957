import { unreadable } from './pdf-reader.ts'
import type { PdfRevision } from './pdf-revision.ts'
import { PdfDictionary, PdfName, PdfReference, PdfStream, PdfText, type PdfValue } from './pdf-values.ts'

/** Compares what two revisions of one file show, by meaning and not by object number; one instance remembers what it has compared. */
export class ValueComparison {
  readonly #before: PdfRevision
  readonly #after: PdfRevision
  readonly #pages: ReadonlySet<number>
  /** Pairs whose whole content was found equal. */
  readonly #equal = new PairSet()
  #steps = 0

  /** `pages` are the object numbers of pages: links to pages are compared by number, or every link would compare the whole document. */
  constructor(before: PdfRevision, after: PdfRevision, pages: ReadonlySet<number>) {
    this.#before = before
    this.#after = after
    this.#pages = pages
  }

  /** Refuses `document.unreadable` past two million steps, which no honest contract needs. */
  equal(a: PdfValue | undefined, b: PdfValue | undefined): boolean {
    // Pairs under way count as equal, for values may refer back to themselves; they are kept only if everything turns out equal.
    const underway = new PairSet()
    const pending: [PdfValue | undefined, PdfValue | undefined][] = [[a, b]]
    for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
      if (++this.#steps > 2_000_000) throw unreadable('too complex to compare')
      const [left, right] = pair
      if (this.#arePages(left, right)) {
        if ((left as PdfReference).number !== (right as PdfReference).number) return false
        continue
      }
      const x = this.#before.resolve(left)
      const y = this.#after.resolve(right)
      if (typeof x !== 'object' || x === null || typeof y !== 'object' || y === null) {
        if (typeof x === 'number' && typeof y === 'number' ? !sameNumber(x, y) : x !== y) return false
        continue
      }
      if (this.#equal.has(x, y) || underway.has(x, y)) continue
      underway.add(x, y)
      const children = this.#children(x, y)
      if (!children) return false
      for (const child of children) pending.push(child)
    }
    this.#equal.addAll(underway)
    return true
  }

  /** The keys whose values differ, of those not left out; a missing key equals null. */
  differingKeys(
    a: ReadonlyMap<string, PdfValue>,
    b: ReadonlyMap<string, PdfValue>,
    leaveOut: readonly string[],
  ): string[] {
    return [...new Set([...a.keys(), ...b.keys()])].filter(
      (key) => !leaveOut.includes(key) && !this.equal(a.get(key), b.get(key)),
    )
  }

  entriesEqual(
    a: ReadonlyMap<string, PdfValue>,
    b: ReadonlyMap<string, PdfValue>,
    leaveOut: readonly string[],
  ): boolean {
    return this.differingKeys(a, b, leaveOut).length === 0
  }

  #arePages(a: PdfValue | undefined, b: PdfValue | undefined): boolean {
    return (
      a instanceof PdfReference && b instanceof PdfReference && (this.#pages.has(a.number) || this.#pages.has(b.number))
    )
  }

  /** The pairs that must be equal for two values to be so, or undefined when they already are not. */
  #children(x: object, y: object): [PdfValue | undefined, PdfValue | undefined][] | undefined {
    if (Array.isArray(x) && Array.isArray(y))
      return x.length === y.length ? x.map((item: PdfValue, i) => [item, y[i] as PdfValue]) : undefined
    if (x instanceof PdfName && y instanceof PdfName) return x.name === y.name ? [] : undefined
    if (x instanceof PdfText && y instanceof PdfText) return sameBytes(x.bytes, y.bytes) ? [] : undefined
    if (x instanceof PdfDictionary && y instanceof PdfDictionary) return entryPairs(x, y, [])
    if (x instanceof PdfStream && y instanceof PdfStream) {
      return sameBytes(this.#before.streamBytes(x), this.#after.streamBytes(y))
        ? entryPairs(x.dictionary, y.dictionary, ['Length'])
        : undefined
    }
    return undefined
  }
}

function entryPairs(
  x: PdfDictionary,
  y: PdfDictionary,
  leaveOut: readonly string[],
): [PdfValue | undefined, PdfValue | undefined][] {
  return [...new Set([...x.entries.keys(), ...y.entries.keys()])]
    .filter((key) => !leaveOut.includes(key))
    .map((key) => [x.entries.get(key), y.entries.get(key)])
}

class PairSet {
  readonly #pairs = new Map<object, Set<object>>()

  has(a: object, b: object): boolean {
    return this.#pairs.get(a)?.has(b) ?? false
  }

  add(a: object, b: object): void {
    const partners = this.#pairs.get(a)
    if (partners) partners.add(b)
    else this.#pairs.set(a, new Set([b]))
  }

  addAll(other: PairSet): void {
    for (const [a, partners] of other.#pairs) for (const b of partners) this.add(a, b)
  }
}

/** Programs round when they write a dictionary anew (595.303937 → 595.3039); a thousandth of a point is no change, a whole number has no such excuse. */
function sameNumber(a: number, b: number): boolean {
  return a === b || (!(Number.isInteger(a) && Number.isInteger(b)) && Math.abs(a - b) <= 0.001)
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
