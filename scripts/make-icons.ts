import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'

const folder = join(import.meta.dirname, '..', 'assets', 'icons')
const teal = [15, 103, 108] as const
const paper = [250, 251, 250] as const
const red = [196, 48, 43] as const

type Colour = readonly [number, number, number]

/** Distance to a rounded rectangle, negative inside; all in fractions of the icon's side. */
function roundedBox(x: number, y: number, [cx, cy, w, h]: readonly number[], radius: number): number {
  const dx = Math.abs(x - cx!) - w! / 2 + radius
  const dy = Math.abs(y - cy!) - h! / 2 + radius
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius
}

/** The mark: a sheet with three lines on deep green, and a round red seal over its corner. From back to front. */
const layers: [colour: Colour, distance: (x: number, y: number) => number][] = [
  [teal, (x, y) => roundedBox(x, y, [0.5, 0.5, 0.88, 0.88], 0.2)],
  [paper, (x, y) => roundedBox(x, y, [0.47, 0.48, 0.44, 0.56], 0.045)],
  ...[0.33, 0.43, 0.53].map((at, line): [Colour, (x: number, y: number) => number] => [
    teal,
    (x, y) => roundedBox(x, y, [line === 2 ? 0.41 : 0.47, at, line === 2 ? 0.18 : 0.3, 0.032], 0.016),
  ]),
  [paper, (x, y) => Math.hypot(x - 0.66, y - 0.68) - 0.185],
  [red, (x, y) => Math.abs(Math.hypot(x - 0.66, y - 0.68) - 0.145) - 0.018],
  [red, (x, y) => star(x - 0.66, y - 0.68, 0.085)],
]

/** Distance to a five-pointed star, near enough for drawing. */
function star(x: number, y: number, radius: number): number {
  const angle = Math.atan2(x, y)
  const step = Math.PI / 5
  const folded = Math.abs((((angle % (2 * step)) + 3 * step) % (2 * step)) - step)
  const inward = step - folded
  const reach = (radius * Math.sin(0.314)) / Math.sin(0.314 + inward)
  return Math.hypot(x, y) - Math.max(reach, radius * 0.382)
}

function draw(size: number): Buffer {
  const png = new PNG({ width: size, height: size })
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      let colour: number[] = [0, 0, 0]
      let alpha = 0
      for (const [paint, distance] of layers) {
        // One pixel of soft edge.
        const cover = Math.max(0, Math.min(1, 0.5 - distance((column + 0.5) / size, (row + 0.5) / size) * size))
        const next = cover + alpha * (1 - cover)
        if (next > 0) colour = colour.map((was, at) => (paint[at]! * cover + was * alpha * (1 - cover)) / next)
        alpha = next
      }
      png.data.set([...colour.map(Math.round), Math.round(alpha * 255)], (row * size + column) * 4)
    }
  return PNG.sync.write(png)
}

/** Windows' container: a directory of PNG pictures. */
function ico(images: [size: number, png: Buffer][]): Buffer {
  const head = Buffer.alloc(6 + 16 * images.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(images.length, 4)
  let offset = head.length
  for (const [at, [size, png]] of images.entries()) {
    const entry = 6 + 16 * at
    head.writeUInt8(size === 256 ? 0 : size, entry)
    head.writeUInt8(size === 256 ? 0 : size, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...images.map(([, png]) => png)])
}

/** Apple's container: chunks of PNG pictures, each under the name of its size. */
function icns(images: [name: string, png: Buffer][]): Buffer {
  const chunks = images.map(([name, png]) => {
    const head = Buffer.alloc(8)
    head.write(name, 'latin1')
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const head = Buffer.alloc(8)
  head.write('icns', 'latin1')
  head.writeUInt32BE(8 + chunks.reduce((sum, chunk) => sum + chunk.length, 0), 4)
  return Buffer.concat([head, ...chunks])
}

mkdirSync(folder, { recursive: true })
const drawn = new Map([16, 24, 32, 48, 64, 128, 256, 512, 1024].map((size) => [size, draw(size)]))
const of = (size: number) => drawn.get(size)!
for (const size of [16, 32, 48, 64, 128, 256, 512]) writeFileSync(join(folder, `${size}x${size}.png`), of(size))
writeFileSync(join(folder, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256].map((size) => [size, of(size)])))
writeFileSync(
  join(folder, 'icon.icns'),
  icns([
    ['icp4', of(16)],
    ['icp5', of(32)],
    ['icp6', of(64)],
    ['ic07', of(128)],
    ['ic08', of(256)],
    ['ic09', of(512)],
    ['ic10', of(1024)],
  ]),
)
