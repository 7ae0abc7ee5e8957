import { attr, children, type XmlElement } from '../docx/xml.ts'
import { blocks, nothingAround } from './blocks.ts'
import type { Conversion } from './conversion.ts'
import { formatCounter } from './number-format.ts'

function noteElement(
  conversion: Conversion,
  kind: 'footnotes' | 'endnotes',
  id: number,
): { part: string; element: XmlElement } | undefined {
  const link = [...conversion.docx.relationships(conversion.docx.mainPart).values()].find((each) =>
    each.type.endsWith(`/${kind}`),
  )
  if (link === undefined) return undefined
  const element = children(conversion.docx.xml(link.target), kind === 'footnotes' ? 'w:footnote' : 'w:endnote').find(
    (note) => attr(note, 'w:id') === String(id),
  )
  return element && { part: link.target, element }
}

function noteBody(conversion: Conversion, { part, element }: { part: string; element: XmlElement }): string {
  const before = { part: conversion.part, place: conversion.place }
  conversion.part = part
  const code = blocks(conversion, children(element), nothingAround, { strongStart: false })
  Object.assign(conversion, before)
  return code
}

/** A footnote: the typesetter numbers it and sets it at the foot of its page. */
export function footnote(conversion: Conversion, id: number, style: string): string {
  const note = noteElement(conversion, 'footnotes', id)
  if (note === undefined) return '[]'
  return `footnote(numbering: n => ${style}(str(n)), {${noteBody(conversion, note)}})`
}

/** Keeps an endnote for the end of the document and gives its number. */
export function endnote(conversion: Conversion, id: number): string | undefined {
  const note = noteElement(conversion, 'endnotes', id)
  if (note === undefined) return undefined
  const number = formatCounter(conversion.endnotes.length + 1, 'lowerRoman')
  conversion.endnotes.push(`grid(columns: (16pt, 1fr), text(size: 9pt)[${number}], {${noteBody(conversion, note)}})`)
  return number
}
