import { refuse } from '../kernel/refusal.ts'
import { tokenize, type Token } from './expression-tokens.ts'

export type BinaryOperator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%'

/** An expression of the template language as a tree. Places are characters from the expression's beginning. */
export type Expression =
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'empty' }
  /** Names and, from 0, places in a list. */
  | { kind: 'path'; path: (string | number)[]; at: number }
  | { kind: 'not' | 'negative'; operand: Expression; at: number }
  | { kind: 'binary'; operator: BinaryOperator; left: Expression; right: Expression; at: number }
  | { kind: 'choice'; condition: Expression; yes: Expression; no: Expression }
  | { kind: 'format'; value: Expression; formatter: string; args: Expression[]; at: number }

const maximumDepth = 24

/** Names that would lead from data to code; no data has them, no template needs them. */
const forbidden = new Set(
  `__proto__ prototype constructor __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ this self globalThis global window
  process require module exports import eval Function Object Reflect Proxy function async await new return typeof instanceof void delete
  var let const class throw while do with yield debugger arguments`.split(/\s+/),
)

const constants: Record<string, Expression> = Object.assign(Object.create(null) as Record<string, Expression>, {
  true: { kind: 'boolean', value: true },
  是: { kind: 'boolean', value: true },
  真: { kind: 'boolean', value: true },
  false: { kind: 'boolean', value: false },
  否: { kind: 'boolean', value: false },
  假: { kind: 'boolean', value: false },
  null: { kind: 'empty' },
  空: { kind: 'empty' },
})

const levels: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
]

/**
 * Reads an expression: names in any script, dotted own properties, places in lists `[0]`, numbers (`50万` too), quoted texts, arithmetic,
 * comparison, 并且/或者/非, `条件 ? 值 : 值`, and formatters `值 | 日期 "yyyy年M月d日"`. Refuses `template.expression` with the token and its
 * place. Calls, assignment and every other way to run code are no part of the language: they are refused as `template.code`.
 */
export function parseExpression(source: string): Expression {
  return new Parser(source).parse()
}

class Parser {
  readonly #source: string
  readonly #tokens: Token[]
  #position = 0
  #depth = 0

  constructor(source: string) {
    this.#source = source
    this.#tokens = tokenize(source)
  }

  parse(): Expression {
    const tree = this.#piped()
    if (this.#peek().kind !== 'end') this.#fail(this.#peek(), 'end')
    return tree
  }

  #piped(): Expression {
    return this.#deeper(() => {
      let value = this.#choice()
      while (this.#isSign('|')) {
        this.#take()
        const name = this.#take()
        if (name.kind !== 'name') this.#fail(name, 'formatter')
        this.#refuseForbidden(name)
        value = { kind: 'format', value, formatter: name.value, args: this.#arguments(), at: name.at }
      }
      return value
    })
  }

  /** `日期 "yyyy"`, `日期: "yyyy"`, `截取 2, 5` and `日期("yyyy")`: texts, numbers, fields. */
  #arguments(): Expression[] {
    const args: Expression[] = []
    const inBrackets = this.#isSign('(')
    if (inBrackets || this.#isSign(':')) this.#take()
    while (!this.#startsNot()) {
      args.push(this.#unary())
      if (this.#isSign(',')) this.#take()
    }
    if (inBrackets) this.#expect(')')
    return args
  }

  #startsNot(): boolean {
    const token = this.#peek()
    return token.kind === 'end' || (token.kind === 'sign' && token.value !== '-')
  }

  #choice(): Expression {
    return this.#deeper(() => {
      const condition = this.#binary(0)
      if (!this.#isSign('?')) return condition
      this.#take()
      const yes = this.#choice()
      this.#expect(':')
      return { kind: 'choice', condition, yes, no: this.#choice() }
    })
  }

  #binary(level: number): Expression {
    const operators = levels[level]
    if (operators === undefined) return this.#unary()
    let left = this.#binary(level + 1)
    while (this.#isSign(...operators)) {
      const { value, at } = this.#take()
      left = { kind: 'binary', operator: value as BinaryOperator, left, right: this.#binary(level + 1), at }
    }
    return left
  }

  #unary(): Expression {
    return this.#deeper(() => {
      if (this.#isSign('!')) return { kind: 'not', at: this.#take().at, operand: this.#unary() }
      if (this.#isSign('-')) return { kind: 'negative', at: this.#take().at, operand: this.#unary() }
      return this.#primary()
    })
  }

  #primary(): Expression {
    const token = this.#take()
    if (token.kind === 'text') return { kind: 'text', value: token.value }
    if (token.kind === 'number') return this.#number(token)
    if (token.kind === 'sign' && token.value === '(') {
      const inner = this.#piped()
      this.#expect(')')
      return inner
    }
    if (token.kind !== 'name') this.#fail(token, 'field')
    const constant = constants[token.value]
    if (constant !== undefined && !this.#isSign('.')) return constant
    return this.#path(token)
  }

  /** `50万` and `1.2亿` are numbers; any other name right behind a number is a mistake. */
  #number(token: Token): Expression {
    const next = this.#peek()
    const glued = next.kind === 'name' && next.at === token.at + token.value.length
    const zeros = glued ? { 万: 4, 亿: 8 }[next.value] : 0
    if (zeros === undefined) this.#fail(next, 'operator')
    if (zeros > 0) this.#take()
    return { kind: 'number', value: zeros === 0 ? token.value : `${token.value}e${zeros}` }
  }

  #path(first: Token): Expression {
    this.#refuseForbidden(first)
    const path: (string | number)[] = [first.value]
    for (;;) {
      if (this.#isSign('.')) {
        this.#take()
        const name = this.#take()
        if (name.kind !== 'name') this.#fail(name, 'field')
        this.#refuseForbidden(name)
        path.push(name.value)
      } else if (this.#isSign('[')) {
        const bracket = this.#take()
        const index = this.#take()
        if (index.kind !== 'number' || !/^\d{1,5}$/.test(index.value)) this.#code(bracket)
        path.push(Number(index.value))
        this.#expect(']')
      } else if (this.#isSign('(')) {
        this.#code(this.#peek())
      } else {
        return { kind: 'path', path, at: first.at }
      }
    }
  }

  #refuseForbidden(token: Token): void {
    if (forbidden.has(token.value) || token.value.startsWith('__')) this.#code(token)
  }

  #code(token: Token): never {
    throw refuse('template.code', { code: this.#source, token: token.value, at: token.at })
  }

  #fail(token: Token, wanted: string): never {
    // A name after a name begins like code or like a command that we do not have.
    if (token.kind === 'sign' && token.value === '=') this.#code(token)
    throw refuse('template.expression', { code: this.#source, token: token.value, at: token.at, wanted })
  }

  #deeper<T>(read: () => T): T {
    this.#depth += 1
    if (this.#depth > maximumDepth * 3)
      throw refuse('template.expressionTooDeep', { code: this.#source, maximum: maximumDepth })
    const value = read()
    this.#depth -= 1
    return value
  }

  #peek(): Token {
    return this.#tokens[this.#position]!
  }

  #take(): Token {
    const token = this.#tokens[this.#position]!
    if (token.kind !== 'end') this.#position += 1
    return token
  }

  #isSign(...signs: readonly string[]): boolean {
    const token = this.#peek()
    return token.kind === 'sign' && signs.includes(token.value)
  }

  #expect(sign: string): void {
    if (!this.#isSign(sign)) this.#fail(this.#peek(), sign)
    this.#take()
  }
}
