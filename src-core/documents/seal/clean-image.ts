import { refuse } from '../../../src-shared/kernel/refusal.ts'
import { sealRed } from './draw-seal.ts'
import { type Picture, decodePicture, encodePng } from './png.ts'

/** What cleaning gives back: a cropped PNG with transparent ground, and its size in pixels. */
export interface CleanedImage {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

/**
 * A scanned or photographed signature → dark ink on transparent ground, cropped to the strokes.
 * Uneven light is evened out first (each pixel is compared with the paper around it), so a shadow does not become ink.
 * A picture that is already transparent is only cropped.
 * Refusals: those of `decodePicture`; `handwriting.tooSmall` under 120 × 40 pixels; `handwriting.noInk` when nothing stands out;
 * `handwriting.notWriting` when over 40 % of the crop is ink (a photograph of something else).
 */
export function cleanHandwriting(file: Uint8Array): CleanedImage {
  const picture = decodePicture(file)
  if (picture.width < 120 || picture.height < 40)
    throw refuse('handwriting.tooSmall', {
      width: picture.width,
      height: picture.height,
      leastWidth: 120,
      leastHeight: 40,
    })
  const { width, height, rgba } = picture
  const alpha = new Uint8Array(width * height)
  if (isTransparent(picture)) {
    for (let i = 0; i < alpha.length; i++) alpha[i] = rgba[i * 4 + 3]!
  } else {
    const light = lightness(picture)
    const paper = paperLight(light, width, height)
    for (let i = 0; i < alpha.length; i++) {
      // Ink is what is at least 16 % darker than the paper around it, full from 50 %.
      const lack = 1 - light[i]! / Math.max(1, paper[i]!)
      alpha[i] = Math.round(255 * Math.max(0, Math.min(1, (lack - 0.16) / 0.34)))
    }
    dropSpecks(alpha, width, height)
  }
  const box = inkBox(alpha, width, height)
  if (!box || box.right - box.left < 12 || box.bottom - box.top < 6) throw refuse('handwriting.noInk', {})
  if (box.share > 0.4) throw refuse('handwriting.notWriting', { inkPercent: Math.round(box.share * 100) })
  const ink = inkColour(picture, alpha)
  return crop(width, alpha, box, 4, ink, picture.dpi)
}

/**
 * A photographed or scanned seal → its red on transparent ground, cropped, in even seal red.
 * Refusals: those of `decodePicture`; `seal.imageTooSmall` when the seal itself has under 300 pixels (a 42 mm seal would print under 180 dpi);
 * `seal.noRed` when no red shape is found; `seal.cutOff` when the red touches the edge of an opaque picture; `seal.notRound` when the crop is
 * not nearly square or a 4:3 oval.
 */
export function cleanSealImage(file: Uint8Array): CleanedImage {
  const picture = decodePicture(file)
  const { width, height, rgba } = picture
  const alpha = new Uint8Array(width * height)
  const transparent = isTransparent(picture)
  for (let i = 0; i < alpha.length; i++) {
    const r = rgba[i * 4]!
    const other = Math.max(rgba[i * 4 + 1]!, rgba[i * 4 + 2]!)
    // Redness independent of the light; black text under the seal has none, the paper has none.
    const redness = (r - other) / Math.max(48, r)
    const cover = Math.max(0, Math.min(1, (redness - 0.14) / 0.3))
    alpha[i] = Math.round(cover * rgba[i * 4 + 3]!)
  }
  dropSpecks(alpha, width, height)
  const box = inkBox(alpha, width, height)
  if (!box || box.share < 0.02) throw refuse('seal.noRed', {})
  const sealWidth = box.right - box.left + 1
  const sealHeight = box.bottom - box.top + 1
  if (!transparent && (box.left === 0 || box.top === 0 || box.right === width - 1 || box.bottom === height - 1))
    throw refuse('seal.cutOff', {})
  if (Math.max(sealWidth, sealHeight) < 300)
    throw refuse('seal.imageTooSmall', { width: sealWidth, height: sealHeight, least: 300 })
  const ratio = sealWidth / sealHeight
  if (ratio < 0.9 || ratio > 1.5) throw refuse('seal.notRound', { width: sealWidth, height: sealHeight })
  return crop(width, alpha, box, 2, sealRed, picture.dpi)
}

function isTransparent({ rgba }: Picture): boolean {
  let clear = 0
  for (let i = 3; i < rgba.length; i += 4) if (rgba[i]! < 16) clear++
  return clear > rgba.length / 4 / 10
}

function lightness({ rgba, width, height }: Picture): Uint8Array {
  const out = new Uint8Array(width * height)
  for (let i = 0; i < out.length; i++) {
    const a = rgba[i * 4 + 3]! / 255
    const grey = 0.299 * rgba[i * 4]! + 0.587 * rgba[i * 4 + 1]! + 0.114 * rgba[i * 4 + 2]!
    out[i] = Math.round(grey * a + 255 * (1 - a))
  }
  return out
}

/** The paper's own light per pixel: the bright end of each tile, smoothed between tiles. */
function paperLight(light: Uint8Array, width: number, height: number): Float32Array {
  const tile = Math.max(16, Math.ceil(Math.max(width, height) / 24))
  const columns = Math.ceil(width / tile)
  const rows = Math.ceil(height / tile)
  const bright = new Float32Array(columns * rows)
  for (let ty = 0; ty < rows; ty++) {
    for (let tx = 0; tx < columns; tx++) {
      const counts = new Uint32Array(256)
      let total = 0
      for (let y = ty * tile; y < Math.min(height, (ty + 1) * tile); y++) {
        for (let x = tx * tile; x < Math.min(width, (tx + 1) * tile); x++) {
          counts[light[y * width + x]!]!++
          total++
        }
      }
      let seen = 0
      let level = 255
      while (level > 0 && (seen += counts[level]!) < total * 0.15) level--
      bright[ty * columns + tx] = level
    }
  }
  const out = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    const v = Math.max(0, Math.min(rows - 1, (y + 0.5) / tile - 0.5))
    const y0 = Math.floor(v)
    const y1 = Math.min(rows - 1, y0 + 1)
    for (let x = 0; x < width; x++) {
      const u = Math.max(0, Math.min(columns - 1, (x + 0.5) / tile - 0.5))
      const x0 = Math.floor(u)
      const x1 = Math.min(columns - 1, x0 + 1)
      const top = bright[y0 * columns + x0]! * (1 - (u - x0)) + bright[y0 * columns + x1]! * (u - x0)
      const bottom = bright[y1 * columns + x0]! * (1 - (u - x0)) + bright[y1 * columns + x1]! * (u - x0)
      out[y * width + x] = top * (1 - (v - y0)) + bottom * (v - y0)
    }
  }
  return out
}

/** Clears marks that have nothing dark beside them: dust, sensor noise, the grain of the paper. */
function dropSpecks(alpha: Uint8Array, width: number, height: number): void {
  const before = alpha.slice()
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      if (before[at] === 0) continue
      let sum = 0
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const nx = x + dx
          const ny = y + dy
          if (nx >= 0 && ny >= 0 && nx < width && ny < height) sum += before[ny * width + nx]!
        }
      }
      if (sum - before[at]! < 200) alpha[at] = 0
    }
  }
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Share of the box that is ink, 0..1. */
  readonly share: number
}

function inkBox(alpha: Uint8Array, width: number, height: number): Box | undefined {
  let [left, top, right, bottom, ink] = [width, height, -1, -1, 0]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const a = alpha[y * width + x]!
      if (a < 48) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
      ink += a / 255
    }
  }
  if (right < 0) return undefined
  return { left, top, right, bottom, share: ink / ((right - left + 1) * (bottom - top + 1)) }
}

/** The ink's middle colour where it is darkest, so a blue pen stays blue. */
function inkColour({ rgba }: Picture, alpha: Uint8Array): { r: number; g: number; b: number } {
  let [r, g, b, n] = [0, 0, 0, 0]
  for (let i = 0; i < alpha.length; i++) {
    if (alpha[i]! < 230) continue
    r += rgba[i * 4]!
    g += rgba[i * 4 + 1]!
    b += rgba[i * 4 + 2]!
    n++
  }
  return n === 0 ? { r: 24, g: 24, b: 28 } : { r: Math.round(r / n), g: Math.round(g / n), b: Math.round(b / n) }
}

function crop(
  width: number,
  alpha: Uint8Array,
  box: Box,
  margin: number,
  colour: { r: number; g: number; b: number },
  dpi?: number,
): CleanedImage {
  const w = box.right - box.left + 1 + 2 * margin
  const h = box.bottom - box.top + 1 + 2 * margin
  const rgba = new Uint8Array(w * h * 4)
  const { r, g, b } = colour
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const sx = box.left + x - margin
      const sy = box.top + y - margin
      const inside = sx >= box.left && sx <= box.right && sy >= box.top && sy <= box.bottom
      rgba.set([r, g, b, inside ? alpha[sy * width + sx]! : 0], (y * w + x) * 4)
    }
  }
  return { png: encodePng({ width: w, height: h, rgba, ...(dpi === undefined ? {} : { dpi }) }), width: w, height: h }
}
