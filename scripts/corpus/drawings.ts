import { raw } from '../docx/wordml.ts'

/** EMU a millimetre. */
const mm = 36_000

export interface Size {
  readonly width: number
  readonly height: number
}

const extent = ({ width, height }: Size) => `cx="${Math.round(width * mm)}" cy="${Math.round(height * mm)}"`

/** DrawingML of a picture; `crop` in per cent of each side, `turn` in degrees clockwise. */
export function picture(
  name: string,
  size: Size,
  { crop, turn = 0 }: { crop?: readonly [l: number, t: number, r: number, b: number]; turn?: number } = {},
): string {
  const source = crop
    ? `<a:srcRect l="${crop[0] * 1000}" t="${crop[1] * 1000}" r="${crop[2] * 1000}" b="${crop[3] * 1000}"/>`
    : ''
  return (
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>' +
    `<pic:nvPicPr><pic:cNvPr id="0" name="${name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${name}"/>${source}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm${turn ? ` rot="${turn * 60_000}"` : ''}><a:off x="0" y="0"/><a:ext ${extent(size)}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>`
  )
}

export interface Shape {
  readonly geometry?: string
  /** RRGGBB. */
  readonly fill?: string
  readonly line?: string
  /** Points. */
  readonly lineWidth?: number
  /** Content of the text box. */
  readonly text?: string
  readonly anchor?: 't' | 'ctr' | 'b'
  /** Millimetres on each side. */
  readonly inset?: number
}

/** DrawingML of a shape, with text inside when it has any. */
export function shape(
  size: Size,
  { geometry = 'rect', fill, line, lineWidth = 0.75, text, anchor = 't', inset }: Shape,
): string {
  const insets =
    inset === undefined ? '' : ['lIns', 'tIns', 'rIns', 'bIns'].map((name) => ` ${name}="${inset * mm}"`).join('')
  return (
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>' +
    `<wps:cNvSpPr${text === undefined ? '' : ' txBox="1"'}/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent(size)}/></a:xfrm><a:prstGeom prst="${geometry}"><a:avLst/></a:prstGeom>` +
    `${fill ? `<a:solidFill><a:srgbClr val="${fill}"/></a:solidFill>` : '<a:noFill/>'}${line ? `<a:ln w="${Math.round(lineWidth * 12_700)}"><a:solidFill><a:srgbClr val="${line}"/></a:solidFill></a:ln>` : '<a:ln><a:noFill/></a:ln>'}</wps:spPr>` +
    `${text === undefined ? '' : `<wps:txbx><w:txbxContent>${text}</w:txbxContent></wps:txbx>`}<wps:bodyPr rot="0" vert="horz" wrap="square"${insets} anchor="${anchor}"/></wps:wsp></a:graphicData></a:graphic>`
  )
}

let count = 0
/** Ids need only differ within a document; counting on keeps them so. */
const docPr = (name: string) => `<wp:docPr id="${(count = (count % 900) + 1)}" name="${name}"/>`

/** Sets the count of ids back, so that a document has the same ids however many were written before it. */
export function restartIds(): void {
  count = 0
}

/** In the line of text. */
export const inline = (graphic: string, size: Size): string =>
  raw(
    `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${extent(size)}/>${docPr('drawing')}<wp:cNvGraphicFramePr/>${graphic}</wp:inline></w:drawing>`,
  )

/** An offset in millimetres, or an alignment, from what it is relative to. */
export type Position = { readonly from: string; readonly at: number | 'left' | 'center' | 'right' | 'top' | 'bottom' }

export interface Anchor {
  readonly horizontal: Position
  readonly vertical: Position
  readonly wrap: 'none' | 'square' | 'topAndBottom' | 'tight'
  readonly behind?: boolean
  readonly side?: 'bothSides' | 'left' | 'right' | 'largest'
  /** Millimetres kept free on the left and right. */
  readonly distance?: number
}

const position = (name: string, { from, at }: Position) =>
  `<wp:position${name} relativeFrom="${from}">${typeof at === 'number' ? `<wp:posOffset>${Math.round(at * mm)}</wp:posOffset>` : `<wp:align>${at}</wp:align>`}</wp:position${name}>`

/** Floating over, behind or beside the text. */
export function anchored(
  graphic: string,
  size: Size,
  { horizontal, vertical, wrap, behind = false, side = 'bothSides', distance = 3.2 }: Anchor,
): string {
  const wrapping =
    wrap === 'none'
      ? '<wp:wrapNone/>'
      : wrap === 'topAndBottom'
        ? '<wp:wrapTopAndBottom/>'
        : wrap === 'square'
          ? `<wp:wrapSquare wrapText="${side}"/>`
          : `<wp:wrapTight wrapText="${side}"><wp:wrapPolygon edited="0"><wp:start x="0" y="0"/><wp:lineTo x="0" y="21600"/><wp:lineTo x="21600" y="21600"/><wp:lineTo x="21600" y="0"/><wp:lineTo x="0" y="0"/></wp:wrapPolygon></wp:wrapTight>`
  const d = Math.round(distance * mm)
  return raw(
    `<w:drawing><wp:anchor distT="0" distB="0" distL="${d}" distR="${d}" simplePos="0" relativeHeight="${251_658_240 + count}" behindDoc="${behind ? 1 : 0}" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>` +
      `${position('H', horizontal)}${position('V', vertical)}<wp:extent ${extent(size)}/><wp:effectExtent l="0" t="0" r="0" b="0"/>${wrapping}${docPr('drawing')}<wp:cNvGraphicFramePr/>${graphic}</wp:anchor></w:drawing>`,
  )
}

const points = (millimetres: number) => `${((millimetres * 72) / 25.4).toFixed(2)}pt`

/** A text box as Word 2007 and WPS write it (VML). */
export function vmlBox(
  { width, height }: Size,
  style: string,
  text: string,
  attributes = 'strokecolor="#2e74b5" strokeweight="1pt"',
): string {
  return raw(
    `<w:pict><v:rect id="box${(count += 1)}" style="${style};width:${points(width)};height:${points(height)};z-index:1" ${attributes}><v:textbox><w:txbxContent>${text}</w:txbxContent></v:textbox></v:rect></w:pict>`,
  )
}
