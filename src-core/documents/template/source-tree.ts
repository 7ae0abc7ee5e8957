import type { XmlElement } from '../docx/xml.ts'

/**
 * An element of a part with the text it was written as. Filling copies what it does not change letter by letter: namespaces, attributes
 * and whatever Word of a later year puts there stay as they are.
 */
export interface SourceElement {
  /** Canonical name, as in XmlElement. */
  name: string
  /** The parsed element. */
  xml: XmlElement
  /** Start tag as written, without the slash of an empty element: `<w:t xml:space="preserve">`. */
  open: string
  /** End tag: `</w:t>`. */
  close: string
  /** Place in the text of the part: from the start tag to behind the end tag. */
  start: number
  end: number
  /** Elements only; what stands between them is copied as it is. */
  children: SourceElement[]
  parent: SourceElement | undefined
}

/**
 * Lines a part's text up with its parsed tree. The text must have been accepted by parseXml (well-formed, no DTD), which the tree proves.
 * Iterative: nesting costs no stack.
 */
export function sourceTree(source: string, root: XmlElement): SourceElement {
  let top: SourceElement | undefined
  let parent: SourceElement | undefined
  // Where in each open element's children the next element is found.
  const cursors: number[] = []
  let at = 0
  while (at < source.length) {
    const tag = source.indexOf('<', at)
    if (tag < 0) break
    const next = source[tag + 1]
    if (next === '!') {
      at = source.startsWith('<!--', tag) ? after(source, '-->', tag) : after(source, ']]>', tag)
    } else if (next === '?') {
      at = after(source, '?>', tag)
    } else if (next === '/') {
      at = after(source, '>', tag)
      parent!.close = source.slice(tag, at)
      parent!.end = at
      parent = parent!.parent
      cursors.pop()
    } else {
      at = endOfTag(source, tag)
      const empty = source[at - 2] === '/'
      const xml: XmlElement = parent === undefined ? root : nextElement(parent.xml, cursors)
      const open = empty ? `${source.slice(tag, at - 2).trimEnd()}>` : source.slice(tag, at)
      const element: SourceElement = {
        name: xml.name,
        xml,
        open,
        close: empty ? `</${rawName(open)}>` : '',
        start: tag,
        end: at,
        children: [],
        parent,
      }
      parent?.children.push(element)
      top ??= element
      if (!empty) {
        parent = element
        cursors.push(0)
      }
    }
  }
  return top!
}

/** The name in a start tag as written: `<x:p a="1">` → `x:p`. */
export function rawName(open: string): string {
  return /^<([^\s>/]+)/.exec(open)![1]!
}

function nextElement(parent: XmlElement, cursors: number[]): XmlElement {
  let i = cursors.at(-1)!
  while (typeof parent.children[i] === 'string') i++
  cursors[cursors.length - 1] = i + 1
  return parent.children[i] as XmlElement
}

function after(source: string, end: string, from: number): number {
  return source.indexOf(end, from) + end.length
}

/** Behind the `>` of the tag at `from`; a `>` in an attribute's quotes does not end it. */
function endOfTag(source: string, from: number): number {
  let quote = ''
  for (let at = from; at < source.length; at++) {
    const c = source[at]!
    if (quote !== '') {
      if (c === quote) quote = ''
    } else if (c === '"' || c === "'") {
      quote = c
    } else if (c === '>') {
      return at + 1
    }
  }
  throw new RangeError('a tag without end')
}

/** Text → XML text. Control characters must have been refused before. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
