import { encode as encodeJpeg } from 'jpeg-js'
import { describe, expect, it } from 'vitest'
import { cleanHandwriting, cleanSealImage } from './clean-image.ts'
import { drawSeal } from './draw-seal.ts'
import { decodePicture, encodePng, type Picture } from './png.ts'

/** A sheet with uneven light, on which `draw` may leave ink: 0 none … 1 full. */
function photograph(
  width: number,
  height: number,
  ink: (x: number, y: number) => { cover: number; colour: readonly [number, number, number] },
): Picture {
  const rgba = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const light = 0.62 + (0.36 * x) / width + ((x * 7 + y * 13) % 5) / 250
      const { cover, colour } = ink(x, y)
      for (let c = 0; c < 3; c++)
        rgba[(y * width + x) * 4 + c] = Math.round(light * (245 * (1 - cover) + colour[c]! * cover))
      rgba[(y * width + x) * 4 + 3] = 255
    }
  }
  return { width, height, rgba }
}

const stroke = (x: number, y: number) => ({
  cover: x > 100 && x < 500 && Math.abs(y - 120 - 40 * Math.sin(x / 30)) < 5 ? 1 : 0,
  colour: [20, 30, 90] as const,
})

describe('cleaning a handwritten signature', () => {
  it('keeps the strokes, drops paper and shadow, crops and keeps the colour of the pen', () => {
    const { png, width, height } = cleanHandwriting(encodePng(photograph(640, 240, stroke)))
    expect(width).toBeGreaterThan(395)
    expect(width).toBeLessThan(415)
    expect(height).toBeGreaterThan(85)
    expect(height).toBeLessThan(105)
    const { rgba } = decodePicture(png)
    const inked = Array.from({ length: width * height }, (_, i) => i).filter((i) => rgba[i * 4 + 3]! > 200)
    expect(rgba[2]! - rgba[0]!).toBeGreaterThan(30)
    expect(inked.length / (width * height)).toBeLessThan(0.25)
    expect(rgba[3]).toBe(0)
  })

  it('reads photographs in JPEG', () => {
    const { width, height, rgba } = photograph(640, 240, stroke)
    const jpeg = encodeJpeg({ width, height, data: Buffer.from(rgba) }, 85).data
    expect(cleanHandwriting(jpeg).width).toBeGreaterThan(390)
  })

  it('refuses an empty sheet, a picture too small and one that is no writing', () => {
    expect(() => cleanHandwriting(encodePng(photograph(640, 240, () => ({ cover: 0, colour: [0, 0, 0] }))))).toThrow(
      expect.objectContaining({ code: 'handwriting.noInk' }),
    )
    expect(() => cleanHandwriting(encodePng(photograph(60, 30, stroke)))).toThrow(
      expect.objectContaining({ code: 'handwriting.tooSmall' }),
    )
    const block = photograph(640, 240, (x, y) => ({
      cover: x > 200 && x < 400 && y > 60 && y < 200 && x % 10 > 2 ? 1 : 0,
      colour: [20, 20, 20],
    }))
    expect(() => cleanHandwriting(encodePng(block))).toThrow(
      expect.objectContaining({ code: 'handwriting.notWriting' }),
    )
  })
})

const ink = (picture: Picture) => picture.rgba.reduce((sum, value, i) => sum + (i % 4 === 3 && value > 127 ? 1 : 0), 0)

describe('cleaning a photographed seal', () => {
  const seal = decodePicture(
    drawSeal({ kind: 'contract', company: '上海启元数字设备有限公司', serial: '3101150012345', dpi: 250 }),
  )
  const onPaper = (offset: number, size: number) =>
    photograph(size, size, (x, y) => {
      const inside = x >= offset && y >= offset && x < offset + seal.width && y < offset + seal.height
      const cover = inside ? seal.rgba[((y - offset) * seal.width + x - offset) * 4 + 3]! / 255 : 0
      // Lines of black print run under the seal.
      return cover > 0
        ? { cover, colour: [0xd0, 0x30, 0x28] as const }
        : { cover: y % 40 < 8 ? 0.9 : 0, colour: [20, 20, 20] as const }
    })

  it('keeps the red, leaves print and paper out and crops to the seal', () => {
    const { png, width, height } = cleanSealImage(encodePng(onPaper(60, 540)))
    expect(Math.abs(width - seal.width)).toBeLessThanOrEqual(6)
    expect(Math.abs(height - seal.height)).toBeLessThanOrEqual(6)
    const cleaned = decodePicture(png)
    expect(Math.abs(ink(cleaned) / ink(seal) - 1)).toBeLessThan(0.06)
  })

  it('refuses a seal that is cut off, too small, not round or not there', () => {
    expect(() => cleanSealImage(encodePng(onPaper(-40, 500)))).toThrow(expect.objectContaining({ code: 'seal.cutOff' }))
    const small = drawSeal({ kind: 'official', company: '上海启元', dpi: 150 })
    expect(() => cleanSealImage(small)).toThrow(expect.objectContaining({ code: 'seal.imageTooSmall' }))
    expect(() => cleanSealImage(encodePng(photograph(600, 600, stroke)))).toThrow(
      expect.objectContaining({ code: 'seal.noRed' }),
    )
    const bar = photograph(900, 500, (x, y) => ({
      cover: x > 100 && x < 800 && y > 100 && y < 300 ? 1 : 0,
      colour: [0xd0, 0x30, 0x28],
    }))
    expect(() => cleanSealImage(encodePng(bar))).toThrow(expect.objectContaining({ code: 'seal.notRound' }))
  })
})
