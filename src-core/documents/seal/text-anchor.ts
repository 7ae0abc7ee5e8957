import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { refuse } from '../../../src-shared/kernel/refusal.ts'
import { appRoot } from '../../app-files.ts'

/** Where a text stands on a page as its reader sees it: points from the top-left corner, 0-based page. */
export interface TextPlace {
  readonly page: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Which of several matches is meant; a signature line usually is the last, since clauses name it too. */
export type Occurrence = 'first' | 'last' | number

interface PlacedCharacter extends TextPlace {
  readonly character: string
}

/** One page's text, brackets and letters folded to one width and spaces left out; an index into `text` is one into `characters`. */
interface PageText {
  readonly characters: readonly PlacedCharacter[]
  readonly text: string
}

/** Finds texts of one PDF; pages are read when a search reaches them, since the signature lines that are looked for stand at the end. */
export interface TextFinder {
  /**
   * The place of a text, by default its last occurrence; an occurrence number counts from 1.
   * Refuses `document.anchorNotFound` with the text, the number found and the most similar text of the document, if there is one.
   */
  find(text: string, occurrence?: Occurrence): Promise<TextPlace>
  close(): Promise<void>
}

/**
 * Opens a PDF for searching by pdf.js (crop box and rotation applied). Close it after use.
 * Refuses `document.unreadable` when the file is no PDF or is encrypted.
 */
export async function openTextFinder(pdf: Uint8Array): Promise<TextFinder> {
  const pdfjs = await loadPdfjs()
  const task = pdfjs.getDocument({
    // pdf.js takes the buffer away from its owner; give it a copy.
    data: new Uint8Array(pdf),
    ...encodingFiles(),
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  })
  const document = await task.promise.catch(async () => {
    await task.destroy()
    throw refuse('document.unreadable', {})
  })
  const read = new Map<number, PageText>()
  const pageText = async (index: number): Promise<PageText> => {
    const known = read.get(index)
    if (known) return known
    const page = await document.getPage(index + 1)
    const viewport = page.getViewport({ scale: 1 })
    const content = await page.getTextContent({ disableNormalization: true })
    const characters = content.items.flatMap((item) =>
      'str' in item ? placeItem(item, viewport.transform, index) : [],
    )
    page.cleanup()
    const text = { characters, text: characters.map((c) => c.character).join('') }
    read.set(index, text)
    return text
  }
  return {
    async find(text, occurrence = 'last') {
      const wanted = fold(text)
      let found = 0
      const order = Array.from({ length: document.numPages }, (_, i) =>
        occurrence === 'last' ? document.numPages - 1 - i : i,
      )
      for (const index of order) {
        const page = await pageText(index)
        const places = occurrences(page.text, wanted)
        const at = occurrence === 'last' ? places.at(-1) : places[(occurrence === 'first' ? 1 : occurrence) - 1 - found]
        if (at !== undefined) return lineEnd(page.characters.slice(at, at + wanted.length))
        found += places.length
      }
      const nearest = nearestText(await Promise.all(order.map(pageText)), wanted)
      throw refuse('document.anchorNotFound', {
        text,
        found,
        ...(nearest ? { nearest: nearest.text, page: nearest.page + 1 } : {}),
      })
    },
    close: () => task.destroy(),
  }
}

/** pdf.js with its worker code in this thread: document work has a worker of its own already, and a bundle has no file to start another from. */
async function loadPdfjs() {
  const [pdfjs, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ])
  ;(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker ??= worker
  return pdfjs
}

/** Tables for fonts that are not embedded: of the installed package, or those that ship with the screens in the packed app. */
function encodingFiles(): { cMapUrl?: string; cMapPacked?: boolean; standardFontDataUrl?: string } {
  const home = pdfjsFolder()
  if (!existsSync(join(home, 'cmaps'))) return {}
  return {
    cMapUrl: `${join(home, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
  }
}

function pdfjsFolder(): string {
  try {
    return dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  } catch {
    return join(appRoot, 'out', 'renderer', 'pdfjs')
  }
}

function occurrences(text: string, wanted: string): number[] {
  const out: number[] = []
  if (wanted !== '') for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) out.push(at)
  return out
}

function placeItem(
  item: { str: string; transform: number[]; width: number; height: number },
  view: number[],
  page: number,
): PlacedCharacter[] {
  const signs = Array.from(item.str)
  // pdf.js gives one width per run; full-width signs take twice the room of others.
  const room = signs.map((sign) => (sign.codePointAt(0)! < 0x250 ? 0.5 : 1))
  const total = room.reduce((sum, r) => sum + r, 0) || 1
  const [a, b, c, d, e, f] = item.transform as [number, number, number, number, number, number]
  const along = Math.hypot(a, b) || 1
  const size = Math.hypot(c, d)
  const up: [number, number] = size === 0 ? [0, 1] : [c / size, d / size]
  const corner = (distance: number, rise: number): [number, number] => {
    const x = e + (a / along) * distance + up[0] * rise
    const y = f + (b / along) * distance + up[1] * rise
    return [view[0]! * x + view[2]! * y + view[4]!, view[1]! * x + view[3]! * y + view[5]!]
  }
  const out: PlacedCharacter[] = []
  let passed = 0
  signs.forEach((sign, i) => {
    const from = (passed / total) * item.width
    passed += room[i]!
    const to = (passed / total) * item.width
    const corners = [
      corner(from, -0.15 * size),
      corner(to, -0.15 * size),
      corner(from, 0.85 * size),
      corner(to, 0.85 * size),
    ]
    const xs = corners.map(([x]) => x)
    const ys = corners.map(([, y]) => y)
    const place = { page, left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
    // One sign per entry, so that an index into the text is an index into the characters.
    for (const character of fold(sign)) for (const unit of character.split('')) out.push({ character: unit, ...place })
  })
  return out
}

/** （ and ( alike, full-width letters and digits as plain ones, no spaces. */
function fold(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').replaceAll('〔', '[').replaceAll('〕', ']')
}

/** The box of the characters; of a text broken over lines, the part on its last line. */
function lineEnd(characters: readonly PlacedCharacter[]): TextPlace {
  const last = characters.at(-1)!
  const line = characters.filter((c) => c.page === last.page && c.top < last.bottom && c.bottom > last.top)
  return {
    page: last.page,
    left: Math.min(...line.map((c) => c.left)),
    right: Math.max(...line.map((c) => c.right)),
    top: Math.min(...line.map((c) => c.top)),
    bottom: Math.max(...line.map((c) => c.bottom)),
  }
}

/** The stretch of text that agrees with the wanted one in most places, at least in half of them. */
function nearestText(pages: readonly PageText[], wanted: string): { text: string; page: number } | undefined {
  const length = wanted.length
  let best = { same: Math.max(1, Math.floor(length / 2)), text: '', page: -1 }
  for (const page of pages) {
    for (let at = 0; at + length <= page.text.length; at++) {
      let same = 0
      for (let i = 0; i < length; i++) if (page.text[at + i] === wanted[i]) same++
      if (same > best.same) best = { same, text: page.text.slice(at, at + length), page: page.characters[at]!.page }
    }
  }
  return best.page < 0 ? undefined : best
}
