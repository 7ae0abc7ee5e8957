import { attr, child, children, type XmlElement } from '../docx/xml.ts'
import { blocks, nothingAround } from './blocks.ts'
import type { Conversion, PageGeometry } from './conversion.ts'
import { integer, pt, twips } from './measure-units.ts'
import { resolveParagraph } from './paragraph.ts'
import { lineEdges } from './text-style.ts'

export interface Section {
  elements: XmlElement[]
  properties: XmlElement | undefined
}

/** The body cut into its sections: one ends with the paragraph that carries its properties, the last with the body's. */
export function sectionsOf(body: XmlElement): Section[] {
  const sections: Section[] = []
  let elements: XmlElement[] = []
  for (const element of children(body)) {
    if (element.name === 'w:sectPr') {
      sections.push({ elements, properties: element })
      elements = []
      continue
    }
    elements.push(element)
    const properties = element.name === 'w:p' ? child(child(element, 'w:pPr'), 'w:sectPr') : undefined
    if (properties !== undefined) {
      // The carrier of the break is seen only when it has text of its own.
      if (children(element, 'w:r').length === 0) elements.pop()
      sections.push({ elements, properties })
      elements = []
    }
  }
  if (elements.length > 0 || sections.length === 0) sections.push({ elements, properties: undefined })
  return sections
}

export function geometryOf(sectPr: XmlElement | undefined): PageGeometry {
  const size = child(sectPr, 'w:pgSz')
  const margins = child(sectPr, 'w:pgMar')
  const columns = child(sectPr, 'w:cols')
  const grid = child(sectPr, 'w:docGrid')
  const gridType = attr(grid, 'w:type')
  return {
    width: twips(attr(size, 'w:w')) ?? 595.3,
    height: twips(attr(size, 'w:h')) ?? 841.9,
    top: Math.abs(twips(attr(margins, 'w:top')) ?? 72),
    bottom: Math.abs(twips(attr(margins, 'w:bottom')) ?? 72),
    left: (twips(attr(margins, 'w:left')) ?? 90) + (twips(attr(margins, 'w:gutter')) ?? 0),
    right: twips(attr(margins, 'w:right')) ?? 90,
    header: twips(attr(margins, 'w:header')) ?? 42.55,
    footer: twips(attr(margins, 'w:footer')) ?? 49.6,
    columns: Math.max(1, integer(attr(columns, 'w:num')) ?? (children(columns, 'w:col').length || 1)),
    columnGap: twips(attr(columns, 'w:space')) ?? 36,
    gridPitch:
      gridType === 'lines' || gridType === 'linesAndChars' || gridType === 'snapToChars'
        ? (twips(attr(grid, 'w:linePitch')) ?? 0)
        : 0,
    numberFormat: attr(child(sectPr, 'w:pgNumType'), 'w:fmt') ?? 'decimal',
  }
}

type Variant = 'default' | 'first' | 'even'
type HeaderFooter = Partial<Record<`${'header' | 'footer'}.${Variant}`, string>>

/** A section as Typst code. Headers and footers that it does not name go on from the section before. */
export function section(
  conversion: Conversion,
  { elements, properties }: Section,
  index: number,
  inherited: HeaderFooter,
): string {
  const previous = conversion.page
  const page = geometryOf(properties)
  const kind = attr(properties, 'w:val', 'w:type') ?? 'nextPage'
  const sameSheet = page.width === previous.width && page.height === previous.height
  const continuous = index > 0 && kind === 'continuous' && sameSheet
  if (continuous)
    Object.assign(page, { top: previous.top, bottom: previous.bottom, left: previous.left, right: previous.right })
  conversion.page = page
  const bodyWidth = page.width - page.left - page.right
  conversion.width = (bodyWidth - page.columnGap * (page.columns - 1)) / page.columns

  for (const reference of [
    ...children(properties, 'w:headerReference'),
    ...children(properties, 'w:footerReference'),
  ]) {
    const key =
      `${reference.name === 'w:headerReference' ? 'header' : 'footer'}.${(attr(reference, 'w:type') ?? 'default') as Variant}` as const
    const id = attr(reference, 'r:id')
    const link = id === undefined ? undefined : conversion.docx.relationships(conversion.docx.mainPart).get(id)
    if (link !== undefined) inherited[key] = link.target
  }

  const content = blocks(conversion, elements, nothingAround, { strongStart: !continuous })
  const start = integer(attr(child(properties, 'w:pgNumType'), 'w:start'))
  const marker = '[#metadata(none)<qidan-section>]\n'
  if (continuous)
    return `${page.columns > 1 ? `balanced(${page.columns}, ${pt(page.columnGap)}, {\n${content}\n})` : content}\n`
  const jump =
    index > 0 && (kind === 'evenPage' || kind === 'oddPage')
      ? `pagebreak(weak: true, to: ${kind === 'evenPage' ? '"even"' : '"odd"'})\n`
      : ''
  return `${jump}${pageSetup(conversion, page, properties, inherited)}\n${start === undefined ? '' : `counter(page).update(${start})\n`}${marker}${content}\n`
}

function pageSetup(
  conversion: Conversion,
  page: PageGeometry,
  properties: XmlElement | undefined,
  parts: HeaderFooter,
): string {
  const first = child(properties, 'w:titlePg') !== undefined && attr(child(properties, 'w:titlePg'), 'w:val') !== '0'
  const used = (which: 'header' | 'footer'): Partial<Record<Variant, { code: string; height: number }>> => {
    const of = (variant: Variant) => {
      const part = parts[`${which}.${variant}`]
      return part === undefined ? undefined : headerContent(conversion, part)
    }
    return {
      ...optional('default', of('default')),
      ...(first ? optional('first', of('first') ?? { code: '', height: 0 }) : {}),
      ...(conversion.evenAndOddHeaders ? optional('even', of('even') ?? { code: '', height: 0 }) : {}),
    }
  }
  const header = used('header')
  const footer = used('footer')
  const tallest = (variants: typeof header) => Math.max(0, ...Object.values(variants).map((variant) => variant.height))
  // A header taller than its margin pushes the body down, a footer up.
  const top = Math.max(page.top, page.header + tallest(header))
  const bottom = Math.max(page.bottom, page.footer + tallest(footer))
  page.top = top
  page.bottom = bottom
  const choose = (variants: typeof header, where: 'top' | 'bottom', distance: number) => {
    if (Object.keys(variants).length === 0) return 'none'
    const show = (variant: { code: string } | undefined) => `{${variant?.code ?? ''}}`
    const pick = `${variants.first ? `if first { ${show(variants.first)} } else ` : ''}${variants.even ? `if calc.even(here().page()) { ${show(variants.even)} } else ` : ''}{ ${show(variants.default)} }`
    const body = `context { let mark = query(<qidan-section>).filter(m => m.location().page() <= here().page()).last(default: none); let first = mark != none and mark.location().page() == here().page(); ${pick} }`
    return where === 'top'
      ? `block(width: 100%, height: ${pt(top)}, inset: (top: ${pt(distance)}), align(top, ${body}))`
      : `block(width: 100%, height: ${pt(bottom)}, inset: (bottom: ${pt(distance)}), align(bottom, ${body}))`
  }
  return `set page(width: ${pt(page.width)}, height: ${pt(page.height)}, margin: (top: ${pt(top)}, bottom: ${pt(bottom)}, left: ${pt(page.left)}, right: ${pt(page.right)}), columns: ${page.columns}, header-ascent: 0pt, footer-descent: 0pt, header: ${choose(header, 'top', page.header)}, footer: ${choose(footer, 'bottom', page.footer)})
set columns(gutter: ${pt(page.columnGap)})`
}

const optional = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, V>)

/** A header or footer part with its height as its lines' heights, which decides how far the body stays away. */
function headerContent(conversion: Conversion, part: string): { code: string; height: number } | undefined {
  const root = conversion.docx.xml(part)
  if (root === undefined) return undefined
  const before = { part: conversion.part, width: conversion.width }
  conversion.part = part
  conversion.width = conversion.page.width - conversion.page.left - conversion.page.right
  const code = blocks(conversion, children(root), nothingAround, { strongStart: true })
  let height = 0
  for (const element of children(root, 'w:p')) {
    const { paragraph, run } = resolveParagraph(conversion, element, nothingAround)
    const edges = lineEdges(conversion, run, paragraph, '')
    height += (paragraph.before ?? 0) + edges.above + edges.below + (paragraph.after ?? 0)
  }
  Object.assign(conversion, before)
  return { code, height }
}
