import { readFileSync, globSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Cents } from '../kernel/cents.ts'
import { refuse } from '../kernel/refusal.ts'
import { lineSchema } from '../kernel/schemas.ts'
import { operations } from '../rpc/registry.ts'
import { describeNotCarried, describeRefusal, messages } from './describe-refusal.ts'
import { formats } from './formats.ts'
import type { MessageText, Params } from './message.ts'
import { areaWords, rightWords, statusWords } from './words.ts'

const root = new URL('../..', import.meta.url).pathname
const sources = globSync('src-*/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !/\.test\.tsx?$/.test(file) && !file.startsWith('src-shared/messages/'))
  .map((file) => ({ file, text: withoutComments(readFileSync(`${root}/${file}`, 'utf8')) }))

describe('every refusal, warning and loss has its words', () => {
  it.each(codesInSources())('says %s in Chinese and English', (code) => {
    expect(messages[code], `no message for ${code}`).toBeDefined()
    expect(messages[code]!.zh).toBeTruthy()
    expect(messages[code]!.en).toBeTruthy()
  })

  it('uses no place that the refusal does not fill', () => {
    const unfilled = filledPlaces().flatMap(({ code, given, file }) =>
      placesOf(code)
        .filter((name) => !given.has(name))
        .map((name) => `${code} in ${file}: {${name}}`),
    )
    expect(unfilled).toEqual([])
  })

  it('knows every format that a sentence asks for', () => {
    for (const code of Object.keys(messages))
      for (const text of textsOf(code))
        for (const [, as] of text.matchAll(/\{\w+:(\w+)\}(?!\})/g))
          expect(['problems', ...Object.keys(formats)], `${code} asks for ${as}`).toContain(as)
  })

  it('has no message that nothing uses', () => {
    const used = new Set(codesInSources())
    expect(Object.keys(messages).filter((code) => !used.has(code) && !code.startsWith('io.'))).toEqual([])
  })

  it('names every permission in words', () => {
    const named = (permission: string) => {
      const [area = '', right = ''] = permission.split('.')
      return Object.hasOwn(areaWords, area) && Object.hasOwn(rightWords, right)
    }
    expect(operations.map(({ permission }) => permission).filter((permission) => !named(permission))).toEqual([])
  })
})

describe('a problem in a template', () => {
  it('shows the beginning of a command that is as long as the file', () => {
    const problems = [{ code: 'template.noFields', params: {}, page: 1, command: '('.repeat(100_000) }]
    const said = describeRefusal({ code: 'template.notUsable', params: { problems } }, 'zh')
    expect(said).toContain('第 1 页 {{(((')
    expect(said.length).toBeLessThan(400)
  })
})

describe('a refusal in words', () => {
  it('shows money as yuan, statuses and permissions in words', () => {
    const over = refuse('payment.overPayment', {
      number: 'SK-1',
      wanted: 500_000 as Cents,
      open: 123_400 as Cents,
      amount: 1_000_000 as Cents,
    })
    expect(describeRefusal(over, 'zh')).toBe(
      '收付款 SK-1 要核销 ¥5,000.00，只剩 ¥1,234.00（总额 ¥10,000.00）。请减少核销金额。',
    )
    expect(describeRefusal(over, 'en')).toContain('¥1,234.00 left of ¥10,000.00')
    expect(describeRefusal(refuse('contract.notDraft', { stage: 'active' }), 'zh')).toContain('履行中')
    expect(describeRefusal(refuse('access.denied', { permission: 'contracts.sign', actor: '王小禾' }), 'zh')).toContain(
      '“合同·签署”',
    )
    expect(describeRefusal(refuse('access.denied', { permission: 'contracts.sign', actor: '王小禾' }), 'en')).toContain(
      'sign contracts',
    )
  })

  it('says what is allowed instead', () => {
    const refusal = refuse('status.notAllowed', { action: 'sign', from: 'draft', allowed: ['submit'] })
    expect(describeRefusal(refusal, 'zh')).toBe('当前状态是“草稿”，不能登记签署。现在可以：提交审批。')
  })

  it('names the wrong fields of an input as its schema found them', () => {
    const schema = z.strictObject({
      title: z.string().min(1),
      lines: z.array(z.object({ quantity: z.number() })),
      note: lineSchema(5),
    })
    const { error } = schema.safeParse({ title: '', lines: [{ quantity: '2' }], note: '很长很长很长', extra: 1 })
    const issues = error!.issues.map((issue) => ({ path: issue.path.join('.'), reason: issue.message }))
    const text = describeRefusal(refuse('input.invalid', { issues }), 'zh')
    expect(text).toContain('title 不能为空')
    expect(text).toContain('lines.0.quantity 应为数字，给出的是文本')
    expect(text).toContain('note 最多 5 个字')
    expect(text).toContain('有不认识的项："extra"')
    expect(describeRefusal(refuse('input.invalid', { issues }), 'en')).toContain('title must not be empty')
  })

  it('says of a performed contract 履行完毕 as the screen does, and of an order 已完成', () => {
    const of = (more: object) =>
      describeRefusal(
        refuse('status.notAllowed', { action: 'terminate', from: 'completed', allowed: [], ...more }),
        'zh',
      )
    expect(of({ of: 'contract' })).toContain('“履行完毕”')
    expect(of({})).toContain('“已完成”')
    expect(describeRefusal(refuse('contract.notDraft', { stage: 'completed' }), 'zh')).toContain('“履行完毕”')
  })

  it('takes no braces from a parameter for a place', () => {
    expect(describeRefusal(refuse('io.ENOENT', { path: '{path:yuan}{{x}}' }), 'zh')).toContain('{path:yuan}{{x}}')
  })

  it('prints braces where a sentence shows them', () => {
    expect(describeRefusal(refuse('numbering.serialMissing', {}), 'zh')).toContain('{serial:4}')
  })

  it('names the code where there is no message', () => {
    expect(describeRefusal({ code: 'nobody.knows', params: {} }, 'zh')).toContain('nobody.knows')
    expect(describeRefusal({ code: 'toString', params: {} }, 'en')).toContain('code toString')
  })

  it('shows a dash where a parameter is missing, never “undefined”', () => {
    for (const code of Object.keys(messages))
      for (const language of ['zh', 'en'] as const) {
        const text = describeRefusal({ code, params: {} }, language)
        expect(text).not.toMatch(/undefined|null|\[object/)
        expect(text.length).toBeGreaterThan(4)
      }
  })

  it('tells what a PDF does not show, how often and where first', () => {
    expect(describeNotCarried({ what: 'chart', where: '附图一', count: 2 }, 'zh')).toBe(
      '图表，以空框代替 ×2（“附图一”）',
    )
    expect(describeNotCarried({ what: 'chart', where: '', count: 1 }, 'en')).toBe('chart, shown as an empty frame')
  })
})

describe('the words of statuses', () => {
  it('cover every status that a table names', async () => {
    expect((await statusesOfTables()).filter((status) => !Object.hasOwn(statusWords, status))).toEqual([])
  })
})

async function statusesOfTables(): Promise<string[]> {
  const files = sources.filter(({ file, text }) => !file.includes('kernel/') && text.includes('defineStatusTable('))
  const modules = await Promise.all(
    files.map(({ file }) => import(`${root}/${file}`) as Promise<Record<string, unknown>>),
  )
  const tables = modules
    .flatMap((module) => Object.values(module))
    .filter((value) => typeof value === 'object' && value !== null && 'statuses' in value)
  expect(tables.length).toBeGreaterThan(3)
  return tables.flatMap((table) => (table as { statuses(): string[] }).statuses())
}

/** Codes of refusals, warnings and problems, and what the converter reports as not carried. */
function codesInSources(): string[] {
  const codes = new Set<string>()
  for (const { text } of sources) {
    for (const { name, inside } of callsOf(text, /\b(refuse|problem|report|found)\(/g)) {
      if (name === 'report') {
        for (const [, what] of secondArgument(inside).matchAll(/'([a-zA-Z]+(?:\.[a-zA-Z]+)*)'/g))
          codes.add(`notCarried.${what}`)
      } else
        for (const [, code] of (name === 'problem' ? inside : firstArgument(inside)).matchAll(
          /'([a-zA-Z]\w*\.[a-zA-Z]\w*)'/g,
        ))
          codes.add(code!)
    }
    for (const [, code] of text.matchAll(/\bcode: '([a-zA-Z]\w*\.[a-zA-Z]\w*)'/g)) codes.add(code!)
  }
  for (const what of ['quantity', 'unitPrice', 'rate'])
    for (const why of ['notANumber', 'tooManyDecimals', 'tooLarge']) codes.add(`${what}.${why}`)
  return [...codes].toSorted()
}

/** Refusals whose code and parameters both stand in the source. */
function filledPlaces(): { code: string; given: Set<string>; file: string }[] {
  return sources.flatMap(({ file, text }) =>
    callsOf(text, /\brefuse\(/g).flatMap(({ inside }) => {
      const literal = /^\s*'([a-zA-Z]\w*\.[a-zA-Z]\w*)'\s*,\s*\{([^]*)\}\s*,?\s*$/.exec(inside)
      if (literal === null || inside.includes('...')) return []
      return [{ code: literal[1]!, given: new Set(keysOf(literal[2]!)), file }]
    }),
  )
}

function keysOf(objectBody: string): string[] {
  let depth = 0
  let flat = ''
  for (const character of objectBody) {
    if ('([{'.includes(character)) depth += 1
    if (depth === 0) flat += character
    if (')]}'.includes(character)) depth -= 1
  }
  return flat.split(',').flatMap((part) => /^\s*(\w+)\s*(?::|$)/.exec(part)?.[1] ?? [])
}

/** Places that every variant of the sentence has: those that a function leaves out are optional. */
function placesOf(code: string): string[] {
  const texts = Object.hasOwn(messages, code) ? [messages[code]!.zh, messages[code]!.en] : []
  return texts.flatMap((text) =>
    typeof text === 'string'
      ? [...text.replaceAll(/\{\{[^{}]*\}\}/g, '').matchAll(/\{(\w+)/g)].map(([, name]) => name!)
      : [],
  )
}

function textsOf(code: string): string[] {
  return [plainText(messages[code]!.zh), plainText(messages[code]!.en)]
}

const plainText = (text: MessageText) => (typeof text === 'string' ? text : text({} as Params))

function callsOf(text: string, pattern: RegExp): { name: string; inside: string }[] {
  return [...text.matchAll(pattern)].map((match) => {
    let depth = 1
    let end = match.index + match[0].length
    const start = end
    for (; depth > 0 && end < text.length; end++) depth += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0
    return { name: match[1] ?? '', inside: text.slice(start, end - 1) }
  })
}

function topLevelArguments(inside: string): string[] {
  const parts = ['']
  let depth = 0
  for (const character of inside) {
    if ('([{'.includes(character)) depth += 1
    if (')]}'.includes(character)) depth -= 1
    if (character === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts
}

const firstArgument = (inside: string) => topLevelArguments(inside)[0] ?? ''
const secondArgument = (inside: string) => topLevelArguments(inside)[1] ?? ''

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
}
