import type { Json } from '../../../src-shared/kernel/json.ts'
import { Refusal, refuse } from '../../../src-shared/kernel/refusal.ts'
import { evaluate, pathText, readOwn, type Path, type Scope } from '../../../src-shared/templates/evaluate.ts'
import type { Expression } from '../../../src-shared/templates/expression.ts'
import { MissingField, text, truth, type Value } from '../../../src-shared/templates/values.ts'
import type { ChoiceNode, ElementNode, LoopNode, Node, Place } from './program.ts'
import { escapeXml } from './source-tree.ts'

export interface FillFault {
  code: string
  params: Record<string, Json>
  place: Place
}

/** What the parts of one document share while it is filled. */
export interface FillState {
  data: Json
  /** `refuse` a lacking field, or `mark` it: 〔its name〕 is printed. */
  missing: 'refuse' | 'mark'
  /** Told once for each place, however many rounds meet it. */
  fault(fault: FillFault): void
  warning(fault: FillFault): void
  /** Loop rounds of the whole document. */
  rounds: number
  /** Characters written. */
  size: number
  nextBookmark: number
  /** Markup of a picture, put into the document's parts; refuses template.imageMissing. */
  image(part: string, node: Extract<Node, { kind: 'image' }>, value: () => Value): string
}

const maximumRounds = 50_000
const maximumSize = 32 * 2 ** 20

interface Variable {
  name: string
  item: unknown
  /** From 1. */
  round: number
}

/** What is known of the holder being written: a page, a cell, a text box. */
interface Holder {
  last: 'p' | 'tbl' | ''
  rows: number
}

/** Writes one part from its program. Faults are collected, not thrown; what failed leaves its place empty. */
export function writePart(part: string, program: readonly Node[], state: FillState): string {
  return new PartWriter(part, state).write(program)
}

class PartWriter {
  readonly #part: string
  readonly #state: FillState
  readonly #scope: Scope
  readonly #chunks: string[] = []
  readonly #variables: Variable[] = []
  /** Things to see that were written. */
  #seen = 0

  constructor(part: string, state: FillState) {
    this.#part = part
    this.#state = state
    this.#scope = {
      read: (path) => this.#readPath(path),
      missing: (path) => {
        if (state.missing === 'refuse') throw refuse('template.missingField', { path: pathText(path) })
        return new MissingField(pathText(path))
      },
    }
  }

  write(program: readonly Node[]): string {
    this.#nodes(program, { last: '', rows: 0 })
    return this.#chunks.join('')
  }

  #nodes(nodes: readonly Node[], holder: Holder): void {
    for (const node of nodes) this.#node(node, holder)
  }

  #node(node: Node, holder: Holder): void {
    switch (node.kind) {
      case 'copy':
        this.#keepTablesApart(node.first, node.afterTable, holder, 'w:')
        this.#push(node.xml)
        if (node.content) this.#seen++
        this.#wrote(node.last, holder)
        if (node.first === 'tr' || node.last === 'tr') holder.rows++
        return
      case 'element':
        this.#element(node, holder)
        return
      case 'loop':
        this.#loop(node, holder)
        return
      case 'choice':
        this.#choice(node, holder)
        return
      case 'value':
        this.#seen++
        this.#push(this.#valueXml(node))
        return
      case 'image':
        this.#seen++
        this.#push(
          this.#attempt(node.place, () =>
            this.#state.image(this.#part, node, () => evaluate(node.expression, this.#scope)),
          ) ?? '',
        )
        return
      case 'anchor': {
        this.#seen++
        const id = this.#state.nextBookmark++
        this.#push(
          `<${node.w}bookmarkStart ${node.w}id="${id}" ${node.w}name="${node.name}"/><${node.w}bookmarkEnd ${node.w}id="${id}"/>`,
        )
        return
      }
    }
  }

  #element(node: ElementNode, holder: Holder): void {
    const mark = this.#chunks.length
    const seen = this.#seen
    this.#keepTablesApart(node.block, node.afterTable, holder, node.w)
    this.#push(node.open)
    // A page, a cell, a text box and a table are holders of their own; rows and content controls only pass on.
    const passesOn = node.holder === undefined && node.block !== 'tbl' && node.block !== 'p'
    const inside: Holder = passesOn ? holder : { last: '', rows: 0 }
    this.#nodes(node.children, inside)
    if (node.holder !== undefined && (inside.last === '' || (node.holder === 'cell' && inside.last === 'tbl')))
      this.#push(`<${node.w}p/>`)
    this.#push(node.close)
    const gone = (node.vanishes === true && this.#seen === seen) || (node.block === 'tbl' && inside.rows === 0)
    if (gone) {
      this.#chunks.length = mark
      return
    }
    if (node.block === 'tr') holder.rows++
    this.#wrote(node.block, holder)
  }

  #wrote(block: ElementNode['block'], holder: Holder): void {
    if (block === 'p' || block === 'tbl') holder.last = block
  }

  /** Word makes one table of two that touch; where the template had something between them a paragraph of no height stands now. */
  #keepTablesApart(block: ElementNode['block'], afterTable: boolean | undefined, holder: Holder, w: string): void {
    if (block !== 'tbl' || afterTable === true || holder.last !== 'tbl') return
    this.#push(
      `<${w}p><${w}pPr><${w}spacing ${w}before="0" ${w}after="0" ${w}line="20" ${w}lineRule="exact"/><${w}rPr><${w}sz ${w}val="2"/></${w}rPr></${w}pPr></${w}p>`,
    )
  }

  #loop(node: LoopNode, holder: Holder): void {
    const list = this.#attempt(node.place, () => {
      const value = evaluate(node.list, this.#scope)
      if (value === null || value instanceof MissingField) return []
      if (!Array.isArray(value)) throw refuse('template.wrongType', { wanted: 'list', value: node.source })
      return value as readonly unknown[]
    })
    const variable: Variable = { name: node.variable, item: null, round: 0 }
    this.#variables.push(variable)
    for (const item of list ?? []) {
      this.#state.rounds++
      if (this.#state.rounds > maximumRounds)
        throw refuse('template.tooManyItems', { count: this.#state.rounds, maximum: maximumRounds })
      variable.item = item
      variable.round++
      this.#nodes(node.children, holder)
    }
    this.#variables.pop()
  }

  #choice(node: ChoiceNode, holder: Holder): void {
    for (const { condition, place, children } of node.branches) {
      if (condition !== undefined && this.#attempt(place, () => truth(evaluate(condition, this.#scope))) !== true)
        continue
      this.#nodes(children, holder)
      return
    }
  }

  #valueXml({ expression, place, w }: Extract<Node, { kind: 'value' }>): string {
    const words = this.#attempt(place, () => {
      const value = evaluate(expression, this.#scope)
      const problem = (code: string, path: string) => this.#state.warning({ code, params: { path }, place })
      if (value instanceof MissingField) problem('template.missingField', value.path)
      const found = text(value)
      if (found === '') problem('template.emptyField', fieldOf(expression) ?? place.command)
      return found
    })
    return escapeXml(words ?? '')
      .replaceAll('\n', `</${w}t><${w}br/><${w}t xml:space="preserve">`)
      .replaceAll('\t', `</${w}t><${w}tab/><${w}t xml:space="preserve">`)
  }

  #attempt<T>(place: Place, work: () => T): T | undefined {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (!place.shadow) this.#state.fault({ code: error.code, params: error.params, place })
      return undefined
    }
  }

  /** A loop's variable hides a field of its name; `$序号` counts the rounds of the innermost loop. */
  #readPath(path: Path): unknown {
    const first = String(path[0])
    if (path.length === 1 && (first === '$序号' || first === '$index')) return this.#variables.at(-1)?.round
    const name = first.startsWith('$') ? first.slice(1) : first
    const variable = this.#variables.findLast((each) => each.name === name)
    return variable === undefined ? readOwn(this.#state.data, path) : readOwn(variable.item, path.slice(1))
  }

  #push(xml: string): void {
    if (xml === '') return
    this.#state.size += xml.length
    if (this.#state.size > maximumSize)
      throw refuse('template.tooLarge', { size: this.#state.size, maximum: maximumSize })
    this.#chunks.push(xml)
  }
}

/** The field a simple expression prints, under its formatters. */
function fieldOf(expression: Expression): string | undefined {
  if (expression.kind === 'format') return fieldOf(expression.value)
  return expression.kind === 'path' ? pathText(expression.path) : undefined
}
