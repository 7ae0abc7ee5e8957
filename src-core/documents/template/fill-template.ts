import { randomBytes } from 'node:crypto'
import { createReport } from 'docx-templates'
import type { Json } from '../../../src-shared/kernel/json.ts'
import { Refusal, refuse } from '../../../src-shared/kernel/refusal.ts'
import type { TemplateData } from '../../../src-shared/contracts/template-data.ts'
import { evaluate, pathText, readOwn } from '../../../src-shared/templates/evaluate.ts'
import { parseExpression, type Expression } from '../../../src-shared/templates/expression.ts'
import type { Value } from '../../../src-shared/templates/values.ts'
import { openDocx } from '../docx/open-docx.ts'
import { readCommand } from './command-kinds.ts'
import { finishDocx } from './finish-docx.ts'
import { commandsOf, scanParagraphs } from './template-commands.ts'

export interface TemplateImage {
  /** PNG or JPEG. */
  bytes: Uint8Array
  widthMm: number
  heightMm: number
}

export interface FillOptions {
  /** Pictures by the path that IMAGE names. */
  images?: Record<string, TemplateImage>
}

export interface FilledTemplate {
  docx: Uint8Array
}

/** Elements of a loop beyond which a contract is refused rather than built for minutes. */
const maximumItems = 5000

const expressions = new Map<string, Expression>()

/**
 * Fills a template with data; no code of the template runs: docx-templates moves the nodes, our own language gives the values.
 * The same template and data give the same bytes. Refuses `template.notUsable` for forbidden commands, `template.fillFailed` with every
 * field that is missing or of the wrong kind, `template.controlCharacter`, `template.tooManyItems`, `template.imageMissing`.
 */
export async function fillTemplate(
  template: Uint8Array,
  data: TemplateData,
  options: FillOptions = {},
): Promise<FilledTemplate> {
  const forbidden = commandsOf(scanParagraphs(await openDocx(template))).find(
    ({ code }) => readCommand(code).kind === 'forbidden',
  )
  if (forbidden !== undefined) throw refuse('template.code', { code: forbidden.code, token: forbidden.code, at: 0 })
  const clean = checkedData(data)
  const secret = randomBytes(9).toString('hex')
  const failures: { command: string; code: string; params: Record<string, Json> }[] = []
  let filled: Uint8Array | undefined
  try {
    filled = await createReport({
      template,
      data: clean,
      cmdDelimiter: ['{{', '}}'],
      // A text of the data must not be able to close it and write XML.
      literalXmlDelimiter: `{${secret}}`,
      rejectNullish: false,
      fixSmartQuotes: false,
      failFast: false,
      processLineBreaks: true,
      runJs({ sandbox, ctx }) {
        const code = String((sandbox as { __code__?: unknown }).__code__ ?? '')
        const { kind, rest } = readCommand(code)
        if (kind === 'SEAL' || kind === 'SIGN')
          return { modifiedSandbox: sandbox, result: anchorText(secret, `qidan_${kind.toLowerCase()}_${rest}`) }
        const image = options.images?.[code]
        if (image !== undefined) return { modifiedSandbox: sandbox, result: imageOf(image) }
        try {
          const all = { ...clean, ...(ctx as unknown as { vars: Record<string, unknown> }).vars }
          const value = evaluate(parsed(rest), {
            read: (path) => readOwn(all, path),
            missing: (path) => {
              throw refuse('template.missingField', { path: pathText(path) })
            },
          })
          return { modifiedSandbox: sandbox, result: printable(value) }
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          failures.push({ command: code, code: error.code, params: error.params })
          // Something that loops and prints: all failures are told at once, in the end.
          return { modifiedSandbox: sandbox, result: [] }
        }
      },
    })
  } catch (error) {
    if (failures.length === 0) throw explain(error)
  }
  if (failures.length > 0)
    throw refuse('template.fillFailed', { count: failures.length, problems: failures.slice(0, 50) })
  return { docx: await finishDocx(filled!, secret) }
}

function parsed(code: string): Expression {
  let expression = expressions.get(code)
  if (expression === undefined) {
    expression = parseExpression(code)
    if (expressions.size > 5000) expressions.clear()
    expressions.set(code, expression)
  }
  return expression
}

/** What stands in the text until the anchor is made of it. */
export const anchorText = (secret: string, name: string): string => `${secret}:${name}:${secret}`

/** A value as docx-templates takes it for every command: texts print, lists loop, false and zero do not hold. */
function printable(value: Value): unknown {
  if (value === null || value === false) return ''
  if (value === true) return '是'
  if (Array.isArray(value)) {
    if (value.length > maximumItems)
      throw refuse('template.tooManyItems', { count: value.length, maximum: maximumItems })
    return value
  }
  if (typeof value === 'string') return value
  if ('toFixed' in value && typeof value.toFixed === 'function') {
    const digits = (value as { toFixed(): string }).toFixed()
    return digits === '0' ? 0 : digits
  }
  throw refuse('template.wrongType', { wanted: 'text', value: JSON.stringify(value).slice(0, 80) })
}

function imageOf({ bytes, widthMm, heightMm }: TemplateImage) {
  const png = bytes[0] === 0x89
  return { width: widthMm / 10, height: heightMm / 10, data: Buffer.from(bytes), extension: png ? '.png' : '.jpg' }
}

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

/** A frozen copy with null prototypes; refuses characters that no Word file may hold, naming the field. */
function checkedData(data: TemplateData): TemplateData {
  const visit = (value: unknown, path: string, depth: number): unknown => {
    if (depth > 20) throw refuse('template.dataTooDeep', { path })
    if (typeof value === 'string') {
      const found = control.exec(value)
      if (found !== null)
        throw refuse('template.controlCharacter', {
          path,
          at: found.index,
          character: `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
        })
      return value.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
    }
    if (value === null || typeof value === 'boolean' || typeof value === 'number') return value
    if (Array.isArray(value)) return Object.freeze(value.map((each, i) => visit(each, `${path}[${i + 1}]`, depth + 1)))
    if (typeof value === 'object') {
      const copy = Object.create(null) as Record<string, unknown>
      for (const [name, each] of Object.entries(value))
        copy[name] = visit(each, path === '' ? name : `${path}.${name}`, depth + 1)
      return Object.freeze(copy)
    }
    return null
  }
  return visit(data, '', 0) as TemplateData
}

/** A fault of docx-templates about the template's own structure, as a refusal. */
function explain(error: unknown): unknown {
  const first: unknown = Array.isArray(error) ? error[0] : error
  if (first instanceof Error) return refuse('template.notUsable', { detail: first.message.slice(0, 300) })
  return error
}
