import { child, type XmlElement } from '../docx/xml.ts'
import { quoted } from '../typst/compile.ts'
import type { Conversion } from './conversion.ts'
import type { Beside } from './floating.ts'
import { readInlines, tabLook, type Inline } from './inline.ts'
import { pt } from './measure-units.ts'
import type { NumberLabel } from './numbering.ts'
import type { ParagraphProperties, RunProperties, TabStop } from './properties.ts'
import { frameOf, groundOf, type Frame } from './paragraph-frame.ts'
import { resolveParagraph, resolveRun, type Surroundings } from './resolve-paragraph.ts'
import { tabbedLine } from './tabs.ts'
import { lineEdges, printable, textStyle } from './text-style.ts'

export interface WrittenBlock {
  code: string
  /** Drawings that text stands beside, and the paragraph in pieces between which it can be parted; when it was written so. */
  beside?: Beside[]
  split?: { args: string; parts: string[] }
  /** Space below that the next block adds to its own space above, points. */
  after: number
  styleId: string | undefined
  contextual: boolean
  /** Borders around it, to be drawn around all that share them, with what goes before the frame. */
  frame?: Frame & { opening: string }
}

/** A paragraph as Typst blocks; one, or several where a page or column break stands inside. `previous` gives the space above. */
export function paragraph(
  conversion: Conversion,
  element: XmlElement,
  around: Surroundings,
  previous: WrittenBlock | undefined,
  first: boolean,
): WrittenBlock {
  conversion.place = ''
  const { paragraph: para, run } = resolveParagraph(conversion, element, around)
  const markRun = resolveRun(conversion, run, child(child(element, 'w:pPr'), 'w:rPr'))
  const size = run.size ?? 10.5
  const left = para.leftChars !== undefined && para.leftChars !== 0 ? para.leftChars * size : (para.left ?? 0)
  const right = para.rightChars !== undefined && para.rightChars !== 0 ? para.rightChars * size : (para.right ?? 0)
  const firstLine =
    para.firstLineChars !== undefined && para.firstLineChars !== 0 ? para.firstLineChars * size : (para.firstLine ?? 0)
  const geometry = { left, right, firstLine }

  const inset = left + Math.min(firstLine, 0)
  const inlines = readInlines(conversion, element, para, run, conversion.width - Math.max(left, inset) - right)
  const label = para.numberingId ? conversion.numbering.next(para.numberingId, para.level ?? 0) : undefined
  const floats = inlines.flatMap((inline) => (inline.kind === 'float' || inline.kind === 'beside' ? [inline.code] : []))
  const standing = inlines.flatMap((inline) => (inline.kind === 'above' ? [`${inline.code}\n`] : []))
  const pieces = splitAtBreaks(inlines)
  const contextual = para.contextualSpacing === true && previous?.styleId === para.styleId
  const own = contextual ? 0 : spaceAbove(conversion, para)
  const before = contextual && previous?.contextual ? 0 : (previous?.after ?? 0)
  // Word takes the larger of the two spaces, as HTML does, unless the file asks for both.
  const above = conversion.addsSpaces ? before + own : Math.max(before, own)
  let split: WrittenBlock['split']
  // A page cannot end inside a frame by order; such a paragraph, and one beside a drawing, goes without.
  const frame =
    pieces.length === 1 && !conversion.splitting && !para.pageBreakBefore ? frameOf(para, inset, right) : undefined
  const inFrame = frame !== undefined && previous?.frame?.key === frame.key
  const opens = frame !== undefined && !inFrame
  const outer = {
    above: `above: ${pt(above)}`,
    strong: first ? ', strong: true' : '',
    sticky: para.keepNext ? ', sticky: true' : '',
  }
  const blocks = pieces.map(({ inlines: content, breakBefore }, i) => {
    const body =
      content.length === 0 && !(i === 0 && label)
        ? undefined
        : lines(conversion, content, para, geometry, i === 0 ? label : undefined, markRun)
    const { args, parts } = block(conversion, para, geometry, i > 0, {
      above: i === 0 && !opens ? above : 0,
      strong: first && i === 0 && !opens,
      framed: frame !== undefined,
      body,
      markRun,
      floats: i === 0 ? floats : [],
    })
    if (conversion.splitting && pieces.length === 1 && standing.length === 0 && !para.pageBreakBefore)
      split = { args: `(${args.join(', ')})`, parts }
    const code = `p(${args.join(', ')}, {${parts.join('; ')}})`
    const jump = breakBefore === 'page' ? 'pagebreak(weak: false)\n' : breakBefore === 'column' ? 'colbreak()\n' : ''
    // What is left after a break that ends a paragraph is nothing to see, only its mark.
    return jump !== '' && i === pieces.length - 1 && content.length === 0
      ? jump.replace('weak: false', 'weak: true')
      : jump + code
  })
  return {
    code: (para.pageBreakBefore ? 'pagebreak(weak: true)\n' : '') + standing.join('') + blocks.join('\n'),
    after: spaceBelow(conversion, para),
    styleId: para.styleId,
    contextual: para.contextualSpacing === true,
    ...(frame === undefined ? {} : { frame: { ...frame, opening: `${outer.above}${outer.strong}${outer.sticky}` } }),
    ...(split === undefined
      ? {}
      : { split, beside: inlines.flatMap((inline) => (inline.kind === 'beside' ? [inline.beside] : [])) }),
  }
}

interface Geometry {
  left: number
  right: number
  firstLine: number
}

function block(
  conversion: Conversion,
  para: ParagraphProperties,
  { left, right, firstLine }: Geometry,
  continued: boolean,
  {
    above,
    strong,
    body,
    markRun,
    floats,
    framed,
  }: {
    above: number
    strong: boolean
    body: string[] | undefined
    markRun: RunProperties
    floats: string[]
    framed: boolean
  },
): { args: string[]; parts: string[] } {
  const inset = left + Math.min(firstLine, 0)
  const args = [
    `above: ${pt(above)}`,
    strong ? 'strong: true' : '',
    para.keepNext ? 'sticky: true' : '',
    para.keepLines ? 'keep: true' : '',
    inset === 0 || framed ? '' : `left: ${pt(inset)}`,
    right === 0 || framed ? '' : `right: ${pt(right)}`,
    firstLine > 0 && !continued ? `first: ${pt(firstLine)}` : '',
    firstLine < 0 ? `hang: ${pt(-firstLine)}` : '',
    floats.length === 0 ? '' : `floats: {${floats.join('; ')}}`,
    {
      center: 'to: center',
      right: 'to: right',
      end: 'to: right',
      both: 'justify: true',
      distribute: 'justify: true',
      thaiDistribute: 'justify: true',
    }[para.align ?? ''] ?? '',
  ].filter(Boolean)
  // An empty paragraph is as high as its mark.
  const mark = lineEdges(conversion, markRun, para, '')
  const parts = body ?? [`box(width: 0pt, height: ${pt(mark.above + mark.below)})`]
  return { args: framed ? args : [...args, ...groundOf(para)], parts }
}

function splitAtBreaks(inlines: Inline[]): { inlines: Inline[]; breakBefore: 'page' | 'column' | undefined }[] {
  const pieces: { inlines: Inline[]; breakBefore: 'page' | 'column' | undefined }[] = [
    { inlines: [], breakBefore: undefined },
  ]
  for (const inline of inlines) {
    if (inline.kind === 'page' || inline.kind === 'column') pieces.push({ inlines: [], breakBefore: inline.kind })
    else if (inline.kind !== 'float' && inline.kind !== 'above' && inline.kind !== 'beside')
      pieces.at(-1)!.inlines.push(inline)
  }
  // A break at the very beginning leaves nothing before it.
  if (pieces.length > 1 && pieces[0]!.inlines.length === 0) pieces.shift()
  return pieces
}

/** The text of a paragraph: its number, its runs, and where there are tabs, each line set by its stops. */
function lines(
  conversion: Conversion,
  inlines: Inline[],
  para: ParagraphProperties,
  { left, right, firstLine }: Geometry,
  label: NumberLabel | undefined,
  markRun: RunProperties,
): string[] {
  const inset = left + Math.min(firstLine, 0)
  const out: string[] = []
  let rest = inlines
  let start = Math.max(firstLine, 0)
  if (label !== undefined && label.text !== '') {
    const run = { ...markRun, ...label.run }
    const number = `${textStyle(conversion, run, para, label.text)}(${quoted(printable(conversion, label.text, run))})`
    if (label.suffix === 'tab' && firstLine < 0)
      out.push(
        `label(${pt(-firstLine)}, ${pt(lineEdges(conversion, run, para, label.text).below)}, ${quoted(label.align)}, ${number})`,
      )
    else if (label.suffix === 'tab')
      rest = [
        { kind: 'code', code: number },
        { kind: 'tab', underline: false, ...tabLook(conversion, run, para) },
        ...inlines,
      ]
    else out.push(label.suffix === 'space' ? `${number}; h(0.25em)` : number)
    if (firstLine < 0) start = -firstLine
  }
  const given = (para.tabs ?? []).filter((tab) => tab.kind !== 'clear' && tab.kind !== 'bar')
  // The hanging indent is a stop of its own.
  const hanging: TabStop[] =
    firstLine < 0 && !given.some((stop) => Math.abs(stop.position - left) < 0.5)
      ? [{ position: left, kind: 'left', leader: 'none' }]
      : []
  const stops = [...given, ...hanging].toSorted((a, b) => a.position - b.position)
  const width = conversion.width - inset - right

  const edges = lineEdges(conversion, markRun, para, '.')
  const strut = `box(width: 0pt, height: ${pt(edges.above + edges.below)}, baseline: ${pt(edges.below)})`

  let line: Inline[] = []
  const flush = (last: boolean) => {
    if (line.some((inline) => inline.kind === 'tab'))
      out.push(
        tabbedLine(line, {
          stops,
          shift: inset,
          start,
          hang: Math.max(-firstLine, 0),
          width,
          every: conversion.defaultTab,
          strut,
        }),
      )
    else for (const inline of line) if (inline.kind === 'code') out.push(inline.code)
    if (!last) out.push('linebreak()')
    line = []
    start = Math.max(-firstLine, 0)
  }
  for (const inline of rest) {
    if (inline.kind === 'line') flush(false)
    else line.push(inline)
  }
  flush(true)
  if (para.align === 'distribute') out.push('linebreak(justify: true)')
  return out
}

function spaceAbove(conversion: Conversion, para: ParagraphProperties): number {
  if (para.beforeAuto) return 14
  return para.beforeLines ? (para.beforeLines / 100) * (conversion.page.gridPitch || 12) : (para.before ?? 0)
}

function spaceBelow(conversion: Conversion, para: ParagraphProperties): number {
  if (para.afterAuto) return 14
  return para.afterLines ? (para.afterLines / 100) * (conversion.page.gridPitch || 12) : (para.after ?? 0)
}
