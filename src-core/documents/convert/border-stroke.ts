import { quoted } from '../typst/compile.ts'
import { pt } from './measure-units.ts'
import type { Border } from './properties.ts'

/** Whether a border is of two lines. */
export const isDouble = ({ style, width }: Border): boolean =>
  width > 0 && /double|triple|thinThick|thickThin/i.test(style)

/** Width of a border with all its lines, points. */
export const lineWidth = (border: Border): number =>
  border.width * (isDouble(border) ? 3 : border.style === 'thick' ? 2 : 1)

/** A border as a Typst stroke; a double one as wide as both its lines. */
export function strokeOf(border: Border): string {
  const dash = /dash/i.test(border.style) ? ', dash: "dashed"' : /dot/i.test(border.style) ? ', dash: "dotted"' : ''
  return `(paint: rgb(${quoted(border.color)}), thickness: ${pt(lineWidth(border))}${dash})`
}
