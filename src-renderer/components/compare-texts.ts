import { diffWords } from 'diff'

export interface TextPart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/**
 * Two versions of a text word by word, Chinese words included. Where lines break differs with every change and says nothing, so breaks count as
 * nothing; long passages that are the same are cut to their ends, `…` between.
 */
export function compareTexts(before: string, after: string): TextPart[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  const parts = diffWords(flow(before), flow(after), { intlSegmenter: segmenter })
  return parts.map(({ value, added, removed }, i) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: added || removed ? value : shortened(value, i === 0, i === parts.length - 1),
  }))
}

const around = 60

/** Lines run together: a break between Chinese characters is nothing, elsewhere it is a space. */
function flow(text: string): string {
  return text
    .replaceAll(/(?<=[\p{Script=Han}，。；：、（）“”])\s*\n\s*|\s*\n\s*(?=[\p{Script=Han}，。；：、（）“”])/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function shortened(text: string, first: boolean, last: boolean): string {
  if (text.length <= 2 * around + 20) return text
  const head = first ? '' : text.slice(0, around)
  const tail = last ? '' : text.slice(-around)
  return `${head} … ${tail}`
}
