import { quoted } from '../typst/compile.ts'
import { pt } from './measure-units.ts'
import type { Border } from './properties.ts'

/** A border as a Typst stroke. */
export function strokeOf(border: Border): string {
  const dash = /dash/i.test(border.style) ? ', dash: "dashed"' : /dot/i.test(border.style) ? ', dash: "dotted"' : ''
  return `(paint: rgb(${quoted(border.color)}), thickness: ${pt(border.width)}${dash})`
}
