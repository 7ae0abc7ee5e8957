import { crc32, deflateSync } from 'node:zlib'
import { PNG } from 'pngjs'
import { decode as decodeJpeg } from 'jpeg-js'
import { refuse } from '../../../src-shared/kernel/refusal.ts'

/** A picture as rows of RGBA bytes (not premultiplied). `dpi` is what the file states, if it does. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
  readonly dpi?: number
}

/** 40 megapixels: a phone photograph fits, a decompression bomb does not. */
const maximumPixels = 40_000_000

/** RGBA rows → PNG file with its resolution (pHYs), so that other programs place it at its true size. */
export function encodePng({ width, height, rgba, dpi }: Picture): Uint8Array {
  const raw = Buffer.alloc(height * (width * 4 + 1))
  for (let y = 0; y < height; y++) {
    // Filter 2 (difference to the row above) suits large even areas.
    const row = y * (width * 4 + 1)
    raw[row] = y === 0 ? 0 : 2
    for (let i = 0; i < width * 4; i++) {
      const at = y * width * 4 + i
      raw[row + 1 + i] = y === 0 ? rgba[at]! : rgba[at]! - rgba[at - width * 4]!
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const parts = [Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', header)]
  if (dpi !== undefined) {
    const physical = Buffer.alloc(9)
    const perMetre = Math.round(dpi / 0.0254)
    physical.writeUInt32BE(perMetre, 0)
    physical.writeUInt32BE(perMetre, 4)
    physical[8] = 1
    parts.push(chunk('pHYs', physical))
  }
  parts.push(chunk('IDAT', deflateSync(raw, { level: 6 })), chunk('IEND', Buffer.alloc(0)))
  return new Uint8Array(Buffer.concat(parts))
}

function chunk(name: string, data: Buffer): Buffer {
  const out = Buffer.alloc(data.length + 12)
  out.writeUInt32BE(data.length, 0)
  out.write(name, 4, 'latin1')
  out.set(data, 8)
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length)
  return out
}

/**
 * PNG or JPEG file → RGBA rows.
 * Refuses `image.unknownFormat` (other formats, with the first bytes), `image.tooLarge` (over 40 megapixels) and `image.damaged`.
 */
export function decodePicture(file: Uint8Array): Picture {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (bytes.length > 24 && bytes.readUInt32BE(0) === 0x89504e47) {
    refuseHuge(bytes.readUInt32BE(16), bytes.readUInt32BE(20))
    try {
      const png = PNG.sync.read(bytes)
      const dpi = pngResolution(bytes)
      return { width: png.width, height: png.height, rgba: png.data, ...(dpi === undefined ? {} : { dpi }) }
    } catch {
      throw refuse('image.damaged', { format: 'PNG' })
    }
  }
  if (bytes.length > 4 && bytes[0] === 0xff && bytes[1] === 0xd8) {
    try {
      const jpeg = decodeJpeg(bytes, {
        useTArray: true,
        formatAsRGBA: true,
        maxResolutionInMP: maximumPixels / 1e6,
        maxMemoryUsageInMB: 1024,
      })
      return { width: jpeg.width, height: jpeg.height, rgba: jpeg.data }
    } catch (error) {
      if (error instanceof Error && /maxResolution/.test(error.message))
        throw refuse('image.tooLarge', { megapixels: maximumPixels / 1e6 })
      throw refuse('image.damaged', { format: 'JPEG' })
    }
  }
  throw refuse('image.unknownFormat', { start: bytes.subarray(0, 4).toString('hex') })
}

function refuseHuge(width: number, height: number): void {
  if (width * height > maximumPixels) throw refuse('image.tooLarge', { width, height, megapixels: maximumPixels / 1e6 })
}

function pngResolution(bytes: Buffer): number | undefined {
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (name === 'IDAT') return undefined
    if (name === 'pHYs' && length === 9 && bytes[at + 16] === 1) return Math.round(bytes.readUInt32BE(at + 8) * 0.0254)
    at += length + 12
  }
  return undefined
}
