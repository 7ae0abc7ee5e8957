import type { Json } from '../../../src-shared/kernel/json.ts'
import { Refusal, refuse } from '../../../src-shared/kernel/refusal.ts'
import { parseExpression, type Expression } from '../../../src-shared/templates/expression.ts'

export type ValueCommand = { kind: 'value'; expression: Expression; source: string }
export type ForCommand = { kind: 'for'; variable: string; list: Expression; source: string }
export type IfCommand = { kind: 'if'; condition: Expression; source: string }
/** `condition` is undefined for a plain ELSE. */
export type ElseCommand = { kind: 'else'; condition: Expression | undefined; source: string }
/** `variable` is '' when END-FOR names none, and always for END-IF. */
export type EndCommand = { kind: 'end'; of: 'for' | 'if'; variable: string }
/** Sizes in mm. */
export type ImageCommand = { kind: 'image'; expression: Expression; source: string; width?: number; height?: number }
export type AnchorCommand = { kind: 'anchor'; name: string }
export type AliasCommand = { kind: 'alias'; name: string; expression: Expression }
export type BlockCommand = ForCommand | IfCommand | ElseCommand | EndCommand
export type Command = ValueCommand | BlockCommand | ImageCommand | AnchorCommand | AliasCommand

/** Commands that run code, fetch or insert foreign markup in other engines. */
const forbidden = /^(EXEC|HTML|LINK|QUERY|CMD_NODE|INCLUDE|SCRIPT|EVAL)\b|^!/i
const name = String.raw`[\p{L}_][\p{L}\p{N}_]*`

/**
 * Reads what stands between `{{` and `}}`. Words of commands may be written in small letters; Word's long dashes count as hyphens. Everything that
 * is no command is an expression. Refuses template.emptyCommand, .code, .unknownCommand, .forForm, .imageForm, .anchorRole, .aliasForm and what
 * parseExpression refuses.
 */
export function readCommand(code: string): Command {
  const text = code.replaceAll(/[\s\u3000]+/g, ' ').trim()
  if (text === '') throw refuse('template.emptyCommand', {})
  const bad = forbidden.exec(text)
  if (bad !== null) throw refuse('template.code', { code: text, token: bad[0], at: 0 })
  const match =
    /^(?:(END)[-_ –—－−]?(FOR|IF)|(ELSE)[-_ –—－−]?(IF)?|(FOR|IF|INS|IMAGE|SEAL|SIGN|ALIAS))(?= |$|（|\()(.*)$/iu.exec(
      text,
    )
  if (match === null) return value(text.startsWith('=') ? text.slice(1).trim() : text)
  const rest = match[6]!.trim()
  if (match[1] !== undefined) return end(match[2]!.toLowerCase() as 'for' | 'if', rest)
  if (match[3] !== undefined) return elseCommand(match[4] !== undefined, rest, text)
  switch (match[5]!.toUpperCase()) {
    case 'FOR':
      return forCommand(rest, text)
    case 'IF':
      return { kind: 'if', condition: parseExpression(rest), source: rest }
    case 'IMAGE':
      return image(rest, text)
    case 'SEAL':
    case 'SIGN':
      return anchor(match[5]!.toLowerCase(), rest)
    case 'ALIAS':
      return alias(rest, text)
    default:
      return value(rest)
  }
}

function value(source: string): ValueCommand {
  try {
    return { kind: 'value', expression: parseExpression(source), source }
  } catch (error) {
    // `LOOP 明细`, `foreach x`, `#each`: a word that we do not have, before something else.
    const word = /^([A-Za-z][A-Za-z-]{1,20}) (?![.=<>!|+*/%?-])/.exec(source)?.[1]
    if (word !== undefined && error instanceof Refusal && error.code === 'template.expression') {
      throw refuse('template.unknownCommand', {
        code: source,
        command: word,
        known: 'FOR END-FOR IF ELSE END-IF IMAGE SEAL SIGN ALIAS',
      })
    }
    throw error
  }
}

function end(of: 'for' | 'if', rest: string): EndCommand {
  return { kind: 'end', of, variable: of === 'for' ? rest : '' }
}

function elseCommand(withCondition: boolean, rest: string, code: string): ElseCommand {
  if (withCondition) return { kind: 'else', condition: parseExpression(rest), source: rest }
  if (rest !== '') throw refuse('template.unknownCommand', { code, command: `ELSE ${rest}`, known: 'ELSE, ELSE-IF' })
  return { kind: 'else', condition: undefined, source: '' }
}

const forForm = new RegExp(`^(${name}) IN (.+)$`, 'iu')

function forCommand(rest: string, code: string): ForCommand {
  const match = forForm.exec(rest)
  if (match === null) throw refuse('template.forForm', { code })
  return { kind: 'for', variable: match[1]!, list: parseExpression(match[2]!), source: match[2]!.trim() }
}

const imageForm = /^(.*?)(?: (\d{1,3}(?:\.\d+)?)(?: ?mm)?)?(?: ?[ x×*] ?(\d{1,3}(?:\.\d+)?)(?: ?mm)?)?$/iu

/** `IMAGE logo`, `IMAGE logo 30` (width in mm), `IMAGE logo 30 x 20`. */
function image(rest: string, code: string): ImageCommand {
  const match = imageForm.exec(rest)
  if (match === null || match[1] === '') throw refuse('template.imageForm', { code })
  const [width, height] = [match[2], match[3]].map((mm) => (mm === undefined ? undefined : Number(mm)))
  for (const mm of [width, height])
    if (mm !== undefined && (mm <= 0 || mm > 500)) throw refuse('template.imageForm', { code })
  return {
    kind: 'image',
    expression: parseExpression(match[1]!),
    source: match[1]!,
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  }
}

function anchor(what: string, role: string): AnchorCommand {
  if (!/^[甲乙丙丁]方$/.test(role)) throw refuse('template.anchorRole', { role })
  return { kind: 'anchor', name: `qidan_${what}_${role}` }
}

function alias(rest: string, code: string): AliasCommand {
  const match = new RegExp(`^(${name}) ?[ =] ?(?:INS )?(.+)$`, 'iu').exec(rest)
  if (match === null) throw refuse('template.aliasForm', { code })
  return { kind: 'alias', name: match[1]!, expression: parseExpression(match[2]!) }
}

export interface BraceFault {
  code: 'template.unclosedBraces' | 'template.unopenedBraces' | 'template.fullWidthBraces' | 'template.singleBraces'
  params: Record<string, Json>
  at: number
}

export interface FoundCommand {
  /** Where `{{` begins and behind `}}`, in the paragraph's text. */
  start: number
  end: number
  code: string
}

/** Faults told of one paragraph; a person corrects the first ones and looks again. */
const maximumFaults = 50

/** Finds the commands of a paragraph's text, and braces that make none: alone, full-width, single. */
export function findCommands(text: string): { commands: FoundCommand[]; faults: BraceFault[] } {
  const commands: FoundCommand[] = []
  const faults: BraceFault[] = []
  if (!/[{}｛｝]/.test(text)) return { commands, faults }
  const spans = /\{\{|\}\}|[｛{]｛|｛\{|[｝}]｝|｝\}/g
  let open = -1
  for (let match = spans.exec(text); match !== null && faults.length < maximumFaults; match = spans.exec(text)) {
    const at = match.index
    if (match[0] === '{{') {
      if (open >= 0) faults.push(unclosed(text, open))
      open = at
    } else if (match[0] === '}}') {
      if (open < 0) faults.push({ code: 'template.unopenedBraces', params: {}, at })
      else commands.push({ start: open, end: at + 2, code: text.slice(open + 2, at) })
      open = -1
    } else {
      const near = text.slice(at, at + 200)
      const close = /[｛{]/.test(match[0]) ? /^.{2}.*?[}｝]{2}/s.exec(near) : null
      const whole = near.slice(0, close === null ? 20 : close[0].length)
      const suggestion = whole.replaceAll(/[｛{]{2}/g, '{{').replaceAll(/[｝}]{2}/g, '}}')
      faults.push({ code: 'template.fullWidthBraces', params: { found: whole, suggestion }, at })
      open = -1
      if (close !== null) spans.lastIndex = at + close[0].length
    }
  }
  if (open >= 0) faults.push(unclosed(text, open))
  faults.push(...singleBraces(text))
  return { commands, faults }
}

function unclosed(text: string, at: number): BraceFault {
  return { code: 'template.unclosedBraces', params: { at: text.slice(at, at + 40) }, at }
}

/** The default form of docx-templates, `{FOR x IN y}` and `{=x}`, with how to write it here. */
function singleBraces(text: string): BraceFault[] {
  const faults: BraceFault[] = []
  const pattern = /(?<!\{)\{(=|(?:FOR|END-FOR|IF|END-IF|INS|IMAGE|ALIAS)\b)([^{}]*)\}(?!\})/g
  for (let match = pattern.exec(text); match !== null && faults.length < maximumFaults; match = pattern.exec(text)) {
    const word = match[1] === '=' ? '' : match[1]!
    const suggestion = `{{${`${word}${match[2]!}`.replaceAll(/\$(?=[\p{L}_])/gu, '').trim()}}}`
    faults.push({ code: 'template.singleBraces', params: { found: match[0], suggestion }, at: match.index })
  }
  return faults
}
