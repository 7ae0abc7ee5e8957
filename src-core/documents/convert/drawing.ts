import { attr, child, children, walk, type XmlElement } from '../docx/xml.ts'
import { quoted } from '../typst/compile.ts'
import { blocks, nothingAround } from './blocks.ts'
import { report, type Conversion } from './conversion.ts'
import { emu, pt } from './measure-units.ts'
import { color } from './properties.ts'

/** A DrawingML drawing as inline code: a picture, a text box or a shape; in the line, or placed on the page. */
export function drawing(conversion: Conversion, element: XmlElement): string[] {
  return children(element).flatMap((holder) => {
    const content = drawn(conversion, holder)
    if (content === undefined) return []
    if (holder.name === 'wp:inline') return [`box(${content})`]
    return [anchored(conversion, holder, content)]
  })
}

function drawn(conversion: Conversion, holder: XmlElement): string | undefined {
  const extent = child(holder, 'wp:extent')
  const width = emu(attr(extent, 'cx'))
  const height = emu(attr(extent, 'cy'))
  const data = child(child(holder, 'a:graphic'), 'a:graphicData')
  const pictureElement = find(data, 'pic:pic')
  const shape = find(data, 'wps:wsp')
  if (child(data, 'wpg:wgp') !== undefined || child(data, 'wpc:wpc') !== undefined)
    return group(conversion, data!, width, height)
  if (pictureElement !== undefined) return picturePart(conversion, pictureElement, width, height)
  if (shape !== undefined) return shapePart(conversion, shape, width, height)
  report(conversion, child(data, 'c:chart') === undefined ? 'drawing' : 'chart')
  return width > 0 ? `block(width: ${pt(width)}, height: ${pt(height)}, stroke: 0.5pt + luma(180))` : undefined
}

function find(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined) return undefined
  for (const node of walk(element)) if (typeof node !== 'string' && node.name === name) return node
  return undefined
}

function picturePart(conversion: Conversion, element: XmlElement, width: number, height: number): string | undefined {
  const fill = child(element, 'pic:blipFill')
  const path = asset(conversion, attr(child(fill, 'a:blip'), 'r:embed'))
  const rotation = Number(attr(child(child(element, 'pic:spPr'), 'a:xfrm'), 'rot') ?? 0) / 60_000
  const crop = child(fill, 'a:srcRect')
  const [l, t, r, b] = ['l', 't', 'r', 'b'].map((side) => Number(attr(crop, side) ?? 0) / 100_000) as [
    number,
    number,
    number,
    number,
  ]
  if (path === undefined) return missing(width, height)
  let code: string
  if (l || t || r || b) {
    // The whole picture is larger than its window and moved behind it.
    const [fullWidth, fullHeight] = [width / Math.max(1 - l - r, 0.01), height / Math.max(1 - t - b, 0.01)]
    code = `box(width: ${pt(width)}, height: ${pt(height)}, clip: true, place(top + left, dx: ${pt(-fullWidth * l)}, dy: ${pt(-fullHeight * t)}, image(${quoted(path)}, width: ${pt(fullWidth)}, height: ${pt(fullHeight)}, fit: "stretch")))`
  } else code = `image(${quoted(path)}, width: ${pt(width)}, height: ${pt(height)}, fit: "stretch")`
  return rotation === 0 ? code : `rotate(${rotation}deg, ${code})`
}

/** Path of the picture behind a relationship, kept for the typesetter; undefined when it is missing or of a kind it cannot show. */
function asset(conversion: Conversion, id: string | undefined): string | undefined {
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
  const start = Buffer.from(bytes.subarray(0, 12))
  if (start.readUInt32BE(0) === 0x89504e47) return 'png'
  if (start[0] === 0xff && start[1] === 0xd8) return 'jpg'
  if (start.toString('latin1', 0, 4) === 'GIF8') return 'gif'
  if (start.toString('latin1', 8, 12) === 'WEBP') return 'webp'
  if (/^\s*<(\?xml|svg)/.test(start.toString('utf8'))) return 'svg'
  return undefined
}

const missing = (width: number, height: number) =>
  `block(width: ${pt(width)}, height: ${pt(height)}, stroke: 0.5pt + luma(150), align(center + horizon, text(size: 7pt, fill: luma(120))[图片]))`

function shapePart(conversion: Conversion, shape: XmlElement, width: number, height: number): string | undefined {
  const properties = child(shape, 'wps:spPr')
  const fill = child(properties, 'a:solidFill')
  const line = child(properties, 'a:ln')
  const body = child(shape, 'wps:bodyPr')
  const content = child(child(shape, 'wps:txbx'), 'w:txbxContent')
  const geometry = attr(child(properties, 'a:prstGeom'), 'prst') ?? 'rect'
  const fillColor = color(attr(child(fill, 'a:srgbClr'), 'val'))
  const lineColor =
    child(line, 'a:noFill') !== undefined || line === undefined
      ? undefined
      : (color(attr(child(child(line, 'a:solidFill'), 'a:srgbClr'), 'val')) ?? '#000000')
  const lineWidth = Math.max(emu(attr(line, 'w')) || 0.75, 0.25)
  const stroke = lineColor === undefined ? 'none' : `${pt(lineWidth)} + rgb(${quoted(lineColor)})`
  if (geometry === 'line' || geometry.endsWith('Connector1'))
    return `line(length: ${pt(Math.max(width, 0.1))}, stroke: ${stroke === 'none' ? '0.75pt' : stroke})`
  if (geometry !== 'rect' && geometry !== 'roundRect' && geometry !== 'ellipse' && content === undefined)
    report(conversion, 'shape')
  const insets = ['lIns', 'tIns', 'rIns', 'bIns'].map((name, i) =>
    attr(body, name) === undefined ? (i % 2 === 0 ? 7.2 : 3.6) : emu(attr(body, name)),
  )
  const inner = content === undefined ? '' : within(conversion, content, width - insets[0]! - insets[2]!)
  const radius = geometry === 'roundRect' ? ', radius: 6pt' : geometry === 'ellipse' ? ', radius: 50%' : ''
  const anchor = { ctr: 'horizon', b: 'bottom' }[attr(body, 'anchor') ?? ''] ?? 'top'
  return `block(width: ${pt(width)}, height: ${pt(height)}, fill: ${fillColor ? `rgb(${quoted(fillColor)})` : 'none'}, stroke: ${stroke}${radius}, inset: (left: ${pt(insets[0]!)}, top: ${pt(insets[1]!)}, right: ${pt(insets[2]!)}, bottom: ${pt(insets[3]!)}), align(${anchor} + left, {${inner}}))`
}

function group(conversion: Conversion, data: XmlElement, width: number, height: number): string {
  const frame = find(data, 'wpg:grpSpPr')
  const transform = child(frame, 'a:xfrm')
  const [ox, oy] = [emu(attr(child(transform, 'a:chOff'), 'x')), emu(attr(child(transform, 'a:chOff'), 'y'))]
  const [ow, oh] = [
    emu(attr(child(transform, 'a:chExt'), 'cx')) || width,
    emu(attr(child(transform, 'a:chExt'), 'cy')) || height,
  ]
  const parts: string[] = []
  for (const node of walk(data)) {
    if (typeof node === 'string' || (node.name !== 'pic:pic' && node.name !== 'wps:wsp')) continue
    const own = child(child(node, node.name === 'pic:pic' ? 'pic:spPr' : 'wps:spPr'), 'a:xfrm')
    const [w, h] = [
      (emu(attr(child(own, 'a:ext'), 'cx')) * width) / ow,
      (emu(attr(child(own, 'a:ext'), 'cy')) * height) / oh,
    ]
    const code = node.name === 'pic:pic' ? picturePart(conversion, node, w, h) : shapePart(conversion, node, w, h)
    const [x, y] = [
      ((emu(attr(child(own, 'a:off'), 'x')) - ox) * width) / ow,
      ((emu(attr(child(own, 'a:off'), 'y')) - oy) * height) / oh,
    ]
    if (code !== undefined) parts.push(`place(top + left, dx: ${pt(x)}, dy: ${pt(y)}, ${code})`)
  }
  return `block(width: ${pt(width)}, height: ${pt(height)}, {${parts.join('; ')}})`
}

/** Paragraphs of a text box, at its own width. */
function within(conversion: Conversion, content: XmlElement, width: number): string {
  const outer = conversion.width
  const place = conversion.place
  conversion.width = width
  const code = blocks(conversion, children(content), nothingAround, { strongStart: true, depth: 4 })
  conversion.width = outer
  conversion.place = place
  return code
}

/** A drawing that floats: put where it belongs, its anchor taking no room. Text does not flow around it. */
function anchored(conversion: Conversion, holder: XmlElement, content: string): string {
  const { page } = conversion
  const width = emu(attr(child(holder, 'wp:extent'), 'cx'))
  const height = emu(attr(child(holder, 'wp:extent'), 'cy'))
  const wrap = children(holder).find((each) => each.name.startsWith('wp:wrap'))?.name
  const horizontal = child(holder, 'wp:positionH')
  const vertical = child(holder, 'wp:positionV')
  if (wrap === 'wp:wrapTopAndBottom') {
    const align = child(horizontal, 'wp:align')?.children[0]
    const x = emu(String(child(horizontal, 'wp:posOffset')?.children[0] ?? '0'))
    return `block(width: 100%, above: 4pt, below: 4pt, ${align === 'center' || align === 'right' ? `align(${align}, ${content})` : `pad(left: ${pt(Math.max(x, 0))}, ${content})`})`
  }
  if (wrap === 'wp:wrapSquare' || wrap === 'wp:wrapTight' || wrap === 'wp:wrapThrough') report(conversion, 'image.wrap')
  const along = (position: XmlElement | undefined, axis: 'x' | 'y'): { relative: boolean; at: number } => {
    const from = attr(position, 'relativeFrom') ?? (axis === 'x' ? 'column' : 'paragraph')
    const [begin, size] =
      from === 'page'
        ? [0, axis === 'x' ? page.width : page.height]
        : from === 'topMargin' || from === 'leftMargin'
          ? [0, axis === 'x' ? page.left : page.top]
          : from === 'rightMargin'
            ? [page.width - page.right, page.right]
            : from === 'bottomMargin'
              ? [page.height - page.bottom, page.bottom]
              : axis === 'x'
                ? [page.left, page.width - page.left - page.right]
                : [page.top, page.height - page.top - page.bottom]
    const own = axis === 'x' ? width : height
    const align = child(position, 'wp:align')?.children[0]
    const offset = emu(String(child(position, 'wp:posOffset')?.children[0] ?? '0'))
    const relative = align === undefined && ['character', 'paragraph', 'line'].includes(from)
    const at =
      align === undefined
        ? relative
          ? offset
          : begin + offset
        : begin +
          { center: (size - own) / 2, right: size - own, bottom: size - own, outside: size - own }[String(align)]!
    return { relative, at: Number.isFinite(at) ? at : begin }
  }
  const x = along(horizontal, 'x')
  const y = along(vertical, 'y')
  if (y.relative) {
    const dx = x.relative ? pt(x.at) : `${pt(x.at)} - here().position().x`
    return `box(width: 0pt, height: 0pt, context place(top + left, dx: ${dx}, dy: ${pt(y.at - 10)}, ${content}))`
  }
  return `at-page(${pt(x.at)}, ${pt(y.at)}, ${content})`
}

/** An older VML picture or text box. */
export function picture(conversion: Conversion, element: XmlElement): string[] {
  const shape = [...walk(element)].find(
    (node): node is XmlElement =>
      typeof node !== 'string' && ['v:shape', 'v:rect', 'v:oval', 'v:line', 'v:roundrect'].includes(node.name),
  )
  if (shape === undefined) return []
  const style = Object.fromEntries(
    (attr(shape, 'style') ?? '')
      .split(';')
      .map((each) => each.split(':').map((part) => part.trim()) as [string, string]),
  )
  const [width, height] = [cssLength(style.width), cssLength(style.height)]
  const image = child(shape, 'v:imagedata')
  let content: string | undefined
  if (image !== undefined) {
    const path = asset(conversion, attr(image, 'r:id'))
    content =
      path === undefined
        ? missing(width, height)
        : `image(${quoted(path)}, width: ${pt(width)}, height: ${pt(height)}, fit: "stretch")`
  } else {
    const text = find(shape, 'w:txbxContent')
    const stroke = attr(shape, 'stroked') === 'f' ? 'none' : '0.75pt'
    if (text !== undefined)
      content = `block(width: ${pt(width)}, height: ${pt(height)}, stroke: ${stroke}, inset: (x: 7.2pt, y: 3.6pt), {${within(conversion, text, width - 14.4)}})`
    else report(conversion, 'shape')
  }
  if (content === undefined) return []
  if (style.position !== 'absolute') return [`box(${content})`]
  const [left, top] = [cssLength(style['margin-left']), cssLength(style['margin-top'])]
  return [`box(width: 0pt, height: 0pt, place(top + left, dx: ${pt(left)}, dy: ${pt(top - 10)}, ${content}))`]
}

function cssLength(value: string | undefined): number {
  const match = /^(-?[\d.]+)(pt|in|cm|mm|px)?$/.exec(value ?? '')
  if (match === null) return 0
  return Number(match[1]) * { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, px: 0.75 }[(match[2] ?? 'px') as 'pt']
}
