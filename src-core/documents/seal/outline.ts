/** One step of an outline. Coordinates are in the unit of the drawing; y grows downwards as on paper. */
export type OutlineStep =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['Q', number, number, number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z']

/** A filled shape made of closed contours. Holes run the other way round than the contour that holds them. */
export type Outline = readonly OutlineStep[]

/** x' = a·x + c·y + e, y' = b·x + d·y + f, the order of PDF and SVG. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** The affine that applies `first`, then `second`. */
export function followedBy(first: Affine, second: Affine): Affine {
  const [a, b, c, d, e, f] = first
  const [A, B, C, D, E, F] = second
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

export function transformOutline(outline: Outline, m: Affine): Outline {
  const x = (px: number, py: number): number => m[0] * px + m[2] * py + m[4]
  const y = (px: number, py: number): number => m[1] * px + m[3] * py + m[5]
  return outline.map((step): OutlineStep => {
    switch (step[0]) {
      case 'Z':
        return step
      case 'M':
      case 'L':
        return [step[0], x(step[1], step[2]), y(step[1], step[2])]
      case 'Q':
        return ['Q', x(step[1], step[2]), y(step[1], step[2]), x(step[3], step[4]), y(step[3], step[4])]
      case 'C':
        return [
          'C',
          x(step[1], step[2]),
          y(step[1], step[2]),
          x(step[3], step[4]),
          y(step[3], step[4]),
          x(step[5], step[6]),
          y(step[5], step[6]),
        ]
    }
  })
}

// The usual constant that lets four Bézier curves pass for a circle (error under 0.03 % of the radius).
const circleHandle = 0.5522847498

/** An ellipse as one contour; `hole` turns its direction so that it cuts out of a surrounding one. */
export function ellipse(rx: number, ry: number, hole = false): Outline {
  const kx = rx * circleHandle
  const ky = (hole ? -ry : ry) * circleHandle
  const y = hole ? -ry : ry
  return [
    ['M', rx, 0],
    ['C', rx, ky, kx, y, 0, y],
    ['C', -kx, y, -rx, ky, -rx, 0],
    ['C', -rx, -ky, -kx, -y, 0, -y],
    ['C', kx, -y, rx, -ky, rx, 0],
    ['Z'],
  ]
}

/** A ring between two ellipses, the border of a seal. */
export function ring(rx: number, ry: number, width: number): Outline {
  return [...ellipse(rx, ry), ...ellipse(rx - width, ry - width, true)]
}

/** A regular five-pointed star, one point upwards, with its points on a circle of `radius`. */
export function fivePointStar(radius: number): Outline {
  // Inner corners of a regular pentagram lie at 1/φ² of the radius.
  const inner = radius * 0.381966
  const steps: OutlineStep[] = []
  for (let corner = 0; corner < 10; corner++) {
    const angle = (corner * Math.PI) / 5
    const r = corner % 2 === 0 ? radius : inner
    steps.push([corner === 0 ? 'M' : 'L', r * Math.sin(angle), -r * Math.cos(angle)])
  }
  return [...steps, ['Z']]
}

/** A rectangular frame around the origin, for name seals. */
export function frame(halfWidth: number, halfHeight: number, width: number, radius: number): Outline {
  return [
    ...roundedBox(halfWidth, halfHeight, radius, false),
    ...roundedBox(halfWidth - width, halfHeight - width, Math.max(0, radius - width), true),
  ]
}

function roundedBox(w: number, h: number, r: number, hole: boolean): Outline {
  const k = r * (1 - circleHandle)
  const s = hole ? -1 : 1
  return [
    ['M', w, s * (-h + r)],
    ['L', w, s * (h - r)],
    ['C', w, s * (h - k), w - k, s * h, w - r, s * h],
    ['L', -w + r, s * h],
    ['C', -w + k, s * h, -w, s * (h - k), -w, s * (h - r)],
    ['L', -w, s * (-h + r)],
    ['C', -w, s * (-h + k), -w + k, s * -h, -w + r, s * -h],
    ['L', w - r, s * -h],
    ['C', w - k, s * -h, w, s * (-h + k), w, s * (-h + r)],
    ['Z'],
  ]
}
