import { attr, child, children, walk, type XmlElement } from '../docx/xml.ts'
import { report, type Conversion } from './conversion.ts'
import { anchorOf, floating, type Drawn } from './floating.ts'
import { emu, pt } from './measure-units.ts'
import { pictureCode, type Size } from './picture.ts'
import { shapeCode } from './shape.ts'

/** A DrawingML drawing: pictures, text boxes and shapes, in the line or floating. */
export function drawing(conversion: Conversion, element: XmlElement): Drawn[] {
  return children(element).flatMap((holder): Drawn[] => {
    if (holder.name !== 'wp:inline' && holder.name !== 'wp:anchor') return []
    if (attr(child(holder, 'wp:docPr'), 'hidden') === '1') return []
    const extent = child(holder, 'wp:extent')
    const size = { width: emu(attr(extent, 'cx')), height: emu(attr(extent, 'cy')) }
    const inline = holder.name === 'wp:inline'
    const content = drawn(conversion, holder, size, inline)
    if (content === undefined) return []
    return [
      inline
        ? { kind: 'inline', code: `box(${content})` }
        : floating(conversion, content, size, anchorOf(conversion, holder, size)),
    ]
  })
}

function drawn(conversion: Conversion, holder: XmlElement, size: Size, inline: boolean): string | undefined {
  const data = child(child(holder, 'a:graphic'), 'a:graphicData')
  const group = child(data, 'wpg:wgp') ?? child(data, 'wpc:wpc')
  if (group !== undefined) return groupCode(conversion, group, size)
  const picture = find(data, 'pic:pic')
  if (picture !== undefined)
    return turned(pictureCode(conversion, picture, size), child(child(picture, 'pic:spPr'), 'a:xfrm'), inline)
  const shape = find(data, 'wps:wsp')
  if (shape !== undefined)
    return turned(shapeCode(conversion, shape, size), child(child(shape, 'wps:spPr'), 'a:xfrm'), inline)
  report(conversion, child(data, 'c:chart') === undefined ? 'drawing' : 'chart')
  return size.width > 0
    ? `block(width: ${pt(size.width)}, height: ${pt(size.height)}, stroke: 0.5pt + luma(180))`
    : undefined
}

/** Turned about its middle, and mirrored. In a line it takes the room it then needs; floating, its place is that before the turn. */
function turned(code: string, transform: XmlElement | undefined, reflow: boolean): string {
  const degrees = Number(attr(transform, 'rot') ?? 0) / 60_000
  const [flipX, flipY] = ['flipH', 'flipV'].map((flip) => attr(transform, flip) === '1')
  const mirrored =
    (flipX || flipY) && code.startsWith('image(')
      ? `scale(x: ${flipX ? -100 : 100}%, y: ${flipY ? -100 : 100}%, ${code})`
      : code
  return degrees === 0 ? mirrored : `rotate(${degrees}deg, reflow: ${reflow}, ${mirrored})`
}

function find(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined) return undefined
  for (const node of walk(element)) if (typeof node !== 'string' && node.name === name) return node
  return undefined
}

/** Several drawings that move together, at their places within the whole. */
function groupCode(conversion: Conversion, group: XmlElement, { width, height }: Size): string {
  const transform = child(child(group, 'wpg:grpSpPr'), 'a:xfrm')
  const [ox, oy] = [emu(attr(child(transform, 'a:chOff'), 'x')), emu(attr(child(transform, 'a:chOff'), 'y'))]
  const [across, down] = [
    width / (emu(attr(child(transform, 'a:chExt'), 'cx')) || width),
    height / (emu(attr(child(transform, 'a:chExt'), 'cy')) || height),
  ]
  const parts = children(group).flatMap((node) => {
    const holder = { 'pic:pic': 'pic:spPr', 'wps:wsp': 'wps:spPr', 'wpg:grpSp': 'wpg:grpSpPr' }[node.name]
    if (holder === undefined) {
      if (node.name === 'wpg:graphicFrame') report(conversion, 'drawing')
      return []
    }
    const own = child(child(node, holder), 'a:xfrm')
    const [offset, extent] = [child(own, 'a:off'), child(own, 'a:ext')]
    const size = { width: emu(attr(extent, 'cx')) * across, height: emu(attr(extent, 'cy')) * down }
    const code =
      node.name === 'pic:pic'
        ? pictureCode(conversion, node, size)
        : node.name === 'wps:wsp'
          ? shapeCode(conversion, node, size)
          : groupCode(conversion, node, size)
    return [
      `place(top + left, dx: ${pt((emu(attr(offset, 'x')) - ox) * across)}, dy: ${pt((emu(attr(offset, 'y')) - oy) * down)}, ${turned(code, own, false)})`,
    ]
  })
  return `block(width: ${pt(width)}, height: ${pt(height)}, {${parts.join('; ')}})`
}
