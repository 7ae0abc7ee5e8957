import type { XmlElement } from '../docx/xml.ts'
import { asksForTextBeside, roughHeight, textBeside, type Parted } from './beside.ts'
import { flatten } from './block-elements.ts'
import { report, type BlockOptions, type Conversion } from './conversion.ts'
import { paragraph, type WrittenBlock } from './paragraph.ts'
import type { Surroundings } from './resolve-paragraph.ts'
import { pt } from './measure-units.ts'
import { table } from './table.ts'

/** Deepest nesting of tables and boxes that is followed: the typesetter gives up at 64 levels of its own, of which one of ours may take six. */
const maximumDepth = 8

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
  const out: Written[] = []
  let previous: WrittenBlock | undefined
  let first = strongStart
  const list = flatten(elements)
  for (let i = 0; i < list.length; i++) {
    const element = list[i]!
    if (element.name === 'w:p' && asksForTextBeside(element)) {
      const group = writeBeside(conversion, list, i, around, previous, first)
      out.push({ code: group.code })
      previous = group.last
      i = group.end
      first = false
    } else if (element.name === 'w:p') {
      previous = paragraph(conversion, element, around, previous, first)
      out.push(previous)
      first = false
    } else if (element.name === 'w:tbl') {
      out.push({ code: table(conversion, element, around, previous?.after ?? 0, depth) })
      previous = undefined
      first = false
    }
  }
  if (keepLastSpace && previous !== undefined && previous.after > 0) out.push({ code: `v(${pt(previous.after)})` })
  return framed(out).join('\n')
}

type Written = Pick<WrittenBlock, 'code' | 'frame'>

/** Paragraphs of the same borders, one after the other, put into one frame. */
function framed(written: Written[]): string[] {
  const out: string[] = []
  for (let i = 0; i < written.length; i++) {
    const { code, frame } = written[i]!
    if (frame === undefined) {
      out.push(code)
      continue
    }
    const inside = [code]
    while (written[i + 1]?.frame?.key === frame.key) {
      if (frame.between !== '') inside.push(frame.between)
      i += 1
      inside.push(written[i]!.code)
    }
    out.push(`framed(${frame.opening}, ${frame.args}, {\n${inside.join('\n')}\n})`)
  }
  return out
}

/** A paragraph with a drawing at its side, and as many of those after it as stand beside the drawing too. */
function writeBeside(
  conversion: Conversion,
  list: readonly XmlElement[],
  start: number,
  around: Surroundings,
  previous: WrittenBlock | undefined,
  first: boolean,
): { code: string; last: WrittenBlock; end: number } {
  conversion.splitting = true
  let last = paragraph(conversion, list[start]!, around, previous, first)
  const drawings = last.beside ?? []
  const codes = [last.code]
  const parted: Parted[] = last.split === undefined ? [] : [last.split]
  let end = start
  if (drawings.length > 0 && parted.length > 0) {
    const reach = Math.max(...drawings.map((drawing) => drawing.top + drawing.height))
    const width = conversion.width - drawings[0]!.width
    let height = roughHeight(list[start]!, width)
    while (height < reach * 1.3 + 20 && list[end + 1]?.name === 'w:p' && !asksForTextBeside(list[end + 1]!)) {
      const next = paragraph(conversion, list[end + 1]!, around, last, false)
      end += 1
      last = next
      codes.push(next.code)
      if (next.split === undefined) break
      parted.push(next.split)
      height += roughHeight(list[end]!, width)
    }
  }
  conversion.splitting = false
  if (drawings.length === 0 || parted.length === 0) return { code: codes.join('\n'), last, end }
  return { code: [textBeside(conversion, drawings, parted), ...codes.slice(parted.length)].join('\n'), last, end }
}
