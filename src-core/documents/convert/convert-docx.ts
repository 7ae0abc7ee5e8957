import { readThemeAndSettings } from './settings.ts'
import { child } from '../docx/xml.ts'
import { openDocx, type Docx } from '../docx/open-docx.ts'
import { refuse } from '../../../src-shared/kernel/refusal.ts'
import type { DocumentAnchor } from '../../../src-shared/contracts/contract-document.ts'
import { typeset } from '../typst/compile.ts'
import type { Conversion, ConvertOptions, NotCarried } from './conversion.ts'
import { blocks } from './blocks.ts'
import { readNumbering } from './numbering.ts'
import { functionModules, prelude } from './prelude.ts'
import { noNotes } from './notes.ts'
import { geometryOf, sectionsOf, writeSections } from './section.ts'
import { readStyles } from './styles.ts'
import { substitutedFonts, systemFontFiles } from './text-style.ts'

export type { ConvertOptions, NotCarried } from './conversion.ts'

export interface ConvertedDocument {
  pdf: Uint8Array
  pages: number
  /** Bookmarks named `qidan_…`, page from 0, points from its top-left corner. */
  anchors: DocumentAnchor[]
  notCarried: NotCarried[]
  /** Families the file names that this computer lacks. */
  substitutedFonts: { named: string; used: string }[]
  /** Characters that no font has, as `𰻝 U+30EDD`; 〓 stands in their place. */
  missingGlyphs: { character: string; count: number }[]
}

/** A Word file as Typst source with its pictures. Text enters only as string literals. */
export function docxToTypst(docx: Docx, options: ConvertOptions): { source: string; conversion: Conversion } {
  const body = child(docx.xml(docx.mainPart), 'w:body')
  if (body === undefined) throw refuse('document.noMainPart', { part: docx.mainPart })
  const { theme, ...settings } = readThemeAndSettings(docx)
  const conversion: Conversion = {
    blocks: (elements, around, options) => blocks(conversion, elements, around, options),
    docx,
    theme,
    styles: readStyles(docx, theme),
    numbering: readNumbering(docx, theme),
    options,
    page: geometryOf(undefined),
    width: 0,
    part: docx.mainPart,
    ...settings,
    assets: new Map(),
    resolved: { paragraphs: new WeakMap(), runs: new WeakMap() },
    faces: new WeakMap(),
    textStyles: new Map(),
    cellStyles: new Map(),
    fonts: new Map(),
    missingGlyphs: new Map(),
    splitting: false,
    notes: noNotes(),
    sectionProperties: undefined,
    notCarried: new Map(),
    place: '',
  }
  const written = writeSections(conversion, sectionsOf(body))
  const source = `${prelude(conversion)}#{\n${written}\n}\n`
  return { source, conversion }
}

/**
 * A .docx as PDF/A-2b. Refuses what `openDocx` refuses, and `document.tooManyPages`. The same file and options give the same bytes.
 */
export async function convertDocx(bytes: Uint8Array, options: ConvertOptions = {}): Promise<ConvertedDocument> {
  const { source, conversion } = docxToTypst(await openDocx(bytes), options)
  const { pdf, pages, found } = typeset(source, {
    modules: functionModules,
    assets: conversion.assets,
    query: '<qidan-anchor>',
    fonts: systemFontFiles(conversion),
    ...(options.time === undefined ? {} : { time: options.time }),
    ...(options.maximumPages === undefined ? {} : { maximumPages: options.maximumPages }),
  })
  return {
    pdf,
    pages,
    anchors: (found as { name: string; page: number; x: number; y: number }[]).map(({ page, ...anchor }) => ({
      ...anchor,
      page: page - 1,
    })),
    notCarried: [...conversion.notCarried.values()],
    substitutedFonts: substitutedFonts(conversion),
    missingGlyphs: [...conversion.missingGlyphs].map(([character, count]) => ({ character, count })),
  }
}
