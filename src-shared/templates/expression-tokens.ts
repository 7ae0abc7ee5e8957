import { refuse } from '../kernel/refusal.ts'

export interface Token {
  kind: 'name' | 'text' | 'number' | 'sign' | 'end'
  /** Half-width, word operators as signs; a text without its quotes, a number as plain digits. */
  value: string
  /** Characters from the expression's beginning. */
  at: number
}

/** Longest expression, in characters. */
const maximumLength = 500

const words: Record<string, string> = Object.assign(Object.create(null) as Record<string, string>, {
  and: '&&',
  并且: '&&',
  且: '&&',
  or: '||',
  或者: '||',
  或: '||',
  not: '!',
  非: '!',
  不: '!',
  等于: '==',
  不等于: '!=',
  大于: '>',
  小于: '<',
  不小于: '>=',
  不大于: '<=',
})

/** Which quotes close which; Word and Chinese keyboards make the curly ones. */
const quotes: Record<string, string> = {
  '"': '"”“＂',
  "'": "'’‘＇",
  '“': '”"“',
  '”': '”"“',
  '‘': "’'‘",
  '’': "’'‘",
  '「': '」',
  '『': '』',
  '＂': '＂"',
  '＇': "＇'",
}

// A name may end in a remark in full-width brackets, as the labels of forms do: 合同金额（元）.
const name = /[\p{L}_$][\p{L}\p{M}\p{N}_·]*(?:（[\p{L}\p{N}、，·]{1,20}）)?/uy
const number = /\d+(?:\.\d+)?/y
const sign = /\|\||&&|==|!=|<>|<=|>=|=>|[|?:.,()[\]!<>=+\-*/%]/y

/** A sign of a Chinese keyboard as the language has it: full-width forms, × ÷ ≠ ≤ ≥, kinds of minus, the ideographic space. */
function halfWidth(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  return same[character] ?? character
}
const same: Record<string, string> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '×': '*',
  '÷': '/',
  '−': '-',
  '–': '-',
  '—': '-',
  '、': ',',
  '。': '.',
  '｡': '.',
}
const twoSigns: Record<string, string> = { '≠': '!=', '≤': '<=', '≥': '>=' }

/**
 * Splits an expression into tokens. Full-width signs and digits count as half-width, except inside quotes and in the remark at a name's end.
 * Refuses `template.expressionTooLong`, `template.unclosedQuote`, and `template.code` for signs that only program code has.
 */
export function tokenize(source: string): Token[] {
  if (source.length > maximumLength)
    throw refuse('template.expressionTooLong', { length: source.length, maximum: maximumLength })
  const plain = Array.from(source, (c) => (c.length === 1 ? halfWidth(c) : c)).join('')
  const tokens: Token[] = []
  let at = 0
  const read = (pattern: RegExp, text: string): string | undefined => {
    pattern.lastIndex = at
    return pattern.exec(text)?.[0]
  }
  while (at < source.length) {
    const character = source[at]!
    if (/\s/.test(plain[at]!)) {
      at++
      continue
    }
    const closing = quotes[character]
    if (closing !== undefined) {
      const end = endOfText(source, at, closing)
      tokens.push({ kind: 'text', value: source.slice(at + 1, end), at })
      at = end + 1
      continue
    }
    const two = twoSigns[character]
    if (two !== undefined) {
      tokens.push({ kind: 'sign', value: two, at })
      at++
      continue
    }
    const word = read(name, source)
    if (word !== undefined) {
      const operator = words[word] ?? words[word.toLowerCase()]
      tokens.push(operator === undefined ? { kind: 'name', value: word, at } : { kind: 'sign', value: operator, at })
      at += word.length
      continue
    }
    const digits = read(number, plain)
    if (digits !== undefined) {
      tokens.push({ kind: 'number', value: digits, at })
      at += digits.length
      continue
    }
    const found = read(sign, plain)
    if (found === undefined || found === '=>') {
      throw refuse('template.code', { code: source, token: found ?? String.fromCodePoint(source.codePointAt(at)!), at })
    }
    tokens.push({ kind: 'sign', value: found === '<>' ? '!=' : found, at })
    at += found.length
  }
  tokens.push({ kind: 'end', value: '', at: source.length })
  return tokens
}

function endOfText(source: string, at: number, closing: string): number {
  for (let end = at + 1; end < source.length; end++) if (closing.includes(source[end]!)) return end
  throw refuse('template.unclosedQuote', { code: source, token: source.slice(at, at + 20), at })
}
