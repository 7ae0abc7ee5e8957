import { encode as encodeJpeg } from 'jpeg-js'
import { zlibSync } from 'fflate'

/** Rows of RGB bytes. */
interface Canvas {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8Array
}

type Colour = readonly [red: number, green: number, blue: number]

function canvas(width: number, height: number, paint: (x: number, y: number) => Colour): Canvas {
  const rgb = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rgb.set(paint(x, y), (y * width + x) * 3)
  return { width, height, rgb }
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

function chunk(name: string, data: Uint8Array): Uint8Array {
  const out = Buffer.alloc(data.length + 12)
  out.writeUInt32BE(data.length, 0)
  out.write(name, 4, 'latin1')
  out.set(data, 8)
  let crc = 0xffffffff
  for (const byte of out.subarray(4, 8 + data.length)) crc = crcTable[(crc ^ byte) & 255]! ^ (crc >>> 8)
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 8 + data.length)
  return out
}

/** PNG by a compressor in plain JavaScript: zlib's output differs between builds. */
function png({ width, height, rgb }: Canvas): Uint8Array {
  const rows = new Uint8Array(height * (width * 3 + 1))
  for (let y = 0; y < height; y++) rows.set(rgb.subarray(y * width * 3, (y + 1) * width * 3), y * (width * 3 + 1) + 1)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ])
}

function jpeg({ width, height, rgb }: Canvas): Uint8Array {
  const data = Buffer.alloc(width * height * 4, 255)
  for (let i = 0; i < width * height; i++) data.set(rgb.subarray(i * 3, i * 3 + 3), i * 4)
  return new Uint8Array(encodeJpeg({ data, width, height }, 82).data)
}

const size = (n: number) => [n & 255, n >> 8]

/** GIF whose codes never grow: a clear code often enough keeps the table small, which any reader takes. */
function gif({ width, height, rgb }: Canvas): Uint8Array {
  const palette: number[] = []
  const pixels = Array.from({ length: width * height }, (_, i) => {
    const colour = (rgb[i * 3]! << 16) | (rgb[i * 3 + 1]! << 8) | rgb[i * 3 + 2]!
    const at = palette.indexOf(colour)
    return at < 0 ? palette.push(colour) - 1 : at
  })
  if (palette.length > 128) throw new Error(`${palette.length} colours in a GIF`)
  const [clear, end] = [128, 129]
  const bytes: number[] = []
  let [buffer, bits] = [0, 0]
  const put = (code: number) => {
    buffer |= code << bits
    for (bits += 8; bits >= 8; bits -= 8) {
      bytes.push(buffer & 255)
      buffer >>= 8
    }
  }
  pixels.forEach((pixel, i) => {
    if (i % 100 === 0) put(clear)
    put(pixel)
  })
  put(end)
  const blocks: number[] = []
  for (let i = 0; i < bytes.length; i += 255) blocks.push(Math.min(255, bytes.length - i), ...bytes.slice(i, i + 255))
  const table = Array.from({ length: 128 }, (_, i) => palette[i] ?? 0).flatMap((c) => [
    c >> 16,
    (c >> 8) & 255,
    c & 255,
  ])
  return Uint8Array.from([
    ...Buffer.from('GIF89a'),
    ...size(width),
    ...size(height),
    0xf6,
    0,
    0,
    ...table,
    0x2c,
    0,
    0,
    0,
    0,
    ...size(width),
    ...size(height),
    0,
    7,
    ...blocks,
    0,
    0x3b,
  ])
}

const between = (from: Colour, to: Colour, share: number): Colour =>
  [0, 1, 2].map((i) => Math.round(from[i]! + (to[i]! - from[i]!) * share)) as unknown as Colour

/** A factory before a sky, as a photograph might be: soft colours, no white. */
const photograph = canvas(320, 200, (x, y) => {
  const roof = 92 + (x % 80) * 0.5
  if (y > 168) return between([92, 96, 88], [60, 66, 58], (y - 168) / 32)
  if (x > 30 && x < 290 && y > roof)
    return (x - 30) % 26 < 12 && (y - 100) % 24 < 12 && y > 124
      ? [72, 108, 150]
      : between([176, 92, 66], [128, 62, 46], (y - roof) / 80)
  return between([96, 150, 214], [196, 218, 238], y / 168)
})

/** A plan: four fields of different colours, so that a crop or a turn shows. */
const quarters = canvas(240, 160, (x, y) => {
  if (x < 4 || y < 4 || x >= 236 || y >= 156) return [38, 38, 38]
  return x < 120 ? (y < 80 ? [214, 64, 56] : [62, 124, 196]) : y < 80 ? [240, 180, 48] : [72, 160, 92]
})

/** A company's mark: three bars on a blue ground. */
const mark = canvas(120, 120, (x, y) =>
  x > 24 && x < 96 && [28, 54, 80].some((top) => y >= top && y < top + 14 && x < 96 - (top - 28) / 2)
    ? [255, 214, 10]
    : [16, 62, 130],
)

/** A pale ground to stand behind text. */
const pale = canvas(160, 100, (x, y) => ((x + y) % 40 < 20 ? [226, 236, 246] : [238, 244, 250]))

/** Bars of a chart on pale grey, few colours. */
const bars = canvas(200, 120, (x, y) => {
  const bar = Math.floor(x / 25)
  return x % 25 > 5 && y > 110 - [40, 62, 55, 78, 70, 92, 85, 100][bar]! && y < 112 ? [68, 114, 196] : [234, 236, 240]
})

export const photographJpeg = jpeg(photograph)
export const quartersPng = png(quarters)
export const markPng = png(mark)
export const palePng = png(pale)
export const barsGif = gif(bars)
