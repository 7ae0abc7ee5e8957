import { attr, child, children, type XmlElement } from '../docx/xml.ts'
import { quoted } from '../typst/compile.ts'
import type { Conversion } from './conversion.ts'
import { integer, pt } from './measure-units.ts'
import { formatCounter } from './number-format.ts'
import { nothingAround, resolveParagraph } from './resolve-paragraph.ts'
import { lineEdges } from './text-style.ts'

type Kind = 'footnote' | 'endnote'

/** How many notes there were, and the number of the one whose text is being written. */
export interface Notes {
  footnotes: number
  /** Number of the first footnote that the current count began with; sections may begin anew. */
  footnotesBefore: number
  endnotes: number
  endnotesBefore: number
  /** Written endnotes that wait for the end of the document or of their section. */
  waiting: string[]
  /** Code for the number that a note begins with, without its look. */
  number: string | undefined
}

export const noNotes = (): Notes => ({
  footnotes: 0,
  footnotesBefore: 0,
  endnotes: 0,
  endnotesBefore: 0,
  waiting: [],
  number: undefined,
})

/** Where Word keeps the notes, as an element by its id. */
function noteElement(
  conversion: Conversion,
  kind: Kind,
  id: string,
): { part: string; element: XmlElement } | undefined {
  const links = conversion.docx.relationships(conversion.docx.mainPart).values()
  const link = [...links].find((each) => each.type.endsWith(`/${kind}s`))
  if (link === undefined) return undefined
  const element = children(conversion.docx.xml(link.target), `w:${kind}`).find((note) => attr(note, 'w:id') === id)
  return element && { part: link.target, element }
}

/** A setting of notes: the section's, else the document's. */
function setting(conversion: Conversion, kind: Kind, name: string): string | undefined {
  const own = child(child(conversion.sectionProperties, `w:${kind}Pr`), name)
  return attr(own ?? child(conversion[`${kind}Settings`], name), 'w:val')
}

/** Text of a note, beginning with its number where the note says so. */
function noteBody(
  conversion: Conversion,
  { part, element }: { part: string; element: XmlElement },
  number: string | undefined,
): string {
  const { part: outerPart, place, width, splitting } = conversion
  const before = { part: outerPart, place, width, splitting }
  const outer = conversion.notes.number
  conversion.part = part
  conversion.splitting = false
  conversion.width = conversion.page.width - conversion.page.left - conversion.page.right
  conversion.notes.number = number
  const code = conversion.blocks(children(element), nothingAround, { strongStart: false })
  conversion.notes.number = outer
  Object.assign(conversion, before)
  return code
}

/**
 * Code for a mark in the text with its footnote at the foot of the page. `look` puts code for a number in the look of the mark. Numbers are
 * the document's, a section's or a page's own count; a mark of the writer's own takes none.
 */
export function footnote(conversion: Conversion, reference: XmlElement, look: (number: string) => string): string {
  const note = noteElement(conversion, 'footnote', attr(reference, 'w:id') ?? '')
  if (note === undefined) return '[]'
  const { notes } = conversion
  const own = attr(reference, 'w:customMarkFollows')
  if (own !== undefined && own !== '0' && own !== 'false')
    return `footnote(numbering: _ => [], {${noteBody(conversion, note, undefined)}})`
  notes.footnotes += 1
  const format = setting(conversion, 'footnote', 'w:numFmt') ?? 'decimal'
  const start = integer(setting(conversion, 'footnote', 'w:numStart')) ?? 1
  const eachPage = setting(conversion, 'footnote', 'w:numRestart') === 'eachPage'
  const number = eachPage
    ? `page-note(${notes.footnotes}, ${quoted(format)})`
    : quoted(formatCounter(notes.footnotes - notes.footnotesBefore + start - 1, format))
  const body = noteBody(conversion, note, number)
  return `footnote(numbering: _ => ${look(number)}, {${body}})${eachPage ? '; [#metadata(none)<qidan-note>]' : ''}`
}

/** Keeps an endnote for later and gives code for its number, undefined for one that is not there. */
export function endnote(conversion: Conversion, reference: XmlElement): string | undefined {
  const note = noteElement(conversion, 'endnote', attr(reference, 'w:id') ?? '')
  if (note === undefined) return undefined
  const { notes } = conversion
  notes.endnotes += 1
  const format = setting(conversion, 'endnote', 'w:numFmt') ?? 'lowerRoman'
  const start = integer(setting(conversion, 'endnote', 'w:numStart')) ?? 1
  const number = quoted(formatCounter(notes.endnotes - notes.endnotesBefore + start - 1, format))
  notes.waiting.push(noteBody(conversion, note, number))
  return number
}

/** At the end of a section: counts that begin anew, and the endnotes that belong here. */
export function endSection(conversion: Conversion, last: boolean): string {
  const { notes } = conversion
  if (setting(conversion, 'footnote', 'w:numRestart') === 'eachSect') notes.footnotesBefore = notes.footnotes
  if (setting(conversion, 'endnote', 'w:numRestart') === 'eachSect') notes.endnotesBefore = notes.endnotes
  if (notes.waiting.length === 0 || !(last || setting(conversion, 'endnote', 'w:pos') === 'sectEnd')) return ''
  const code = `${separator(conversion, 'endnote')}\n${notes.waiting.join('\n')}`
  notes.waiting = []
  return code
}

/** What stands between text and notes: Word's line of two inches, in the middle of a paragraph that the file keeps for it. */
function separator(conversion: Conversion, kind: Kind): string {
  const links = conversion.docx.relationships(conversion.docx.mainPart).values()
  const link = [...links].find((each) => each.type.endsWith(`/${kind}s`))
  const notes = children(link && conversion.docx.xml(link.target), `w:${kind}`)
  const element = child(
    notes.find((note) => attr(note, 'w:type') === 'separator'),
    'w:p',
  )
  const { paragraph, run } =
    element === undefined ? { paragraph: {}, run: {} } : resolveParagraph(conversion, element, nothingAround)
  const { above, below } = lineEdges(conversion, run, paragraph, '-')
  return `note-separator(${pt((paragraph.before ?? 0) + (paragraph.after ?? 0) + above + below)})`
}

/** Typst rules for notes: the text of a note brings its own number, and stands under Word's line. */
export function notesPrelude(conversion: Conversion): string {
  return `${noteFunctions}
#set super(typographic: false, baseline: 0pt, size: 1em)
#set footnote.entry(separator: ${separator(conversion, 'footnote')}, clearance: 0pt, gap: 0pt, indent: 0pt)
#show footnote.entry: it => { set par(leading: 0pt, spacing: 0pt); it.note.body }`
}

const noteFunctions = String.raw`
#let note-separator(height) = block(height: height, width: 100%, align(horizon, line(length: 144pt, stroke: 0.5pt)))
#let page-note(count, format) = context {
  let all = query(<qidan-note>)
  let own = all.at(count - 1, default: none)
  let number = if own == none { count } else { all.slice(0, count).filter(note => note.location().page() == own.location().page()).len() }
  counted(format, number)
}`
