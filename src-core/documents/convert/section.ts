import { attr, child, children, type XmlElement } from '../docx/xml.ts'
import { report, type Conversion, type PageGeometry } from './conversion.ts'
import { columnBlock } from './columns.ts'
import { integer, pt, twips } from './measure-units.ts'
import { endSection } from './notes.ts'
import { border } from './properties.ts'
import { strokeOf } from './border-stroke.ts'
import { nothingAround } from './resolve-paragraph.ts'

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
  const widths = attr(columns, 'w:equalWidth') === '0' ? children(columns, 'w:col') : []
  return {
    width: twips(attr(size, 'w:w')) ?? 595.3,
    height: twips(attr(size, 'w:h')) ?? 841.9,
    top: Math.abs(twips(attr(margins, 'w:top')) ?? 72),
    bottom: Math.abs(twips(attr(margins, 'w:bottom')) ?? 72),
    left: (twips(attr(margins, 'w:left')) ?? 90) + (twips(attr(margins, 'w:gutter')) ?? 0),
    right: twips(attr(margins, 'w:right')) ?? 90,
    header: twips(attr(margins, 'w:header')) ?? 42.55,
    footer: twips(attr(margins, 'w:footer')) ?? 49.6,
    columns: Math.max(1, integer(attr(columns, 'w:num')) ?? (widths.length || 1)),
    columnGap: twips(attr(columns, 'w:space') ?? attr(widths[0], 'w:space')) ?? 36,
    columnWidths: widths.map((column) => twips(attr(column, 'w:w')) ?? 0),
    columnRule: isOn(attr(columns, 'w:sep')),
    gridPitch:
      gridType === 'lines' || gridType === 'linesAndChars' || gridType === 'snapToChars'
        ? (twips(attr(grid, 'w:linePitch')) ?? 0)
        : 0,
    numberFormat: attr(child(sectPr, 'w:pgNumType'), 'w:fmt') ?? 'decimal',
  }
}

const isOn = (value: string | undefined): boolean => value !== undefined && !['0', 'false', 'off'].includes(value)

type Place = 'header' | 'footer'
type Variant = 'default' | 'first' | 'even'
type HeaderFooter = Partial<Record<`${Place}.${Variant}`, string>>

/** A section with what decides how its pages look. */
interface Prepared {
  section: Section
  index: number
  page: PageGeometry
  /** Goes on in the middle of the page that the section before left. */
  continuous: boolean
  /** Its headers and footers, with those it goes on having from the section before. */
  parts: HeaderFooter
}

/** All sections as Typst code. */
export function writeSections(conversion: Conversion, sections: readonly Section[]): string {
  const prepared = prepare(conversion, sections)
  const starts = prepared.filter(({ continuous }) => !continuous)
  return starts
    .map((start) => {
      const next = starts.find(({ index }) => index > start.index)?.index ?? prepared.length
      return sheet(conversion, prepared.slice(start.index, next), next === prepared.length)
    })
    .join('\n')
}

function prepare(conversion: Conversion, sections: readonly Section[]): Prepared[] {
  const prepared: Prepared[] = []
  for (const [index, section] of sections.entries()) {
    const before = prepared.at(-1)
    const page = geometryOf(section.properties)
    // A page cannot change its size in the middle.
    const continuous =
      before !== undefined &&
      attr(section.properties, 'w:val', 'w:type') === 'continuous' &&
      page.width === before.page.width &&
      page.height === before.page.height
    if (continuous)
      Object.assign(page, {
        top: before.page.top,
        bottom: before.page.bottom,
        header: before.page.header,
        footer: before.page.footer,
      })
    prepared.push({ section, index, page, continuous, parts: { ...before?.parts, ...ownParts(conversion, section) } })
  }
  return prepared
}

function ownParts(conversion: Conversion, { properties }: Section): HeaderFooter {
  const parts: HeaderFooter = {}
  for (const place of ['header', 'footer'] as const) {
    for (const reference of children(properties, `w:${place}Reference`)) {
      const id = attr(reference, 'r:id')
      const link = id === undefined ? undefined : conversion.docx.relationships(conversion.docx.mainPart).get(id)
      if (link !== undefined) parts[`${place}.${(attr(reference, 'w:type') ?? 'default') as Variant}`] = link.target
    }
  }
  return parts
}

/** A section that begins a page, with those that go on on its pages: their pages share size and margins. */
function sheet(conversion: Conversion, members: readonly Prepared[], last: boolean): string {
  const [first] = members as [Prepared]
  const { properties } = first.section
  // Columns of the page itself run over pages and take notes; beside other columns on the page they are a block.
  const pageColumns = members.length === 1 && first.page.columnWidths.length === 0 ? first.page.columns : 1
  const bodies = members.map((member) =>
    content(conversion, member, pageColumns === 1, member === members.at(-1), last && member === members.at(-1)),
  )
  const kind = attr(properties, 'w:val', 'w:type')
  const jump =
    first.index > 0 && (kind === 'evenPage' || kind === 'oddPage')
      ? `pagebreak(weak: true, to: ${kind === 'evenPage' ? '"even"' : '"odd"'})\n`
      : ''
  const vertical = attr(properties, 'w:val', 'w:vAlign')
  const [above, below] = [
    vertical === 'center' || vertical === 'bottom' ? 'v(1fr)\n' : '',
    vertical === 'center' ? '\nv(1fr)' : '',
  ]
  return `${jump}${pageSetup(conversion, members, pageColumns, (markers) => `${above}${bodies.map((body, i) => markers[i] + body).join('\n')}${below}`)}`
}

function content(
  conversion: Conversion,
  { section, page, continuous }: Prepared,
  asBlock: boolean,
  end: boolean,
  last: boolean,
): string {
  const { properties } = section
  conversion.page = page
  conversion.sectionProperties = properties
  const bodyWidth = page.width - page.left - page.right
  conversion.width = (bodyWidth - page.columnGap * (page.columns - 1)) / page.columns
  if (child(properties, 'w:lnNumType') !== undefined) report(conversion, 'section.lineNumbers', '')
  if (!['lrTb', undefined].includes(attr(properties, 'w:val', 'w:textDirection')))
    report(conversion, 'section.vertical', '')
  const body = conversion.blocks(section.elements, nothingAround, {
    strongStart: !continuous,
    // What goes on below on the same page keeps its distance.
    keepLastSpace: !end,
  })
  const columned = asBlock && page.columns > 1 ? columnBlock(conversion, section.elements, body) : body
  return `${columned}\n${endSection(conversion, last)}${last ? '\n[#metadata(none)<qidan-end>]' : ''}`
}

/**
 * Where a section begins, with its headers and footers: pages look them up here. As arguments of the page they would belong to the style of all the
 * text on it, and a contract's number in its header would have every paragraph laid out anew that the last contract had too.
 */
function marker({ section, index, continuous }: Prepared, running: Record<Place, RunningParts | undefined>): string {
  const start = continuous ? undefined : integer(attr(child(section.properties, 'w:pgNumType'), 'w:start'))
  const choice = (place: Place) => running[place]?.choices.get(index) ?? 'none'
  return `[#metadata((fresh: ${!continuous}, start: ${start ?? 'none'}, header: ${choice('header')}, footer: ${choice('footer')}))<qidan-section>]\n`
}

/** Size, margins, columns, headers and footers of the pages, around their content with the markers of its sections. */
function pageSetup(
  conversion: Conversion,
  members: readonly Prepared[],
  columns: number,
  body: (markers: string[]) => string,
): string {
  const [{ page, section }] = members as [Prepared]
  const running = {
    header: runningParts(conversion, members, 'header'),
    footer: runningParts(conversion, members, 'footer'),
  }
  const margins = child(section.properties, 'w:pgMar')
  // A margin below zero holds whatever the header's height; else a high header pushes the body away.
  const fixed = (side: string) => (twips(attr(margins, side)) ?? 0) < 0
  const width = pt(page.width - page.left - page.right)
  const room = (place: Place, margin: number, distance: number): string => {
    const parts = running[place]
    if (parts === undefined || fixed(place === 'header' ? 'w:top' : 'w:bottom')) return pt(margin)
    return `calc.max(${pt(margin)}, ${pt(distance)} + tallest(${width}, (${parts.names.join(', ')},)))`
  }
  const shown = (place: Place): string => {
    const parts = running[place]
    if (parts === undefined) return place === 'header' ? 'restarted' : 'none'
    return `${place}-area(${pt(page[place])})`
  }
  return `context {
${running.header?.lets ?? ''}${running.footer?.lets ?? ''}let margin-above = ${room('header', page.top, page.header)}
let margin-below = ${room('footer', page.bottom, page.footer)}
set page(width: ${pt(page.width)}, height: ${pt(page.height)}, margin: (top: margin-above, bottom: margin-below, left: ${pt(page.left)}, right: ${pt(page.right)}), columns: ${columns}, header-ascent: 0pt, footer-descent: 0pt, header: ${shown('header')}, footer: ${shown('footer')}, background: page-background(${pageBorder(section.properties, page)}), foreground: page-foreground)
set columns(gutter: ${pt(page.columnGap)})
${body(members.map((member) => marker(member, running)))}
}`
}

interface RunningParts {
  /** Definitions of the written parts. */
  lets: string
  /** Their names. */
  names: string[]
  /** By section: code that chooses one for a page. */
  choices: Map<number, string>
}

/** What the headers or footers of these sections are; undefined when they have none. */
function runningParts(conversion: Conversion, members: readonly Prepared[], place: Place): RunningParts | undefined {
  const written = new Map<string, { name: string; code: string }>()
  const nameOf = (part: string | undefined, page: PageGeometry): string => {
    if (part === undefined) return 'none'
    let known = written.get(part)
    if (known === undefined) {
      known = { name: `${place}-${written.size}`, code: runningContent(conversion, part, page) }
      written.set(part, known)
    }
    return known.name
  }
  const choices = new Map<number, string>()
  for (const { section, index, page, parts } of members) {
    const titlePage = child(section.properties, 'w:titlePg')
    const first = titlePage !== undefined && isOn(attr(titlePage, 'w:val') ?? '1')
    const cases = [
      first ? `if fresh { ${nameOf(parts[`${place}.first`], page)} } else ` : '',
      conversion.evenAndOddHeaders ? `if even { ${nameOf(parts[`${place}.even`], page)} } else ` : '',
      `{ ${nameOf(parts[`${place}.default`], page)} }`,
    ]
    choices.set(index, `(fresh, even) => ${cases.join('')}`)
  }
  if (written.size === 0) return undefined
  const all = [...written.values()]
  return {
    lets: all.map(({ name, code }) => `let ${name} = {${code}}\n`).join(''),
    names: all.map(({ name }) => name),
    choices,
  }
}

/** Text of a header or footer part. */
function runningContent(conversion: Conversion, part: string, page: PageGeometry): string {
  const root = conversion.docx.xml(part)
  if (root === undefined) return ''
  const before = { part: conversion.part, width: conversion.width, page: conversion.page, place: conversion.place }
  Object.assign(conversion, { part, page, width: page.width - page.left - page.right })
  const code = conversion.blocks(children(root), nothingAround, { strongStart: true, keepLastSpace: true })
  Object.assign(conversion, before)
  return code
}

/** Lines around the pages of a section as arguments of `page-background`. */
function pageBorder(properties: XmlElement | undefined, page: PageGeometry): string {
  const borders = child(properties, 'w:pgBorders')
  if (borders === undefined) return 'none'
  const fromText = attr(borders, 'w:offsetFrom') !== 'page'
  const sides = (['top', 'right', 'bottom', 'left'] as const).flatMap((side) => {
    const line = border(child(borders, `w:${side}`))
    return line === undefined || line.width === 0
      ? []
      : [{ side, line, inset: fromText ? page[side] - line.space : line.space }]
  })
  if (sides.length === 0) return 'none'
  const strokes = sides.map(({ side, line }) => `${side}: ${strokeOf(line)}`).join(', ')
  const insets = (['top', 'right', 'bottom', 'left'] as const)
    .map((side) => `${side}: ${pt(sides.find((each) => each.side === side)?.inset ?? 0)}`)
    .join(', ')
  return `(stroke: (${strokes}), inset: (${insets}))`
}

/** Typst functions for pages: which header a page shows, and what lies under and over its text. */
export const sectionFunctions = String.raw`
#let tallest(width, variants) = calc.max(..variants.map(variant => measure(width: width, block(width: width, variant)).height))
#let running(place) = context {
  let number = here().page()
  let marks = query(<qidan-section>).filter(mark => mark.location().page() <= number)
  let begun = marks.find(mark => mark.location().page() == number and mark.value.fresh)
  let before = marks.filter(mark => mark.location().page() < number).last(default: none)
  let mark = if begun != none { begun } else { before }
  if mark != none {
    let choice = mark.value.at(place)
    if choice != none { choice(begun != none, calc.even(counter(page).get().first())) }
  }
}
#let restarted = context {
  let number = here().page()
  let begun = query(<qidan-section>).find(mark => mark.location().page() == number and mark.value.fresh)
  // Said at the top of the page, so that its header counts anew too.
  if begun != none and begun.value.start != none { counter(page).update(begun.value.start) }
}
#let header-area(distance) = {
  restarted
  layout(size => block(width: 100%, height: size.height, inset: (top: distance), align(top, running("header"))))
}
#let footer-area(distance) = layout(size => block(width: 100%, height: size.height, inset: (bottom: distance), align(bottom, running("footer"))))
#let page-total = context str(locate(<qidan-end>).page())
#let section-total = context {
  let number = here().page()
  let starts = query(<qidan-section>).filter(mark => mark.value.fresh).map(mark => mark.location().page())
  let from = starts.filter(page => page <= number).last(default: 1)
  let to = starts.find(page => page > number)
  str(if to == none { locate(<qidan-end>).page() - from + 1 } else { to - from })
}
#let page-background(border) = {
  if border != none { pad(..border.inset, rect(width: 100%, height: 100%, stroke: border.stroke)) }
  floats(true)
}
#let page-foreground = floats(false)
`
