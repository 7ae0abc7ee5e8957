import type { Outline } from '../../src-core/documents/seal/outline.ts'
import type { Picture } from '../../src-core/documents/seal/png.ts'
import { rasterize } from '../../src-core/documents/seal/rasterize.ts'

/** Shapes of one colour (RRGGBB); a later layer covers an earlier one. */
export interface Layer {
  readonly color: string
  readonly outlines: readonly Outline[]
}

/** Paints layers on a transparent ground. `dpi` is stored with the picture, so that programs know its size on paper. */
export function paintLayers(layers: readonly Layer[], width: number, height: number, dpi: number): Picture {
  const rgba = new Uint8Array(width * height * 4)
  for (const { color, outlines } of layers) {
    const ink = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
    const cover = rasterize(outlines, width, height)
    cover.forEach((value, pixel) => {
      if (value > 0) blend(rgba, pixel * 4, ink, value / 255)
    })
  }
  return { width, height, rgba, dpi }
}

function blend(rgba: Uint8Array, at: number, ink: readonly number[], alpha: number): void {
  const below = (rgba[at + 3]! / 255) * (1 - alpha)
  const total = alpha + below
  for (let channel = 0; channel < 3; channel++)
    rgba[at + channel] = Math.round((ink[channel]! * alpha + rgba[at + channel]! * below) / total)
  rgba[at + 3] = Math.round(total * 255)
}
