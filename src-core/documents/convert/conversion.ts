import type { Docx } from '../docx/open-docx.ts'
import type { XmlElement } from '../docx/xml.ts'
import type { Notes } from './notes.ts'
import type { ParagraphProperties, RunProperties } from './properties.ts'
import type { Resolved, Surroundings } from './resolve-paragraph.ts'
import type { NamedFont } from '../typst/font-catalogue.ts'
import type { Numbering } from './numbering.ts'
import type { Styles } from './styles.ts'
import type { Face } from './text-style.ts'
import type { ThemeFonts } from './theme.ts'

export interface ConvertOptions {
  /** Tracked changes as accepted, or shown with strikes and underlines. */
  marks?: 'accepted' | 'marked'
  title?: string
  author?: string
  /** UTC milliseconds of making; the same input gives the same bytes. */
  time?: number
  maximumPages?: number
}

/** Something of the Word file that the PDF does not show as Word would, with its first place. */
export interface NotCarried {
  what: string
  where: string
  count: number
}

/** Page geometry of the section being written, points. */
export interface PageGeometry {
  width: number
  height: number
  top: number
  bottom: number
  left: number
  right: number
  header: number
  footer: number
  columns: number
  columnGap: number
  /** Widths of columns that are not alike. */
  columnWidths: number[]
  /** A line between the columns. */
  columnRule: boolean
  /** Line pitch of the document grid; 0 without one. */
  gridPitch: number
  numberFormat: string
}

export interface BlockOptions {
  /** The first block keeps its space above even at the top of a page. */
  strongStart: boolean
  /** The space below the last one counts, as in cells. */
  keepLastSpace?: boolean
  /** Tables and boxes around them. */
  depth?: number
}

/** All that is known while one file is converted. */
export interface Conversion {
  /** Code for paragraphs and tables: held here because cells, boxes and notes inside a block hold blocks again. */
  blocks(elements: readonly XmlElement[], around: Surroundings, options: BlockOptions): string
  docx: Docx
  theme: ThemeFonts
  styles: Styles
  numbering: Numbering
  options: ConvertOptions
  page: PageGeometry
  /** Width available to the block being written: page body, column or table cell. */
  width: number
  /** Part being read: its relationships name the pictures. */
  part: string
  compatibilityMode: number
  defaultTab: number
  evenAndOddHeaders: boolean
  /** Space below a paragraph and above the next add up, instead of the larger counting. */
  addsSpaces: boolean
  assets: Map<string, Uint8Array>
  resolved: Resolved
  /** Line edges and names of text styles by run and paragraph, as `textStyle` found them. */
  faces: WeakMap<RunProperties, WeakMap<ParagraphProperties, Map<string, Face>>>
  /** Looks of text and of table cells by their Typst arguments: each is defined once in the source. */
  textStyles: Map<string, string>
  cellStyles: Map<string, string>
  /** Fonts asked for, by family. */
  fonts: Map<string, NamedFont>
  /** Characters that no font has, as `𰻝 U+30EDD`, with how often. */
  missingGlyphs: Map<string, number>
  /** Text is written in small pieces, because it comes to stand beside a drawing. */
  splitting: boolean
  notes: Notes
  footnoteSettings: XmlElement | undefined
  endnoteSettings: XmlElement | undefined
  /** Properties of the section being written. */
  sectionProperties: XmlElement | undefined
  notCarried: Map<string, NotCarried>
  /** Text of the paragraph being written, to say where something is. */
  place: string
}

/** Notes something that is not carried, once per kind with a count and the first place. */
export function report(conversion: Conversion, what: string, where = conversion.place): void {
  const known = conversion.notCarried.get(what)
  if (known === undefined) conversion.notCarried.set(what, { what, where: where.slice(0, 60), count: 1 })
  else known.count += 1
}

/** The name by which the source knows what these arguments describe; a new one begins with `letter`. */
export function styleNamed(styles: Map<string, string>, letter: string, args: string): string {
  let name = styles.get(args)
  if (name === undefined) styles.set(args, (name = `${letter}${styles.size}`))
  return name
}
