import { textOf, type XmlElement } from '../docx/xml.ts'
import { flatten } from './block-elements.ts'
import type { Conversion } from './conversion.ts'
import { pt } from './measure-units.ts'
import { lineEdges } from './text-style.ts'
import { nothingAround, resolveParagraph } from './resolve-paragraph.ts'

/**
 * Columns that share their page with other text: as high as each other, or broken where the text says so. `body` is the code of blocks,
 * one below the other, of `elements`.
 */
export function columnBlock(conversion: Conversion, elements: readonly XmlElement[], body: string): string {
  const { page } = conversion
  const rule = page.columnRule ? '0.5pt' : 'none'
  // No text can contain a line of its own in the code: it comes in literals, whose line feeds are escaped.
  const parts = body.split(/^colbreak\(\)$/m)
  if (parts.length > 1) {
    const whole = page.width - page.left - page.right
    const widths = Array.from(
      { length: page.columns },
      (_, i) => page.columnWidths[i] ?? (whole - page.columnGap * (page.columns - 1)) / page.columns,
    )
    const rows: string[][] = []
    for (let i = 0; i < parts.length; i += page.columns) rows.push(parts.slice(i, i + page.columns))
    return rows
      .map(
        (row) =>
          `broken-columns((${widths.map(pt).join(', ')}), ${pt(page.columnGap)}, ${rule}, ${row.map((part) => `{${part}}`).join(', ')})`,
      )
      .join('\n')
  }
  const line = usualLine(conversion, elements)
  return `balanced(${page.columns}, ${pt(page.columnGap)}, ${rule}, ${pt(page.height - page.bottom)}, ${pt(line.height)}, ${pt(line.lead)}, {\n${body}\n})`
}

/** Height of a line of most paragraphs, and what of it stands below the text to keep the next line off, points. */
function usualLine(conversion: Conversion, elements: readonly XmlElement[]): { height: number; lead: number } {
  const heights = flatten(elements)
    .filter((element) => element.name === 'w:p')
    .map((element) => {
      const { paragraph, run } = resolveParagraph(conversion, element, nothingAround)
      const { above, below } = lineEdges(conversion, run, paragraph, textOf(element))
      const close = lineEdges(conversion, run, { ...paragraph, lineRule: 'auto', line: 1 }, textOf(element))
      return { height: above + below, lead: paragraph.lineRule === 'auto' ? Math.max(0, below - close.below) : 0 }
    })
    .toSorted((a, b) => a.height - b.height)
  return heights[Math.floor(heights.length / 2)] ?? { height: 0, lead: 0 }
}

/** Typst functions for columns in the middle of a page. */
export const columnFunctions = String.raw`
#let between(width, gap, count, rule, height) = if rule != none {
  for i in range(1, count) { place(top + left, dx: i * width + (i - 0.5) * gap, line(angle: 90deg, length: height, stroke: rule)) }
}
#let balanced(count, gap, rule, bottom, slack, lead, body) = layout(size => context {
  let width = (size.width - gap * (count - 1)) / count
  let whole = measure(width: width, block(width: width, body)).height
  // A line that does not divide evenly goes to the earlier columns.
  let height = whole / count + 0.99 * slack
  // Lines all alike need no more than a whole number of them.
  if slack > 0pt and calc.abs(whole - calc.round(whole / slack) * slack) < 1pt { height = calc.floor(height / slack) * slack + 0.5pt }
  // What keeps the last line off the next one need not fit on the page.
  let own = height - lead
  if own <= bottom - here().position().y {
    let even = block(width: 100%, height: height, breakable: false, { between(width, gap, count, rule, height); columns(count, gutter: gap, body) })
    block(width: 100%, height: own, breakable: false, even)
    v(lead)
  } else { columns(count, gutter: gap, body) }
})
#let broken-columns(widths, gap, rule, ..parts) = layout(size => {
  let cells = parts.pos()
  let height = calc.max(..cells.enumerate().map(((i, part)) => measure(width: widths.at(i), block(width: widths.at(i), part)).height))
  if rule != none {
    let x = 0pt
    for i in range(widths.len() - 1) {
      x += widths.at(i)
      place(top + left, dx: x + gap * (i + 0.5), line(angle: 90deg, length: height, stroke: rule))
    }
  }
  grid(columns: widths, column-gutter: gap, ..cells)
})
`
