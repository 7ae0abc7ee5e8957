import { attr, child, children, type XmlElement } from '../docx/xml.ts'
import { quoted } from '../typst/compile.ts'
import { report, type Conversion } from './conversion.ts'
import { drawingColor } from './drawing-color.ts'
import { emu, pt } from './measure-units.ts'
import type { Size } from './picture.ts'

/** Corners of shapes by their preset name, in hundredths of width and height. */
const polygons: Record<string, readonly (readonly [x: number, y: number])[]> = {
  triangle: [
    [50, 0],
    [100, 100],
    [0, 100],
  ],
  rtTriangle: [
    [0, 0],
    [100, 100],
    [0, 100],
  ],
  diamond: [
    [50, 0],
    [100, 50],
    [50, 100],
    [0, 50],
  ],
  flowChartDecision: [
    [50, 0],
    [100, 50],
    [50, 100],
    [0, 50],
  ],
  parallelogram: [
    [25, 0],
    [100, 0],
    [75, 100],
    [0, 100],
  ],
  flowChartInputOutput: [
    [20, 0],
    [100, 0],
    [80, 100],
    [0, 100],
  ],
  trapezoid: [
    [25, 0],
    [75, 0],
    [100, 100],
    [0, 100],
  ],
  hexagon: [
    [25, 0],
    [75, 0],
    [100, 50],
    [75, 100],
    [25, 100],
    [0, 50],
  ],
  pentagon: [
    [50, 0],
    [100, 38],
    [81, 100],
    [19, 100],
    [0, 38],
  ],
  homePlate: [
    [0, 0],
    [80, 0],
    [100, 50],
    [80, 100],
    [0, 100],
  ],
  chevron: [
    [0, 0],
    [80, 0],
    [100, 50],
    [80, 100],
    [0, 100],
    [20, 50],
  ],
  rightArrow: [
    [0, 25],
    [70, 25],
    [70, 0],
    [100, 50],
    [70, 100],
    [70, 75],
    [0, 75],
  ],
  leftArrow: [
    [100, 25],
    [30, 25],
    [30, 0],
    [0, 50],
    [30, 100],
    [30, 75],
    [100, 75],
  ],
  upArrow: [
    [25, 100],
    [25, 30],
    [0, 30],
    [50, 0],
    [100, 30],
    [75, 30],
    [75, 100],
  ],
  downArrow: [
    [25, 0],
    [25, 70],
    [0, 70],
    [50, 100],
    [100, 70],
    [75, 70],
    [75, 0],
  ],
  plus: [
    [25, 0],
    [75, 0],
    [75, 25],
    [100, 25],
    [100, 75],
    [75, 75],
    [75, 100],
    [25, 100],
    [25, 75],
    [0, 75],
    [0, 25],
    [25, 25],
  ],
  star5: [
    [50, 0],
    [61, 38],
    [100, 38],
    [69, 62],
    [81, 100],
    [50, 76],
    [19, 100],
    [31, 62],
    [0, 38],
    [39, 38],
  ],
}

const rectangles = new Set([
  'rect',
  'flowChartProcess',
  'flowChartPredefinedProcess',
  'snip1Rect',
  'bevel',
  'frame',
  'textBox',
])
const rounded = new Set([
  'roundRect',
  'flowChartAlternateProcess',
  'round1Rect',
  'round2SameRect',
  'wedgeRoundRectCallout',
])

interface Look {
  /** Typst code. */
  fill: string
  stroke: string
}

/** A shape of DrawingML with its text, at its size; without its rotation. */
export function shapeCode(conversion: Conversion, shape: XmlElement, { width, height }: Size): string {
  const properties = child(shape, 'wps:spPr')
  const style = child(shape, 'wps:style')
  const body = child(shape, 'wps:bodyPr')
  const content = child(child(shape, 'wps:txbx'), 'w:txbxContent')
  const geometry =
    attr(child(properties, 'a:prstGeom'), 'prst') ?? (child(properties, 'a:custGeom') === undefined ? 'rect' : 'custom')
  const look = { fill: fillOf(conversion, properties, style), stroke: strokeOf(conversion, properties, style) }
  if (geometry === 'line' || geometry.includes('Connector')) return lineCode(properties, { width, height }, look.stroke)
  if (child(shape, 'wps:linkedTxbx') !== undefined) report(conversion, 'textbox.linked')
  const insets = ['lIns', 'tIns', 'rIns', 'bIns'].map((name, i) =>
    attr(body, name) === undefined ? (i % 2 === 0 ? 7.2 : 3.6) : emu(attr(body, name)),
  ) as Insets
  const turned = ['vert', 'vert270', 'eaVert', 'wordArtVert', 'mongolianVert'].includes(attr(body, 'vert') ?? '')
  const color = drawingColor(conversion.docx, child(style, 'a:fontRef') ?? child(style, 'wps:fontRef'))
  const text =
    content === undefined ? '' : boxText(conversion, content, (turned ? height : width) - insets[0] - insets[2], color)
  return framed(conversion, geometry, { width, height }, look, {
    text,
    insets,
    vertical: { ctr: 'horizon', b: 'bottom' }[attr(body, 'anchor') ?? ''] ?? 'top',
    grows: child(body, 'a:spAutoFit') !== undefined,
    turn: turned ? (attr(body, 'vert') === 'vert270' ? -90 : 90) : 0,
  })
}

export type Insets = [left: number, top: number, right: number, bottom: number]

/** Text inside a shape. */
export interface BoxedText {
  text: string
  insets: Insets
  vertical: string
  /** The shape is as high as its text. */
  grows: boolean
  turn: number
}

/** The outline of a shape around its text. */
export function framed(
  conversion: Conversion,
  geometry: string,
  { width, height }: Size,
  { fill, stroke }: Look,
  { text, insets, vertical, grows, turn }: BoxedText,
): string {
  const inset = `inset: (left: ${pt(insets[0])}, top: ${pt(insets[1])}, right: ${pt(insets[2])}, bottom: ${pt(insets[3])})`
  const turned =
    turn === 0
      ? `{${text}}`
      : `rotate(${turn}deg, reflow: true, block(width: ${pt(height - insets[1] - insets[3])}, {${text}}))`
  const inner = text === '' ? '[]' : `align(${vertical} + left, ${turned})`
  const tall =
    grows && text !== ''
      ? `height: calc.max(${pt(height)}, measure(width: ${pt(width)}, block(width: ${pt(width)}, ${inset}, {${text}})).height)`
      : `height: ${pt(height)}`
  const context = tall.includes('measure') ? 'context ' : ''
  const simple = rectangles.has(geometry)
    ? ''
    : rounded.has(geometry)
      ? `, radius: ${pt(Math.min(width, height) / 6)}`
      : geometry === 'flowChartTerminator'
        ? `, radius: ${pt(height / 2)}`
        : undefined
  if (simple !== undefined)
    return `${context}block(width: ${pt(width)}, ${tall}, fill: ${fill}, stroke: ${stroke}${simple}, ${inset}, ${inner})`
  const corners = polygons[geometry]
  const ground =
    geometry === 'ellipse' || geometry === 'flowChartConnector'
      ? `ellipse(width: ${pt(width)}, height: ${pt(height)}, fill: ${fill}, stroke: ${stroke})`
      : corners === undefined
        ? undefined
        : `polygon(fill: ${fill}, stroke: ${stroke}, ${corners.map(([x, y]) => `(${pt((x * width) / 100)}, ${pt((y * height) / 100)})`).join(', ')})`
  if (ground === undefined) {
    report(conversion, 'shape', geometry)
    return `${context}block(width: ${pt(width)}, ${tall}, fill: ${fill}, stroke: ${stroke}, ${inset}, ${inner})`
  }
  return `block(width: ${pt(width)}, height: ${pt(height)}, { place(top + left, ${ground}); block(width: 100%, height: 100%, ${inset}, ${inner}) })`
}

/** Paragraphs of a text box, at its own width. */
export function boxText(conversion: Conversion, content: XmlElement, width: number, color?: string): string {
  const before = { width: conversion.width, place: conversion.place, splitting: conversion.splitting }
  conversion.splitting = false
  conversion.width = Math.max(width, 1)
  const code = conversion.blocks(
    children(content),
    { paragraph: {}, run: color === undefined ? {} : { color } },
    { strongStart: true, depth: 4 },
  )
  Object.assign(conversion, before)
  return code
}

function fillOf({ docx }: Conversion, properties: XmlElement | undefined, style: XmlElement | undefined): string {
  if (child(properties, 'a:noFill') !== undefined) return 'none'
  const gradient = children(child(child(properties, 'a:gradFill'), 'a:gsLst'), 'a:gs').map((stop) =>
    drawingColor(docx, stop),
  )
  if (gradient.length > 1 && gradient.every((each) => each !== undefined))
    return `gradient.linear(angle: 90deg, ${gradient.map((each) => `rgb(${quoted(each)})`).join(', ')})`
  const reference = child(style, 'a:fillRef') ?? child(style, 'wps:fillRef')
  const color =
    drawingColor(docx, child(properties, 'a:solidFill')) ??
    drawingColor(docx, child(child(properties, 'a:pattFill'), 'a:fgClr')) ??
    (attr(reference, 'idx') === '0' ? undefined : drawingColor(docx, reference))
  return color === undefined ? 'none' : `rgb(${quoted(color)})`
}

function strokeOf({ docx }: Conversion, properties: XmlElement | undefined, style: XmlElement | undefined): string {
  const line = child(properties, 'a:ln')
  if (child(line, 'a:noFill') !== undefined) return 'none'
  const reference = child(style, 'a:lnRef') ?? child(style, 'wps:lnRef')
  const index = Number(attr(reference, 'idx') ?? 0)
  const color =
    drawingColor(docx, child(line, 'a:solidFill')) ?? (index > 0 ? drawingColor(docx, reference) : undefined)
  if (color === undefined) return 'none'
  const width = emu(attr(line, 'w')) || [0.75, 0.5, 1, 1.5][Math.min(index, 3)]!
  const dash = attr(child(line, 'a:prstDash'), 'val') ?? 'solid'
  const dashed =
    dash === 'solid'
      ? ''
      : /dot/i.test(dash) && !/dash/i.test(dash)
        ? ', dash: "dotted"'
        : /dot/i.test(dash)
          ? ', dash: "dash-dotted"'
          : ', dash: "dashed"'
  return `(paint: rgb(${quoted(color)}), thickness: ${pt(width)}${dashed})`
}

/** A straight line between two corners of its box, with a point at an end that has an arrow. */
function lineCode(properties: XmlElement | undefined, { width, height }: Size, stroke: string): string {
  const transform = child(properties, 'a:xfrm')
  const [from, to] =
    (attr(transform, 'flipV') === '1') !== (attr(transform, 'flipH') === '1')
      ? [
          [0, height],
          [width, 0],
        ]
      : [
          [0, 0],
          [width, height],
        ]
  const drawn = stroke === 'none' ? '0.75pt + black' : stroke
  const line = child(properties, 'a:ln')
  const backward = attr(transform, 'flipH') === '1'
  const arrow = (end: string) => !['none', undefined].includes(attr(child(line, end), 'type'))
  const [head, tail] = backward ? [arrow('a:tailEnd'), arrow('a:headEnd')] : [arrow('a:headEnd'), arrow('a:tailEnd')]
  const point = (at: number[], other: number[]) => {
    const [dx, dy] = [at[0]! - other[0]!, at[1]! - other[1]!]
    const length = Math.hypot(dx, dy) || 1
    const [ux, uy] = [(dx / length) * 6, (dy / length) * 6]
    const corners = [at, [at[0]! - ux - uy / 2, at[1]! - uy + ux / 2], [at[0]! - ux + uy / 2, at[1]! - uy - ux / 2]]
    return `; place(top + left, polygon(fill: stroke(${drawn}).paint, ${corners.map(([x, y]) => `(${pt(x!)}, ${pt(y!)})`).join(', ')}))`
  }
  const ends = `${head ? point(from!, to!) : ''}${tail ? point(to!, from!) : ''}`
  return `block(width: ${pt(width)}, height: ${pt(height)}, { place(top + left, line(start: (${pt(from![0]!)}, ${pt(from![1]!)}), end: (${pt(to![0]!)}, ${pt(to![1]!)}), stroke: ${drawn}))${ends} })`
}
