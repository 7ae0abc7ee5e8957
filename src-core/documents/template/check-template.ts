import { Refusal } from '../../../src-shared/kernel/refusal.ts'
import type { Json } from '../../../src-shared/kernel/json.ts'
import { parseExpression, usesOf, type Expression } from '../../../src-shared/templates/expression.ts'
import { formatters } from '../../../src-shared/templates/formatters.ts'
import type { FieldType, TemplateField } from '../../../src-shared/templates/template.ts'
import { openDocx } from '../docx/open-docx.ts'
import { readCommand } from './command-kinds.ts'
import { commandsOf, scanParagraphs, type ScannedParagraph, type TemplateCommand } from './template-commands.ts'

export interface TemplateProblem {
  /** An error makes the template unusable; a warning wants a look. */
  severity: 'error' | 'warning'
  code: string
  params: Record<string, Json>
  part: string
  page: number
  /** The sentence around it. */
  sentence: string
}

export interface TemplateCheck {
  fields: TemplateField[]
  loops: { variable: string; path: string }[]
  conditions: string[]
  images: string[]
  /** Places for seals and handwriting, such as `qidan_seal_甲方`. */
  anchors: string[]
  problems: TemplateProblem[]
  usable: boolean
}

interface OpenBlock {
  kind: 'FOR' | 'IF'
  variable: string
  path: string | null
  command: TemplateCommand
}

/**
 * Reads a template: its fields with their types, its loops, conditions, pictures and places for seals, and every problem with page and
 * sentence. Nothing in it is run. Refuses only what is no .docx at all (see openDocx).
 */
export async function checkTemplate(bytes: Uint8Array): Promise<TemplateCheck> {
  const paragraphs = scanParagraphs(await openDocx(bytes))
  const check = new Check()
  for (const paragraph of paragraphs) check.braces(paragraph)
  for (const command of commandsOf(paragraphs)) check.command(command)
  return check.result()
}

class Check {
  readonly #fields = new Map<string, TemplateField>()
  readonly #loops: { variable: string; path: string }[] = []
  readonly #conditions: string[] = []
  readonly #images: string[] = []
  readonly #anchors: string[] = []
  readonly #problems: TemplateProblem[] = []
  readonly #open: OpenBlock[] = []

  /** Braces that do not make commands: alone, crossed over paragraphs, full-width, single. */
  braces({ text, part, page }: ScannedParagraph): void {
    const at = { part, page, sentence: text }
    if (/[｛｝]{2}/.test(text)) this.#problem('error', 'template.fullWidthBraces', {}, at)
    const rest = text.replaceAll(/\{\{.*?\}\}/gsu, '')
    if (rest.includes('{{'))
      this.#problem('error', 'template.unclosedBraces', { at: rest.slice(rest.indexOf('{{')).slice(0, 40) }, at)
    else if (rest.includes('}}')) this.#problem('error', 'template.unopenedBraces', {}, at)
    else if (/\{(=|FOR |IF |END-|INS |IMAGE )[^{}]*\}/.test(rest))
      this.#problem('error', 'template.singleBraces', { found: /\{[^{}]*\}/.exec(rest)![0] }, at)
  }

  command(command: TemplateCommand): void {
    const { kind, rest } = readCommand(command.code)
    switch (kind) {
      case 'FOR':
        return this.#for(command, rest)
      case 'IF': {
        const expression = this.#expression(command, rest, 'boolean')
        this.#conditions.push(rest)
        this.#open.push({
          kind: 'IF',
          variable: '',
          path: expression?.kind === 'path' ? expression.path.join('.') : null,
          command,
        })
        return
      }
      case 'END-FOR':
      case 'END-IF':
        return this.#end(command, kind === 'END-FOR' ? 'FOR' : 'IF', rest)
      case 'IMAGE':
        this.#images.push(rest)
        this.#expression(command, rest, 'image')
        return
      case 'SEAL':
      case 'SIGN': {
        if (!/^[甲乙丙丁]方$/.test(rest)) this.#problem('error', 'template.anchorRole', { role: rest }, command)
        this.#anchors.push(`qidan_${kind.toLowerCase()}_${rest}`)
        return
      }
      case 'INS':
        this.#expression(command, rest, 'text')
        return
      case 'forbidden':
        this.#problem('error', 'template.code', { code: command.code, token: rest, at: 0 }, command)
        return
      case 'empty':
        this.#problem('error', 'template.emptyCommand', {}, command)
        return
    }
  }

  result(): TemplateCheck {
    for (const { kind, command, variable } of this.#open)
      this.#problem('error', 'template.unclosedBlock', { block: kind, variable, code: command.code }, command)
    if (this.#fields.size === 0 && this.#problems.length === 0)
      this.#problem('warning', 'template.noFields', {}, { part: '', page: 1, sentence: '' })
    return {
      fields: [...this.#fields.values()],
      loops: this.#loops,
      conditions: [...new Set(this.#conditions)],
      images: [...new Set(this.#images)],
      anchors: [...new Set(this.#anchors)],
      problems: this.#problems,
      usable: !this.#problems.some((problem) => problem.severity === 'error'),
    }
  }

  #for(command: TemplateCommand, rest: string): void {
    const match = /^([\p{L}_][\p{L}\p{N}_]*)\s+IN\s+(.+)$/su.exec(rest)
    if (match === null) {
      this.#problem('error', 'template.forForm', { code: command.code }, command)
      // Its end must not be reported as well.
      this.#open.push({ kind: 'FOR', variable: rest.split(/\s/)[0] ?? '', path: null, command })
      return
    }
    const [, variable = '', list = ''] = match
    const expression = this.#expression(command, list, 'list')
    const path = expression?.kind === 'path' ? this.#absolute(expression.path.map(String)) : list
    this.#loops.push({ variable, path })
    this.#open.push({ kind: 'FOR', variable, path, command })
  }

  #end(command: TemplateCommand, kind: 'FOR' | 'IF', rest: string): void {
    const open = this.#open.at(-1)
    if (open === undefined) return this.#problem('error', 'template.endWithoutBlock', { code: command.code }, command)
    if (open.kind !== kind || (kind === 'FOR' && rest !== open.variable))
      this.#problem(
        'error',
        'template.blocksCrossed',
        { code: command.code, open: open.command.code, openPage: open.command.page },
        command,
      )
    // A loop over rows must begin and end in rows of the same table; text in between would be lost.
    else if ((open.command.row === null) !== (command.row === null))
      this.#problem('error', 'template.blockAcrossTable', { code: command.code, open: open.command.code }, command)
    this.#open.pop()
  }

  /** Reads an expression, keeps the fields it uses and tells what is wrong with it. */
  #expression(command: TemplateCommand, code: string, use: FieldType): Expression | undefined {
    let expression: Expression
    try {
      expression = parseExpression(code)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.#problem('error', error.code, error.params, command)
      return undefined
    }
    const { paths, formatters: used } = usesOf(expression)
    for (const { name, at } of used)
      if (formatters[name] === undefined)
        this.#problem(
          'error',
          'template.unknownFormatter',
          { formatter: name, at, known: Object.keys(formatters) },
          command,
        )
    const typed = used.map(({ name }) => formatters[name]?.type).find((type) => type !== undefined && type !== 'text')
    for (const { path } of paths) this.#field(path.map(String), use === 'text' ? (typed ?? 'text') : use, command)
    return expression
  }

  #field(path: string[], type: FieldType, { sentence }: TemplateCommand): void {
    const loop = this.#loopOf(path[0]!)
    const name = this.#absolute(path)
    // `序号` 0 of loops and the loop variable itself are nothing to fill in.
    if (loop !== undefined && path.length === 1) return
    const known = this.#fields.get(name)
    if (known === undefined)
      this.#fields.set(name, {
        path: name,
        type,
        count: 1,
        loop: loop?.path ?? null,
        sentence: sentence.trim().slice(0, 200),
      })
    else {
      known.count += 1
      if (known.type === 'text' || (known.type === 'boolean' && type !== 'text')) known.type = type
    }
  }

  #loopOf(variable: string): OpenBlock | undefined {
    return this.#open.findLast((open) => open.kind === 'FOR' && open.variable === variable)
  }

  /** A path below a loop's variable, written from the data's root: 明细.名称 → 合同.明细.名称. */
  #absolute(path: string[]): string {
    const loop = this.#loopOf(path[0]!)
    return loop?.path ? [loop.path, ...path.slice(1)].join('.') : path.join('.')
  }

  #problem(
    severity: TemplateProblem['severity'],
    code: string,
    params: Record<string, Json>,
    at: { part: string; page: number; sentence: string },
  ): void {
    this.#problems.push({
      severity,
      code,
      params,
      part: at.part,
      page: at.page,
      sentence: at.sentence.trim().slice(0, 200),
    })
  }
}
