import { quoted } from '../typst/compile.ts'
import type { CodeInline, Inline, TabInline } from './inline.ts'
import { pt } from './measure-units.ts'
import type { TabStop } from './properties.ts'

/** The line that tabs are set in; lengths are points from the paragraph's inner left edge. */
export interface TabLine {
  stops: readonly TabStop[]
  /** Left edge of the paragraph's lines as the stops count it. */
  shift: number
  /** Where this line begins. */
  start: number
  /** Where lines of the paragraph begin that are not its first. */
  hang: number
  width: number
  /** Distance of the stops that every paragraph has. */
  every: number
  /** Gives the line its height where it has no text. */
  strut: string
}

/** Code that sets a line with tabs: each part where its stop is, leaders drawn between. Reckoned while typesetting, by the parts' widths. */
export function tabbedLine(
  line: readonly Inline[],
  { stops, shift, start, hang, width, every, strut }: TabLine,
): string {
  const parts: CodeInline[][] = [[]]
  const tabs: TabInline[] = []
  for (const inline of line) {
    if (inline.kind === 'tab') {
      parts.push([])
      tabs.push(inline)
    } else if (inline.kind === 'code') parts.at(-1)!.push(inline)
  }
  const decimal = stops.some(({ kind }) => kind === 'decimal')
  const list = parts.map((codes, i) => {
    const whole = joined(codes.map(({ code }) => code))
    return decimal && i > 0 ? `(${whole}, ${beforePoint(codes)})` : `(${whole},)`
  })
  const stopList = stops.map(
    ({ position, kind, leader }) => `(${pt(position - shift)}, ${quoted(sides[kind] ?? 'left')}, ${quoted(leader)})`,
  )
  const tabList = tabs.map(({ underline, size, below, style, place }) => {
    const fields = [
      `size: ${pt(size)}`,
      `below: ${pt(below)}`,
      `style: ${style}`,
      underline ? `underline: true` : '',
      place ? `place: ${quoted(place)}` : '',
    ].filter(Boolean)
    return `(${fields.join(', ')})`
  })
  return `tabbed(${array(list)}, ${array(tabList)}, ${array(stopList)}, ${[start, hang, width, every, shift].map(pt).join(', ')}, ${strut})`
}

const sides: Record<string, string> = {
  start: 'left',
  end: 'right',
  right: 'right',
  center: 'center',
  decimal: 'decimal',
}
const joined = (codes: string[]) => (codes.length === 0 ? '[]' : `{${codes.join('; ')}}`)
const array = (items: string[]) => `(${items.join(', ')}${items.length === 1 ? ',' : ''})`

/** What stands before the decimal point, or all of it where there is none. */
function beforePoint(codes: CodeInline[]): string {
  const before: string[] = []
  for (const { code, text, cut } of codes) {
    const point = text?.search(/[.．](?=\d|$)/) ?? -1
    if (point >= 0 && cut !== undefined) {
      before.push(cut(point))
      break
    }
    before.push(code)
  }
  return joined(before)
}

export const tabFunctions = String.raw`
#let leader(kind, gap, tab) = {
  let signs = ("dot": ".", "middleDot": "·", "hyphen": "-").at(kind, default: none)
  if signs != none { box(width: gap, baseline: tab.below, repeat(justify: false, (tab.style)(signs))) }
  else if kind == "underscore" or kind == "heavy" or tab.at("underline", default: false) {
    box(width: gap, outset: (bottom: 0.18 * tab.size), stroke: (bottom: if kind == "heavy" { 1pt } else { calc.max(0.5pt, tab.size * 0.05) }))
  } else { h(gap) }
}
#let breadth(body) = measure({ body; box(width: 0pt) }).width
#let tabbed(parts, tabs, stops, start, hang, width, every, shift, strut) = {
  strut
  context {
    let x = start
    for (i, part) in parts.enumerate() {
      let own = breadth(part.first())
      if i > 0 {
        let tab = tabs.at(i - 1)
        let place = tab.at("place", default: none)
        let find(x) = if place != none { ((left: 0pt, center: width / 2, right: width).at(place), place, "none") } else {
          let stop = stops.find(s => s.first() > x + 0.5pt)
          if stop == none { ((calc.floor((x + shift + 0.5pt) / every) + 1) * every - shift, "left", "none") } else { stop }
        }
        let (at, side, fill) = find(x)
        if at > width + 0.5pt {
          // No room for another stop: a left one begins the next line, the others end at the edge.
          if side == "left" and x > hang + 0.5pt and own > 0pt {
            linebreak()
            x = hang
            (at, side, fill) = find(x)
          }
          at = calc.min(at, width)
        }
        let gap = at - x
        if side == "right" { gap -= own }
        else if side == "center" { gap -= own / 2 }
        else if side == "decimal" { gap -= breadth(part.last()) }
        gap = calc.max(0pt, gap)
        // A hair less than the line, or rounding breaks it.
        leader(fill, if x + gap + own > width - 0.02pt and gap > 0.1pt { gap - 0.05pt } else { gap }, tab)
        x += gap
      }
      part.first()
      x += own
      if x > width { x -= calc.floor(x / width) * width }
    }
  }
}
`
