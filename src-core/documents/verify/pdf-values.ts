/** The values of a PDF file (ISO 32000-1, 7.3), as the verifier reads them. Arrays, numbers, booleans and null are JavaScript's own. */
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfText
  | PdfReference
  | PdfDictionary
  | PdfStream
  | readonly PdfValue[]

export class PdfName {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** A string with the place of its token in the file, which the byte range of a signature must match. */
export class PdfText {
  readonly bytes: Uint8Array
  readonly start: number
  readonly end: number
  readonly hex: boolean
  constructor(bytes: Uint8Array, start: number, end: number, hex: boolean) {
    this.bytes = bytes
    this.start = start
    this.end = end
    this.hex = hex
  }

  /** The text: UTF-16 with byte order mark, UTF-8 with its mark, else one byte a character. */
  get text(): string {
    const { bytes } = this
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2))
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
      return new TextDecoder('utf-8').decode(bytes.subarray(3))
    return Buffer.from(bytes).toString('latin1')
  }
}

export class PdfReference {
  readonly number: number
  readonly generation: number
  constructor(number: number, generation: number) {
    this.number = number
    this.generation = generation
  }
}

export class PdfDictionary {
  readonly entries: ReadonlyMap<string, PdfValue>
  /** A key written twice: readers disagree on which one holds, so a signature dictionary must not have any. */
  readonly ambiguous: boolean
  constructor(entries: ReadonlyMap<string, PdfValue>, ambiguous = false) {
    this.entries = entries
    this.ambiguous = ambiguous
  }
}

/** A stream with the place where its data begin; its length may be a reference and is therefore asked of the revision. */
export class PdfStream {
  readonly dictionary: PdfDictionary
  readonly dataStart: number
  constructor(dictionary: PdfDictionary, dataStart: number) {
    this.dictionary = dictionary
    this.dataStart = dataStart
  }
}
