import { child, children, type XmlElement } from '../docx/xml.ts'
import { report, type Conversion } from './conversion.ts'
import { paragraph, type Surroundings, type WrittenBlock } from './paragraph.ts'
import { pt } from './measure-units.ts'
import { table } from './table.ts'

export const nothingAround: Surroundings = { paragraph: {}, run: {} }

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
  { strongStart, keepLastSpace = false, depth = 0 }: { strongStart: boolean; keepLastSpace?: boolean; depth?: number },
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

/** Block elements with what only wraps them taken off. */
export function flatten(elements: readonly XmlElement[]): XmlElement[] {
  return elements.flatMap((element) => {
    switch (element.name) {
      case 'w:sdt':
        return flatten(children(child(element, 'w:sdtContent')))
      case 'w:customXml':
      case 'w:smartTag':
      case 'w:ins':
      case 'w:moveTo':
        return flatten(children(element))
      case 'mc:AlternateContent':
        return flatten(children(child(element, 'mc:Choice') ?? child(element, 'mc:Fallback')))
      case 'w:p':
      case 'w:tbl':
        return [element]
      default:
        return []
    }
  })
}
