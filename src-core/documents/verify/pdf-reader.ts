import { refuse, type Refusal } from '../../../src-shared/kernel/refusal.ts'
import { PdfDictionary, PdfName, PdfReference, PdfStream, PdfText, type PdfValue } from './pdf-values.ts'

/** The file's structure cannot be read; `reason` is for the support, not for translation. */
export function unreadable(reason: string): Refusal {
  return refuse('document.unreadable', { reason })
}

const deepest = 100
const whitespace = new Set([0, 9, 10, 12, 13, 32])
const delimiters = new Set(Array.from('()<>[]{}/%', (c) => c.charCodeAt(0)))

/** Reads PDF values from bytes, strictly: what is malformed is refused rather than guessed, since readers guess differently. */
export class PdfReader {
  readonly bytes: Uint8Array
  at: number
  readonly end: number

  constructor(bytes: Uint8Array, at: number, end = bytes.length) {
    this.bytes = bytes
    this.at = at
    this.end = end
  }

  skipSpace(): void {
    while (this.at < this.end) {
      const c = this.bytes[this.at]!
      if (c === 0x25) while (this.at < this.end && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at++
      else if (whitespace.has(c)) this.at++
      else return
    }
  }

  /** The run of regular characters here, such as a number or keyword; empty at a delimiter. */
  word(): string {
    this.skipSpace()
    const start = this.at
    while (this.at < this.end && !whitespace.has(this.bytes[this.at]!) && !delimiters.has(this.bytes[this.at]!)) {
      if (++this.at - start > 256) throw unreadable('token too long')
    }
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + start, this.at - start).toString('latin1')
  }

  integer(): number {
    const word = this.word()
    if (!/^\d{1,10}$/.test(word)) throw unreadable(`number expected, found ${word.slice(0, 20)}`)
    return Number(word)
  }

  keyword(expected: string): void {
    const word = this.word()
    if (word !== expected) throw unreadable(`${expected} expected, found ${word.slice(0, 20)}`)
  }

  value(depth = 0): PdfValue {
    if (depth > deepest) throw unreadable('nested too deeply')
    this.skipSpace()
    if (this.at >= this.end) throw unreadable('unexpected end')
    switch (this.bytes[this.at]) {
      case 0x2f:
        return new PdfName(this.#name())
      case 0x28:
        return this.#literal()
      case 0x5b:
        return this.#array(depth)
      case 0x3c:
        return this.bytes[this.at + 1] === 0x3c ? this.#dictionary(depth) : this.#hexadecimal()
      default:
        return this.#plain()
    }
  }

  /** An object at its place in the file: `12 0 obj … endobj`. Refuses when another number stands there. */
  indirectObject(number: number): { value: PdfValue; generation: number } {
    if (this.integer() !== number) throw unreadable(`object ${number} is not where the cross-reference says`)
    const generation = this.integer()
    this.keyword('obj')
    const value = this.value()
    const after = this.word()
    if (after === 'stream' && value instanceof PdfDictionary) {
      if (this.bytes[this.at] === 13) this.at++
      if (this.bytes[this.at] !== 10) throw unreadable('stream without line end')
      return { value: new PdfStream(value, this.at + 1), generation }
    }
    if (after !== 'endobj') throw unreadable(`object ${number} does not end`)
    return { value, generation }
  }

  #name(): string {
    this.at++
    const word =
      this.at < this.end && !whitespace.has(this.bytes[this.at]!) && !delimiters.has(this.bytes[this.at]!)
        ? this.word()
        : ''
    return word.replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  }

  #plain(): PdfValue {
    const start = this.at
    const word = this.word()
    if (word === 'true') return true
    if (word === 'false') return false
    if (word === 'null') return null
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw unreadable(`unknown token ${word.slice(0, 20)} at ${start}`)
    if (/^\d{1,10}$/.test(word)) {
      // Perhaps the first of `12 0 R`.
      const after = this.at
      const generation = this.word()
      if (/^\d{1,5}$/.test(generation) && this.word() === 'R') return new PdfReference(Number(word), Number(generation))
      this.at = after
    }
    return Number(word)
  }

  #array(depth: number): PdfValue[] {
    this.at++
    const out: PdfValue[] = []
    for (;;) {
      this.skipSpace()
      if (this.bytes[this.at] === 0x5d && this.at < this.end) {
        this.at++
        return out
      }
      out.push(this.value(depth + 1))
    }
  }

  #dictionary(depth: number): PdfDictionary {
    this.at += 2
    const entries = new Map<string, PdfValue>()
    let ambiguous = false
    for (;;) {
      this.skipSpace()
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e && this.at + 1 < this.end) {
        this.at += 2
        return new PdfDictionary(entries, ambiguous)
      }
      if (this.bytes[this.at] !== 0x2f) throw unreadable('dictionary key expected')
      const key = this.#name()
      const value = this.value(depth + 1)
      if (entries.has(key)) ambiguous = true
      // A key with null is an absent one.
      if (value !== null) entries.set(key, value)
    }
  }

  #hexadecimal(): PdfText {
    const start = this.at
    const close = this.bytes.indexOf(0x3e, start)
    if (close < 0 || close >= this.end) throw unreadable('hexadecimal string does not end')
    this.at = close + 1
    const raw = Buffer.from(this.bytes.buffer, this.bytes.byteOffset + start + 1, close - start - 1)
    let digits = raw.toString('latin1')
    if (/[^0-9a-fA-F]/.test(digits)) {
      digits = digits.replaceAll(/[\0\t\n\f\r ]/g, '')
      if (/[^0-9a-fA-F]/.test(digits)) throw unreadable('hexadecimal string with other characters')
    }
    return new PdfText(
      new Uint8Array(Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex')),
      start,
      this.at,
      true,
    )
  }

  #literal(): PdfText {
    const start = this.at++
    const out: number[] = []
    let open = 1
    while (this.at < this.end) {
      const c = this.bytes[this.at++]!
      if (c === 0x28) open++
      if (c === 0x29 && --open === 0) return new PdfText(Uint8Array.from(out), start, this.at, false)
      if (c === 0x5c) this.#escape(out)
      else out.push(c)
    }
    throw unreadable('string does not end')
  }

  #escape(out: number[]): void {
    const c = this.bytes[this.at++]
    const plain: Record<number, number> = { 0x6e: 10, 0x72: 13, 0x74: 9, 0x62: 8, 0x66: 12 }
    if (c === undefined) return
    if (plain[c] !== undefined) out.push(plain[c])
    else if (c >= 0x30 && c <= 0x37) {
      let code = c - 0x30
      for (let i = 0; i < 2 && this.bytes[this.at]! >= 0x30 && this.bytes[this.at]! <= 0x37; i++)
        code = code * 8 + this.bytes[this.at++]! - 0x30
      out.push(code & 0xff)
    } else if (c === 13) {
      if (this.bytes[this.at] === 10) this.at++
    } else if (c !== 10) out.push(c)
  }
}
