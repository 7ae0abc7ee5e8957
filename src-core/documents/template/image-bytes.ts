import { refuse } from '../../../src-shared/kernel/refusal.ts'

export interface ImageFormat {
  extension: 'png' | 'jpg'
  contentType: string
  /** Pixels. */
  width: number
  height: number
}

const maximumBytes = 10 * 2 ** 20
const maximumPixels = 60_000_000

/** What a picture is by its own bytes, whatever its name says. Refuses image.unknownFormat, image.fileTooLarge, image.tooLarge. */
export function imageFormat(bytes: Uint8Array, name: string): ImageFormat {
  if (bytes.length > maximumBytes)
    throw refuse('image.fileTooLarge', { image: name, bytes: bytes.length, limit: maximumBytes })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = pngSize(view) ?? jpegSize(view)
  if (size === undefined || size.width === 0 || size.height === 0) throw refuse('image.unknownFormat', { name })
  if (size.width * size.height > maximumPixels)
    throw refuse('image.tooLarge', { megapixels: maximumPixels / 1_000_000 })
  return size
}

function pngSize(view: DataView): ImageFormat | undefined {
  if (view.byteLength < 33 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return undefined
  if (view.getUint32(12) !== 0x49484452) return undefined
  return { extension: 'png', contentType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** Walks the segments to the frame header (SOF0 to SOF15 but DHT, JPG and DAC). */
function jpegSize(view: DataView): ImageFormat | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
    } else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return {
        extension: 'jpg',
        contentType: 'image/jpeg',
        width: view.getUint16(at + 7),
        height: view.getUint16(at + 5),
      }
    } else {
      at += 2 + view.getUint16(at + 2)
    }
  }
  return undefined
}
