import { ellipse, type Outline, transformOutline } from '../../src-core/documents/seal/outline.ts'
import type { Picture } from '../../src-core/documents/seal/png.ts'
import { paintLayers } from './layered-picture.ts'

/** A place the pen passes: x and y in a box of 100 × 100 with y downwards, and how hard it presses (0 to 1). */
type Touch = readonly [x: number, y: number, pressure: number]
/** One movement of the pen without lifting it. */
type Stroke = readonly Touch[]

// Running hand: dots and horizontals flow into what follows, verticals end in a point.
const characters: Record<string, readonly Stroke[]> = {
  江: [
    [
      [15, 14, 0.25],
      [22, 19, 0.75],
      [25, 26, 0.45],
    ],
    [
      [5, 40, 0.3],
      [13, 44, 0.75],
      [16, 52, 0.5],
      [10, 68, 0.3],
      [6, 84, 0.5],
      [12, 84, 0.55],
      [24, 68, 0.3],
      [34, 54, 0.12],
    ],
    [
      [46, 33, 0.5],
      [54, 33, 0.6],
      [72, 28, 0.5],
      [86, 23, 0.7],
      [82, 28, 0.35],
      [70, 32, 0.3],
      [66, 45, 0.55],
      [62, 62, 0.55],
      [57, 76, 0.4],
      [46, 82, 0.3],
      [40, 82, 0.5],
      [56, 79, 0.6],
      [78, 73, 0.55],
      [100, 68, 0.3],
    ],
  ],
  立: [
    [
      [48, 2, 0.3],
      [54, 9, 0.8],
      [56, 16, 0.4],
    ],
    [
      [24, 33, 0.55],
      [34, 33, 0.6],
      [56, 28, 0.5],
      [78, 24, 0.75],
      [74, 29, 0.3],
    ],
    [
      [36, 42, 0.35],
      [40, 50, 0.7],
      [42, 62, 0.4],
    ],
    [
      [70, 36, 0.5],
      [67, 46, 0.6],
      [58, 62, 0.4],
      [42, 76, 0.3],
      [22, 83, 0.4],
      [30, 82, 0.6],
      [56, 77, 0.65],
      [82, 72, 0.65],
      [98, 72, 0.3],
    ],
  ],
  川: [
    [
      [20, 22, 0.5],
      [23, 30, 0.7],
      [23, 50, 0.55],
      [16, 74, 0.4],
      [2, 96, 0.1],
    ],
    [
      [46, 32, 0.45],
      [50, 36, 0.7],
      [49, 52, 0.55],
      [45, 70, 0.35],
      [54, 58, 0.2],
      [68, 34, 0.2],
      [82, 12, 0.45],
      [86, 16, 0.75],
      [86, 44, 0.65],
      [84, 78, 0.55],
      [80, 112, 0.35],
      [74, 132, 0.08],
    ],
  ],
  方: [
    [
      [46, 2, 0.3],
      [53, 8, 0.8],
      [56, 16, 0.45],
    ],
    [
      [12, 38, 0.55],
      [24, 37, 0.6],
      [54, 30, 0.5],
      [88, 25, 0.75],
      [82, 30, 0.35],
      [60, 36, 0.2],
      [48, 40, 0.35],
      [43, 56, 0.6],
      [32, 78, 0.45],
      [8, 102, 0.1],
    ],
    [
      [44, 56, 0.4],
      [58, 52, 0.5],
      [74, 48, 0.7],
      [75, 58, 0.6],
      [70, 76, 0.5],
      [62, 94, 0.5],
      [56, 93, 0.4],
      [48, 84, 0.1],
    ],
  ],
  一: [
    [
      [4, 58, 0.45],
      [10, 54, 0.75],
      [26, 54, 0.55],
      [56, 52, 0.45],
      [84, 46, 0.6],
      [98, 44, 0.85],
      [94, 52, 0.3],
    ],
  ],
  平: [
    [
      [28, 18, 0.5],
      [40, 17, 0.55],
      [66, 11, 0.6],
      [76, 9, 0.7],
      [70, 16, 0.25],
    ],
    [
      [30, 30, 0.35],
      [37, 36, 0.75],
      [40, 46, 0.4],
    ],
    [
      [72, 25, 0.5],
      [70, 33, 0.6],
      [56, 46, 0.3],
      [32, 58, 0.2],
      [8, 66, 0.4],
      [22, 65, 0.6],
      [56, 58, 0.5],
      [96, 50, 0.7],
      [92, 55, 0.25],
    ],
    [
      [53, 16, 0.45],
      [55, 24, 0.6],
      [54, 56, 0.6],
      [52, 92, 0.5],
      [48, 124, 0.08],
    ],
  ],
  王: [
    [
      [24, 20, 0.5],
      [36, 20, 0.6],
      [60, 15, 0.5],
      [78, 11, 0.7],
      [72, 16, 0.3],
      [56, 22, 0.3],
      [53, 36, 0.6],
      [50, 56, 0.55],
      [46, 72, 0.35],
      [38, 60, 0.15],
      [30, 50, 0.3],
      [38, 48, 0.5],
      [58, 44, 0.5],
      [76, 40, 0.55],
      [64, 54, 0.2],
      [40, 74, 0.2],
      [10, 88, 0.45],
      [24, 87, 0.6],
      [58, 80, 0.6],
      [98, 74, 0.4],
    ],
  ],
  小: [
    [
      [52, 2, 0.45],
      [56, 10, 0.7],
      [56, 44, 0.6],
      [53, 82, 0.55],
      [48, 96, 0.5],
      [42, 90, 0.3],
      [34, 80, 0.1],
    ],
    [
      [32, 36, 0.55],
      [26, 52, 0.5],
      [14, 70, 0.25],
      [24, 66, 0.12],
      [52, 44, 0.12],
      [72, 32, 0.4],
      [82, 42, 0.75],
      [92, 58, 0.4],
    ],
  ],
  禾: [
    [
      [74, 0, 0.55],
      [62, 8, 0.6],
      [36, 18, 0.15],
    ],
    [
      [10, 42, 0.5],
      [22, 41, 0.6],
      [54, 34, 0.5],
      [92, 27, 0.75],
      [86, 33, 0.25],
    ],
    [
      [54, 14, 0.4],
      [56, 26, 0.65],
      [54, 60, 0.6],
      [52, 86, 0.45],
      [44, 80, 0.25],
      [34, 66, 0.12],
    ],
    [
      [52, 44, 0.4],
      [40, 60, 0.55],
      [24, 76, 0.4],
      [6, 88, 0.1],
    ],
    [
      [58, 44, 0.25],
      [70, 58, 0.5],
      [86, 76, 0.8],
      [104, 88, 0.5],
      [128, 86, 0.1],
    ],
  ],
}

interface Letter {
  readonly character: string
  /** Pixels. */
  readonly x: number
  readonly y: number
  readonly size: number
}

export interface Signature {
  /** In assets/sample. */
  readonly file: string
  readonly letters: readonly Letter[]
  readonly ink: string
  /** Pixels of the broadest touch. */
  readonly pen: number
}

/** Signatures of people of the sample, as a scan with a clear ground would give them. */
export const signatures: readonly Signature[] = [
  {
    file: 'signature-jianglichuan.png',
    ink: '16233F',
    pen: 13,
    letters: [
      { character: '江', x: 46, y: 60, size: 190 },
      { character: '立', x: 216, y: 44, size: 160 },
      { character: '川', x: 378, y: 26, size: 180 },
    ],
  },
  {
    file: 'signature-fangyiping.png',
    ink: '1B1B22',
    pen: 14,
    letters: [
      { character: '方', x: 46, y: 40, size: 176 },
      { character: '一', x: 226, y: 56, size: 128 },
      { character: '平', x: 340, y: 34, size: 186 },
    ],
  },
  {
    file: 'signature-wangxiaohe.png',
    ink: '1A2A5A',
    pen: 12,
    letters: [
      { character: '王', x: 46, y: 56, size: 172 },
      { character: '小', x: 206, y: 70, size: 142 },
      { character: '禾', x: 338, y: 36, size: 180 },
    ],
  },
]

const width = 640
const height = 290

/** 640 × 290 pixels at 400 dpi: about 41 × 18 mm on paper. */
export function drawSignature({ letters, ink, pen }: Signature): Picture {
  const outlines: Outline[] = []
  for (const { character, x, y, size } of letters) {
    const scale = size / 100
    for (const stroke of characters[character]!) {
      for (const [px, py, pressure] of smooth(stroke)) {
        const radius = (pen / 2) * (0.28 + 0.72 * pressure)
        // A little slant to the right, as a right hand writes.
        const slanted = px - 0.1 * (py - 50)
        // The nib is broader across than along the slant.
        outlines.push(
          transformOutline(ellipse(radius * 0.86, radius), [1, 0, 0.25, 1, x + slanted * scale, y + py * scale]),
        )
      }
    }
  }
  return paintLayers([{ color: ink, outlines }], width, height, 400)
}

/** The touches with a Catmull-Rom curve between them, dense enough that the dots of the nib merge. */
function smooth(stroke: Stroke): Touch[] {
  const out: Touch[] = []
  for (let i = 0; i + 1 < stroke.length; i++) {
    const [p0, p1, p2, p3] = [
      stroke[Math.max(0, i - 1)]!,
      stroke[i]!,
      stroke[i + 1]!,
      stroke[Math.min(stroke.length - 1, i + 2)]!,
    ]
    const parts = Math.max(4, Math.ceil(Math.hypot(p2[0] - p1[0], p2[1] - p1[1]) * 2.4))
    for (let part = 0; part <= parts; part++) {
      const t = part / parts
      const at = (axis: 0 | 1): number =>
        0.5 *
        (2 * p1[axis] +
          (p2[axis] - p0[axis]) * t +
          (2 * p0[axis] - 5 * p1[axis] + 4 * p2[axis] - p3[axis]) * t * t +
          (3 * p1[axis] - p0[axis] - 3 * p2[axis] + p3[axis]) * t * t * t)
      out.push([at(0), at(1), p1[2] + (p2[2] - p1[2]) * t])
    }
  }
  return out
}
