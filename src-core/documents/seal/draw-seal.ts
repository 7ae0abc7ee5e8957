import { createHash } from 'node:crypto'
import { refuse } from '../../../src-shared/kernel/refusal.ts'
import { inkTexture } from './ink-texture.ts'
import { transformOutline } from './outline.ts'
import { encodePng } from './png.ts'
import { rasterize } from './rasterize.ts'
import { type SealDesign, layOutSeal } from './seal-layout.ts'

/** The red of seal ink on paper. */
export const sealRed = { r: 0xd7, g: 0x26, b: 0x1e } as const

export interface SealDrawing extends SealDesign {
  /** Resolution of the picture, 150-1200; 600 by default. */
  readonly dpi?: number
  /** 0 (clean, the default) to 1 (poorly inked); 0.5 looks pressed by hand. */
  readonly ink?: number
}

/**
 * Draws a seal as a PNG with transparent ground; the file states its resolution, so its pixels give its true size.
 * The same drawing gives the same bytes everywhere. Refusals: those of `layOutSeal`, and `seal.resolution` outside 150-1200 dpi.
 */
export function drawSeal(drawing: SealDrawing): Uint8Array {
  const dpi = drawing.dpi ?? 600
  if (!(dpi >= 150 && dpi <= 1200)) throw refuse('seal.resolution', { dpi, least: 150, most: 1200 })
  const seal = layOutSeal(drawing)
  const scale = dpi / 25.4
  const width = Math.round(seal.widthMm * scale)
  const height = Math.round(seal.heightMm * scale)
  const placed = seal.shapes.map((shape) => transformOutline(shape, [scale, 0, 0, scale, width / 2, height / 2]))
  let coverage = rasterize(placed, width, height)
  if (drawing.ink) {
    const key = [drawing.kind, drawing.company, drawing.label ?? '', drawing.serial ?? ''].join('\n')
    const seed = createHash('sha256').update(key).digest().readInt32LE(0)
    coverage = inkTexture(coverage, width, height, scale, seed, Math.min(1, drawing.ink))
  }
  const rgba = new Uint8Array(width * height * 4)
  for (let i = 0; i < coverage.length; i++) {
    rgba[i * 4] = sealRed.r
    rgba[i * 4 + 1] = sealRed.g
    rgba[i * 4 + 2] = sealRed.b
    rgba[i * 4 + 3] = coverage[i]!
  }
  return encodePng({ width, height, rgba, dpi })
}
