import type { XmlElement } from '../docx/xml.ts'
import { flatten } from './block-elements.ts'
import { report, type BlockOptions, type Conversion } from './conversion.ts'
import { paragraph, type WrittenBlock } from './paragraph.ts'
import type { Surroundings } from './resolve-paragraph.ts'
import { pt } from './measure-units.ts'
import { table } from './table.ts'

/** Deepest nesting of tables and boxes that is followed. */
const maximumDepth = 16

/**
 * Paragraphs and tables one below the other. `strongStart`: the first keeps its space above even at the top of a page, as on the first
 * page of a section and in cells. Returns code for a Typst code block.
 */
export function blocks(
  conversion: Conversion,
  elements: readonly XmlElement[],
  around: Surroundings,
  { strongStart, keepLastSpace = false, depth = 0 }: BlockOptions,
): string {
  if (depth > maximumDepth) {
    report(conversion, 'nesting')
    return ''
  }
  const out: string[] = []
  let previous: WrittenBlock | undefined
  let first = strongStart
  for (const element of flatten(elements)) {
    if (element.name === 'w:p') {
      previous = paragraph(conversion, element, around, previous, first)
      out.push(previous.code)
      first = false
    } else if (element.name === 'w:tbl') {
      out.push(table(conversion, element, around, previous?.after ?? 0, depth))
      previous = undefined
      first = false
    }
  }
  if (keepLastSpace && previous !== undefined && previous.after > 0) out.push(`v(${pt(previous.after)})`)
  return out.join('\n')
}
