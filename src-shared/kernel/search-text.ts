const run = /[\p{L}\p{N}]+/gu
// Marks that no letter has taken in: SQLite's tokenizer would break words at them.
const looseMarks = /\p{M}+/gu

/**
 * What the full-text index keeps of a text: for every run of letters and digits its overlapping pairs and its last character, in NFKC and
 * lower case: `合同A` → `合同 同a a`. So any part of a run is a phrase of neighbours (two characters suffice, in any script), a single character
 * is the beginning of a token, and no phrase reaches over the end of a run.
 */
export function searchGrams(text: string): string {
  return runsOf(text)
    .flatMap((characters) => characters.map((character, at) => character + (characters[at + 1] ?? '')))
    .join(' ')
}

/**
 * FTS5 MATCH expression for a query against `searchGrams`: every run of letters and digits must occur, in any order. Undefined when the
 * query has no letter or digit; then nothing can be looked for.
 */
export function searchExpression(query: string): string | undefined {
  const runs = runsOf(query)
  if (runs.length === 0) return undefined
  return runs
    .map((characters) => (characters.length === 1 ? `"${characters[0]}"*` : `"${pairs(characters).join(' ')}"`))
    .join(' AND ')
}

function pairs(characters: string[]): string[] {
  return characters.slice(0, -1).map((character, at) => character + characters[at + 1]!)
}

function runsOf(text: string): string[][] {
  const even = text.normalize('NFKC').toLowerCase().replaceAll(looseMarks, '')
  return (even.match(run) ?? []).map((part) => [...part])
}
