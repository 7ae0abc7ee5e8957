import type { Box, Line, Page } from './page-text.ts'

/** A Chinese character, a run of Latin letters and digits, or a sign; with its place. */
export interface Token extends Box {
  text: string
  /** From 0. */
  page: number
  /** Last of its line. */
  endsLine: boolean
}

/**
 * Text with what two programs may write differently made alike: compatibility forms (not ①, which is not 1), quotes, dashes, dots; any
 * pictograph is `◆`, because fonts of symbols have private codes. Blanks and soft hyphens go.
 */
export function foldText(text: string): string {
  return text
    .replaceAll(/[^\u2460-\u24ff]+/g, (part) => part.normalize('NFKC'))
    .replaceAll(/[\s\u00ad\u200b-\u200f\u2060\ufeff_]/g, '')
    .replaceAll(/[“”„‟«»〝〞]/g, '"')
    .replaceAll(/[‘’‚‛`´]/g, "'")
    .replaceAll(/[‐-―−﹣－]/g, '-')
    .replaceAll(/[‧・∙⋅]/g, '·')
    .replaceAll(/[•\p{Co}\u25a0-\u27bf\u2b00-\u2bff\u2610-\u2612\u{1f300}-\u{1fbff}]/gu, '◆')
}

const piece = /[0-9A-Za-z\u00c0-\u024f\u0370-\u03ff]+|[\s\S]/gu
const wide =
  /[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u3000-\u303f\u2460-\u24ff◆\u{20000}-\u{3ffff}]/u

/** Width of a piece of text in halves of an em, about. */
const breadth = (text: string): number =>
  [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1.05), 0)

/** A sign set three times or more in a row leads the eye to a page number, and how often it fits is the program's affair. */
const leaders = /([.·-])\1{2,}/g

/** Tokens of a line from left to right; inside a word the places are shared out by the usual breadth of its characters. */
function lineTokens(line: Line, page: number): Token[] {
  const kept = withoutLeaders(line.words.map((word) => foldText(word.text)))
  const tokens = line.words.flatMap((word, i): Token[] => {
    const text = kept[i]!
    // Text that runs down or up is shared out along its height.
    const upright = word.bottom - word.top > 1.8 * (word.right - word.left) && [...text].length > 1
    const length = upright ? word.bottom - word.top : word.right - word.left
    const whole = breadth(text)
    let at = 0
    return Array.from(text.matchAll(piece), ([part]): Token => {
      const [from, to] = [(at / whole) * length, ((at += breadth(part)) / whole) * length]
      const place = upright
        ? { left: word.left, right: word.right, top: word.top + from, bottom: word.top + to }
        : { left: word.left + from, right: word.left + to, top: word.top, bottom: word.bottom }
      return { text: part, page, endsLine: false, ...place }
    })
  })
  const last = tokens.at(-1)
  if (last !== undefined) last.endsLine = true
  return tokens
}

function withoutLeaders(words: readonly string[]): string[] {
  const joined = words.join('')
  const dropped = new Set<number>()
  for (const match of joined.matchAll(leaders)) for (let i = 0; i < match[0].length; i++) dropped.add(match.index + i)
  if (dropped.size === 0) return [...words]
  let at = 0
  return words.map((word) => {
    const kept = word
      .split('')
      .filter((_, i) => !dropped.has(at + i))
      .join('')
    at += word.length
    return kept
  })
}

/** All tokens of a document in reading order. */
export const documentTokens = (pages: readonly Page[]): Token[] =>
  pages.flatMap((page, i) => page.lines.flatMap((line) => lineTokens(line, i)))
