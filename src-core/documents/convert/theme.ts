import type { Docx } from '../docx/open-docx.ts'
import { attr, child, children } from '../docx/xml.ts'

export interface ThemeFonts {
  /** Family behind a theme font name such as `minorEastAsia`; undefined when the theme leaves it open. */
  font(name: string | undefined): string | undefined
}

/** The document theme's fonts; the Chinese one by its script where the theme names none directly. */
export function readTheme(docx: Docx): ThemeFonts {
  const link = [...docx.relationships(docx.mainPart).values()].find((each) => each.type.endsWith('/theme'))
  const root = link === undefined ? undefined : docx.xml(link.target)
  const scheme = child(child(root, 'a:themeElements'), 'a:fontScheme')
  const families = new Map<string, string>()
  for (const [key, element] of [
    ['major', child(scheme, 'a:majorFont')],
    ['minor', child(scheme, 'a:minorFont')],
  ] as const) {
    const latin = attr(element, 'typeface', 'a:latin')
    const hans = children(element, 'a:font').find((font) => attr(font, 'script') === 'Hans')
    const eastAsia = attr(element, 'typeface', 'a:ea') || attr(hans, 'typeface')
    if (latin) for (const suffix of ['Ascii', 'HAnsi']) families.set(`${key}${suffix}`, latin)
    if (eastAsia) families.set(`${key}EastAsia`, eastAsia)
  }
  return { font: (name) => (name === undefined ? undefined : families.get(name)) }
}
