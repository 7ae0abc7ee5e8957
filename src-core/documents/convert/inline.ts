import { attr, child, children, type XmlElement } from '../docx/xml.ts'
import { quoted } from '../typst/compile.ts'
import { report, type Conversion } from './conversion.ts'
import { drawing } from './drawing.ts'
import { breakable } from './beside.ts'
import type { Beside, Drawn } from './floating.ts'
import { pt } from './measure-units.ts'
import { footnote, endnote } from './notes.ts'
import type { ParagraphProperties, RunProperties } from './properties.ts'
import { resolveRun } from './resolve-paragraph.ts'
import { symbolCharacter } from './symbols.ts'
import { picture } from './vml.ts'
import { lineEdges, printable, runFonts, textStyle } from './text-style.ts'

export interface CodeInline {
  kind: 'code'
  code: string
  /** What it prints, where it is text, and the code that prints its first characters only. */
  text?: string
  cut?: (characters: number) => string
  /** How much of its last mark may stand in the margin at the end of a paragraph, points. */
  hanging?: number
}

export interface TabInline {
  kind: 'tab'
  underline: boolean
  /** Size, depth of the line and Typst style of its run, for the leader. */
  size: number
  below: number
  style: string
  /** Where it goes whatever the stops are. */
  place?: 'left' | 'center' | 'right'
}

/** What stands in a paragraph, in order: Typst code, and the points where lines, columns or pages break and tabs jump. */
export type Inline =
  | CodeInline
  | TabInline
  | { kind: 'line' }
  | { kind: 'column' }
  | { kind: 'page' }
  /** A drawing that floats over the text, or that stands above its paragraph, or beside its text. */
  | { kind: 'float'; code: string }
  | { kind: 'above'; code: string }
  | { kind: 'beside'; code: string; beside: Beside }

interface Field {
  instruction: string
  phase: 'instruction' | 'result'
  /** Run of the field's own look. */
  code: string | undefined
}

/** State while the runs of one paragraph are read. */
interface Reader {
  conversion: Conversion
  paragraph: ParagraphProperties
  base: RunProperties
  /** Length of the paragraph's lines, points. */
  measure: number
  out: Inline[]
  fields: Field[]
  /** The paragraph has Chinese text: quotation marks and dashes are Chinese ones. */
  chinese: boolean
  change: 'none' | 'inserted' | 'deleted'
}

/** Reads the content of a paragraph with lines of `measure` points. `base` is what its style gives to runs. */
export function readInlines(
  conversion: Conversion,
  element: XmlElement,
  paragraph: ParagraphProperties,
  base: RunProperties,
  measure: number,
): Inline[] {
  const reader: Reader = {
    conversion,
    paragraph,
    base,
    measure,
    out: [],
    fields: [],
    chinese: hasChinese(element),
    change: 'none',
  }
  readContent(reader, element)
  const last = reader.out.at(-1)
  if (last?.kind === 'code' && last.hanging && endsInMark.test(last.text ?? ''))
    reader.out.push({ kind: 'code', code: `hang(${pt(last.hanging)})` })
  return reader.out
}

const hasChinese = (element: XmlElement): boolean =>
  element.children.some((node) =>
    typeof node === 'string' ? /[\u2e80-\u9fff\uff00-\uffef]/.test(node) : hasChinese(node),
  )

function readContent(reader: Reader, element: XmlElement): void {
  for (const node of element.children) if (typeof node !== 'string') readNode(reader, node)
}

function readNode(reader: Reader, node: XmlElement): void {
  const { conversion } = reader
  switch (node.name) {
    case 'w:r':
      return readRun(reader, node)
    case 'w:hyperlink':
    case 'w:smartTag':
    case 'w:customXml':
    case 'w:dir':
    case 'w:bdo':
      return readContent(reader, node)
    case 'w:sdt': {
      const content = child(node, 'w:sdtContent')
      if (content !== undefined) readContent(reader, content)
      return
    }
    case 'w:fldSimple': {
      const code = fieldCode(reader, attr(node, 'w:instr') ?? '', child(node, 'w:r'))
      if (code === undefined) readContent(reader, node)
      else reader.out.push({ kind: 'code', code })
      return
    }
    case 'w:ins':
    case 'w:moveTo':
      return withChange(reader, 'inserted', () => readContent(reader, node))
    case 'w:del':
    case 'w:moveFrom':
      if (conversion.options.marks === 'marked') withChange(reader, 'deleted', () => readContent(reader, node))
      return
    case 'w:bookmarkStart': {
      const name = attr(node, 'w:name') ?? ''
      if (name.startsWith('qidan_')) reader.out.push({ kind: 'code', code: `mark(${quoted(name)})` })
      return
    }
    case 'm:oMath':
    case 'm:oMathPara':
      report(conversion, 'math')
      reader.out.push({ kind: 'code', code: text(reader, mathText(node), reader.base) })
      return
    case 'mc:AlternateContent':
      return readContent(reader, child(node, 'mc:Choice') ?? child(node, 'mc:Fallback') ?? node)
    default:
      return
  }
}

function withChange(reader: Reader, change: Reader['change'], read: () => void): void {
  const before = reader.change
  reader.change = change
  read()
  reader.change = before
}

function readRun(reader: Reader, element: XmlElement): void {
  const { conversion } = reader
  const rPr = child(element, 'w:rPr')
  const run = resolveRun(conversion, reader.base, rPr)
  for (const node of element.children) {
    if (typeof node === 'string') continue
    if (readFieldPart(reader, node, element)) continue
    if (run.hidden && node.name !== 'w:drawing') continue
    readRunPart(reader, node, run)
  }
}

/** Field characters and their instruction; true when the node is part of what is not shown. */
function readFieldPart(reader: Reader, node: XmlElement, runElement: XmlElement): boolean {
  const field = reader.fields.at(-1)
  if (node.name === 'w:fldChar') {
    const type = attr(node, 'w:fldCharType')
    if (type === 'begin') reader.fields.push({ instruction: '', phase: 'instruction', code: undefined })
    else if (type === 'separate' && field !== undefined) {
      field.phase = 'result'
      field.code = fieldCode(reader, field.instruction, runElement)
      if (field.code !== undefined) reader.out.push({ kind: 'code', code: field.code })
    } else if (type === 'end' && field !== undefined) {
      // A field that was never worked out has no result of its own.
      if (field.phase === 'instruction') {
        const code = fieldCode(reader, field.instruction, runElement)
        if (code !== undefined) reader.out.push({ kind: 'code', code })
      }
      reader.fields.pop()
    }
    return true
  }
  if (node.name === 'w:instrText') {
    if (field !== undefined) field.instruction += node.children.filter((c) => typeof c === 'string').join('')
    return true
  }
  // Inside an instruction, and inside the stored result of a field that is worked out anew, nothing is shown.
  return reader.fields.some((each) => each.phase === 'instruction' || each.code !== undefined)
}

/** Code for the fields that depend on where they come to stand; undefined for those whose stored result is shown. */
function fieldCode(reader: Reader, instruction: string, runElement: XmlElement | undefined): string | undefined {
  const [name = '', ...rest] = instruction.trim().split(/\s+/)
  const format = /\\\*\s*(\w+)/.exec(rest.join(' '))?.[1] ?? ''
  const run = resolveRun(reader.conversion, reader.base, child(runElement, 'w:rPr'))
  const shown = (call: string) =>
    styled(reader, `${textStyle(reader.conversion, run, reader.paragraph, '1')}(${call})`, run)
  switch (name.toUpperCase()) {
    case 'PAGE':
      return shown(`page-number(${quoted(fieldFormat(format) ?? reader.conversion.page.numberFormat)})`)
    case 'NUMPAGES':
      return shown('page-total')
    case 'SECTIONPAGES':
      return shown('section-total')
    default:
      return undefined
  }
}

function fieldFormat(format: string): string | undefined {
  return {
    roman: 'lowerRoman',
    ROMAN: 'upperRoman',
    Arabic: 'decimal',
    CHINESENUM3: 'chineseCounting',
    alphabetic: 'lowerLetter',
    ALPHABETIC: 'upperLetter',
  }[format]
}

function readRunPart(reader: Reader, node: XmlElement, run: RunProperties): void {
  const { conversion, out } = reader
  const put = (string: string) => {
    if (string === '') return
    const pieces = conversion.splitting ? breakable(string) : [string]
    for (const piece of pieces)
      out.push({
        kind: 'code',
        code: text(reader, piece, run),
        text: piece,
        cut: (n) => text(reader, piece.slice(0, n), run),
        hanging: hangingRoom(reader, run),
      })
  }
  switch (node.name) {
    case 'w:t':
    case 'w:delText': {
      const whole = node.children
        .filter((c) => typeof c === 'string')
        .join('')
        .replaceAll(/[\r\n]/g, ' ')
      // A tab character typed into the text is a tab like any other.
      whole.split('\t').forEach((part, i) => {
        if (i > 0) out.push(tab(reader, run))
        put(part)
      })
      return
    }
    case 'w:tab':
      out.push(tab(reader, run))
      return
    case 'w:ptab': {
      const place = attr(node, 'w:alignment')
      out.push({
        ...tab(reader, run),
        place: place === 'center' || place === 'right' ? place : 'left',
      })
      return
    }
    case 'w:br': {
      const type = attr(node, 'w:type')
      out.push({ kind: type === 'page' ? 'page' : type === 'column' ? 'column' : 'line' })
      return
    }
    case 'w:cr':
      out.push({ kind: 'line' })
      return
    case 'w:noBreakHyphen':
      return put('\u2011')
    case 'w:softHyphen':
      return put('\u00ad')
    case 'w:sym':
      return put(symbolCharacter(attr(node, 'w:font') ?? '', Number.parseInt(attr(node, 'w:char') ?? '2022', 16)))
    case 'w:drawing':
      out.push(...drawing(conversion, node).map(asInline))
      return
    case 'w:pict':
    case 'w:object':
      out.push(...picture(conversion, node).map(asInline))
      return
    case 'w:footnoteReference':
      out.push({
        kind: 'code',
        code: footnote(conversion, node, (number) => noteNumber(reader, number, run)),
      })
      return
    case 'w:endnoteReference': {
      const number = endnote(conversion, node)
      if (number !== undefined) out.push({ kind: 'code', code: noteNumber(reader, number, run) })
      return
    }
    case 'w:footnoteRef':
    case 'w:endnoteRef':
      if (conversion.notes.number !== undefined)
        out.push({ kind: 'code', code: noteNumber(reader, conversion.notes.number, run) })
      return
    case 'w:ruby': {
      report(conversion, 'ruby')
      const base = child(node, 'w:rubyBase')
      if (base !== undefined) readContent(reader, base)
      return
    }
    case 'mc:AlternateContent': {
      const chosen = child(node, 'mc:Choice') ?? child(node, 'mc:Fallback')
      for (const each of children(chosen)) readRunPart(reader, each, run)
      return
    }
    case 'w:pgNum':
      out.push({
        kind: 'code',
        code: `${textStyle(conversion, run, reader.paragraph, '1')}(page-number("decimal"))`,
      })
      return
    default:
      return
  }
}

const asInline = (drawn: Drawn): Inline => (drawn.kind === 'inline' ? { kind: 'code', code: drawn.code } : drawn)

/** The number of a note in the look of its run. */
const noteNumber = (reader: Reader, number: string, run: RunProperties): string =>
  styled(reader, `${textStyle(reader.conversion, run, reader.paragraph, '1')}(${number})`, run)

function tab({ conversion, paragraph }: Reader, run: RunProperties): TabInline {
  const underline = run.underline !== undefined && run.underline !== 'none'
  return { kind: 'tab', underline, ...tabLook(conversion, run, paragraph) }
}

/** What a tab takes from its run: the look of its leader. */
export const tabLook = (conversion: Conversion, run: RunProperties, paragraph: ParagraphProperties) => ({
  size: run.size ?? 10.5,
  below: lineEdges(conversion, run, paragraph, '.').below,
  style: textStyle(conversion, run, paragraph, '.'),
})

/** Text in the run's look. */
function text(reader: Reader, given: string, run: RunProperties): string {
  const { conversion } = reader
  const string = printable(conversion, run.caps ? given.toUpperCase() : given, run)
  conversion.place = (conversion.place + string).slice(-200)
  const name = textStyle(conversion, run, reader.paragraph, string, reader.chinese)
  const room = hangingRoom(reader, run)
  const parts = room === 0 ? [string] : string.split(hangs)
  const code = parts
    .map((part) =>
      wordPieces(part, run, conversion.width)
        .map((piece) => `${name}(${quoted(piece)})`)
        .join('; h(0.01pt); '),
    )
    .join(`; hang(${pt(room)}); `)
  return styled(reader, code.includes('; ') ? `{${code}}` : code, run)
}

// Marks that may stand in the margin.
const hangingMarks = '[，。、；：！？]'
const endsInMark = new RegExp(`${hangingMarks}$`)
// Between such a mark and text that may begin the next line; beside other marks it is set closer anyway.
const hangs = new RegExp(`(?<=${hangingMarks})(?=[\\p{L}\\p{N}])`, 'u')

/**
 * How much of a mark at the end of a line Word lets stand in the margin ("允许标点溢出边界"), where a line of full characters leaves it no room.
 * The typesetter by itself takes the blank half off.
 */
function hangingRoom({ paragraph, measure }: Reader, run: RunProperties): number {
  const size = run.size ?? 10.5
  const left = measure % size
  const flush = paragraph.align === undefined || ['left', 'start', 'both'].includes(paragraph.align)
  const plain = !run.spacing && run.scale === undefined
  return flush && plain && paragraph.overflowPunctuation !== false && left < size / 2 ? size - left : 0
}

// Most text has neither a long word nor a hyphen before a digit.
const cuttable = /[!-~]{8}|-\p{N}/u

/** Text cut where Word may end a line and the typesetter would not: after hyphens within words, and anywhere in a word longer than a line. */
function wordPieces(string: string, run: RunProperties, width: number): string[] {
  // Blanks to fill in stay whole, and stay at the end of a line.
  const text =
    run.underline !== undefined && run.underline !== 'none'
      ? string.replaceAll(/ {2,}/g, (blank) => '\u00a0'.repeat(blank.length))
      : string
  if (!cuttable.test(text)) return text === '' ? [] : [text]
  // Two characters to the em: a word of more than this cannot stand in one line.
  const long = new RegExp(`([!-~]{${Math.max(8, Math.ceil((2 * width) / (run.size ?? 10.5)))},})`)
  return text
    .split(/(?<=[\p{L}\p{N}]-)(?=\p{N})/u)
    .flatMap((piece) => piece.split(long).filter((part) => part !== ''))
    .flatMap((part) => (long.test(part) ? part.split(/(?<=[!-~]{2})(?=[!-~]{2})/) : [part]))
}

/** Lines, grounds and marks around a piece of text. */
function styled(reader: Reader, inner: string, run: RunProperties): string {
  let code = inner
  const below = () => pt(lineEdges(reader.conversion, run, reader.paragraph, '').below)
  if (run.italic) code = slanted(run, below(), code)
  if (run.smallCaps) code = `small-capitals(${code})`
  if (run.highlight)
    code = `highlight(fill: rgb(${quoted(run.highlight)}), top-edge: 0.9em, bottom-edge: -0.2em, ${code})`
  if (run.emphasis !== undefined && run.emphasis !== 'none') code = `emphasized(${code})`
  const underline =
    reader.change === 'inserted' && reader.conversion.options.marks === 'marked' ? 'single' : run.underline
  if (underline !== undefined && underline !== 'none')
    code = `underlined(${quoted(underlineKind(underline))}, ${run.underlineColor ? `rgb(${quoted(run.underlineColor)})` : 'auto'}, ${code})`
  if (run.strike || (reader.change === 'deleted' && reader.conversion.options.marks === 'marked'))
    code = `strike(${code})`
  if (run.boxed)
    code = `highlight(fill: none, stroke: 0.5pt, extent: 1pt, top-edge: 0.95em, bottom-edge: -0.25em, ${code})`
  if (run.scale !== undefined && run.scale !== 1) code = `stretched(${run.scale}, ${below()}, ${code})`
  return code
}

/** Slants what has no italic face of its own, as Word does: always the Chinese, and the Latin of a Chinese font. */
function slanted(run: RunProperties, below: string, code: string): string {
  const latin = runFonts(run).ascii
  return `slanted(${quoted(latin.chinese ? '[\\p{Han}]|[^\\s\\p{Han}]+' : '[\\p{Han}，。、；：（）《》“”]')}, ${below}, ${code})`
}

function underlineKind(kind: string): string {
  if (/double|Double/.test(kind)) return 'double'
  if (/wav/i.test(kind)) return 'wave'
  if (/dot|dash/i.test(kind)) return 'dotted'
  return kind === 'thick' ? 'thick' : 'single'
}

function mathText(node: XmlElement): string {
  if (node.name === 'm:t') return node.children.filter((c) => typeof c === 'string').join('')
  return children(node).map(mathText).join('')
}
