import { distance, matchTokens } from './match-tokens.ts'
import type { Line, Page } from './page-text.ts'
import { documentTokens, foldText, type Token } from './text-tokens.ts'

export interface TextComparison {
  /** Characters of the reference that we have not, or not as often; in reading order. */
  missing: string
  /** Characters that we have beyond the reference. */
  extra: string
  pages: number
  referencePages: number
  words: number
  /** Share of the reference's words that we have on the same page, 0 to 1. */
  samePage: number
  /** Distance of words on the same page, points. */
  median: number
  percentile95: number
  /** Share of the reference's ends of lines where ours end too. */
  lineBreaks: number
}

/** Our pages against the reference's. */
export function compareText(ours: readonly Page[], reference: readonly Page[]): TextComparison {
  // With another number of pages whatever stands on each page (heads, feet, repeated rows) comes more often; it counts once then.
  const [own, other] =
    ours.length === reference.length ? [ours, reference] : [withoutRepeats(ours), withoutRepeats(reference)]
  const { missing, extra } = differingCharacters(documentTokens(own), documentTokens(other))
  const referenceTokens = documentTokens(reference)
  const { pairs } = matchTokens(documentTokens(ours), referenceTokens)
  const samePage = pairs.filter((pair) => pair.ours.page === pair.reference.page)
  const distances = samePage.map(distance).toSorted((a, b) => a - b)
  const ends = pairs.filter((pair) => pair.reference.endsLine)
  return {
    missing,
    extra,
    pages: ours.length,
    referencePages: reference.length,
    words: referenceTokens.length,
    samePage: referenceTokens.length === 0 ? 1 : samePage.length / referenceTokens.length,
    median: distances[Math.floor(distances.length / 2)] ?? 0,
    percentile95: distances[Math.floor(distances.length * 0.95)] ?? 0,
    lineBreaks: ends.length === 0 ? 1 : ends.filter((pair) => pair.ours.endsLine).length / ends.length,
  }
}

/**
 * Heads, repeated table heads and feet kept on the first page that has them only: rows at the top and the bottom of a page, each line of which stood
 * at the same height of an earlier page with the same words. Their numbers, such as that of all pages, do not count.
 */
function withoutRepeats(pages: readonly Page[]): Page[] {
  const seen = new Map<string, Line[]>()
  const repeated = new Set<Line>()
  const earlier = (line: Line) => seen.get(unnumbered(wording(line)))?.find((each) => Math.abs(each.top - line.top) < 6)
  const kept = pages.map((page) => {
    const rows = rowsOf(page.lines)
    const isNew = (row: Line[]) => row.some((line) => earlier(line) === undefined)
    const first = rows.findIndex(isNew)
    const own = new Set(first < 0 ? [] : rows.slice(first, rows.findLastIndex(isNew) + 1).flat())
    for (const line of page.lines) if (!own.has(line)) repeated.add(earlier(line)!)
    for (const line of own) {
      const key = unnumbered(wording(line))
      seen.set(key, [...(seen.get(key) ?? []), line])
    }
    return page.lines.filter((line) => own.has(line))
  })
  const words = (line: Line) => line.words.map((word) => ({ ...word, text: unnumbered(word.text) }))
  return pages.map((page, i) => ({
    ...page,
    lines: kept[i]!.map((line) => (repeated.has(line) ? { ...line, words: words(line) } : line)),
  }))
}

const wording = (line: Line): string => foldText(line.words.map((word) => word.text).join(''))

const unnumbered = (text: string): string => text.replaceAll(/[0-9ivxIVX]+/g, '#')

/** Lines that share some height stand in one row; rows from the top of the page. */
function rowsOf(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = []
  let bottom = -Infinity
  for (const line of lines.toSorted((a, b) => a.top - b.top)) {
    if (line.top < bottom) rows.at(-1)!.push(line)
    else rows.push([line])
    bottom = Math.max(bottom, line.bottom)
  }
  return rows
}

/** Characters by which two texts differ as bags, told in the order in which the unmatched ones are read. */
function differingCharacters(ours: readonly Token[], reference: readonly Token[]): { missing: string; extra: string } {
  const count = new Map<string, number>()
  const add = (tokens: readonly Token[], by: number) => {
    for (const token of tokens)
      for (const character of token.text) count.set(character, (count.get(character) ?? 0) + by)
  }
  add(ours, 1)
  add(reference, -1)
  forgiveHyphens(count, [...ours, ...reference])
  const { ours: onlyOurs, reference: onlyReference } = matchTokens(ours, reference)
  const told = (unmatched: readonly Token[], all: readonly Token[], sign: 1 | -1) => {
    const left = new Map([...count].filter(([, n]) => n * sign > 0).map(([character, n]) => [character, n * sign]))
    let text = ''
    // The unmatched ones first: they tell where it happened.
    for (const token of [...unmatched, ...all]) {
      for (const character of token.text) {
        const n = left.get(character) ?? 0
        if (n === 0) continue
        left.set(character, n - 1)
        text += character
      }
    }
    return text
  }
  return { missing: told(onlyReference, reference, -1), extra: told(onlyOurs, ours, 1) }
}

/** A hyphen at the end of a line may be one that only the break put there. */
function forgiveHyphens(count: Map<string, number>, tokens: readonly Token[]): void {
  const atEnds = tokens.filter((token) => token.endsLine && token.text === '-').length
  const difference = count.get('-') ?? 0
  if (Math.abs(difference) <= atEnds) count.set('-', 0)
}
