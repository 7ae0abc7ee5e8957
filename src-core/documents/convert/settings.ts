import type { Docx } from '../docx/open-docx.ts'
import { attr, child, children } from '../docx/xml.ts'
import { integer, twips } from './measure-units.ts'
import { readTheme, type ThemeFonts } from './theme.ts'

/** What the document's settings part says that changes how its pages look. */
export function readThemeAndSettings(docx: Docx): {
  theme: ThemeFonts
  compatibilityMode: number
  defaultTab: number
  evenAndOddHeaders: boolean
} {
  const link = [...docx.relationships(docx.mainPart).values()].find((each) => each.type.endsWith('/settings'))
  const root = link === undefined ? undefined : docx.xml(link.target)
  const mode = children(child(root, 'w:compat'), 'w:compatSetting').find(
    (setting) => attr(setting, 'w:name') === 'compatibilityMode',
  )
  const even = child(root, 'w:evenAndOddHeaders')
  return {
    theme: readTheme(docx),
    compatibilityMode: integer(attr(mode, 'w:val')) ?? 12,
    defaultTab: twips(attr(child(root, 'w:defaultTabStop'), 'w:val')) || 36,
    evenAndOddHeaders: even !== undefined && attr(even, 'w:val') !== '0' && attr(even, 'w:val') !== 'false',
  }
}
