import { child, type XmlElement } from '../docx/xml.ts'
import type { Conversion } from './conversion.ts'
import { mergeParagraph, paragraphProperties, type ParagraphProperties, type RunProperties } from './properties.ts'

/** Properties a table style or a header gives to the paragraphs inside. */
export interface Surroundings {
  paragraph: ParagraphProperties
  run: RunProperties
}

export const nothingAround: Surroundings = { paragraph: {}, run: {} }

/** All properties of a paragraph, the nearest winning: defaults, table, style, list level, its own. */
export function resolveParagraph(conversion: Conversion, element: XmlElement, around: Surroundings): Surroundings {
  const { styles, numbering } = conversion
  const own = paragraphProperties(child(element, 'w:pPr'))
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
}

/** Of a list level's paragraph properties Word takes where its text stands, nothing else. */
function indentsOf(level: ParagraphProperties | undefined): ParagraphProperties {
  if (level === undefined) return {}
  const { left, leftChars, right, rightChars, firstLine, firstLineChars, tabs } = level
  const kept = { left, leftChars, right, rightChars, firstLine, firstLineChars, tabs }
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)) as ParagraphProperties
}
