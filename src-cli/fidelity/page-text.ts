import { runProgram } from './external-programs.ts'

/** A box on a page: points from its top left corner. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export interface Word extends Box {
  text: string
}

export interface Line extends Box {
  words: Word[]
}

export interface Page {
  width: number
  height: number
  lines: Line[]
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
}

function boxOf(tag: string): Box {
  const at = (name: string) => Number(new RegExp(`${name}="([-\\d.]+)"`).exec(tag)?.[1] ?? 0)
  return { left: at('xMin'), top: at('yMin'), right: at('xMax'), bottom: at('yMax') }
}

/** What `pdftotext -bbox-layout` prints, as pages of lines of words in reading order. */
export function parseBoundingBoxes(xhtml: string): Page[] {
  const pages: Page[] = []
  for (const [tag, text] of xhtml.matchAll(/<(?:page|line|word) [^>]*>([^<]*)/g)) {
    const page = pages.at(-1)
    if (tag.startsWith('<page')) {
      const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(tag) ?? []
      pages.push({ width: Number(width), height: Number(height), lines: [] })
    } else if (tag.startsWith('<line')) page!.lines.push({ ...boxOf(tag), words: [] })
    else
      page!.lines.at(-1)!.words.push({
        ...boxOf(tag),
        text: text!.replaceAll(/&(?:amp|lt|gt|quot|apos|#39);/g, (each) => entities[each]!),
      })
  }
  return pages
}

/** Text of a PDF with the place of every word. */
export async function readPageText(pdf: string, pdftotext: string): Promise<Page[]> {
  const { stdout } = await runProgram(pdftotext, ['-bbox-layout', '-q', pdf, '-'], { maxBuffer: 1 << 28 })
  return parseBoundingBoxes(stdout)
}
