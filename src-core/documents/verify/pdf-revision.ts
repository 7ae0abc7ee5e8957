import { inflateSync } from 'node:zlib'
import { PdfReader, unreadable } from './pdf-reader.ts'
import { PdfDictionary, PdfName, PdfReference, PdfStream, PdfText, type PdfValue } from './pdf-values.ts'

type Entry =
  | { readonly kind: 'free' }
  | { readonly kind: 'plain'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly container: number; readonly index: number }

interface PackedObject {
  readonly number: number
  readonly value: PdfValue
}

const mostObjects = 2_000_000
const mostSections = 1_000
const mostInflated = 256 * 1024 * 1024

/**
 * A PDF as it stood when the file ended at `end`: the cross-reference chain found from the last startxref before that place, by the file's own
 * account and without repair. Refuses `document.unreadable` when that account does not hold, `document.encrypted` for an encrypted file.
 */
export class PdfRevision {
  readonly bytes: Uint8Array
  readonly end: number
  readonly trailer: PdfDictionary
  /** Where the newest cross-reference section begins; a revision that adds something has it behind what was there before. */
  readonly startxref: number
  readonly #entries = new Map<number, Entry>()
  readonly #objects = new Map<number, PdfValue>()
  readonly #containers = new Map<number, PackedObject[]>()
  #inflated = 0

  constructor(bytes: Uint8Array, end: number) {
    this.bytes = bytes.subarray(0, end)
    this.end = end
    this.startxref = lastStartxref(this.bytes)
    this.trailer = this.#readSections()
    if (this.trailer.entries.has('Encrypt')) throw unreadable('encrypted')
    if (!(this.get(this.trailer, 'Root') instanceof PdfDictionary)) throw unreadable('no catalog')
  }

  get catalog(): PdfDictionary {
    return this.get(this.trailer, 'Root') as PdfDictionary
  }

  /** The value behind a reference (or the value itself); a missing object is null, as the standard has it. */
  resolve(value: PdfValue | undefined): PdfValue {
    let current: PdfValue = value ?? null
    for (let hops = 0; current instanceof PdfReference; hops++) {
      if (hops > 16) throw unreadable('reference in a circle')
      current = this.#object(current)
    }
    return current
  }

  get(dictionary: PdfDictionary, key: string): PdfValue {
    return this.resolve(dictionary.entries.get(key))
  }

  dictionary(dictionary: PdfDictionary, key: string): PdfDictionary | undefined {
    const value = this.get(dictionary, key)
    return value instanceof PdfDictionary ? value : undefined
  }

  array(dictionary: PdfDictionary, key: string): readonly PdfValue[] {
    const value = this.get(dictionary, key)
    return Array.isArray(value) ? (value as readonly PdfValue[]) : []
  }

  name(dictionary: PdfDictionary, key: string): string | undefined {
    const value = this.get(dictionary, key)
    return value instanceof PdfName ? value.name : undefined
  }

  text(dictionary: PdfDictionary, key: string): string | undefined {
    const value = this.get(dictionary, key)
    return value instanceof PdfText ? value.text : undefined
  }

  /** A stream's bytes as stored. */
  streamBytes(stream: PdfStream): Uint8Array {
    const length = this.get(stream.dictionary, 'Length')
    if (typeof length !== 'number' || !Number.isInteger(length) || length < 0 || stream.dataStart + length > this.end)
      throw unreadable('stream length')
    const after = new PdfReader(this.bytes, stream.dataStart + length)
    after.keyword('endstream')
    return this.bytes.subarray(stream.dataStart, stream.dataStart + length)
  }

  /** Whether an object stands in the file by itself, as a signature dictionary has to (its place is what is checked). */
  standsAlone(reference: PdfReference): boolean {
    return this.#entries.get(reference.number)?.kind === 'plain'
  }

  #object(reference: PdfReference): PdfValue {
    const entry = this.#entries.get(reference.number)
    if (!entry || entry.kind === 'free') return null
    const known = this.#objects.get(reference.number)
    if (known !== undefined) return known
    let value: PdfValue
    if (entry.kind === 'plain') {
      const read = new PdfReader(this.bytes, entry.offset).indirectObject(reference.number)
      if (entry.generation !== reference.generation || read.generation !== entry.generation) return null
      value = read.value
    } else {
      const packed = this.#container(entry.container)[entry.index]
      if (packed?.number !== reference.number)
        throw unreadable(`object ${reference.number} is not where the cross-reference says`)
      value = packed.value
    }
    this.#objects.set(reference.number, value)
    return value
  }

  #container(number: number): PackedObject[] {
    const known = this.#containers.get(number)
    if (known) return known
    const entry = this.#entries.get(number)
    if (entry?.kind !== 'plain') throw unreadable('object stream missing')
    const stream = new PdfReader(this.bytes, entry.offset).indirectObject(number).value
    if (!(stream instanceof PdfStream)) throw unreadable('object stream expected')
    const data = this.decoded(stream)
    const count = this.get(stream.dictionary, 'N')
    const first = this.get(stream.dictionary, 'First')
    if (typeof count !== 'number' || typeof first !== 'number' || count > mostObjects)
      throw unreadable('object stream head')
    const head = new PdfReader(data, 0)
    const places: { number: number; offset: number }[] = []
    for (let i = 0; i < count; i++) places.push({ number: head.integer(), offset: head.integer() })
    const values = places.map(({ number, offset }) => ({ number, value: new PdfReader(data, first + offset).value() }))
    this.#containers.set(number, values)
    return values
  }

  /** A stream's bytes without its compression; only Flate is met in the structures the verifier reads. */
  decoded(stream: PdfStream): Uint8Array {
    const raw = this.streamBytes(stream)
    const filters = [this.get(stream.dictionary, 'Filter')].flat().filter((filter) => filter !== null)
    if (filters.length === 0) return raw
    const filter = this.resolve(filters[0] as PdfValue)
    if (filters.length > 1 || !(filter instanceof PdfName) || filter.name !== 'FlateDecode')
      throw unreadable('compression')
    let data: Uint8Array
    try {
      data = inflateSync(raw, { maxOutputLength: mostInflated - this.#inflated })
    } catch {
      throw unreadable('compressed data')
    }
    this.#inflated += data.length
    const parameters = [this.get(stream.dictionary, 'DecodeParms')].flat()[0]
    return parameters instanceof PdfDictionary ? undoPredictor(data, this, parameters) : data
  }

  #readSections(): PdfDictionary {
    const pending = [this.startxref]
    const seen = new Set<number>()
    let newest: PdfDictionary | undefined
    for (let offset = pending.shift(); offset !== undefined; offset = pending.shift()) {
      if (seen.has(offset)) continue
      seen.add(offset)
      if (seen.size > mostSections) throw unreadable('too many revisions')
      const trailer = this.#readSection(offset)
      newest ??= trailer
      // The stream of a hybrid file comes before the older sections.
      for (const key of ['XRefStm', 'Prev']) {
        const next = trailer.entries.get(key)
        if (typeof next === 'number') pending.push(next)
      }
    }
    return newest!
  }

  #readSection(offset: number): PdfDictionary {
    if (offset <= 0 || offset >= this.end) throw unreadable('cross-reference outside the file')
    const reader = new PdfReader(this.bytes, offset)
    const isTable = reader.word() === 'xref'
    if (!isTable) return this.#readStreamSection(offset)
    for (;;) {
      const word = reader.word()
      if (word === 'trailer') break
      if (!/^\d{1,10}$/.test(word)) throw unreadable('cross-reference table')
      const first = Number(word)
      const count = reader.integer()
      if (first + count > mostObjects) throw unreadable('too many objects')
      for (let i = 0; i < count; i++) {
        const at = reader.integer()
        const generation = reader.integer()
        const kind = reader.word()
        if (kind !== 'n' && kind !== 'f') throw unreadable('cross-reference entry')
        this.#enter(first + i, kind === 'f' ? { kind: 'free' } : { kind: 'plain', offset: at, generation })
      }
    }
    const trailer = reader.value()
    if (!(trailer instanceof PdfDictionary)) throw unreadable('trailer')
    return trailer
  }

  #readStreamSection(offset: number): PdfDictionary {
    const reader = new PdfReader(this.bytes, offset)
    const number = reader.integer()
    reader.at = offset
    const { value: stream } = reader.indirectObject(number)
    if (!(stream instanceof PdfStream) || !(stream.dictionary.entries.get('Type') instanceof PdfName))
      throw unreadable('cross-reference stream')
    const { entries } = stream.dictionary
    const widths = entries.get('W')
    const size = entries.get('Size')
    if (
      !Array.isArray(widths) ||
      widths.length !== 3 ||
      !widths.every((w) => Number.isInteger(w) && w >= 0 && w <= 8) ||
      typeof size !== 'number'
    )
      throw unreadable('cross-reference stream head')
    if (size > mostObjects) throw unreadable('too many objects')
    const [w0, w1, w2] = widths as [number, number, number]
    const index = (Array.isArray(entries.get('Index')) ? entries.get('Index') : [0, size]) as number[]
    const data = Buffer.from(this.decoded(stream))
    const field = (at: number, width: number): number => {
      let out = 0
      for (let i = 0; i < width; i++) out = out * 256 + data[at + i]!
      return out
    }
    let at = 0
    for (let i = 0; i + 1 < index.length; i += 2) {
      const [first, count] = [index[i], index[i + 1]]
      if (!Number.isInteger(first) || !Number.isInteger(count) || first! + count! > mostObjects)
        throw unreadable('cross-reference index')
      for (let j = 0; j < count!; j++, at += w0 + w1 + w2) {
        if (at + w0 + w1 + w2 > data.length) throw unreadable('cross-reference stream too short')
        const kind = w0 === 0 ? 1 : field(at, w0)
        const second = field(at + w0, w1)
        const third = field(at + w0 + w1, w2)
        const entry: Entry =
          kind === 1
            ? { kind: 'plain', offset: second, generation: third }
            : kind === 2
              ? { kind: 'packed', container: second, index: third }
              : { kind: 'free' }
        this.#enter(first! + j, entry)
      }
    }
    return stream.dictionary
  }

  /** The newest section is read first, so what is there already holds. */
  #enter(number: number, entry: Entry): void {
    if (!this.#entries.has(number)) this.#entries.set(number, entry)
  }
}

function lastStartxref(bytes: Uint8Array): number {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = tail.lastIndexOf('startxref')
  if (at < 0 || at < bytes.length - 2048) throw unreadable('no startxref at the end')
  const reader = new PdfReader(bytes, at + 9)
  const offset = reader.integer()
  if (!/^\s*%%EOF\s*$/.test(tail.toString('latin1', reader.at)))
    throw unreadable('something follows the end of the file')
  return offset
}

/** PNG predictors of cross-reference and object streams. */
function undoPredictor(data: Uint8Array, revision: PdfRevision, parameters: PdfDictionary): Uint8Array {
  const predictor = revision.get(parameters, 'Predictor') ?? 1
  if (predictor === 1) return data
  if (typeof predictor !== 'number' || predictor < 10) throw unreadable('predictor')
  const number = (key: string, otherwise: number): number => {
    const value = revision.get(parameters, key)
    return typeof value === 'number' ? value : otherwise
  }
  const pixel = Math.max(1, Math.ceil((number('Colors', 1) * number('BitsPerComponent', 8)) / 8))
  const width = Math.ceil((number('Columns', 1) * number('Colors', 1) * number('BitsPerComponent', 8)) / 8)
  if (!(width >= 1 && width <= 65_536)) throw unreadable('predictor')
  const rows = Math.floor(data.length / (width + 1))
  const out = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const kind = data[row * (width + 1)]!
    for (let i = 0; i < width; i++) {
      const raw = data[row * (width + 1) + 1 + i]!
      const left = i >= pixel ? out[row * width + i - pixel]! : 0
      const up = row > 0 ? out[(row - 1) * width + i]! : 0
      const corner = row > 0 && i >= pixel ? out[(row - 1) * width + i - pixel]! : 0
      out[row * width + i] = raw + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind]!
    }
  }
  return out
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)]
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c
}
