import Big from 'big.js'
import { refuse } from '../kernel/refusal.ts'
import type { Expression } from './expression.ts'
import { formatters } from './formatters.ts'
import { isNumber, number, text, truth, type Value } from './values.ts'

/** Data by name; loops put their variable in front. */
export type Scope = Readonly<Record<string, unknown>>

/**
 * The value of an expression in the data. Only own properties are read. Refuses `template.missingField` with the path for a field that
 * the data lack (null is not lacking: it is empty), and `template.wrongType` with what stood there instead.
 */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'text':
      return expression.value
    case 'number':
      return new Big(expression.value)
    case 'boolean':
      return expression.value
    case 'path':
      return readPath(expression.path, scope)
    case 'not':
      return !truth(evaluate(expression.operand, scope))
    case 'negative':
      return number(evaluate(expression.operand, scope)).neg()
    case 'choice':
      return evaluate(truth(evaluate(expression.condition, scope)) ? expression.yes : expression.no, scope)
    case 'format': {
      const formatter = formatters[expression.formatter]
      if (formatter === undefined)
        throw refuse('template.unknownFormatter', { formatter: expression.formatter, known: Object.keys(formatters) })
      return formatter.apply(
        evaluate(expression.value, scope),
        expression.args.map((arg) => evaluate(arg, scope)),
      )
    }
    case 'binary':
      return operate(expression.operator, expression, scope)
  }
}

function readPath(path: readonly string[], scope: Scope): Value {
  let at: unknown = scope
  for (const [i, name] of path.entries()) {
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, name)) {
      // Below an empty value everything is empty.
      if (at === null && i > 0) return null
      throw refuse('template.missingField', { path: path.join('.'), missing: path.slice(0, i + 1).join('.') })
    }
    at = (at as Record<string, unknown>)[name]
  }
  if (typeof at === 'number') return new Big(at)
  if (at === undefined) return null
  return at as Value
}

function operate(operator: string, { left, right }: Extract<Expression, { kind: 'binary' }>, scope: Scope): Value {
  const a = evaluate(left, scope)
  if (operator === '&&') return truth(a) && truth(evaluate(right, scope))
  if (operator === '||') return truth(a) || truth(evaluate(right, scope))
  const b = evaluate(right, scope)
  switch (operator) {
    case '==':
      return equal(a, b)
    case '!=':
      return !equal(a, b)
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(operator, a, b)
    case '+':
      return isNumber(a) && isNumber(b) ? number(a).plus(number(b)) : text(a) + text(b)
    case '-':
      return number(a).minus(number(b))
    case '*':
      return number(a).times(number(b))
    case '/':
    case '%': {
      const divisor = number(b)
      if (divisor.eq(0)) throw refuse('template.divisionByZero', {})
      return operator === '/' ? number(a).div(divisor) : number(a).mod(divisor)
    }
    default:
      throw new Error(`operator ${operator}`)
  }
}

function equal(a: Value, b: Value): boolean {
  if (isNumber(a) && isNumber(b)) return number(a).eq(number(b))
  return a === b || (a !== null && b !== null && typeof a !== 'object' && typeof b !== 'object' && text(a) === text(b))
}

function compare(operator: string, a: Value, b: Value): boolean {
  const order =
    isNumber(a) && isNumber(b) ? number(a).cmp(number(b)) : text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0
  return operator === '<' ? order < 0 : operator === '<=' ? order <= 0 : operator === '>' ? order > 0 : order >= 0
}
