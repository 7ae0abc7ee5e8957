import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { PDFDocument, PDFRef } from 'pdf-lib'
import { decodePicture } from './png.ts'

/** A picture in the form a PDF stores it: colour and transparency as two compressed planes. */
interface PreparedImage {
  readonly width: number
  readonly height: number
  readonly colour: Uint8Array
  readonly transparency: Uint8Array
}

// A company stamps every contract with the same two or three seals; decoding them anew would be most of the time of a stamping.
const kept = new Map<string, PreparedImage>()
const mostKept = 24

/** Pixel size and planes of a PNG or JPEG; refusals are those of `decodePicture`. */
function prepare(file: Uint8Array): { key: string; image: PreparedImage } {
  const key = createHash('sha256').update(file).digest('base64')
  const known = kept.get(key)
  if (known) {
    kept.delete(key)
    kept.set(key, known)
    return { key, image: known }
  }
  const { width, height, rgba } = decodePicture(file)
  const colour = new Uint8Array(width * height * 3)
  const alpha = new Uint8Array(width * height)
  for (let i = 0; i < alpha.length; i++) {
    alpha[i] = rgba[i * 4 + 3]!
    // Invisible pixels get the colour of their left neighbour, so the plane compresses to almost nothing.
    const from = alpha[i] === 0 && i > 0 ? (i - 1) * 3 : -1
    colour[i * 3] = from < 0 ? rgba[i * 4]! : colour[from]!
    colour[i * 3 + 1] = from < 0 ? rgba[i * 4 + 1]! : colour[from + 1]!
    colour[i * 3 + 2] = from < 0 ? rgba[i * 4 + 2]! : colour[from + 2]!
  }
  const image = {
    width,
    height,
    colour: new Uint8Array(deflateSync(colour)),
    transparency: new Uint8Array(deflateSync(alpha)),
  }
  kept.set(key, image)
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
  return { key, image }
}

/** Puts pictures into one PDF, each only once however often it is drawn. */
export class ImageShelf {
  readonly #pdf: PDFDocument
  readonly #placed = new Map<string, { ref: PDFRef; width: number; height: number }>()

  constructor(pdf: PDFDocument) {
    this.#pdf = pdf
  }

  /** The picture's object in this PDF and its size in pixels. Refuses as `decodePicture` does. */
  place(file: Uint8Array): { ref: PDFRef; width: number; height: number } {
    const { key, image } = prepare(file)
    const known = this.#placed.get(key)
    if (known) return known
    const { context } = this.#pdf
    const plane = {
      Type: 'XObject',
      Subtype: 'Image',
      Width: image.width,
      Height: image.height,
      BitsPerComponent: 8,
      Filter: 'FlateDecode',
      Interpolate: false,
    }
    const mask = context.register(context.stream(image.transparency, { ...plane, ColorSpace: 'DeviceGray' }))
    const ref = context.register(context.stream(image.colour, { ...plane, ColorSpace: 'DeviceRGB', SMask: mask }))
    const placed = { ref, width: image.width, height: image.height }
    this.#placed.set(key, placed)
    return placed
  }
}
