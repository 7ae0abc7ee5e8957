import type { Docx } from '../docx/open-docx.ts'
import { attr, type XmlElement } from '../docx/xml.ts'

/** One `{{…}}` of a template with its place. */
export interface TemplateCommand {
  /** What stands between the braces, trimmed. */
  code: string
  part: string
  /** From 1, by the page breaks that Word stored; a guess in files that were never opened in Word. */
  page: number
  /** The whole paragraph it stands in. */
  sentence: string
  /** Ordinal of the paragraph and of the table row around it, to see where a loop begins and ends. */
  paragraph: number
  row: number | null
}

export interface ScannedParagraph {
  text: string
  part: string
  page: number
  row: number | null
  paragraph: number
}

/** Parts that may hold commands: the body, headers, footers and notes. */
export function templateParts(docx: Docx): string[] {
  const related = [...docx.relationships(docx.mainPart).values()]
    .filter(({ type, external }) => !external && /\/(header|footer|footnotes|endnotes)$/.test(type))
    .map(({ target }) => target)
  return [docx.mainPart, ...new Set(related)]
}

/** The text of every paragraph, runs joined: Word splits braces over runs as it likes. */
export function scanParagraphs(docx: Docx): ScannedParagraph[] {
  const found: ScannedParagraph[] = []
  let count = 0
  let rows = 0
  for (const part of templateParts(docx)) {
    const root = docx.xml(part)
    if (root === undefined) continue
    let page = 1
    const visit = (element: XmlElement, row: number | null, into: ScannedParagraph | undefined): void => {
      for (const node of element.children) {
        if (typeof node === 'string') continue
        switch (node.name) {
          case 'w:p': {
            const paragraph: ScannedParagraph = { text: '', part, page, row, paragraph: (count += 1) }
            found.push(paragraph)
            visit(node, row, paragraph)
            break
          }
          case 'w:tr':
            visit(node, (rows += 1), undefined)
            break
          case 'w:t':
            if (into !== undefined) into.text += node.children.filter((c) => typeof c === 'string').join('')
            break
          case 'w:tab':
            if (into !== undefined && element.name === 'w:r') into.text += '\t'
            break
          case 'w:lastRenderedPageBreak':
            page += 1
            if (into !== undefined && into.text === '') into.page = page
            break
          case 'w:br':
            if (attr(node, 'w:type') === 'page') page += 1
            break
          case 'w:instrText':
          case 'w:del':
          case 'w:moveFrom':
            break
          case 'mc:Fallback':
            // The same text box again, for old versions of Word.
            break
          default:
            visit(node, row, into)
        }
      }
    }
    visit(root, null, undefined)
  }
  return found
}

/** All commands of the paragraphs in order. */
export function commandsOf(paragraphs: readonly ScannedParagraph[]): TemplateCommand[] {
  return paragraphs.flatMap(({ text, part, page, row, paragraph }) =>
    [...text.matchAll(/\{\{(.*?)\}\}/gsu)].map((match) => ({
      code: match[1]!.trim(),
      part,
      page,
      sentence: text,
      paragraph,
      row,
    })),
  )
}
