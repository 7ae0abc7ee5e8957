import { refuse } from '../kernel/refusal.ts'

/** An expression of the template language as a tree. Places are characters from the expression's beginning. */
export type Expression =
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'path'; path: string[]; at: number }
  | { kind: 'not' | 'negative'; operand: Expression; at: number }
  | { kind: 'binary'; operator: string; left: Expression; right: Expression; at: number }
  | { kind: 'choice'; condition: Expression; yes: Expression; no: Expression }
  | { kind: 'format'; value: Expression; formatter: string; args: Expression[]; at: number }

interface Token {
  kind: 'name' | 'text' | 'number' | 'sign' | 'end'
  value: string
  at: number
}

/** Longest expression, in characters, and deepest nesting that are read. */
const maximumLength = 500
const maximumDepth = 24

/** Names that would lead from data to code; no data has them, no template needs them. */
const forbidden = new Set([
  '__proto__',
  'prototype',
  'constructor',
  'this',
  'globalThis',
  'process',
  'require',
  'import',
  'eval',
  'Function',
])

const words: Record<string, string> = {
  and: '&&',
  并且: '&&',
  且: '&&',
  or: '||',
  或者: '||',
  或: '||',
  not: '!',
  非: '!',
  不: '!',
}

// Full-width signs are what a Chinese keyboard gives.
const fullWidth: Record<string, string> = {
  '（': '(',
  '）': ')',
  '，': ',',
  '？': '?',
  '：': ':',
  '＞': '>',
  '＜': '<',
  '＝': '=',
  '＋': '+',
  '－': '-',
  '｜': '|',
  '！': '!',
  '．': '.',
}

/**
 * Reads an expression: names in any script, dotted own properties, numbers, quoted texts, arithmetic, comparison, 并且/或者/非,
 * `条件 ? 是 : 否`, and formatters `值 | 大写`. Refuses `template.expression` with the token and its place; calls, assignment, indexing and
 * every other way to run code are no part of the language (`template.code`).
 */
export function parseExpression(source: string): Expression {
  if (source.length > maximumLength)
    throw refuse('template.expressionTooLong', { length: source.length, maximum: maximumLength })
  const tokens = tokenize(source)
  let position = 0
  let depth = 0
  const peek = () => tokens[position]!
  const take = () => tokens[position++]!
  const isSign = (...signs: string[]) => peek().kind === 'sign' && signs.includes(peek().value)
  const expect = (sign: string) => {
    if (!isSign(sign)) fail(peek(), sign)
    return take()
  }
  const deeper = <T>(read: () => T): T => {
    depth += 1
    if (depth > maximumDepth) throw refuse('template.expressionTooDeep', { maximum: maximumDepth })
    const value = read()
    depth -= 1
    return value
  }

  const whole = (): Expression =>
    deeper(() => {
      let value = choice()
      while (isSign('|')) {
        const at = take().at
        const name = take()
        if (name.kind !== 'name') fail(name, '格式名')
        const args: Expression[] = []
        while (peek().kind === 'text' || peek().kind === 'number') args.push(primary())
        value = { kind: 'format', value, formatter: name.value, args, at }
      }
      return value
    })
  const choice = (): Expression =>
    deeper(() => {
      const condition = binary(0)
      if (!isSign('?')) return condition
      take()
      const yes = choice()
      expect(':')
      return { kind: 'choice', condition, yes, no: choice() }
    })
  const levels = [['||'], ['&&'], ['==', '!=', '=', '<', '<=', '>', '>='], ['+', '-'], ['*', '/', '%']]
  const binary = (level: number): Expression => {
    const operators = levels[level]
    if (operators === undefined) return unary()
    let left = binary(level + 1)
    while (isSign(...operators)) {
      const { value, at } = take()
      left = { kind: 'binary', operator: value === '=' ? '==' : value, left, right: binary(level + 1), at }
    }
    return left
  }
  const unary = (): Expression =>
    deeper(() => {
      if (isSign('!')) return { kind: 'not', at: take().at, operand: unary() }
      if (isSign('-')) return { kind: 'negative', at: take().at, operand: unary() }
      return primary()
    })
  const primary = (): Expression => {
    const token = take()
    if (token.kind === 'text') return { kind: 'text', value: token.value }
    if (token.kind === 'number') return { kind: 'number', value: token.value }
    if (token.kind === 'sign' && token.value === '(') {
      const inner = whole()
      expect(')')
      return inner
    }
    if (token.kind !== 'name') fail(token, '字段')
    if (token.value === 'true' || token.value === '是') return { kind: 'boolean', value: true }
    if (token.value === 'false' || token.value === '否') return { kind: 'boolean', value: false }
    const path = [token.value]
    while (isSign('.')) {
      take()
      const name = take()
      if (name.kind !== 'name') fail(name, '字段')
      path.push(name.value)
    }
    if (isSign('(', '[')) throw refuse('template.code', { code: source, token: peek().value, at: peek().at })
    for (const name of path)
      if (forbidden.has(name)) throw refuse('template.code', { code: source, token: name, at: token.at })
    return { kind: 'path', path, at: token.at }
  }
  const fail = (token: Token, wanted: string): never => {
    if ('=;{}[]`\\$@#&^~'.includes(token.value) && token.kind === 'sign')
      throw refuse('template.code', { code: source, token: token.value, at: token.at })
    throw refuse('template.expression', { code: source, token: token.value, at: token.at, wanted })
  }

  const tree = whole()
  if (peek().kind !== 'end') fail(peek(), '结束')
  return tree
}

function tokenize(source: string): Token[] {
  const tokens: Token[] = []
  const text = [...source].map((c) => fullWidth[c] ?? c).join('')
  const pattern =
    /\s+|(["“”'‘’])((?:(?!["“”'‘’]).)*)(["“”'‘’])|(\d+(?:\.\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|(\|\||&&|==|!=|<=|>=|=>|.)/gsuy
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const at = match.index
    if (match[1] !== undefined) tokens.push({ kind: 'text', value: match[2]!, at })
    else if (match[4] !== undefined) tokens.push({ kind: 'number', value: match[4], at })
    else if (match[5] !== undefined) {
      const word = words[match[5]]
      tokens.push(word === undefined ? { kind: 'name', value: match[5], at } : { kind: 'sign', value: word, at })
    } else if (match[6] !== undefined) tokens.push({ kind: 'sign', value: match[6], at })
  }
  tokens.push({ kind: 'end', value: '', at: text.length })
  return tokens
}

/** Every path an expression reads, and every formatter it uses. */
export function usesOf(expression: Expression): { paths: string[][]; formatters: { name: string; at: number }[] } {
  const paths: string[][] = []
  const formatters: { name: string; at: number }[] = []
  const visit = (node: Expression): void => {
    switch (node.kind) {
      case 'path':
        paths.push(node.path)
        return
      case 'not':
      case 'negative':
        return visit(node.operand)
      case 'binary':
        visit(node.left)
        return visit(node.right)
      case 'choice':
        visit(node.condition)
        visit(node.yes)
        return visit(node.no)
      case 'format':
        formatters.push({ name: node.formatter, at: node.at })
        visit(node.value)
        return node.args.forEach(visit)
      default:
        return
    }
  }
  visit(expression)
  return { paths, formatters }
}
