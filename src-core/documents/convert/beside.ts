import { attr, textOf, type XmlElement } from '../docx/xml.ts'
import { report, type Conversion } from './conversion.ts'
import type { Beside } from './floating.ts'
import { pt } from './measure-units.ts'

/** Whether a paragraph holds a drawing that asks for text beside it. */
export function asksForTextBeside(element: XmlElement): boolean {
  switch (element.name) {
    case 'wp:wrapSquare':
    case 'wp:wrapTight':
    case 'wp:wrapThrough':
      return true
    case 'w10:wrap':
      return ['square', 'tight', 'through'].includes(attr(element, 'type') ?? '')
    default:
      return element.children.some((node) => typeof node !== 'string' && asksForTextBeside(node))
  }
}

/** A paragraph in pieces: its arguments as a Typst dictionary, and its content. */
export interface Parted {
  args: string
  parts: string[]
}

/** About how high a paragraph is beside a drawing, in points: only to tell how many paragraphs reach down to its foot. */
export function roughHeight(element: XmlElement, width: number): number {
  const size = 10.5
  return Math.ceil(((textOf(element).length + 2) * size) / Math.max(width, size)) * size * 1.3
}

/** Code for paragraphs of which the first ones stand beside a drawing: narrow as far as it reaches, then over the whole width. */
export function textBeside(conversion: Conversion, drawings: readonly Beside[], paragraphs: readonly Parted[]): string {
  const [first] = drawings as [Beside]
  if (drawings.length > 1) report(conversion, 'image.wrap')
  const list = paragraphs.map(
    ({ args, parts }) => `(args: ${args}, parts: (${parts.map((part) => `{${part}}`).join(', ')},))`,
  )
  return `beside(${first.side}, ${pt(first.width)}, ${pt(first.top)}, ${pt(first.height)}, (${list.join(', ')},))`
}

const opening = /[\u2018\u201c（《〈「『【〔〖([{￥¥$]/u
const closing = /[\u2019\u201d）》〉」』】〕〗)\]}，。、；：？！,.;:?!%％…·]/u
const chinese = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u{20000}-\u{3ffff}]/u

/** Text in pieces between which a line may end: no piece begins with a closing sign or ends with an opening one. */
export function breakable(text: string): string[] {
  const pieces: string[] = []
  let before = ''
  for (const character of text) {
    const glued =
      before !== '' &&
      (closing.test(character) ||
        opening.test(before) ||
        character === ' ' ||
        (!chinese.test(before) && before !== ' ' && !chinese.test(character)))
    if (glued) pieces[pieces.length - 1] += character
    else pieces.push(character)
    before = character
  }
  return pieces
}

/** Typst function that sets paragraphs beside a drawing. The drawing itself floats; here its room is left free. */
export const besideFunctions = String.raw`
#let fitting(args, parts, height, width) = {
  let fits(count) = measure(width: width, p(..args, strong: false, parts.slice(0, count).join())).height <= height
  if fits(parts.len()) { return parts.len() }
  let (few, many) = (0, parts.len())
  while many - few > 1 {
    let middle = calc.quo(few + many, 2)
    if fits(middle) { few = middle } else { many = middle }
  }
  few
}
#let beside(side, width, from, height, paragraphs) = {
  let first = paragraphs.first().args
  if first.at("strong", default: false) { v(first.above) }
  block(above: if first.at("strong", default: false) { 0pt } else { first.above }, below: 0pt, width: 100%, layout(size => {
    let to = from + height
    let y = 0pt
    for (i, paragraph) in paragraphs.enumerate() {
      let args = paragraph.args
      let parts = paragraph.parts
      if i == 0 { args.above = 0pt; args.insert("strong", false) } else { y += args.above }
      let start = y
      while parts.len() > 0 {
        let line = measure(width: size.width, p(..args, strong: false, parts.first())).height
        let narrow = args
        if side == left { narrow.insert("left", args.at("left", default: 0pt) + width) } else { narrow.insert("right", args.at("right", default: 0pt) + width) }
        let (used, count) = if y + line <= from { (args, fitting(args, parts, from - y, size.width)) }
          // The last line beside the drawing may hang below its foot.
          else if y < to { (narrow, fitting(narrow, parts, to - y + line - 0.5pt, size.width)) }
          else { (args, parts.len()) }
        count = calc.max(count, 1)
        let body = parts.slice(0, count).join()
        if count < parts.len() { body += linebreak(justify: args.at("justify", default: false)) }
        p(..used, body)
        y += measure(width: size.width, p(..used, strong: false, parts.slice(0, count).join())).height
        parts = parts.slice(count)
        args.above = 0pt
        args.insert("strong", false)
        if "floats" in args { let _ = args.remove("floats") }
        if args.at("first", default: 0pt) > 0pt { args.first = 0pt }
        if args.at("hang", default: 0pt) > 0pt {
          // What goes on hangs already.
          args.insert("left", args.at("left", default: 0pt) + args.hang)
          args.hang = 0pt
        }
      }
    }
  }))
}
`
