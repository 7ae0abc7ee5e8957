import type { Docx } from '../docx/open-docx.ts'
import { attr, child, children, type XmlElement } from '../docx/xml.ts'
import {
  mergeParagraph,
  paragraphProperties,
  runProperties,
  type ParagraphProperties,
  type RunProperties,
} from './properties.ts'
import type { ThemeFonts } from './theme.ts'

interface Style {
  id: string
  name: string
  type: string
  basedOn: string | undefined
  paragraph: ParagraphProperties
  run: RunProperties
  element: XmlElement
}

export interface Styles {
  defaultParagraph: ParagraphProperties
  defaultRun: RunProperties
  defaultParagraphStyle: string | undefined
  defaultTableStyle: string | undefined
  /** Properties of a paragraph style with all it is based on. */
  paragraph(id: string | undefined): { paragraph: ParagraphProperties; run: RunProperties }
  /** Properties of a character style with all it is based on. */
  character(id: string | undefined): RunProperties
  /** A table style's elements, the farthest first. */
  table(id: string | undefined): XmlElement[]
  nameOf(id: string | undefined): string
}

/** Longest chain of styles based on styles; a loop ends there too. */
const maximumChain = 32

export function readStyles(docx: Docx, theme: ThemeFonts): Styles {
  const link = [...docx.relationships(docx.mainPart).values()].find((each) => each.type.endsWith('/styles'))
  const root = link === undefined ? undefined : docx.xml(link.target)
  const defaults = child(root, 'w:docDefaults')
  const styles = new Map<string, Style>()
  const defaultOf = new Map<string, string>()
  for (const element of children(root, 'w:style')) {
    const id = attr(element, 'w:styleId') ?? ''
    const type = attr(element, 'w:type') ?? 'paragraph'
    styles.set(id, {
      id,
      name: attr(element, 'w:val', 'w:name') ?? id,
      type,
      basedOn: attr(element, 'w:val', 'w:basedOn'),
      paragraph: paragraphProperties(child(element, 'w:pPr')),
      run: runProperties(child(element, 'w:rPr'), theme),
      element,
    })
    const isDefault = attr(element, 'w:default')
    if (isDefault === '1' || isDefault === 'true' || isDefault === 'on') defaultOf.set(type, id)
  }
  const chain = (id: string | undefined): Style[] => {
    const found: Style[] = []
    for (let at = id; at !== undefined && found.length < maximumChain;) {
      const style = styles.get(at)
      if (style === undefined || found.includes(style)) break
      found.unshift(style)
      at = style.basedOn
    }
    return found
  }
  const cached = <T>(make: (id: string | undefined) => T) => {
    const known = new Map<string | undefined, T>()
    return (id: string | undefined): T => {
      let value = known.get(id)
      if (value === undefined) known.set(id, (value = make(id)))
      return value
    }
  }
  return {
    defaultParagraph: paragraphProperties(child(child(defaults, 'w:pPrDefault'), 'w:pPr')),
    // Word's own defaults where the file says nothing.
    defaultRun: {
      fontAscii: 'Times New Roman',
      fontEastAsia: '宋体',
      size: 10,
      ...runProperties(child(child(defaults, 'w:rPrDefault'), 'w:rPr'), theme),
    },
    defaultParagraphStyle: defaultOf.get('paragraph'),
    defaultTableStyle: defaultOf.get('table'),
    paragraph: cached((id) => {
      const layers = chain(id)
      return {
        paragraph: mergeParagraph(...layers.map((style) => style.paragraph)),
        run: Object.assign({}, ...layers.map((style) => style.run)) as RunProperties,
      }
    }),
    character: cached((id) => Object.assign({}, ...chain(id).map((style) => style.run)) as RunProperties),
    table: cached((id) => chain(id).map((style) => style.element)),
    nameOf: (id) => styles.get(id ?? '')?.name ?? '',
  }
}
