import type { Docx } from '../docx/open-docx.ts'
import { attr, child, children, type XmlElement } from '../docx/xml.ts'
import { integer, twips } from './measure-units.ts'
import { readTheme, type ThemeFonts } from './theme.ts'

/** What the document's settings part says that changes how its pages look. */
export function readThemeAndSettings(docx: Docx): {
  theme: ThemeFonts
  compatibilityMode: number
  defaultTab: number
  evenAndOddHeaders: boolean
  addsSpaces: boolean
  footnoteSettings: XmlElement | undefined
  endnoteSettings: XmlElement | undefined
} {
  const link = [...docx.relationships(docx.mainPart).values()].find((each) => each.type.endsWith('/settings'))
  const root = link === undefined ? undefined : docx.xml(link.target)
  const mode = children(child(root, 'w:compat'), 'w:compatSetting').find(
    (setting) => attr(setting, 'w:name') === 'compatibilityMode',
  )
  return {
    theme: readTheme(docx),
    compatibilityMode: integer(attr(mode, 'w:val')) ?? 12,
    defaultTab: twips(attr(child(root, 'w:defaultTabStop'), 'w:val')) || 36,
    addsSpaces: isOn(child(child(root, 'w:compat'), 'w:doNotUseHTMLParagraphAutoSpacing')),
    evenAndOddHeaders: isOn(child(root, 'w:evenAndOddHeaders')),
    footnoteSettings: child(root, 'w:footnotePr'),
    endnoteSettings: child(root, 'w:endnotePr'),
  }
}

const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !['0', 'false', 'off'].includes(attr(element, 'w:val') ?? 'on')
