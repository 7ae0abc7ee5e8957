import { attr, child, walk, type XmlElement } from '../docx/xml.ts'
import { quoted } from '../typst/compile.ts'
import { report, type Conversion } from './conversion.ts'
import { floating, type Anchor, type Drawn } from './floating.ts'
import { pt } from './measure-units.ts'
import { cropped, missingPicture, pictureAsset, type Size } from './picture.ts'
import { color as colorOf } from './properties.ts'
import { boxText, framed, type Insets } from './shape.ts'

const shapes = ['v:shape', 'v:rect', 'v:oval', 'v:line', 'v:roundrect']

/** A picture, text box or shape in the older markup (VML), as Word 2007, WPS and embedded objects write it. */
export function picture(conversion: Conversion, element: XmlElement): Drawn[] {
  const shape = [...walk(element)].find(
    (node): node is XmlElement => typeof node !== 'string' && shapes.includes(node.name),
  )
  if (shape === undefined) return []
  const style = styleOf(shape)
  const size = { width: length(style.width), height: length(style.height) }
  const content = contentOf(conversion, shape, size)
  if (content === undefined) return []
  if (style.position !== 'absolute') return [{ kind: 'inline', code: `box(${content})` }]
  return [floating(conversion, content, size, anchorOf(conversion, shape, style, size))]
}

function contentOf(conversion: Conversion, shape: XmlElement, size: Size): string | undefined {
  const image = child(shape, 'v:imagedata')
  if (image !== undefined) {
    const path = pictureAsset(conversion, attr(image, 'r:id'))
    const cut = (name: string) => fraction(attr(image, name))
    return path === undefined
      ? missingPicture(size)
      : cropped(path, size, {
          left: cut('cropleft'),
          top: cut('croptop'),
          right: cut('cropright'),
          bottom: cut('cropbottom'),
        })
  }
  if (shape.name === 'v:line') {
    const [from, to] = [pair(attr(shape, 'from')), pair(attr(shape, 'to'))]
    return `line(start: (0pt, 0pt), end: (${pt(to[0] - from[0])}, ${pt(to[1] - from[1])}), stroke: ${strokeOf(shape)})`
  }
  const path = child(shape, 'v:textpath')
  if (path !== undefined) {
    // Lettering of a watermark: its words are kept, not its curves.
    report(conversion, 'wordart', attr(path, 'string') ?? '')
    return undefined
  }
  const textbox = child(shape, 'v:textbox')
  const text = child(textbox, 'w:txbxContent')
  if (text === undefined && shape.name === 'v:shape') {
    report(conversion, 'shape')
    return undefined
  }
  const given = attr(textbox, 'inset')?.split(',') ?? []
  const insets = [7.2, 3.6, 7.2, 3.6].map((usual, i) => (given[i]?.trim() ? length(given[i]!.trim()) : usual)) as Insets
  const geometry = shape.name === 'v:oval' ? 'ellipse' : shape.name === 'v:roundrect' ? 'roundRect' : 'rect'
  const fill =
    attr(shape, 'filled') === 'f' || attr(shape, 'fillcolor') === undefined
      ? 'none'
      : vmlColor(attr(shape, 'fillcolor')!)
  return framed(
    conversion,
    geometry,
    size,
    { fill, stroke: strokeOf(shape) },
    {
      text: text === undefined ? '' : boxText(conversion, text, size.width - insets[0] - insets[2]),
      insets,
      vertical: { middle: 'horizon', bottom: 'bottom' }[styleOf(shape)['v-text-anchor'] ?? ''] ?? 'top',
      grows: (attr(textbox, 'style') ?? '').includes('mso-fit-shape-to-text:t'),
      turn: 0,
    },
  )
}

const named: Record<string, string> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  gray: '#808080',
  silver: '#c0c0c0',
  navy: '#000080',
  maroon: '#800000',
}

/** `#2e74b5 [3204]`, `red`: the palette's number in brackets is only a hint. */
function vmlColor(value: string): string {
  const plain = value.replace(/\s*\[.*$/, '').trim()
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(plain)
  const hex = short
    ? `#${short[1]!.repeat(2)}${short[2]!.repeat(2)}${short[3]!.repeat(2)}`
    : (named[plain] ?? colorOf(plain.replace('#', '')))
  return hex === undefined ? 'none' : `rgb(${quoted(hex)})`
}

function strokeOf(shape: XmlElement): string {
  if (attr(shape, 'stroked') === 'f') return 'none'
  const color = vmlColor(attr(shape, 'strokecolor') ?? '#000000')
  return `${pt(attr(shape, 'strokeweight') === undefined ? 0.75 : length(attr(shape, 'strokeweight')!))} + ${color === 'none' ? 'black' : color}`
}

/** Declarations of the style attribute by name. */
function styleOf(shape: XmlElement): Record<string, string | undefined> {
  const declarations = (attr(shape, 'style') ?? '').split(';').map((each) => each.split(':').map((part) => part.trim()))
  return Object.fromEntries(declarations.filter((each) => each.length === 2))
}

function anchorOf(
  conversion: Conversion,
  shape: XmlElement,
  style: Record<string, string | undefined>,
  size: Size,
): Anchor {
  const { page } = conversion
  const wrap = attr(child(shape, 'w10:wrap'), 'type')
  const axis = (name: 'horizontal' | 'vertical'): { code: string; fromText: number | undefined } => {
    const [across, offset] = [
      name === 'horizontal',
      length(name === 'horizontal' ? style['margin-left'] : style['margin-top']),
    ]
    const from = style[`mso-position-${name}-relative`] ?? 'text'
    const align = style[`mso-position-${name}`]
    const whole = across ? page.width : page.height
    const [begin, room] =
      from === 'page'
        ? [0, whole]
        : from === 'margin'
          ? across
            ? [page.left, whole - page.left - page.right]
            : [page.top, whole - page.top - page.bottom]
          : [undefined, across ? conversion.width : 0]
    const own = across ? size.width : size.height
    const shift =
      align === 'center'
        ? (room - own) / 2
        : align === 'right' || align === 'bottom'
          ? room - own
          : align === 'left' || align === 'top'
            ? 0
            : offset
    const letter = across ? 'x' : 'y'
    if (begin === undefined) return { code: `at => at.${letter} + ${pt(shift)}`, fromText: shift }
    return { code: `at => ${pt(begin + shift)}`, fromText: across ? begin + shift - page.left : undefined }
  }
  const [horizontal, vertical] = [axis('horizontal'), axis('vertical')]
  const kept = (side: string, usual: number) =>
    style[`mso-wrap-distance-${side}`] === undefined ? usual : length(style[`mso-wrap-distance-${side}`])
  return {
    x: horizontal.code,
    y: vertical.code,
    fromText: horizontal.fromText,
    fromParagraph: vertical.fromText,
    wrap:
      wrap === 'topAndBottom'
        ? 'above'
        : wrap === 'square' || wrap === 'tight' || wrap === 'through'
          ? 'beside'
          : 'none',
    behind: Number(style['z-index'] ?? 0) < 0,
    textSide: { left: 'left', right: 'right' }[attr(child(shape, 'w10:wrap'), 'side') ?? ''] ?? 'bothSides',
    distance: { left: kept('left', 9), top: kept('top', 0), right: kept('right', 9), bottom: kept('bottom', 0) },
  }
}

const pair = (value: string | undefined): [number, number] =>
  (value ?? '0,0').split(',').map((part) => length(part.trim())) as [number, number]

/** A share of a picture: `0.5`, or `32768f` of 65536. */
function fraction(value: string | undefined): number {
  if (value === undefined) return 0
  return value.endsWith('f') ? Number.parseInt(value, 10) / 65_536 : Number(value) || 0
}

/** A length of the style attribute as points; without a unit it is in pixels. */
function length(value: string | undefined): number {
  const match = /^(-?[\d.]+)(pt|in|cm|mm|px|emu)?$/.exec(value ?? '')
  if (match === null) return 0
  return (
    Number(match[1]) *
    { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, px: 0.75, emu: 1 / 12_700 }[(match[2] ?? 'px') as 'pt']
  )
}
