import type { Docx } from '../docx/open-docx.ts'
import { attr, child, children, type XmlElement } from '../docx/xml.ts'
import { integer } from './measure-units.ts'
import { formatCounter } from './number-format.ts'
import { paragraphProperties, runProperties, type ParagraphProperties, type RunProperties } from './properties.ts'
import { symbolText } from './symbols.ts'
import type { ThemeFonts } from './theme.ts'

interface Level {
  start: number
  format: string
  text: string
  suffix: 'tab' | 'space' | 'nothing'
  align: string
  /** Level from which on it restarts; undefined: after any higher one. */
  restart: number | undefined
  legal: boolean
  paragraph: ParagraphProperties
  run: RunProperties
}

/** The number of one paragraph, ready to print. */
export interface NumberLabel {
  text: string
  suffix: Level['suffix']
  align: string
  run: RunProperties
}

export interface Numbering {
  /** Properties a level gives to its paragraphs. */
  level(numberingId: number, level: number): { paragraph: ParagraphProperties; run: RunProperties } | undefined
  /** The next number of the list at the level; counts. */
  next(numberingId: number, level: number): NumberLabel | undefined
}

export function readNumbering(docx: Docx, theme: ThemeFonts): Numbering {
  const link = [...docx.relationships(docx.mainPart).values()].find((each) => each.type.endsWith('/numbering'))
  const root = link === undefined ? undefined : docx.xml(link.target)
  const abstracts = new Map(
    children(root, 'w:abstractNum').map((element) => [attr(element, 'w:abstractNumId') ?? '', element]),
  )
  // A list style's definition stands in the abstract list that carries the style.
  const byStyle = new Map(
    [...abstracts.values()].map((element) => [attr(element, 'w:val', 'w:styleLink') ?? '', element]),
  )
  const lists = new Map<number, { abstractId: string; levels: Level[]; overridden: Map<number, number> }>()
  for (const element of children(root, 'w:num')) {
    const id = integer(attr(element, 'w:numId'))
    if (id === undefined) continue
    const abstractId = attr(element, 'w:val', 'w:abstractNumId') ?? ''
    let abstract = abstracts.get(abstractId)
    const styleLink = attr(abstract, 'w:val', 'w:numStyleLink')
    if (styleLink !== undefined) abstract = byStyle.get(styleLink) ?? abstract
    const levels = readLevels(abstract, theme)
    const overridden = new Map<number, number>()
    for (const override of children(element, 'w:lvlOverride')) {
      const at = integer(attr(override, 'w:ilvl')) ?? 0
      const own = child(override, 'w:lvl')
      if (own !== undefined) levels[at] = readLevel(own, theme)
      const start = integer(attr(override, 'w:val', 'w:startOverride'))
      if (start !== undefined) overridden.set(at, start)
    }
    lists.set(id, { abstractId, levels, overridden })
  }
  // Lists of one definition count on together, unless one starts anew.
  const counters = new Map<string, (number | undefined)[]>()
  const started = new Set<string>()
  return {
    level(numberingId, level) {
      const found = lists.get(numberingId)?.levels[level]
      return found && { paragraph: found.paragraph, run: found.run }
    },
    next(numberingId, at) {
      const list = lists.get(numberingId)
      const level = list?.levels[at]
      if (list === undefined || level === undefined) return undefined
      let counts = counters.get(list.abstractId)
      if (counts === undefined) counters.set(list.abstractId, (counts = []))
      const override = list.overridden.get(at)
      const key = `${numberingId}:${at}`
      if (override !== undefined && !started.has(key)) counts[at] = override
      else counts[at] = counts[at] === undefined ? level.start : counts[at] + 1
      started.add(key)
      for (let lower = at + 1; lower < 9; lower += 1) {
        const restart = list.levels[lower]?.restart
        if (restart !== 0 && (restart === undefined || at < restart)) counts[lower] = undefined
      }
      const text = level.text.replaceAll(/%(\d)/g, (_, digit: string) => {
        const index = Number(digit) - 1
        const other = list.levels[index]
        if (other === undefined) return ''
        return formatCounter(
          counts[index] ?? other.start,
          level.legal && index !== at ? 'decimal' : level.legal ? 'decimal' : other.format,
        )
      })
      return { text, suffix: level.suffix, align: level.align, run: level.run }
    },
  }
}

function readLevels(abstract: XmlElement | undefined, theme: ThemeFonts): Level[] {
  const levels: Level[] = []
  for (const element of children(abstract, 'w:lvl'))
    levels[integer(attr(element, 'w:ilvl')) ?? 0] = readLevel(element, theme)
  return levels
}

function readLevel(element: XmlElement, theme: ThemeFonts): Level {
  const run = runProperties(child(element, 'w:rPr'), theme)
  const format = attr(element, 'w:val', 'w:numFmt') ?? 'decimal'
  const suffix = attr(element, 'w:val', 'w:suff')
  const text = attr(element, 'w:val', 'w:lvlText') ?? ''
  return {
    start: integer(attr(element, 'w:val', 'w:start')) ?? 0,
    format,
    text:
      format === 'bullet' ? symbolText(text, run.fontAscii) : format === 'none' ? text.replaceAll(/%\d/g, '') : text,
    suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
    align: attr(element, 'w:val', 'w:lvlJc') ?? 'left',
    restart: integer(attr(element, 'w:val', 'w:lvlRestart')),
    legal: child(element, 'w:isLgl') !== undefined,
    paragraph: paragraphProperties(child(element, 'w:pPr')),
    // The bullet's symbol font has been read into a character that text fonts have.
    run: format === 'bullet' ? { ...run, fontAscii: 'Noto Sans SC', fontEastAsia: 'Noto Sans SC' } : run,
  }
}
