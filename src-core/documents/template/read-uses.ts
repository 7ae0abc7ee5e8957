import type { Json } from '../../../src-shared/kernel/json.ts'
import { refuse } from '../../../src-shared/kernel/refusal.ts'
import { contractFieldFor } from '../../../src-shared/templates/contract-fields.ts'
import type { Expression } from '../../../src-shared/templates/expression.ts'
import { guessFieldType } from '../../../src-shared/templates/field-type.ts'
import { formatterNames, formatters } from '../../../src-shared/templates/formatters.ts'
import type { FieldType, TemplateField } from '../../../src-shared/templates/template.ts'
import type { CompiledPart } from './compile-part.ts'
import { maximumNesting } from './fold-blocks.ts'
import { maximumTold, type PartProblem } from './read-part.ts'
import type { ChoiceNode, LoopNode, Node, Place } from './program.ts'

export interface TemplateUses {
  fields: TemplateField[]
  loops: { variable: string; path: string }[]
  conditions: string[]
  images: string[]
  anchors: string[]
  problems: PartProblem[]
}

/** A loop around the node being read. */
interface Loop {
  variable: string
  /** Of the list, from the data's root; undefined where the list is calculated. */
  path: string | undefined
}

/** What a compiled template needs: fields with their types, loops, conditions, pictures, places for seals; with every problem of its parts. */
export function readUses(parts: readonly CompiledPart[]): TemplateUses {
  const reader = new UsesReader()
  for (const { program } of parts) reader.nodes(program)
  const uses = reader.result(parts.flatMap(({ problems }) => problems))
  const order = new Map(parts.map(({ name }, i) => [name, i]))
  const inOrder = uses.problems.toSorted(
    ({ place: a }, { place: b }) => order.get(a.part)! - order.get(b.part)! || a.page - b.page,
  )
  return { ...uses, problems: inOrder }
}

class UsesReader {
  readonly #fields = new Map<string, TemplateField>()
  /** Fields whose type is told by how they are used, not only by their name. */
  readonly #typed = new Set<string>()
  readonly #loops: { variable: string; path: string }[] = []
  readonly #conditions = new Set<string>()
  readonly #images = new Set<string>()
  readonly #anchors = new Set<string>()
  readonly #problems: PartProblem[] = []
  readonly #open: Loop[] = []
  /** Fields read at the root by a name that is some loop's variable. */
  readonly #outside: { name: string; path: string; place: Place }[] = []
  readonly #told = new Set<string>()
  #depth = 0

  result(problems: readonly PartProblem[]): TemplateUses {
    const variables = new Set(this.#loops.map(({ variable }) => variable))
    const stray = this.#outside.filter(({ name }) => variables.has(name) && contractFieldFor(name) === undefined)
    for (const { name, path, place } of stray)
      this.#problem('template.variableOutsideLoop', { variable: name, path }, place, 'warning')
    return {
      fields: [...this.#fields.values()],
      loops: this.#loops,
      conditions: [...this.#conditions],
      images: [...this.#images],
      anchors: [...this.#anchors],
      problems: [...problems, ...this.#problems],
    }
  }

  nodes(nodes: readonly Node[]): void {
    for (const node of nodes) this.#node(node)
  }

  #inside(children: readonly Node[]): void {
    this.#depth++
    if (this.#depth > maximumNesting) throw refuse('template.blocksTooDeep', { maximum: maximumNesting })
    this.nodes(children)
    this.#depth--
  }

  #node(node: Node): void {
    switch (node.kind) {
      case 'copy':
        return
      case 'element':
        this.nodes(node.children)
        return
      case 'value':
        this.#expression(node.expression, undefined, node.place)
        return
      case 'image':
        if (!node.place.shadow) this.#images.add(node.source)
        this.#expression(node.expression, 'image', node.place)
        return
      case 'anchor': {
        if (node.place.shadow) return
        const twice = this.#anchors.has(node.name) || this.#open.length > 0
        if (twice) this.#problem('template.anchorTwice', { code: node.place.command }, node.place, 'warning')
        this.#anchors.add(node.name)
        return
      }
      case 'loop':
        this.#loop(node)
        return
      case 'choice':
        this.#choice(node)
    }
  }

  #loop({ variable, list, source, place, children }: LoopNode): void {
    this.#expression(list, 'list', place)
    const path = list.kind === 'path' ? this.#absolute(list.path).path : undefined
    if (!place.shadow) this.#loops.push({ variable, path: path ?? source })
    if (path !== undefined && this.#open.length === 0 && contractFieldFor(path)?.type !== 'list') {
      this.#problem('template.unknownList', { list: path }, place, 'warning')
    }
    this.#open.push({ variable, path })
    this.#inside(children)
    this.#open.pop()
  }

  #choice({ branches }: ChoiceNode): void {
    for (const { condition, source, place, children } of branches) {
      if (condition !== undefined) {
        if (!place.shadow) this.#conditions.add(source)
        this.#expression(condition, 'boolean', place)
      }
      this.#inside(children)
    }
  }

  /** Notes the fields of an expression, with what it wants them to be. */
  #expression(expression: Expression, wanted: FieldType | undefined, place: Place): void {
    switch (expression.kind) {
      case 'path':
        this.#field(expression.path, wanted, place)
        return
      case 'not':
        this.#expression(expression.operand, 'boolean', place)
        return
      case 'negative':
        this.#expression(expression.operand, 'number', place)
        return
      case 'choice':
        this.#expression(expression.condition, 'boolean', place)
        this.#expression(expression.yes, wanted, place)
        this.#expression(expression.no, wanted, place)
        return
      case 'format': {
        const type = this.#formatter(expression, place)
        this.#expression(
          expression.value,
          type === undefined || type === 'text' ? (wanted === 'boolean' ? undefined : wanted) : type,
          place,
        )
        for (const arg of expression.args) this.#expression(arg, undefined, place)
        return
      }
      case 'binary': {
        const { operator, left, right } = expression
        const type = operandType(operator, left, right)
        this.#expression(left, type, place)
        this.#expression(right, type, place)
        return
      }
      default:
    }
  }

  #formatter({ formatter, args, at }: Extract<Expression, { kind: 'format' }>, place: Place): FieldType | undefined {
    const found = formatters[formatter]
    if (found === undefined) {
      this.#problem('template.unknownFormatter', { formatter, at, known: [...formatterNames] }, place)
      return undefined
    }
    const [least, most] = found.args
    if (args.length < least || args.length > most) {
      this.#problem('template.formatterArguments', { formatter, given: args.length, least, most }, place)
    }
    return found.type
  }

  #field(written: readonly (string | number)[], wanted: FieldType | undefined, place: Place): void {
    const name = String(written[0])
    if (name === '$序号' || name === '$index') return
    const { path, loop } = this.#absolute(written)
    // A variable by itself is a row of its list, nothing to fill in; rows of a calculated list are its own.
    if (path === undefined || (loop !== null && path === loop)) return
    if (place.shadow) return
    if (loop === null && this.#open.every(({ variable }) => variable !== name))
      this.#outside.push({ name, path, place })
    const field = this.#fields.get(path)
    if (field !== undefined) {
      field.count += 1
      if (wanted !== undefined && !this.#typed.has(path)) field.type = wanted
      if (wanted !== undefined && wanted !== 'boolean') this.#typed.add(path)
      return
    }
    const type = wanted ?? contractFieldFor(path)?.type ?? guessFieldType(path)
    this.#fields.set(path, { path, type, count: 1, loop, sentence: place.sentence })
    // A condition may test any field; only other uses settle what it is.
    if (wanted !== undefined && wanted !== 'boolean') this.#typed.add(path)
    if (loop !== null && contractFieldFor(loop)?.type === 'list' && contractFieldFor(path) === undefined) {
      this.#problem('template.unknownColumn', { path, list: loop }, place, 'warning')
    }
  }

  /** A path from the data's root: 明细.名称 in FOR 明细 IN 合同.明细 is 合同.明细.名称; places in lists are left out. */
  #absolute(written: readonly (string | number)[]): { path: string | undefined; loop: string | null } {
    const [first, ...rest] = written
    const name = String(first).replace(/^\$(?=.)/, '')
    const loop = this.#open.findLast(({ variable }) => variable === name)
    if (loop !== undefined) {
      const names = rest.filter((step) => typeof step === 'string')
      return loop.path === undefined
        ? { path: undefined, loop: null }
        : { path: [loop.path, ...names].join('.'), loop: loop.path }
    }
    const index = written.findIndex((step) => typeof step === 'number')
    return {
      path: written.filter((step) => typeof step === 'string').join('.'),
      loop: index < 0 ? null : written.slice(0, index).join('.'),
    }
  }

  #problem(code: string, params: Record<string, Json>, place: Place, severity: 'error' | 'warning' = 'error'): void {
    const key = JSON.stringify([code, params, severity === 'error' ? [place.sentence, place.command] : ''])
    if (place.shadow || this.#told.has(key) || this.#told.size >= 2 * maximumTold) return
    this.#told.add(key)
    this.#problems.push({ severity, code, params, place })
  }
}

function operandType(operator: string, left: Expression, right: Expression): FieldType | undefined {
  if (operator === '&&' || operator === '||') return 'boolean'
  const kinds = [left.kind, right.kind]
  if (operator === '+') return kinds.includes('number') ? 'number' : undefined
  if ('-*/%'.includes(operator)) return 'number'
  if (kinds.includes('boolean')) return 'boolean'
  return kinds.includes('number') ? 'number' : undefined
}
