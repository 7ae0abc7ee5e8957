import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../kernel/refusal.ts'
import { evaluate, pathText, readOwn, type Scope } from './evaluate.ts'
import { parseExpression } from './expression.ts'
import { refuse } from '../kernel/refusal.ts'
import { MissingField, text } from './values.ts'

const data = {
  合同: {
    编号: 'HT-1',
    总金额: '200000.00',
    税额: '0.1',
    份数: 2,
    明细: [
      { 名称: '泵', 金额: '1.10' },
      { 名称: '阀', 金额: '2.20' },
    ],
    质保金: null,
  },
  甲方: { 名称: '甲公司', 电话: '0571-1' },
  有质保金: true,
  地区: '0571',
}

const scope: Scope = {
  read: (path) => readOwn(data, path),
  missing: (path) => {
    throw refuse('template.missingField', { path: pathText(path) })
  },
}
const run = (source: string) => text(evaluate(parseExpression(source), scope))

function refusal(work: () => unknown): Refusal {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('was not refused')
}

/** 分 as 元. */
const decimal = (n: bigint) =>
  `${n < 0n ? '-' : ''}${String(n < 0n ? -n : n)
    .padStart(3, '0')
    .replace(/(..)$/, '.$1')}`

describe('expressions of templates', () => {
  it.each([
    ['合同.编号', 'HT-1'],
    [' 合同 . 编号 ', 'HT-1'],
    ['合同．编号', 'HT-1'],
    ['合同.明细[1].名称', '阀'],
    ['合同.份数', '2'],
    ['合同.份数 + 1', '3'],
    ['合同.税额 + 0.2', '0.3'],
    ['合同.总金额 * 0.3', '60000'],
    ['合同.总金额 × 0.3 ÷ 2', '30000'],
    ['10 % 4', '2'],
    ['-(2 + 3) * 2', '-10'],
    ['1 / 3', '0.33333333333333333333'],
    ['2 + 3 * 4', '14'],
    ['（2 ＋ 3）＊ ４', '20'],
    ['50万 + 1', '500001'],
    ['1.5亿', '150000000'],
    ['"第" + 合同.份数 + "期"', '第2期'],
    ['“第”+合同.份数+“期”', '第2期'],
    ["'a' + ‘b’", 'ab'],
    ['「（一）」', '（一）'],
    ['"a + b ｜ c"', 'a + b ｜ c'],
    ['合同.编号 + 合同.份数', 'HT-12'],
    ['合同.总金额 > 10万', '是'],
    ['合同.总金额 == 200000', '是'],
    ['合同.总金额 ＞＝ 200000 并且 非 假', '是'],
    ['合同.份数 大于 3 或者 有质保金', '是'],
    ['合同.份数 != 2 or false', '否'],
    ['合同.份数 ≠ 2', '否'],
    ['合同.份数 <> 2', '否'],
    ['合同.质保金 > 0', '否'],
    ['合同.质保金 == 空', '是'],
    ['有质保金 ? "含质保金" : "不含"', '含质保金'],
    ['合同.份数 > 5 ? "多" : 合同.份数 > 1 ？ "两" ： "一"', '两'],
    ['合同.总金额 | 金额', '200,000.00'],
    ['合同.总金额 * 0.3 | 金额', '60,000.00'],
    ['合同.总金额 ｜ 大写', '人民币贰拾万元整'],
    ['(合同.总金额 | 金额) + "元"', '200,000.00元'],
    ['合同.编号 | 截取 2 | 小写字母', 'ht'],
    ['合同.编号 | 截取(4, 4)', '1'],
    ['合同.编号 | 截取：2', 'HT'],
    ['没有 | 默认 "—"', '—'],
    ['没有.更没有 | default "—"', '—'],
    ['合同.质保金 | 默认 “无”', '无'],
    ['合同.质保金 | 金额', ''],
    ['合同.明细 | 条数', '2'],
    ['合同.明细 | 合计 "金额"', '3.3'],
    ['甲方.电话', '0571-1'],
  ])('%s is %s', (source, expected) => {
    expect(run(source)).toBe(expected)
  })

  it('does not take a code with a leading zero for a number', () => {
    expect(run('地区 == 571')).toBe('否')
    expect(run('地区 + 1')).toBe('05711')
  })

  it('lets the labels of forms be names', () => {
    expect(parseExpression('合同金额（元）')).toMatchObject({ kind: 'path', path: ['合同金额（元）'] })
    expect(parseExpression('party_a.name2')).toMatchObject({ path: ['party_a', 'name2'] })
  })

  it('adds decimals exactly, whatever they are', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.bigInt(-(10n ** 15n), 10n ** 15n), (a, b) => {
        const sum = evaluate(parseExpression('a + b'), {
          read: (path) => ({ a: decimal(a), b: decimal(b) })[String(path[0])],
          missing: () => null,
        })
        expect(text(sum)).toBe(decimal(a + b).replace(/\.?0+$/, '') || '0')
      }),
    )
  })

  it('shows the name of a lacking field where a draft wants it', () => {
    const draft: Scope = { read: scope.read, missing: (path) => new MissingField(pathText(path)) }
    const shown = (source: string) => text(evaluate(parseExpression(source), draft))
    expect(shown('没有')).toBe('〔没有〕')
    expect(shown('没有 | 金额')).toBe('〔没有〕')
    expect(shown('没有 * 2 + 1')).toBe('〔没有〕')
    expect(shown('没有 ? 1 : 2')).toBe('2')
    expect(shown('没有 > 1')).toBe('否')
    expect(shown('没有 | 默认 "x"')).toBe('x')
  })
})

describe('mistakes in expressions', () => {
  it.each([
    ['', 'template.expression', { at: 0, token: '' }],
    ['合同.', 'template.expression', { at: 3, token: '', wanted: 'field' }],
    ['合同 编号', 'template.expression', { at: 3, token: '编号' }],
    ['1 +', 'template.expression', { at: 3 }],
    ['(1', 'template.expression', { wanted: ')' }],
    ['a ? b', 'template.expression', { wanted: ':' }],
    ['a |', 'template.expression', { wanted: 'formatter' }],
    ['a | 1', 'template.expression', { token: '1', at: 4 }],
    ['12abc', 'template.expression', { token: 'abc', at: 2 }],
    ['"没有结束', 'template.unclosedQuote', { at: 0 }],
    ['没有', 'template.missingField', { path: '没有' }],
    ['合同.没有', 'template.missingField', { path: '合同.没有' }],
    ['合同.明细[7].名称', 'template.missingField', { path: '合同.明细[7].名称' }],
    ['合同', 'template.wrongType', { wanted: 'text' }],
    ['合同.编号 * 2', 'template.wrongType', { wanted: 'number', value: 'HT-1' }],
    ['合同.编号 | 金额', 'template.wrongType', { wanted: 'number', value: 'HT-1' }],
    ['合同.编号 | 日期', 'template.wrongType', { wanted: 'date', value: 'HT-1' }],
    ['1 / 0', 'template.divisionByZero', { value: '1' }],
    ['1 % (2 - 2)', 'template.divisionByZero', {}],
    ['合同.编号 | 美化', 'template.unknownFormatter', { formatter: '美化' }],
    ['合同.编号 > 1', 'template.wrongType', { value: 'HT-1' }],
  ])('%j is refused', (source, code, params) => {
    expect(refusal(() => run(source))).toMatchObject({ code, params })
  })
})

/** Every way out of a JavaScript sandbox that we know, and code of other template engines. */
const escapes = [
  'this',
  'this.constructor',
  'this.constructor.constructor("return process")()',
  'constructor',
  'constructor.constructor',
  '合同.constructor',
  '合同.constructor.constructor("return 1")()',
  '合同.__proto__',
  '合同.__proto__.polluted',
  '__proto__',
  '合同.prototype',
  '合同["constructor"]',
  "合同['__proto__']",
  '合同[编号]',
  '合同.明细[-1]',
  '合同.明细[1e9]',
  '合同.编号.toString()',
  '合同.编号.at(0)',
  '合同.明细.map(x => x)',
  '合同.明细.filter(function(x){return x})',
  'x => x',
  '(() => 1)()',
  'function(){}',
  'async () => {}',
  'new Date()',
  'Date.now()',
  'process.exit()',
  'process.env',
  'require("fs")',
  'import("fs")',
  'globalThis',
  'global.process',
  'eval("1")',
  'Function("return 1")()',
  'Object.keys(合同)',
  'Reflect.ownKeys',
  'Proxy',
  '`a${1}`',
  '${1}',
  '"a"; process',
  'a = 1',
  '合同.编号 = "x"',
  'a += 1',
  'a++',
  '{}',
  '[1,2]',
  '[].constructor',
  '({}).constructor',
  '"".constructor',
  '"".sub.constructor',
  '/a/.exec',
  '\\u0074his',
  't\\u0068is.constructor',
  'a?.b',
  'a ?? b',
  '...合同',
  'void 0',
  'typeof a',
  'delete a.b',
  'await a',
  'yield a',
  'let a',
  'class A {}',
  'while(true){}',
  '@import',
  '#list',
  '^list',
  '~a',
  'a & b',
  'a ^ b',
  '<script>',
  '<w:p/>',
  'arguments.callee',
  '__defineGetter__',
  '合同.__lookupGetter__',
  'self.process',
  'window.location',
  'module.exports',
  '合同 | constructor',
  '合同 | __proto__',
  '合同 | toString',
  '合同.hasOwnProperty',
  '合同.valueOf',
  '合同.编号.length',
  '合同.明细.length',
]

describe('attempts to run code', () => {
  it.each(escapes)('%s is refused with its place', (source) => {
    const found = refusal(() => run(source))
    expect(found.code).toMatch(/^template\.(code|expression|missingField|unknownFormatter|unclosedQuote)$/)
    expect(found.params).toSatisfy((params: object) => 'at' in params || 'path' in params || 'formatter' in params)
  })

  it('reads no getter and nothing inherited', () => {
    let ran = false
    const trap = Object.create({ inherited: 'x' }) as object
    Object.defineProperty(trap, '诱饵', {
      enumerable: true,
      get: () => {
        ran = true
        return 'x'
      },
    })
    for (const name of ['诱饵', 'inherited', 'toString', 'hasOwnProperty'])
      expect(readOwn(trap, [name])).toBeUndefined()
    expect(ran).toBe(false)
    expect(readOwn([1], ['length'])).toBeUndefined()
    expect(readOwn('abc', ['length'])).toBeUndefined()
    expect(readOwn('abc', [0])).toBeUndefined()
  })

  it('bounds length, nesting and size', () => {
    expect(refusal(() => parseExpression('1+'.repeat(300) + '1')).code).toBe('template.expressionTooLong')
    expect(refusal(() => parseExpression('('.repeat(60) + '1' + ')'.repeat(60))).code).toBe(
      'template.expressionTooDeep',
    )
    expect(refusal(() => parseExpression('!'.repeat(400) + '1')).code).toBe('template.expressionTooDeep')
    expect(refusal(() => parseExpression('a?'.repeat(200) + 'a')).code).toMatch(/TooDeep/)
    expect(run('9'.repeat(40) + '*9'.repeat(200)).length).toBeLessThan(300)
    expect(refusal(() => run('"a" | 补零 1000000')).code).toBe('template.wrongType')
  })

  it('never runs or breaks on noise', () => {
    const answers = (source: string) => {
      try {
        return typeof run(source)
      } catch (error) {
        return error instanceof Refusal ? 'refusal' : error
      }
    }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (source) => {
        expect(answers(source)).toMatch(/^(string|refusal)$/)
      }),
      { numRuns: 500 },
    )
  })
})
