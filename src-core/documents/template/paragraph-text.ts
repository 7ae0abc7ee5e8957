import { attr } from '../docx/xml.ts'
import type { SourceElement } from './source-tree.ts'

/** A stretch of a paragraph's text and the element it stands in. */
export interface Piece {
  element: SourceElement
  /** `text` may be cut anywhere; `space` (tab, line break, hyphen) is one character; `object` is something to see: a picture, a page break. */
  kind: 'text' | 'space' | 'object'
  text: string
  /** Place in the paragraph's text. */
  start: number
  page: number
  /** It is the result of a Word field, which Word computes anew. */
  inField: boolean
}

export interface Paragraph {
  element: SourceElement
  text: string
  pieces: Piece[]
  page: number
  /** Instructions of Word fields that hold braces. */
  fieldCodes: string[]
}

/** What runs through a part in reading order. */
export interface ReadingState {
  page: number
  /** Word stored where its pages broke; else only the breaks that the author set are known. */
  storedBreaks: boolean
  /** Open Word fields, innermost last: whether each is past its separator. */
  fields: { result: boolean }[]
}

const skipped = new Set([
  'w:pPr',
  'w:rPr',
  'w:del',
  'w:moveFrom',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:rt',
  'w:proofErr',
  'w:softHyphen',
  'w:commentReference',
  'w:annotationRef',
  'w:delText',
  'w:delInstrText',
])

/** Elements of a run that are not text and can be seen. */
const objects = new Set([
  'w:drawing',
  'w:pict',
  'w:object',
  'w:sym',
  'w:footnoteReference',
  'w:endnoteReference',
  'w:footnoteRef',
  'w:endnoteRef',
  'w:pgNum',
  'w:separator',
  'w:continuationSeparator',
  'mc:AlternateContent',
  'm:oMath',
  'm:oMathPara',
  'w:dayLong',
  'w:monthLong',
  'w:yearLong',
  'w:dayShort',
  'w:monthShort',
  'w:yearShort',
])

/** The text of a paragraph as its reader sees it, Word's runs joined; text boxes inside are paragraphs of their own. */
export function readParagraph(element: SourceElement, state: ReadingState): Paragraph {
  const paragraph: Paragraph = { element, text: '', pieces: [], page: state.page, fieldCodes: [] }
  if (!state.storedBreaks && startsPage(element)) paragraph.page = ++state.page
  const add = (owner: SourceElement, kind: Piece['kind'], text: string) => {
    const inField = state.fields.some(({ result }) => result)
    paragraph.pieces.push({ element: owner, kind, text, start: paragraph.text.length, page: state.page, inField })
    paragraph.text += text
  }
  const visit = (parent: SourceElement): void => {
    for (const e of parent.children) {
      if (skipped.has(e.name)) continue
      if (objects.has(e.name)) add(e, 'object', '\ufffc')
      else readElement(e)
    }
  }
  const readElement = (e: SourceElement): void => {
    switch (e.name) {
      case 'w:t':
        add(e, 'text', e.xml.children.filter((c) => typeof c === 'string').join(''))
        return
      case 'w:tab':
      case 'w:ptab':
        add(e, 'space', '\t')
        return
      case 'w:noBreakHyphen':
        add(e, 'space', '-')
        return
      case 'w:cr':
        add(e, 'space', '\n')
        return
      case 'w:br':
        readBreak(e)
        return
      case 'w:lastRenderedPageBreak':
        if (state.storedBreaks) state.page++
        if (paragraph.text === '') paragraph.page = state.page
        return
      case 'w:fldChar':
        turnField(attr(e.xml, 'w:fldCharType'), state)
        return
      case 'w:instrText': {
        const code = e.xml.children.filter((c) => typeof c === 'string').join('')
        if (/\{\{|\}\}/.test(code)) paragraph.fieldCodes.push(code)
        return
      }
      case 'w:fldSimple':
        state.fields.push({ result: true })
        visit(e)
        state.fields.pop()
        return
      default:
        visit(e)
    }
  }
  const readBreak = (e: SourceElement): void => {
    const type = attr(e.xml, 'w:type')
    if (type !== 'page' && type !== 'column') {
      add(e, 'space', '\n')
      return
    }
    add(e, 'object', '\ufffc')
    if (type === 'page' && !state.storedBreaks) state.page++
  }
  visit(element)
  return paragraph
}

function startsPage(paragraph: SourceElement): boolean {
  const pPr = paragraph.xml.children.find((c) => typeof c !== 'string' && c.name === 'w:pPr')
  if (pPr === undefined || typeof pPr === 'string') return false
  const on = pPr.children.find((c) => typeof c !== 'string' && c.name === 'w:pageBreakBefore')
  return on !== undefined && typeof on !== 'string' && !['0', 'false', 'off'].includes(attr(on, 'w:val') ?? '1')
}

function turnField(type: string | undefined, state: ReadingState): void {
  if (type === 'begin') state.fields.push({ result: false })
  else if (type === 'end') state.fields.pop()
  else if (type === 'separate' && state.fields.length > 0) state.fields.at(-1)!.result = true
}

/** The sentence around a place, up to 120 characters, blanks joined. */
export function sentenceAround(text: string, at: number): string {
  const ends = /[。；;！？!?\n\ufffc]/
  let from = at
  let to = at
  while (from > 0 && at - from < 60 && !ends.test(text[from - 1]!)) from--
  while (
    to < text.length &&
    to - at < 60 &&
    !(to > at && ends.test(text[to - 1]!) && text[to - 1] !== '\ufffc' && text.slice(from, to).trim() !== '')
  )
    to++
  const words = text
    .slice(from, to)
    .replaceAll(/[\s\ufffc]+/g, ' ')
    .trim()
  return `${from > 0 && !ends.test(text[from - 1]!) ? '…' : ''}${words}${to < text.length && !ends.test(text[to - 1]!) ? '…' : ''}`
}
