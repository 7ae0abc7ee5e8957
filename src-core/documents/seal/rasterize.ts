import type { Outline } from './outline.ts'

/**
 * Fills outlines into a coverage map of width × height bytes (0 empty, 255 full), anti-aliased by exact area.
 * Plain arithmetic, so the same seal gives the same bytes on every platform and needs no native canvas.
 * Each outline is filled on its own (contours that overlap inside one glyph stay filled) and the darker coverage wins.
 */
export function rasterize(outlines: readonly Outline[], width: number, height: number): Uint8Array {
  const out = new Uint8Array(width * height)
  // One spare column takes what an edge leaves behind at the right margin.
  const stride = width + 2
  const area = new Float32Array(stride * height)
  for (const outline of outlines) {
    const rows = accumulate(outline, area, stride, width, height)
    if (!rows) continue
    for (let y = rows.top; y <= rows.bottom; y++) {
      let sum = 0
      const base = y * stride
      for (let x = 0; x < width; x++) {
        sum += area[base + x]!
        const cover = Math.min(255, Math.round(Math.abs(sum) * 255))
        if (cover > out[y * width + x]!) out[y * width + x] = cover
      }
      area.fill(0, base, base + stride)
    }
  }
  return out
}

/** Adds the signed area that every edge of the outline throws to its right; the running sum of a row is the coverage. */
function accumulate(
  outline: Outline,
  area: Float32Array,
  stride: number,
  width: number,
  height: number,
): { top: number; bottom: number } | undefined {
  let top = height
  let bottom = -1
  const edge = (x0: number, y0: number, x1: number, y1: number): void => {
    if (y0 === y1) return
    const direction = y0 < y1 ? 1 : -1
    if (direction < 0) [x0, y0, x1, y1] = [x1, y1, x0, y0]
    const slope = (x1 - x0) / (y1 - y0)
    if (y1 <= 0 || y0 >= height) return
    let x = y0 < 0 ? x0 - y0 * slope : x0
    const first = Math.max(0, Math.floor(y0))
    const last = Math.min(height, Math.ceil(y1))
    top = Math.min(top, first)
    bottom = Math.max(bottom, last - 1)
    for (let row = first; row < last; row++) {
      const dy = Math.min(row + 1, y1) - Math.max(row, y0)
      const next = x + slope * dy
      addSpan(area, row * stride, width, Math.min(x, next), Math.max(x, next), direction * dy)
      x = next
    }
  }
  walkEdges(outline, edge)
  return bottom < top ? undefined : { top, bottom }
}

function addSpan(area: Float32Array, base: number, width: number, left: number, right: number, signed: number): void {
  const x0 = Math.min(width, Math.max(0, left))
  const x1 = Math.min(width, Math.max(0, right))
  const first = Math.floor(x0)
  const end = Math.ceil(x1)
  if (end <= first + 1) {
    const middle = (x0 + x1) / 2 - first
    area[base + first]! += signed * (1 - middle)
    area[base + first + 1]! += signed * middle
    return
  }
  const perColumn = 1 / (x1 - x0)
  const head = 1 - (x0 - first)
  const headArea = 0.5 * perColumn * head * head
  area[base + first]! += signed * headArea
  let covered = headArea
  for (let x = first + 1; x < end - 1; x++) {
    const upTo = perColumn * (x + 0.5 - x0)
    area[base + x]! += signed * (upTo - covered)
    covered = upTo
  }
  const tail = x1 - (end - 1)
  const atEnd = 1 - 0.5 * perColumn * tail * tail
  area[base + end - 1]! += signed * (atEnd - covered)
  area[base + end]! += signed * (1 - atEnd)
}

function walkEdges(outline: Outline, edge: (x0: number, y0: number, x1: number, y1: number) => void): void {
  let startX = 0
  let startY = 0
  let x = 0
  let y = 0
  const line = (toX: number, toY: number): void => {
    edge(x, y, toX, toY)
    x = toX
    y = toY
  }
  for (const step of outline) {
    switch (step[0]) {
      case 'M':
        if (x !== startX || y !== startY) line(startX, startY)
        startX = x = step[1]
        startY = y = step[2]
        break
      case 'L':
        line(step[1], step[2])
        break
      case 'Q': {
        const [, cx, cy, ex, ey] = step
        const [sx, sy] = [x, y]
        const parts = curveParts(Math.hypot(sx - 2 * cx + ex, sy - 2 * cy + ey))
        for (let i = 1; i <= parts; i++) {
          const t = i / parts
          const u = 1 - t
          line(u * u * sx + 2 * u * t * cx + t * t * ex, u * u * sy + 2 * u * t * cy + t * t * ey)
        }
        break
      }
      case 'C': {
        const [, ax, ay, bx, by, ex, ey] = step
        const [sx, sy] = [x, y]
        const bend = Math.max(
          Math.hypot(sx - 2 * ax + bx, sy - 2 * ay + by),
          Math.hypot(ax - 2 * bx + ex, ay - 2 * by + ey),
        )
        const parts = curveParts(bend * 3)
        for (let i = 1; i <= parts; i++) {
          const t = i / parts
          const u = 1 - t
          const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
          line(p * sx + q * ax + r * bx + s * ex, p * sy + q * ay + r * by + s * ey)
        }
        break
      }
      case 'Z':
        if (x !== startX || y !== startY) line(startX, startY)
        break
    }
  }
  if (x !== startX || y !== startY) line(startX, startY)
}

/** Chords that keep a curve within a thirtieth of a pixel. */
function curveParts(bend: number): number {
  return Math.max(1, Math.min(64, Math.ceil(Math.sqrt(bend / 0.12))))
}
