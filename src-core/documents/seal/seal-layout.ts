import { refuse } from '../../../src-shared/kernel/refusal.ts'
import { assertNever } from '../../../src-shared/kernel/assert-never.ts'
import { type Face, glyphOf } from './glyphs.ts'
import { type Affine, type Outline, fivePointStar, followedBy, frame, ring, transformOutline } from './outline.ts'

/** What a seal is for: 公章, 合同专用章, 财务专用章, 发票专用章 (oval), 法定代表人名章 (square). */
export type SealKind = 'official' | 'contract' | 'finance' | 'invoice' | 'person'

export interface SealDesign {
  readonly kind: SealKind
  /** Company name, 2-30 characters; for a name seal the person's name, 2-4 characters. */
  readonly company: string
  /** The straight line under the star; by default that of the kind (an official seal has none). */
  readonly label?: string
  /** Record number on the lower arc (13 digits), or the tax number in an invoice seal (18 characters). */
  readonly serial?: string
  /** Outer width; by default 42 (official, contract), 38 (finance), 40 × 30 (invoice), 20 (person). */
  readonly diameterMm?: number
}

/** A seal as filled shapes in millimetres around its centre. */
export interface SealShapes {
  readonly widthMm: number
  readonly heightMm: number
  readonly shapes: readonly Outline[]
}

const labels: Record<SealKind, string | undefined> = {
  official: undefined,
  contract: '合同专用章',
  finance: '财务专用章',
  invoice: '发票专用章',
  person: undefined,
}

const usualWidth: Record<SealKind, number> = { official: 42, contract: 42, finance: 38, invoice: 40, person: 20 }

/**
 * Lays out a seal after the customary form of Chinese company seals (国发〔1999〕25号: round, star in the middle, name along the arc in Song type).
 * Refuses `seal.nameLength` outside 2-30 characters (2-4 for a person), `seal.labelLength` over 10, `seal.serialLength` over 20 characters,
 * `seal.diameter` outside 15-70 mm and `seal.characterMissing`.
 */
export function layOutSeal(design: SealDesign): SealShapes {
  const company = Array.from(design.company.replaceAll(/\s/g, ''))
  const label = Array.from((design.label ?? labels[design.kind] ?? '').replaceAll(/\s/g, ''))
  const serial = Array.from((design.serial ?? '').replaceAll(/\s/g, ''))
  const width = design.diameterMm ?? usualWidth[design.kind]
  const longest = design.kind === 'person' ? 4 : 30
  if (company.length < 2 || company.length > longest)
    throw refuse('seal.nameLength', { length: company.length, least: 2, most: longest })
  if (label.length > 10) throw refuse('seal.labelLength', { length: label.length, most: 10 })
  if (serial.length > 20) throw refuse('seal.serialLength', { length: serial.length, most: 20 })
  if (!(width >= 15 && width <= 70)) throw refuse('seal.diameter', { diameterMm: width, least: 15, most: 70 })
  switch (design.kind) {
    case 'official':
    case 'contract':
    case 'finance':
      return roundSeal(company, label, serial, width)
    case 'invoice':
      return ovalSeal(company, label, serial, width)
    case 'person':
      return nameSeal(company, width)
    default:
      return assertNever(design.kind)
  }
}

function roundSeal(
  company: readonly string[],
  label: readonly string[],
  serial: readonly string[],
  d: number,
): SealShapes {
  const r = d / 2
  const border = d * 0.0285
  // Long names take more of the circle, then get narrower, then a little lower; the lower arc stays free for the number.
  const widest = serial.length > 0 ? 252 : 270
  const span = Math.min(widest, 38 + company.length * 17.6)
  const height = d * (company.length <= 14 ? 0.122 : company.length <= 20 ? 0.112 : 0.102)
  const shapes = [
    ring(r, r, border),
    ...arcText(company, 'song-heavy', {
      rx: r - border - d * 0.026 - height,
      ry: r - border - d * 0.026 - height,
      height,
      span,
      condensed: 0.84,
    }),
    transformOutline(fivePointStar(d * (label.length > 0 ? 0.158 : 0.168)), [
      1,
      0,
      0,
      1,
      0,
      label.length > 0 ? -d * 0.018 : 0,
    ]),
  ]
  if (label.length > 0) {
    const size = d * 0.088
    shapes.push(
      ...lineText(label, 'song-heavy', {
        y: d * 0.262,
        height: size,
        mostWidth: d * 0.47,
        condensed: 0.86,
        spacing: 0.06,
      }),
    )
  }
  if (serial.length > 0) {
    const size = d * 0.034
    shapes.push(...lowerArcText(serial, 'sans', { radius: r - border - d * 0.022, height: size, pitch: size * 0.98 }))
  }
  return { widthMm: d, heightMm: d, shapes }
}

// 国家税务总局公告2011年第7号: oval 40 × 30 mm, border 1 mm, name above along the edge, tax number in the middle, 发票专用章 below.
function ovalSeal(
  company: readonly string[],
  label: readonly string[],
  serial: readonly string[],
  width: number,
): SealShapes {
  const rx = width / 2
  const ry = rx * 0.75
  const border = width / 40
  const height = width * (company.length <= 16 ? 0.105 : 0.092)
  const inset = border + width * 0.022 + height
  const span = Math.min(248, 30 + company.length * 17)
  return {
    widthMm: width,
    heightMm: width * 0.75,
    shapes: [
      ring(rx, ry, border),
      ...arcText(company, 'song-heavy', { rx: rx - inset, ry: ry - inset, height, span, condensed: 0.8 }),
      ...lineText(serial, 'sans', {
        y: width * 0.028,
        height: width * 0.078,
        mostWidth: width * 0.58,
        condensed: 0.85,
        spacing: 0.02,
      }),
      ...lineText(label, 'song-heavy', {
        y: width * 0.225,
        height: width * 0.095,
        mostWidth: width * 0.5,
        condensed: 0.86,
        spacing: 0.08,
      }),
    ],
  }
}

/** Square name seal, read from the right column downwards; three characters are completed by 印, two by 之印. */
function nameSeal(name: readonly string[], width: number): SealShapes {
  const characters = name.length === 2 ? [...name, '之', '印'] : name.length === 3 ? [...name, '印'] : name
  const half = width / 2
  const border = width * 0.055
  const cell = half - border - width * 0.03
  const places = [
    [cell / 2, -cell / 2],
    [cell / 2, cell / 2],
    [-cell / 2, -cell / 2],
    [-cell / 2, cell / 2],
  ] as const
  const shapes = characters.map((character, i) =>
    fitInto(character, 'song-heavy', cell * 0.96, cell * 0.98, [1, 0, 0, 1, places[i]![0], places[i]![1]]),
  )
  return { widthMm: width, heightMm: width, shapes: [frame(half, half, border, width * 0.04), ...shapes] }
}

interface Arc {
  /** Half axes of the ellipse that the feet of the characters stand on. */
  readonly rx: number
  readonly ry: number
  readonly height: number
  /** Degrees between the middles of the first and last character. */
  readonly span: number
  /** Greatest width of a character as a share of its height. */
  readonly condensed: number
}

/** Characters standing on the upper arc, feet towards the middle, at even distances along the curve. */
function arcText(characters: readonly string[], face: Face, arc: Arc): Outline[] {
  const weights = characters.map(weightOf)
  const total = weights.reduce((sum, w) => sum + w, 0) - (weights[0]! + weights.at(-1)!) / 2
  const walk = arcLengths(arc.rx + arc.height / 2, arc.ry + arc.height / 2)
  const from = walk.lengthAt(-arc.span / 2)
  const length = walk.lengthAt(arc.span / 2) - from
  const pitch = length / total
  // Neighbours come nearest at their feet, on the inner circle.
  const atFeet = arc.ry / (arc.ry + arc.height / 2)
  const width = Math.min(arc.height * arc.condensed, pitch * atFeet * 0.98)
  let passed = -weights[0]! / 2
  return characters.map((character, i) => {
    passed += weights[i]! / 2
    const at = walk.at(from + passed * pitch)
    passed += weights[i]! / 2
    const place: Affine = [Math.cos(at.tilt), Math.sin(at.tilt), -Math.sin(at.tilt), Math.cos(at.tilt), at.x, at.y]
    return fitInto(character, face, width * weights[i]!, arc.height, place)
  })
}

/** Brackets and dots of a name need less room than its characters: 云帆（上海）. */
function weightOf(character: string): number {
  return /[（）()《》〈〉·、.\-－]/.test(character) ? 0.56 : /[A-Za-z0-9&]/.test(character) ? 0.72 : 1
}

/** Walks the upper half of an ellipse by length. Angles in degrees from the top, clockwise. */
function arcLengths(rx: number, ry: number) {
  const steps = 720
  const point = (degrees: number): [number, number] => [
    rx * Math.sin((degrees * Math.PI) / 180),
    -ry * Math.cos((degrees * Math.PI) / 180),
  ]
  const lengths = [0]
  for (let i = 1; i <= steps; i++) {
    const [ax, ay] = point(-180 + ((i - 1) * 360) / steps)
    const [bx, by] = point(-180 + (i * 360) / steps)
    lengths.push(lengths[i - 1]! + Math.hypot(bx - ax, by - ay))
  }
  const lengthAt = (degrees: number): number => {
    const i = ((degrees + 180) * steps) / 360
    const low = Math.min(steps - 1, Math.floor(i))
    return lengths[low]! + (lengths[low + 1]! - lengths[low]!) * (i - low)
  }
  return {
    lengthAt,
    at(length: number): { x: number; y: number; tilt: number } {
      let i = lengths.findIndex((l) => l > length) - 1
      if (i < 0) i = steps - 1
      const degrees = -180 + ((i + (length - lengths[i]!) / (lengths[i + 1]! - lengths[i]!)) * 360) / steps
      const [x, y] = point(degrees)
      const a = (degrees * Math.PI) / 180
      return { x, y, tilt: Math.atan2(ry * Math.sin(a), rx * Math.cos(a)) }
    },
  }
}

/** The number along the lower edge, feet outwards, read from left to right. */
function lowerArcText(
  characters: readonly string[],
  face: Face,
  arc: { radius: number; height: number; pitch: number },
): Outline[] {
  const middle = arc.radius - arc.height / 2
  const step = arc.pitch / middle
  return characters.map((character, i) => {
    const tilt = (characters.length / 2 - 0.5 - i) * step
    const place: Affine = [
      Math.cos(tilt),
      -Math.sin(tilt),
      Math.sin(tilt),
      Math.cos(tilt),
      -Math.sin(tilt) * middle,
      Math.cos(tilt) * middle,
    ]
    return fitInto(character, face, arc.height * 0.72, arc.height, place)
  })
}

interface Line {
  /** Middle of the characters under the centre of the seal. */
  readonly y: number
  readonly height: number
  readonly mostWidth: number
  readonly condensed: number
  /** Gap between characters as a share of their width. */
  readonly spacing: number
}

function lineText(characters: readonly string[], face: Face, line: Line): Outline[] {
  const ratio = face === 'sans' ? 0.62 : line.condensed
  const weights = characters.map((character) => (face === 'sans' ? 1 : weightOf(character)))
  const total = weights.reduce((sum, w) => sum + w, 0)
  const width = Math.min(line.height * ratio, line.mostWidth / (total * (1 + line.spacing)))
  const pitch = width * (1 + line.spacing)
  let passed = -total / 2
  return characters.map((character, i) => {
    const x = (passed + weights[i]! / 2) * pitch
    passed += weights[i]!
    return fitInto(character, face, width * weights[i]!, line.height, [1, 0, 0, 1, x, line.y])
  })
}

/** Scales a character so that its body fills a box of width × height around the origin, then places it. */
function fitInto(character: string, face: Face, width: number, height: number, place: Affine): Outline {
  const glyph = glyphOf(face, character)
  const { left, right, top, bottom } = glyph.box
  const ideograph = /\p{Script=Han}/u.test(character)
  // Ideographs keep their places in the square (一 stays a stroke in the middle); digits, letters and brackets fill their own box.
  const [boxLeft, boxRight] = ideograph ? [Math.min(0.04, left), Math.max(0.96, right)] : [left, right]
  const [boxTop, boxBottom] =
    ideograph || /[（）()]/.test(character) ? [Math.min(-0.84, top), Math.max(0.08, bottom)] : [-0.74, 0]
  const sx = width / (boxRight - boxLeft) / (ideograph ? 1 : 1.12)
  const sy = height / (boxBottom - boxTop)
  const fit: Affine = [sx, 0, 0, sy, (-sx * (boxLeft + boxRight)) / 2, (-sy * (boxTop + boxBottom)) / 2]
  return transformOutline(glyph.outline, followedBy(fit, place))
}
