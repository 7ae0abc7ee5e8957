import type { Docx } from '../docx/open-docx.ts'
import { attr, child, children, type XmlElement } from '../docx/xml.ts'

/** Names that drawings use for the colours of a theme. */
const mapped: Record<string, string> = { tx1: 'dk1', bg1: 'lt1', tx2: 'dk2', bg2: 'lt2' }

/** Office's own theme, for files that bring none. */
const office: Record<string, string> = {
  dk1: '000000',
  lt1: 'ffffff',
  dk2: '44546a',
  lt2: 'e7e6e6',
  accent1: '4472c4',
  accent2: 'ed7d31',
  accent3: 'a5a5a5',
  accent4: 'ffc000',
  accent5: '5b9bd5',
  accent6: '70ad47',
  hlink: '0563c1',
  folHlink: '954f72',
}

const presets: Record<string, string> = {
  black: '000000',
  white: 'ffffff',
  red: 'ff0000',
  green: '008000',
  blue: '0000ff',
  yellow: 'ffff00',
  gray: '808080',
  silver: 'c0c0c0',
  maroon: '800000',
  navy: '000080',
  lime: '00ff00',
  aqua: '00ffff',
  teal: '008080',
  purple: '800080',
  olive: '808000',
  fuchsia: 'ff00ff',
  orange: 'ffa500',
}

const themes = new WeakMap<Docx, Record<string, string>>()

function themeColors(docx: Docx): Record<string, string> {
  let colors = themes.get(docx)
  if (colors !== undefined) return colors
  const link = [...docx.relationships(docx.mainPart).values()].find((each) => each.type.endsWith('/theme'))
  const scheme = child(child(link && docx.xml(link.target), 'a:themeElements'), 'a:clrScheme')
  colors = { ...office }
  for (const entry of children(scheme)) {
    const value = attr(entry, 'val', 'a:srgbClr') ?? attr(entry, 'lastClr', 'a:sysClr')
    if (value !== undefined) colors[entry.name.slice(2)] = value.toLowerCase()
  }
  themes.set(docx, colors)
  return colors
}

/** A colour of DrawingML (`a:srgbClr`, `a:schemeClr` and so on, with its changes) as `#rrggbb` or `#rrggbbaa`. `placeholder` is what a style's shape brings. */
export function drawingColor(docx: Docx, holder: XmlElement | undefined, placeholder?: string): string | undefined {
  const element = children(holder).find((each) => each.name.endsWith('Clr'))
  if (element === undefined) return undefined
  const value = attr(element, 'val') ?? ''
  const base =
    element.name === 'a:srgbClr'
      ? value
      : element.name === 'a:sysClr'
        ? (attr(element, 'lastClr') ?? '000000')
        : element.name === 'a:prstClr'
          ? presets[value]
          : value === 'phClr'
            ? placeholder?.slice(1)
            : themeColors(docx)[mapped[value] ?? value]
  if (base === undefined || !/^[\da-f]{6}/i.test(base)) return undefined
  let parts = [0, 2, 4].map((at) => Number.parseInt(base.slice(at, at + 2), 16) / 255)
  let alpha = 1
  for (const change of children(element)) {
    const share = Number(attr(change, 'val') ?? 0) / 100_000
    if (change.name === 'a:alpha') alpha = share
    else parts = changed(parts, change.name, share)
  }
  const hex = (part: number) =>
    Math.round(Math.min(Math.max(part, 0), 1) * 255)
      .toString(16)
      .padStart(2, '0')
  return `#${parts.map(hex).join('')}${alpha < 1 ? hex(alpha) : ''}`
}

/** Lighter and darker, as ECMA-376 20.1.2.3 has it: modulation and offset of luminance keep the hue. */
function changed(parts: number[], change: string, share: number): number[] {
  switch (change) {
    case 'a:shade':
      return parts.map((part) => part * share)
    case 'a:tint':
      return parts.map((part) => 1 - (1 - part) * share)
    case 'a:lumMod':
    case 'a:lumOff': {
      const [high, low] = [Math.max(...parts), Math.min(...parts)]
      const light = (high + low) / 2
      const wanted = Math.min(Math.max(change === 'a:lumMod' ? light * share : light + share, 0), 1)
      if (light === 0 || light === 1) return parts.map(() => wanted)
      return parts.map((part) =>
        wanted <= light ? part * (wanted / light) : 1 - (1 - part) * ((1 - wanted) / (1 - light)),
      )
    }
    default:
      return parts
  }
}
