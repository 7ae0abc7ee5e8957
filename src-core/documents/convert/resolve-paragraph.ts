import { attr, child, contentKey, type XmlElement } from '../docx/xml.ts'
import type { Conversion } from './conversion.ts'
import {
  mergeParagraph,
  paragraphProperties,
  runProperties,
  type ParagraphProperties,
  type RunProperties,
} from './properties.ts'

/** Properties a table style or a header gives to the paragraphs inside. */
export interface Surroundings {
  paragraph: ParagraphProperties
  run: RunProperties
}

export const nothingAround: Surroundings = { paragraph: {}, run: {} }

/** What was worked out before: most paragraphs and runs of a document look like others of it, and those get the very same object. */
export interface Resolved {
  paragraphs: WeakMap<Surroundings, Map<string, Surroundings>>
  runs: WeakMap<RunProperties, Map<string, RunProperties>>
}

/** The value under `owner` and `key`, made when first asked for. */
function known<O extends object, T>(map: WeakMap<O, Map<string, T>>, owner: O, key: string, make: () => T): T {
  let values = map.get(owner)
  if (values === undefined) map.set(owner, (values = new Map()))
  let value = values.get(key)
  if (value === undefined) values.set(key, (value = make()))
  return value
}

/** All properties of a paragraph, the nearest winning: defaults, table, style, list level, its own. Not to be written into. */
export function resolveParagraph(conversion: Conversion, element: XmlElement, around: Surroundings): Surroundings {
  const pPr = child(element, 'w:pPr')
  const key = pPr === undefined ? '' : contentKey(pPr)
  return known(conversion.resolved.paragraphs, around, key, () => {
    const { styles, numbering } = conversion
    const own = paragraphProperties(pPr)
    const styleId = own.styleId ?? styles.defaultParagraphStyle
    const style = styles.paragraph(styleId)
    const numberingId = own.numberingId ?? style.paragraph.numberingId
    const level = own.level ?? style.paragraph.level ?? 0
    const list = numberingId === undefined || numberingId === 0 ? undefined : numbering.level(numberingId, level)
    const paragraph = mergeParagraph(
      styles.defaultParagraph,
      around.paragraph,
      style.paragraph,
      indentsOf(list?.paragraph),
      own,
    )
    paragraph.styleId = styleId ?? ''
    return { paragraph, run: { ...styles.defaultRun, ...around.run, ...style.run } }
  })
}

/** All properties of a run over those its paragraph gives it: its character style's, its own. Not to be written into. */
export function resolveRun(conversion: Conversion, base: RunProperties, rPr: XmlElement | undefined): RunProperties {
  if (rPr === undefined) return base
  return known(conversion.resolved.runs, base, contentKey(rPr), () => ({
    ...base,
    ...conversion.styles.character(attr(rPr, 'w:val', 'w:rStyle')),
    ...runProperties(rPr, conversion.theme),
  }))
}

/** Of a list level's paragraph properties Word takes where its text stands, nothing else. */
function indentsOf(level: ParagraphProperties | undefined): ParagraphProperties {
  if (level === undefined) return {}
  const { left, leftChars, right, rightChars, firstLine, firstLineChars, tabs } = level
  const kept = { left, leftChars, right, rightChars, firstLine, firstLineChars, tabs }
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)) as ParagraphProperties
}
