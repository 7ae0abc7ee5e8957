import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawSeal } from './draw-seal.ts'
import { decodePicture, encodePng } from './png.ts'
import { ellipse, transformOutline } from './outline.ts'
import { rasterize } from './rasterize.ts'
import { layOutSeal } from './seal-layout.ts'

const company = '深圳市云帆智能科技有限公司'

describe('drawing a seal', () => {
  it('gives a picture of its true size with transparent ground and seal red', () => {
    const seal = decodePicture(
      drawSeal({ kind: 'contract', company, serial: '4403051234567', diameterMm: 42, dpi: 300 }),
    )
    expect(seal).toMatchObject({ width: 496, height: 496, dpi: 300 })
    expect(seal.rgba[3]).toBe(0)
    // The middle lies in the star.
    expect([...seal.rgba.subarray((248 * 496 + 248) * 4, (248 * 496 + 248) * 4 + 4)]).toEqual([0xd7, 0x26, 0x1e, 255])
  })

  it('draws the same bytes each time, pressed by hand or clean', () => {
    for (const ink of [0, 0.5]) {
      const drawing = { kind: 'official', company, serial: '4403051234567', dpi: 200, ink } as const
      expect(drawSeal(drawing)).toEqual(drawSeal(drawing))
    }
  })

  it('wears ink off but adds none when it looks pressed by hand', () => {
    const clean = decodePicture(drawSeal({ kind: 'finance', company, dpi: 200 }))
    const pressed = decodePicture(drawSeal({ kind: 'finance', company, dpi: 200, ink: 0.8 }))
    let [before, after] = [0, 0]
    for (let i = 3; i < clean.rgba.length; i += 4) {
      expect(pressed.rgba[i]!).toBeLessThanOrEqual(clean.rgba[i]!)
      before += clean.rgba[i]!
      after += pressed.rgba[i]!
    }
    expect(after / before).toBeGreaterThan(0.7)
    expect(after / before).toBeLessThan(0.97)
  })

  it('keeps every character of names of 2 to 30 characters inside the ring, whatever the kind', () => {
    for (const kind of ['official', 'contract', 'finance', 'invoice'] as const) {
      for (const length of [2, 4, 9, 16, 23, 30]) {
        const { shapes, widthMm, heightMm } = layOutSeal({
          kind,
          company: '云帆智能科技有限公司'.repeat(3).slice(0, length),
          serial: '4403051234567',
        })
        const [, ...inner] = shapes
        for (const shape of inner) {
          for (const step of shape) {
            if (step[0] === 'Z') continue
            const [x, y] = step.slice(-2) as [number, number]
            expect((x / (widthMm / 2)) ** 2 + (y / (heightMm / 2)) ** 2).toBeLessThan(0.94)
          }
        }
      }
    }
  })

  it('keeps the characters of the longest name apart', () => {
    const name = '云帆上海物联网技术与智能装备研究院股份有限公司浦东新区分公司'
    expect(Array.from(name)).toHaveLength(30)
    const { shapes } = layOutSeal({ kind: 'official', company: name })
    const characters = shapes.slice(1, 31)
    const size = 1200
    const covered = characters.map((shape) =>
      rasterize([transformOutline(shape, [size / 42, 0, 0, size / 42, size / 2, size / 2])], size, size),
    )
    for (let i = 1; i < covered.length; i++) {
      const overlap = covered[i]!.reduce(
        (sum, cover, at) => sum + (cover > 128 && covered[i - 1]![at]! > 128 ? 1 : 0),
        0,
      )
      expect(overlap).toBe(0)
    }
  })

  it('makes an invoice seal oval, 40 × 30 mm', () => {
    expect(decodePicture(drawSeal({ kind: 'invoice', company, serial: '91440300MA5F8XKY2P', dpi: 254 }))).toMatchObject(
      { width: 400, height: 300 },
    )
  })

  it('refuses what does not fit a seal, with the figures', () => {
    expect(() => drawSeal({ kind: 'official', company: '云' })).toThrow(
      expect.objectContaining({ code: 'seal.nameLength', params: { length: 1, least: 2, most: 30 } }),
    )
    expect(() => drawSeal({ kind: 'official', company: '云'.repeat(31) })).toThrow(
      expect.objectContaining({ code: 'seal.nameLength' }),
    )
    expect(() => drawSeal({ kind: 'person', company: '欧阳修文甲' })).toThrow(
      expect.objectContaining({ code: 'seal.nameLength' }),
    )
    expect(() => drawSeal({ kind: 'official', company, diameterMm: 200 })).toThrow(
      expect.objectContaining({ code: 'seal.diameter' }),
    )
    expect(() => drawSeal({ kind: 'official', company, dpi: 20 })).toThrow(
      expect.objectContaining({ code: 'seal.resolution' }),
    )
    expect(() => drawSeal({ kind: 'official', company: '云帆\u{1F980}科技' })).toThrow(
      expect.objectContaining({ code: 'seal.characterMissing', params: { character: '\u{1F980}' } }),
    )
  })
})

describe('filling outlines', () => {
  it('covers the area of an ellipse wherever it lies', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 2, max: 30, noNaN: true }),
        fc.double({ min: 2, max: 30, noNaN: true }),
        fc.double({ min: 32, max: 48, noNaN: true }),
        (rx, ry, centre) => {
          const coverage = rasterize([transformOutline(ellipse(rx, ry), [1, 0, 0, 1, centre, centre])], 80, 80)
          const area = coverage.reduce((sum, cover) => sum + cover / 255, 0)
          expect(Math.abs(area / (Math.PI * rx * ry) - 1)).toBeLessThan(0.02)
        },
      ),
    )
  })

  it('fills nothing outside the picture', () => {
    const coverage = rasterize([transformOutline(ellipse(500, 500), [1, 0, 0, 1, 20, 20])], 40, 40)
    expect(coverage.every((cover) => cover === 255)).toBe(true)
    expect(
      rasterize([transformOutline(ellipse(5, 5), [1, 0, 0, 1, -20, 20])], 40, 40).every((cover) => cover === 0),
    ).toBe(true)
  })
})

describe('PNG files', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.uint8Array({ minLength: 576, maxLength: 576 }),
        (width, height, noise) => {
          const rgba = noise.slice(0, width * height * 4)
          const back = decodePicture(encodePng({ width, height, rgba, dpi: 300 }))
          expect(back).toMatchObject({ width, height, dpi: 300 })
          expect(Buffer.compare(back.rgba, rgba)).toBe(0)
        },
      ),
    )
  })

  it('are refused when they are no pictures, damaged or a bomb', () => {
    expect(() => decodePicture(new TextEncoder().encode('GIF89a……'))).toThrow(
      expect.objectContaining({ code: 'image.unknownFormat' }),
    )
    const png = encodePng({ width: 4, height: 4, rgba: new Uint8Array(64) })
    expect(() => decodePicture(png.slice(0, png.length - 30))).toThrow(
      expect.objectContaining({ code: 'image.damaged' }),
    )
    const bomb = png.slice()
    new DataView(bomb.buffer).setUint32(16, 60_000)
    new DataView(bomb.buffer).setUint32(20, 60_000)
    expect(() => decodePicture(bomb)).toThrow(expect.objectContaining({ code: 'image.tooLarge' }))
    expect(() => decodePicture(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0))).toThrow(
      expect.objectContaining({ code: 'image.damaged' }),
    )
  })
})
