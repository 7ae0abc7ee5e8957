import { attr, child, children, type XmlElement } from '../docx/xml.ts'
import { eighths, halfPoints, integer, twips } from './measure-units.ts'
import type { ThemeFonts } from './theme.ts'

export interface Border {
  style: string
  /** Points. */
  width: number
  /** Distance from the text, points. */
  space: number
  /** `#rrggbb`. */
  color: string
}

export interface RunProperties {
  fontAscii?: string
  fontEastAsia?: string
  /** Which font takes the characters that both scripts have: quotation marks, dashes, signs. */
  hint?: string
  /** Points. */
  size?: number
  bold?: boolean
  italic?: boolean
  underline?: string
  underlineColor?: string
  strike?: boolean
  color?: string
  highlight?: string
  vertical?: 'superscript' | 'subscript'
  /** Extra space after each character, points. */
  spacing?: number
  hidden?: boolean
  caps?: boolean
  smallCaps?: boolean
  /** Raised by this many points. */
  position?: number
  /** Width of characters, 1 = as drawn. */
  scale?: number
  emphasis?: string
  boxed?: boolean
}

export interface TabStop {
  position: number
  kind: string
  leader: string
}

export interface ParagraphProperties {
  styleId?: string
  align?: string
  left?: number
  leftChars?: number
  right?: number
  rightChars?: number
  /** Negative when hanging. */
  firstLine?: number
  firstLineChars?: number
  before?: number
  beforeLines?: number
  beforeAuto?: boolean
  after?: number
  afterLines?: number
  afterAuto?: boolean
  /** Points for exact and atLeast, times for auto. */
  line?: number
  lineRule?: 'auto' | 'exact' | 'atLeast'
  keepNext?: boolean
  keepLines?: boolean
  pageBreakBefore?: boolean
  widowControl?: boolean
  /** Marks at the end of a line may stand in the margin; so unless told otherwise. */
  overflowPunctuation?: boolean
  contextualSpacing?: boolean
  snapToGrid?: boolean
  borders?: Partial<Record<'top' | 'bottom' | 'left' | 'right' | 'between', Border>>
  shade?: string
  tabs?: TabStop[]
  numberingId?: number
  level?: number
}

const off = new Set(['0', 'false', 'off', 'none'])

/** An on/off element: absent undefined, present on unless its value says off. */
function toggle(properties: XmlElement, name: string): boolean | undefined {
  const element = child(properties, name)
  return element === undefined ? undefined : !off.has(attr(element, 'w:val') ?? 'on')
}

/** Keeps only what is set, so that merging lets the nearer one win. */
function set<T extends object>(target: T, values: { [K in keyof T]?: T[K] | undefined }): void {
  for (const [key, value] of Object.entries(values))
    if (value !== undefined) (target as Record<string, unknown>)[key] = value
}

/** `w:color`, `w:fill` and theme colours already resolved by Word into a value beside them. */
export function color(value: string | undefined): string | undefined {
  return value !== undefined && /^[0-9a-f]{6}$/i.test(value) ? `#${value.toLowerCase()}` : undefined
}

const highlights: Record<string, string> = {
  yellow: '#ffff00',
  green: '#00ff00',
  cyan: '#00ffff',
  magenta: '#ff00ff',
  blue: '#0000ff',
  red: '#ff0000',
  darkBlue: '#000080',
  darkCyan: '#008080',
  darkGreen: '#008000',
  darkMagenta: '#800080',
  darkRed: '#800000',
  darkYellow: '#808000',
  darkGray: '#808080',
  lightGray: '#c0c0c0',
  black: '#000000',
  white: '#ffffff',
}

/** A `w:shd` as a fill: the ground, or for a pattern in percent its mixture with the pattern's colour. */
export function shade(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined
  const pattern = attr(element, 'w:val') ?? 'clear'
  const ground = color(attr(element, 'w:fill'))
  if (pattern === 'solid') return color(attr(element, 'w:color')) ?? '#000000'
  const percent = /^pct(\d+)$/.exec(pattern)
  if (percent === null) return ground
  const share = Number(percent[1]) / 100
  const [front, back] = [color(attr(element, 'w:color')) ?? '#000000', ground ?? '#ffffff']
  const mixed = [1, 3, 5].map((at) => {
    const [a, b] = [front, back].map((c) => Number.parseInt(c.slice(at, at + 2), 16))
    return Math.round(a! * share + b! * (1 - share))
      .toString(16)
      .padStart(2, '0')
  })
  return `#${mixed.join('')}`
}

export function runProperties(rPr: XmlElement | undefined, theme: ThemeFonts): RunProperties {
  const run: RunProperties = {}
  if (rPr === undefined) return run
  const fonts = child(rPr, 'w:rFonts')
  const underline = child(rPr, 'w:u')
  const vertical = attr(rPr, 'w:val', 'w:vertAlign')
  const highlight = attr(rPr, 'w:val', 'w:highlight')
  const scale = integer(attr(rPr, 'w:val', 'w:w'))
  const strike = toggle(rPr, 'w:strike')
  const double = toggle(rPr, 'w:dstrike')
  set(run, {
    fontAscii:
      theme.font(attr(fonts, 'w:asciiTheme') ?? attr(fonts, 'w:hAnsiTheme')) ??
      attr(fonts, 'w:ascii') ??
      attr(fonts, 'w:hAnsi'),
    fontEastAsia: theme.font(attr(fonts, 'w:eastAsiaTheme')) ?? attr(fonts, 'w:eastAsia'),
    hint: attr(fonts, 'w:hint'),
    size: halfPoints(attr(rPr, 'w:val', 'w:sz')),
    bold: toggle(rPr, 'w:b'),
    italic: toggle(rPr, 'w:i'),
    underline: underline && (attr(underline, 'w:val') ?? 'single'),
    underlineColor: color(attr(underline, 'w:color')),
    strike: strike === undefined && double === undefined ? undefined : Boolean(strike) || Boolean(double),
    color: attr(rPr, 'w:val', 'w:color') === 'auto' ? '#000000' : color(attr(rPr, 'w:val', 'w:color')),
    highlight: highlight === 'none' ? '' : (highlights[highlight ?? ''] ?? shade(child(rPr, 'w:shd'))),
    vertical: vertical === 'superscript' || vertical === 'subscript' ? vertical : undefined,
    spacing: twips(attr(rPr, 'w:val', 'w:spacing')),
    hidden: toggle(rPr, 'w:vanish'),
    caps: toggle(rPr, 'w:caps'),
    smallCaps: toggle(rPr, 'w:smallCaps'),
    position: halfPoints(attr(rPr, 'w:val', 'w:position')),
    scale: scale === undefined ? undefined : scale / 100,
    emphasis: attr(rPr, 'w:val', 'w:em'),
    boxed:
      child(rPr, 'w:bdr') === undefined
        ? undefined
        : !off.has(attr(rPr, 'w:val', 'w:bdr') ?? 'nil') && attr(rPr, 'w:val', 'w:bdr') !== 'nil',
  })
  return run
}

export function border(element: XmlElement | undefined): Border | undefined {
  if (element === undefined) return undefined
  const style = attr(element, 'w:val') ?? 'single'
  return {
    style,
    width: style === 'nil' || style === 'none' ? 0 : Math.max(eighths(attr(element, 'w:sz')), 0.25),
    space: integer(attr(element, 'w:space')) ?? 0,
    color: color(attr(element, 'w:color')) ?? '#000000',
  }
}

export function paragraphProperties(pPr: XmlElement | undefined): ParagraphProperties {
  const paragraph: ParagraphProperties = {}
  if (pPr === undefined) return paragraph
  const ind = child(pPr, 'w:ind')
  const spacing = child(pPr, 'w:spacing')
  const numbering = child(pPr, 'w:numPr')
  const borders = child(pPr, 'w:pBdr')
  const hundredths = (name: string) => {
    const value = integer(attr(ind, name))
    return value === undefined ? undefined : value / 100
  }
  const hanging = twips(attr(ind, 'w:hanging'))
  const hangingChars = hundredths('w:hangingChars')
  const rule = attr(spacing, 'w:lineRule')
  const line = attr(spacing, 'w:line')
  const lineRule = rule === 'exact' || rule === 'atLeast' ? rule : 'auto'
  set(paragraph, {
    styleId: attr(pPr, 'w:val', 'w:pStyle'),
    align: attr(pPr, 'w:val', 'w:jc'),
    left: twips(attr(ind, 'w:left') ?? attr(ind, 'w:start')),
    leftChars: hundredths('w:leftChars') ?? hundredths('w:startChars'),
    right: twips(attr(ind, 'w:right') ?? attr(ind, 'w:end')),
    rightChars: hundredths('w:rightChars') ?? hundredths('w:endChars'),
    firstLine: hanging === undefined ? twips(attr(ind, 'w:firstLine')) : -hanging,
    firstLineChars: hangingChars === undefined ? hundredths('w:firstLineChars') : -hangingChars,
    before: twips(attr(spacing, 'w:before')),
    beforeLines: integer(attr(spacing, 'w:beforeLines')),
    beforeAuto: flag(attr(spacing, 'w:beforeAutospacing')),
    after: twips(attr(spacing, 'w:after')),
    afterLines: integer(attr(spacing, 'w:afterLines')),
    afterAuto: flag(attr(spacing, 'w:afterAutospacing')),
    line: line === undefined ? undefined : lineRule === 'auto' ? (Number(line) || 240) / 240 : twips(line),
    lineRule: line === undefined ? undefined : lineRule,
    keepNext: toggle(pPr, 'w:keepNext'),
    keepLines: toggle(pPr, 'w:keepLines'),
    pageBreakBefore: toggle(pPr, 'w:pageBreakBefore'),
    widowControl: toggle(pPr, 'w:widowControl'),
    overflowPunctuation: toggle(pPr, 'w:overflowPunct'),
    contextualSpacing: toggle(pPr, 'w:contextualSpacing'),
    snapToGrid: toggle(pPr, 'w:snapToGrid'),
    borders: borders && {
      ...optional('top', border(child(borders, 'w:top'))),
      ...optional('bottom', border(child(borders, 'w:bottom'))),
      ...optional('left', border(child(borders, 'w:left'))),
      ...optional('right', border(child(borders, 'w:right'))),
      ...optional('between', border(child(borders, 'w:between'))),
    },
    shade: child(pPr, 'w:shd') && (shade(child(pPr, 'w:shd')) ?? ''),
    tabs: tabStops(child(pPr, 'w:tabs')),
    numberingId: integer(attr(numbering, 'w:val', 'w:numId')),
    level: integer(attr(numbering, 'w:val', 'w:ilvl')),
  })
  return paragraph
}

const flag = (value: string | undefined) => (value === undefined ? undefined : !off.has(value))
const optional = <K extends string, V>(key: K, value: V | undefined) => (value === undefined ? {} : { [key]: value })

function tabStops(tabs: XmlElement | undefined): TabStop[] | undefined {
  if (tabs === undefined) return undefined
  return children(tabs, 'w:tab').map((tab) => ({
    position: twips(attr(tab, 'w:pos')) ?? 0,
    kind: attr(tab, 'w:val') ?? 'left',
    leader: attr(tab, 'w:leader') ?? 'none',
  }))
}

/** The farther properties with the nearer ones over them; tab stops add up, a cleared one goes. */
export function mergeParagraph(...layers: ParagraphProperties[]): ParagraphProperties {
  const merged: ParagraphProperties = {}
  for (const layer of layers) {
    const tabs = mergeTabs(merged.tabs, layer.tabs)
    // Indents by characters and by length replace each other: the nearer one counts, whichever unit it has.
    if (layer.firstLine !== undefined && layer.firstLineChars === undefined) delete merged.firstLineChars
    if (layer.left !== undefined && layer.leftChars === undefined) delete merged.leftChars
    if (layer.right !== undefined && layer.rightChars === undefined) delete merged.rightChars
    if (layer.before !== undefined && layer.beforeLines === undefined) delete merged.beforeLines
    if (layer.after !== undefined && layer.afterLines === undefined) delete merged.afterLines
    Object.assign(merged, layer, layer.borders ? { borders: { ...merged.borders, ...layer.borders } } : {})
    if (tabs !== undefined) merged.tabs = tabs
  }
  return merged
}

function mergeTabs(far: TabStop[] | undefined, near: TabStop[] | undefined): TabStop[] | undefined {
  if (far === undefined || near === undefined) return near ?? far
  const at = new Map(far.map((tab) => [tab.position, tab]))
  for (const tab of near) at.set(tab.position, tab)
  return [...at.values()]
}
