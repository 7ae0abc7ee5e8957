import { Big } from 'big.js'
import { assertNever } from '../kernel/assert-never.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Expression } from './expression.ts'
import { formatters } from './formatters.ts'
import { asNumber, equal, MissingField, number, order, text, truth, type Value } from './values.ts'

export type Path = readonly (string | number)[]

/** Where an expression finds its fields. */
export interface Scope {
  /** What the data have at the path, read by `readOwn`; undefined when they lack it. */
  read(path: Path): unknown
  /** Answers for a field that is lacking: refuses it, or gives what stands for it. */
  missing(path: Path): Value
}

/**
 * The value of an expression. Only own data properties are read: no getter, no prototype, no call. Refuses `template.missingField` (by the scope),
 * `template.wrongType`, `template.divisionByZero`, `template.unknownFormatter` and what the formatters refuse.
 */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'text':
    case 'boolean':
      return expression.value
    case 'number':
      return new Big(expression.value)
    case 'empty':
      return null
    case 'path': {
      const found = scope.read(expression.path)
      return found === undefined ? scope.missing(expression.path) : asValue(found)
    }
    case 'not':
      return !truth(evaluate(expression.operand, scope))
    case 'negative': {
      const operand = evaluate(expression.operand, scope)
      return operand instanceof MissingField ? operand : number(operand).neg()
    }
    case 'choice':
      return evaluate(truth(evaluate(expression.condition, scope)) ? expression.yes : expression.no, scope)
    case 'format':
      return format(expression, scope)
    case 'binary':
      return operate(expression, scope)
    default:
      return assertNever(expression)
  }
}

/** Own data property at the path, step by step; undefined where there is none, null below an empty value. */
export function readOwn(data: unknown, path: Path): unknown {
  let at = data
  for (const [i, name] of path.entries()) {
    if (at === null) return i === 0 ? undefined : null
    if (typeof at !== 'object' || (typeof name === 'number') !== Array.isArray(at)) return undefined
    const property = Object.getOwnPropertyDescriptor(at, name)
    if (property === undefined || !('value' in property)) return undefined
    at = property.value as unknown
  }
  return at
}

/** A path as it is written: `合同.付款计划[0].金额`. */
export function pathText(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('')
}

function asValue(found: unknown): Value {
  if (typeof found === 'number') return new Big(found)
  if (found === null || typeof found === 'boolean' || typeof found === 'string') return found
  if (typeof found === 'object') return found as Value
  throw refuse('template.wrongType', { wanted: 'text', value: typeof found })
}

function format(expression: Extract<Expression, { kind: 'format' }>, scope: Scope): Value {
  const formatter = formatters[expression.formatter]
  if (formatter === undefined) throw refuse('template.unknownFormatter', { formatter: expression.formatter })
  const inner = formatter.takesNothing ? { read: scope.read, missing: () => null } : scope
  const value = evaluate(expression.value, inner)
  if (value instanceof MissingField) return value
  if ((value === null || value === '') && !formatter.takesNothing) return ''
  return formatter.apply(
    value,
    expression.args.map((arg) => evaluate(arg, scope)),
  )
}

function operate(expression: Extract<Expression, { kind: 'binary' }>, scope: Scope): Value {
  const { operator, left, right } = expression
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
    case '>=': {
      const found = order(a, b)
      if (found === undefined) return false
      return operator === '<' ? found < 0 : operator === '<=' ? found <= 0 : operator === '>' ? found > 0 : found >= 0
    }
    default:
      if (a instanceof MissingField) return a
      if (b instanceof MissingField) return b
      // A quoted text makes `+` join: "第" + 1 + "期".
      if (operator === '+' && (left.kind === 'text' || right.kind === 'text' || !bothNumbers(a, b)))
        return text(a) + text(b)
      return calculate(operator, number(a), number(b))
  }
}

const bothNumbers = (a: Value, b: Value): boolean => asNumber(a) !== undefined && asNumber(b) !== undefined

/** Exact, but for division: 20 decimals, rounded half away from zero. */
function calculate(operator: '+' | '-' | '*' | '/' | '%', a: Big, b: Big): Big {
  if ((operator === '/' || operator === '%') && b.eq(0)) throw refuse('template.divisionByZero', { value: a.toFixed() })
  switch (operator) {
    case '+':
      return a.plus(b)
    case '-':
      return a.minus(b)
    case '*':
      return a.times(b)
    case '/':
      return a.div(b)
    case '%':
      return a.mod(b)
  }
}
