import { attr, child, type XmlElement } from '../docx/xml.ts'
import { quoted } from '../typst/compile.ts'
import { bundled } from '../typst/font-catalogue.ts'
import { report, type Conversion } from './conversion.ts'
import { drawingColor } from './drawing-color.ts'
import { emu, pt } from './measure-units.ts'

/** Size of what is drawn, points. */
export interface Size {
  width: number
  height: number
}

/** A DrawingML picture at the size it shows, cropped and framed; without its rotation. */
export function pictureCode(conversion: Conversion, element: XmlElement, size: Size): string {
  const fill = child(element, 'pic:blipFill')
  const blip = child(fill, 'a:blip')
  const path = pictureAsset(conversion, attr(blip, 'r:embed') ?? attr(blip, 'r:link'))
  if (path === undefined) return missingPicture(size)
  if (child(blip, 'a:grayscl') ?? child(blip, 'a:lum') ?? child(blip, 'a:alphaModFix') ?? child(blip, 'a:biLevel'))
    report(conversion, 'image.effect')
  const crop = child(fill, 'a:srcRect')
  const [left, top, right, bottom] = ['l', 't', 'r', 'b'].map((side) => Number(attr(crop, side) ?? 0) / 100_000) as [
    number,
    number,
    number,
    number,
  ]
  const code = cropped(path, size, { left, top, right, bottom })
  const line = child(child(element, 'pic:spPr'), 'a:ln')
  const color = drawingColor(conversion.docx, child(line, 'a:solidFill'))
  return color === undefined
    ? code
    : `box(stroke: ${pt(emu(attr(line, 'w')) || 0.75)} + rgb(${quoted(color)}), ${code})`
}

/** A picture of which shares are cut off at the sides (below zero: room that is added). */
export function cropped(
  path: string,
  { width, height }: Size,
  cut: { left: number; top: number; right: number; bottom: number },
): string {
  const image = (w: number, h: number) => `image(${quoted(path)}, width: ${pt(w)}, height: ${pt(h)}, fit: "stretch")`
  if (!(cut.left || cut.top || cut.right || cut.bottom)) return image(width, height)
  // The whole picture is larger than its window and moved behind it.
  const [wholeWidth, wholeHeight] = [
    width / Math.max(1 - cut.left - cut.right, 0.01),
    height / Math.max(1 - cut.top - cut.bottom, 0.01),
  ]
  return `box(width: ${pt(width)}, height: ${pt(height)}, clip: true, place(top + left, dx: ${pt(-wholeWidth * cut.left)}, dy: ${pt(-wholeHeight * cut.top)}, ${image(wholeWidth, wholeHeight)}))`
}

/** Path of the picture behind a relationship, kept for the typesetter; undefined when it is missing or of a kind it cannot show. */
export function pictureAsset(conversion: Conversion, id: string | undefined): string | undefined {
  const link = id === undefined ? undefined : conversion.docx.relationships(conversion.part).get(id)
  if (link === undefined || link.external) {
    report(conversion, link?.external ? 'image.external' : 'image.missing')
    return undefined
  }
  const bytes = conversion.docx.part(link.target)
  const kind = bytes && pictureKind(bytes)
  if (bytes === undefined || kind === undefined) {
    report(conversion, bytes === undefined ? 'image.missing' : 'image.format', link.target)
    return undefined
  }
  const path = `/${link.target.replaceAll(/[^\w.-]/g, '_')}.${kind}`
  conversion.assets.set(path, bytes)
  return path
}

/** By its first bytes: a name may lie. */
function pictureKind(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 64))
  if (start.length < 12) return undefined
  if (start.readUInt32BE(0) === 0x89504e47) return 'png'
  if (start[0] === 0xff && start[1] === 0xd8) return 'jpg'
  if (start.toString('latin1', 0, 4) === 'GIF8') return 'gif'
  if (start.toString('latin1', 0, 4) === 'RIFF' && start.toString('latin1', 8, 12) === 'WEBP') return 'webp'
  return /^\uFEFF?\s*<(\?xml|svg)/.test(start.toString('utf8')) ? 'svg' : undefined
}

/** A frame where a picture should be: nothing vanishes without a trace. */
export const missingPicture = ({ width, height }: Size): string =>
  `block(width: ${pt(width)}, height: ${pt(height)}, stroke: 0.5pt + luma(150), align(center + horizon, text(font: ${quoted(bundled.hei.family)}, size: 7pt, fill: luma(120))[图片]))`
