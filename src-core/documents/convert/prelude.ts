import { quoted } from '../typst/compile.ts'
import { besideFunctions } from './beside.ts'
import { columnFunctions } from './columns.ts'
import type { Conversion } from './conversion.ts'
import { floatFunctions } from './floating.ts'
import { notesPrelude } from './notes.ts'
import { frameFunctions } from './paragraph-frame.ts'
import { sectionFunctions } from './section.ts'
import { tableFunctions } from './table-cell.ts'
import { tabFunctions } from './tabs.ts'

/** What every converted document begins with: the functions the written code calls, then its text styles. */
export function prelude(conversion: Conversion): string {
  const { title, author } = conversion.options
  return `#set document(${[title === undefined ? '' : `title: ${quoted(title)}`, author === undefined ? '' : `author: (${quoted(author)},)`].filter(Boolean).join(', ')})
#set text(lang: "zh", region: "cn", cjk-latin-spacing: auto, fallback: false, hyphenate: false)
#set par(leading: 0pt, spacing: 0pt, linebreaks: "simple")
#set block(spacing: 0pt)
#set underline(evade: false)
#import "${functionsFile}": *
${notesPrelude(conversion)}
${[...conversion.textStyles].map(([args, name]) => `#let ${name} = text.with(${args})`).join('\n')}
${[...conversion.cellStyles].map(([args, name]) => `#let ${name} = table.cell.with(${args})`).join('\n')}
`
}

const functionsFile = '/functions.typ'

const functions = String.raw`
// What the Latin font sets: beside Chinese not the marks and signs that both have; never boxes, arrows and circled numbers.
#let latin = regex("[^\u{00b7}\u{2013}\u{2014}\u{2018}\u{2019}\u{201c}\u{201d}\u{2025}-\u{2027}\u{2190}-\u{2bff}\u{2e3a}]")
#let western = regex("[^\u{2190}-\u{2bff}]")
#let mark(name) = context { let at = here().position(); [#metadata((name: name, page: at.page, x: at.x.pt(), y: at.y.pt()))<qidan-anchor>] }
#let p(above: 0pt, strong: false, below: 0pt, sticky: false, keep: false, left: 0pt, right: 0pt, to: start, first: 0pt, hang: 0pt, justify: false, frame: none, floats: none, body) = {
  if strong { v(above) }
  block(above: if strong { 0pt } else { above }, below: below, width: 100%, sticky: sticky, breakable: not keep, inset: (left: left, right: right), {
    set align(to)
    floats
    let text = par(justify: justify, first-line-indent: (amount: first, all: true), hanging-indent: hang, body)
    if frame == none { text } else { block(width: 100%, breakable: not keep, ..frame, text) }
  })
}
#let hang(room) = { h(-room); h(room, weak: true) }
#let label(width, below, to, body) = context {
  let own = measure(body).width
  if own > width { body; h(4pt) }
  else { box(width: width, baseline: below, if to == "right" { h(1fr); body } else if to == "center" { h(1fr); body; h(1fr) } else { body; h(1fr) }) }
}
#let wave(color) = tiling(size: (4pt, 2pt), { place(curve(stroke: 0.5pt + color, curve.move((0pt, 1.5pt)), curve.quad((1pt, 0pt), (2pt, 1pt)), curve.quad((3pt, 2pt), (4pt, 0.5pt)))) })
#let underlined(kind, color, body) = context {
  let c = if color == auto { text.fill } else { color }
  let w = calc.max(0.5pt, text.size * 0.05)
  if kind == "double" { underline(offset: 0.16em, stroke: 0.4pt + c, underline(offset: 0.24em, stroke: 0.4pt + c, body)) }
  else if kind == "dotted" { underline(offset: 0.18em, stroke: (paint: c, thickness: w, dash: "dotted"), body) }
  else if kind == "wave" { underline(offset: 0.2em, stroke: (paint: c, thickness: w, dash: "densely-dashed"), body) }
  else if kind == "thick" { underline(offset: 0.18em, stroke: 1.2pt + c, body) }
  else { underline(offset: 0.18em, stroke: w + c, body) }
}
#let slanted(pattern, below, body) = { show regex(pattern): it => box(baseline: below, skew(ax: -12deg, origin: bottom + left, reflow: false, it)); body }
#let emphasized(body) = { show regex("\S"): it => { it; box(width: 0pt, place(dx: -0.56em, dy: 0.22em, circle(radius: 0.06em, fill: black))) }; body }
#let stretched(factor, below, body) = { show regex("[\p{Han}，。、；：！？（）《》“”]|[^\s\p{Han}]+"): it => context { let size = measure(it); box(width: size.width * factor, baseline: below, scale(x: factor * 100%, origin: bottom + left, reflow: false, it)) }; body }
#let small-capitals(body) = { show regex("\p{Ll}+"): it => text(size: 0.8em, upper(it)); body }
#let chinese-number(n) = numbering("一", n)
#let counted(format, n) = {
  if format == "upperRoman" { numbering("I", n) } else if format == "lowerRoman" { numbering("i", n) }
  else if format == "upperLetter" { numbering("A", n) } else if format == "lowerLetter" { numbering("a", n) }
  else if format.starts-with("chineseCounting") or format == "japaneseCounting" { numbering("一", n) }
  else if format == "numberInDash" { "- " + str(n) + " -" }
  else { str(n) }
}
#let page-number(format) = context counted(format, counter(page).get().first())
#let least(height, body) = grid(columns: (1fr, 0pt), body, box(width: 0pt, height: height))
`

/** The functions every converted document imports. */
export const functionModules: ReadonlyMap<string, string> = new Map([
  [
    functionsFile,
    [
      functions,
      frameFunctions,
      tabFunctions,
      tableFunctions,
      floatFunctions,
      besideFunctions,
      columnFunctions,
      sectionFunctions,
    ].join(''),
  ],
])
