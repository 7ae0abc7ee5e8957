/**
 * Makes the coverage of a seal look pressed by hand: pressure that varies over the seal, small uninked specks, slightly frayed edges.
 * Deterministic: the same seed gives the same bytes on every computer (integer hashing, no random numbers).
 * `strength` 0 leaves the coverage alone, 1 is a poorly inked seal; 0.5 looks usual.
 */
export function inkTexture(
  coverage: Uint8Array,
  width: number,
  height: number,
  pixelsPerMm: number,
  seed: number,
  strength: number,
): Uint8Array {
  const out = new Uint8Array(coverage.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const cover = coverage[at]!
      if (cover === 0) continue
      const mmX = x / pixelsPerMm
      const mmY = y / pixelsPerMm
      const pressure = 0.6 * smoothNoise(mmX / 9, mmY / 9, seed) + 0.4 * smoothNoise(mmX / 2.6, mmY / 2.6, seed + 1)
      const grain =
        0.55 * smoothNoise(mmX / 0.22, mmY / 0.22, seed + 2) + 0.45 * smoothNoise(mmX / 0.55, mmY / 0.55, seed + 3)
      // Where the pressure is low more of the grain shows the paper.
      const lack = grain - (0.62 + 0.5 * pressure)
      const speck = Math.max(0, Math.min(1, lack * 7)) * Math.min(1, strength * 1.6)
      const tone = 1 - strength * 0.3 * (1 - pressure)
      // A partly covered pixel is an edge; a threshold that wanders frays it.
      const edge = cover < 255 ? 1 - strength * 0.55 * grain : 1
      out[at] = Math.round(cover * tone * edge * (1 - speck))
    }
  }
  return out
}

/** Value noise 0..1 on a unit grid, smoothed. */
function smoothNoise(x: number, y: number, seed: number): number {
  const x0 = Math.floor(x)
  const y0 = Math.floor(y)
  const fx = x - x0
  const fy = y - y0
  const u = fx * fx * (3 - 2 * fx)
  const v = fy * fy * (3 - 2 * fy)
  const top = lattice(x0, y0, seed) * (1 - u) + lattice(x0 + 1, y0, seed) * u
  const bottom = lattice(x0, y0 + 1, seed) * (1 - u) + lattice(x0 + 1, y0 + 1, seed) * u
  return top * (1 - v) + bottom * v
}

function lattice(x: number, y: number, seed: number): number {
  let h = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(seed, 0x9e3779b1)
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return ((h ^ (h >>> 16)) >>> 0) / 0xffffffff
}
