import { quoted } from '../typst/compile.ts'
import { isDouble, lineWidth, strokeOf } from './border-stroke.ts'
import { pt } from './measure-units.ts'
import type { Border, ParagraphProperties } from './properties.ts'

/** Borders around paragraphs: neighbours of the same borders and indents stand in one frame, as Word has it. */
export interface Frame {
  /** Alike for paragraphs that share a frame. */
  key: string
  /** Arguments of `framed` but for its place in the text. */
  args: string
  /** Line between two paragraphs of the frame. */
  between: string
}

const sides = ['top', 'bottom', 'left', 'right'] as const

/** The frame of a paragraph with borders; undefined for one without. Indents are points. */
export function frameOf(para: ParagraphProperties, left: number, right: number): Frame | undefined {
  const drawn = sides.flatMap((side) => {
    const border = para.borders?.[side]
    return border === undefined || border.width === 0 ? [] : [[side, border] as const]
  })
  const middle = para.borders?.between
  if (drawn.length === 0 && !(middle && middle.width > 0)) return undefined
  const room = (wanted: readonly string[], of: (border: Border) => number) =>
    tuple(drawn.filter(([side]) => wanted.includes(side)).map(([side, border]) => `${side}: ${pt(of(border))}`))
  const args = [
    `left: ${pt(left)}`,
    `right: ${pt(right)}`,
    `fill: ${para.shade ? `rgb(${quoted(para.shade)})` : 'none'}`,
    `stroke: ${tuple(drawn.map(([side, border]) => `${side}: ${strokeOf(border)}`))}`,
    // In a double line the middle third is white.
    `gap: ${tuple(drawn.filter(([, border]) => isDouble(border)).map(([side, border]) => `${side}: ${pt(border.width)} + white`))}`,
    `outset: ${room(['left', 'right'], (border) => border.space + lineWidth(border) / 2)}`,
    `inset: ${room(['top', 'bottom'], (border) => border.space + lineWidth(border))}`,
  ].join(', ')
  return {
    key: args,
    args,
    between: middle && middle.width > 0 ? `rule(${pt(middle.space)}, ${strokeOf(middle)})` : '',
  }
}

const tuple = (fields: string[]) => (fields.length === 0 ? '(:)' : `(${fields.join(', ')})`)

/** Ground of a paragraph without borders, as an argument of `p`. */
export const groundOf = (para: ParagraphProperties): string[] =>
  para.shade ? [`frame: (fill: rgb(${quoted(para.shade)}))`] : []

export const frameFunctions = String.raw`
#let framed(above: 0pt, strong: false, sticky: false, left: 0pt, right: 0pt, fill: none, stroke: none, gap: (:), outset: (:), inset: (:), body) = {
  if strong { v(above) }
  block(above: if strong { 0pt } else { above }, below: 0pt, width: 100%, sticky: sticky, inset: (left: left, right: right),
    block(width: 100%, fill: fill, stroke: stroke, outset: outset,
      if gap.len() == 0 { block(width: 100%, inset: inset, body) } else { block(width: 100%, stroke: gap, outset: outset, inset: inset, body) }))
}
#let rule(space, stroke) = block(above: space, below: space, width: 100%, line(length: 100%, stroke: stroke))
`
