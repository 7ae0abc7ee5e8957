import { attr, child, children, type XmlElement } from '../docx/xml.ts'
import { report, type Conversion } from './conversion.ts'
import { emu, pt } from './measure-units.ts'
import type { Size } from './picture.ts'

/** How a drawing stands to the text of its paragraph. */
export type Drawn =
  /** In the line, like a character. */
  | { kind: 'inline'; code: string }
  /** Over or under the text, taking no room. */
  | { kind: 'float'; code: string }
  /** Alone between what stands above and below it. */
  | { kind: 'above'; code: string }
  /** At one side, the text beside it. */
  | { kind: 'beside'; code: string; beside: Beside }

/** Room that a drawing takes beside text, points. */
export interface Beside {
  side: 'left' | 'right'
  /** From the edge of the text to the far edge of the drawing, with the distance that is kept. */
  width: number
  /** Below the top of its paragraph. */
  top: number
  height: number
}

/** Where a drawing floats and how text meets it; lengths in points. */
export interface Anchor {
  /** Typst code: a function from the place of the anchor to a length from the left or top of the page. */
  x: string
  y: string
  /** Left edge from the edge of the text, when that is known; how far below the top of its paragraph. */
  fromText: number | undefined
  fromParagraph: number | undefined
  wrap: 'none' | 'beside' | 'above'
  behind: boolean
  /** Which side of it text may stand on. */
  textSide: string
  distance: { left: number; top: number; right: number; bottom: number }
}

/** Code and kind of a drawing that floats. */
export function floating(conversion: Conversion, content: string, size: Size, anchor: Anchor): Drawn {
  const code = `float(${anchor.x}, ${anchor.y}, ${anchor.behind}, ${content})`
  const { distance } = anchor
  if (anchor.wrap === 'above') {
    const height = size.height + distance.bottom
    if (anchor.fromParagraph !== undefined)
      return {
        kind: 'above',
        code: `block(width: 100%, height: ${pt(Math.max(anchor.fromParagraph, 0) + height)}, breakable: false, ${code})`,
      }
    return { kind: 'above', code: `${code}\nmake-room(${anchor.y}, ${pt(height)})` }
  }
  if (anchor.wrap === 'beside') {
    const beside =
      anchor.fromText === undefined || anchor.fromParagraph === undefined
        ? undefined
        : besideOf(conversion, size, anchor, anchor.fromText, anchor.fromParagraph)
    if (beside !== undefined) return { kind: 'beside', code, beside }
    report(conversion, 'image.wrap')
  }
  return { kind: 'float', code }
}

/** Text goes on one side only: the wider one. */
function besideOf(
  conversion: Conversion,
  size: Size,
  { distance, textSide }: Anchor,
  left: number,
  top: number,
): Beside | undefined {
  const right = conversion.width - left - size.width
  const side = textSide === 'right' ? 'left' : textSide === 'left' ? 'right' : right >= left ? 'left' : 'right'
  const width = side === 'left' ? left + size.width + distance.right : conversion.width - left + distance.left
  // Where hardly a word fits beside it, text stands above and below.
  if (width <= 0 || conversion.width - width < 36) return undefined
  return { side, width, top: top - distance.top, height: size.height + distance.top + distance.bottom }
}

/** The position of a `wp:anchor`. */
export function anchorOf(conversion: Conversion, holder: XmlElement, size: Size): Anchor {
  const wrap = children(holder).find((each) => each.name.startsWith('wp:wrap'))
  const horizontal = along(conversion, child(holder, 'wp:positionH'), 'x', size)
  const vertical = along(conversion, child(holder, 'wp:positionV'), 'y', size)
  const distance = (side: string) => emu(attr(wrap, `dist${side}`) ?? attr(holder, `dist${side}`))
  return {
    x: horizontal.code,
    y: vertical.code,
    fromText: horizontal.fromText,
    fromParagraph: vertical.fromText,
    wrap:
      wrap?.name === 'wp:wrapTopAndBottom'
        ? 'above'
        : wrap === undefined || wrap.name === 'wp:wrapNone'
          ? 'none'
          : 'beside',
    behind: ['1', 'true', 'on'].includes(attr(holder, 'behindDoc') ?? '0'),
    textSide: attr(wrap, 'wrapText') ?? 'bothSides',
    distance: { left: distance('L'), top: distance('T'), right: distance('R'), bottom: distance('B') },
  }
}

/** One axis: code from the place of the anchor to the place on the page, and the distance from the text where that is known beforehand. */
function along(
  conversion: Conversion,
  position: XmlElement | undefined,
  axis: 'x' | 'y',
  size: Size,
): { code: string; fromText: number | undefined } {
  const from = attr(position, 'relativeFrom') ?? (axis === 'x' ? 'column' : 'paragraph')
  const align = textIn(position, 'wp:align')
  const percent = textIn(position, 'wp14:pctPosHOffset') ?? textIn(position, 'wp14:pctPosVOffset')
  const own = axis === 'x' ? size.width : size.height
  const frame = frameOf(conversion, from, axis)
  const shift =
    align === undefined
      ? percent === undefined
        ? emu(textIn(position, 'wp:posOffset'))
        : (Number(percent) / 100_000) * frame.size
      : aligned(align, frame.size, own)
  // Inside a table cell a column is the cell.
  if (frame.begin === undefined) return { code: `at => at.${axis} + ${pt(shift)}`, fromText: shift }
  const { page } = conversion
  const textBegin = axis === 'x' ? page.left : undefined
  return {
    code: `at => ${pt(frame.begin + shift)}`,
    fromText: textBegin === undefined || page.columns > 1 ? undefined : frame.begin + shift - textBegin,
  }
}

const textIn = (element: XmlElement | undefined, name: string): string | undefined => {
  const text = child(element, name)?.children[0]
  return typeof text === 'string' ? text.trim() : undefined
}

function aligned(align: string, size: number, own: number): number {
  if (align === 'center') return (size - own) / 2
  return align === 'right' || align === 'bottom' || align === 'outside' ? size - own : 0
}

/** Where the thing a position counts from begins on the page; undefined where only the anchor's own place tells. */
function frameOf(conversion: Conversion, from: string, axis: 'x' | 'y'): { begin: number | undefined; size: number } {
  const { page } = conversion
  const body = { x: page.width - page.left - page.right, y: page.height - page.top - page.bottom }
  switch (from) {
    case 'page':
      return { begin: 0, size: axis === 'x' ? page.width : page.height }
    case 'leftMargin':
    case 'insideMargin':
      return { begin: 0, size: axis === 'x' ? page.left : page.top }
    case 'topMargin':
      return { begin: 0, size: page.top }
    case 'rightMargin':
    case 'outsideMargin':
      return { begin: page.width - page.right, size: page.right }
    case 'bottomMargin':
      return { begin: page.height - page.bottom, size: page.bottom }
    case 'margin':
      return { begin: axis === 'x' ? page.left : page.top, size: body[axis] }
    case 'column':
      return page.columns === 1 && Math.abs(conversion.width - body.x) < 1
        ? { begin: page.left, size: body.x }
        : { begin: undefined, size: conversion.width }
    default:
      return { begin: undefined, size: axis === 'x' ? conversion.width : 0 }
  }
}

/** Typst functions for what floats: kept where its anchor is, drawn on that page under or over the text. */
export const floatFunctions = String.raw`
#let float(x, y, behind, body) = [#metadata((x: x, y: y, behind: behind, body: body))<qidan-float>]
#let floats(behind) = context {
  let number = here().page()
  for float in query(<qidan-float>).filter(each => each.location().page() == number and each.value.behind == behind) {
    let at = float.location().position()
    place(top + left, dx: (float.value.x)(at), dy: (float.value.y)(at), float.value.body)
  }
}
#let make-room(y, height) = context {
  let at = here().position()
  let below = y(at) + height - at.y
  if below > 0pt and y(at) < at.y + 36pt { block(width: 100%, height: below) }
}
`
