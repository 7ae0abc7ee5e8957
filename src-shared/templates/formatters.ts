import { Big } from 'big.js'
import { cents, formatCents, type Cents } from '../kernel/cents.ts'
import { addDays, addMonths, formatDate, isLocalDate, parseDate, type LocalDate } from '../kernel/local-date.ts'
import { groupThousands } from '../kernel/read-number.ts'
import { Refusal, refuse } from '../kernel/refusal.ts'
import { uppercaseAmount, UPPERCASE_LIMIT } from '../kernel/uppercase-amount.ts'
import {
  capitalNumber,
  chineseDigits,
  chineseNumber,
  CHINESE_NUMBER_LIMIT,
  circledNumber,
  letterNumber,
  romanNumber,
} from './chinese-numerals.ts'
import type { FieldType } from './template.ts'
import { describe, number, text, truth, type Value } from './values.ts'

export interface Formatter {
  /** Chinese first, English after. */
  names: readonly string[]
  /** What kind of field it makes of the one it is put on. */
  type: FieldType
  /** How many arguments it takes. */
  args: readonly [least: number, most: number]
  /** It answers for nothing and for lacking fields itself; the others leave nothing empty. */
  takesNothing?: true
  apply(value: Value, args: readonly Value[]): Value
}

const wrong = (wanted: string, value: Value) => refuse('template.wrongType', { wanted, value: describe(value) })

/** 元 as a decimal → 分, rounded half away from zero. */
function fen(value: Value): Cents {
  const amount = number(value).times(100).round(0, Big.roundHalfUp)
  if (amount.abs().gt(UPPERCASE_LIMIT)) throw wrong('money', value)
  return cents(Number(amount.toFixed()))
}

function date(value: Value): LocalDate {
  const words = text(value).trim()
  if (isLocalDate(words)) return words
  try {
    return parseDate(words)
  } catch (error) {
    if (error instanceof Refusal) throw wrong('date', value)
    throw error
  }
}

/** A whole number for an argument or an ordinal. */
function whole(value: Value, least = 0, most = 1000): number {
  const found = number(value)
  if (!found.mod(1).eq(0) || found.lt(least) || found.gt(most)) throw wrong(`${least}–${most}`, value)
  return Number(found.toFixed())
}

/** Digits in groups of three; as many decimals as there are, or as many as asked for. */
function grouped(value: Big, decimals?: number): string {
  const rounded = decimals === undefined ? value : value.round(decimals, Big.roundHalfUp)
  const [digits = '0', fraction] = (
    decimals === undefined ? rounded.abs().toFixed() : rounded.abs().toFixed(decimals)
  ).split('.')
  const sign = rounded.lt(0) ? '-' : ''
  return `${sign}${groupThousands(BigInt(digits))}${fraction === undefined ? '' : `.${fraction}`}`
}

const places = (value: Value | undefined) => (value === undefined ? undefined : whole(value, 0, 12))

/** `yyyy年M月d日`; also written YYYY-MM-DD. */
const datePattern = (value: Value | undefined) =>
  value === undefined ? 'yyyy年M月d日' : text(value).replaceAll('Y', 'y').replaceAll('D', 'd')

function chineseDate(day: LocalDate): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  return `${chineseDigits(year)}年${chineseNumber(Number(month))}月${chineseNumber(Number(dayOfMonth))}日`
}

const ordinals: readonly [sample: RegExp, write: (n: number) => string][] = [
  [/[一二三]/, chineseNumber],
  [/[壹贰叁]/, capitalNumber],
  [/[①②③]/, circledNumber],
  [/[1１]/, String],
  [/a/, (n) => letterNumber(n).toLowerCase()],
  [/A/, letterNumber],
  [/i/, (n) => romanNumber(n).toLowerCase()],
  [/I/, romanNumber],
]

/** `（一）`, `第1期`, `①`: the sample numeral in the pattern is replaced by the number in that style. */
function ordinal(n: number, pattern: string): string {
  for (const [sample, write] of ordinals) if (sample.test(pattern)) return pattern.replace(sample, () => write(n))
  throw wrong('（一） 1. ① A a I i 壹', pattern)
}

function list(value: Value): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong('list', value)
  return value as readonly unknown[]
}

function joined(value: Value, between: string): string {
  return list(value)
    .map((item) => text(typeof item === 'number' ? new Big(item) : (item as Value)))
    .join(between)
}

/** Exact sum of one property over a list; rows without it count nothing. */
function sum(value: Value, property: string): Big {
  return list(value).reduce<Big>((total, row) => {
    const own =
      typeof row === 'object' && row !== null ? Object.getOwnPropertyDescriptor(row, property)?.value : undefined
    if (own === undefined || own === null || own === '') return total
    return total.plus(typeof own === 'number' ? new Big(own) : number(own as Value))
  }, new Big(0))
}

const all: readonly Formatter[] = [
  {
    names: ['大写', '大写金额', 'uppercase'],
    type: 'money',
    args: [0, 0],
    apply: (value) => uppercaseAmount(fen(value)),
  },
  {
    names: ['金额', 'money'],
    type: 'money',
    args: [0, 1],
    apply: (value, [symbol]) => {
      const words = formatCents(fen(value))
      const sign = words.startsWith('-') ? '-' : ''
      return `${sign}${symbol === undefined ? '' : text(symbol)}${words.slice(sign.length)}`
    },
  },
  {
    // Prices may have more than two decimals: 0.035 must not print as 0.04.
    names: ['单价', 'price'],
    type: 'money',
    args: [0, 0],
    apply: (value) => {
      const price = number(value)
      return price.times(100).mod(1).eq(0) ? grouped(price, 2) : grouped(price)
    },
  },
  {
    names: ['万元', 'wan'],
    type: 'money',
    args: [0, 1],
    apply: (value, [decimals]) => grouped(number(value).div(10_000), places(decimals)),
  },
  {
    names: ['日期', 'date'],
    type: 'date',
    args: [0, 1],
    apply: (value, [pattern]) => formatDate(date(value), datePattern(pattern)),
  },
  { names: ['中文日期', 'chineseDate'], type: 'date', args: [0, 0], apply: (value) => chineseDate(date(value)) },
  {
    names: ['加天', 'addDays'],
    type: 'date',
    args: [1, 1],
    apply: (value, [days]) => addDays(date(value), whole(days!, -36_500, 36_500)),
  },
  {
    names: ['加月', 'addMonths'],
    type: 'date',
    args: [1, 1],
    apply: (value, [months]) => addMonths(date(value), whole(months!, -1200, 1200)),
  },
  {
    names: ['数量', 'quantity'],
    type: 'number',
    args: [0, 1],
    apply: (value, [decimals]) => grouped(number(value), places(decimals)),
  },
  {
    names: ['百分比', 'percent'],
    type: 'rate',
    args: [0, 1],
    apply: (value, [decimals]) => `${grouped(number(value).times(100), places(decimals))}%`,
  },
  {
    names: ['千分比', 'permille'],
    type: 'rate',
    args: [0, 0],
    apply: (value) => `${grouped(number(value).times(1000))}‰`,
  },
  {
    names: ['保留小数', 'round'],
    type: 'number',
    args: [0, 1],
    apply: (value, [decimals]) => number(value).round(places(decimals) ?? 0, Big.roundHalfUp),
  },
  {
    names: ['中文数字', 'chineseNumber'],
    type: 'number',
    args: [0, 0],
    apply: (value) => chineseNumber(whole(value, 0, CHINESE_NUMBER_LIMIT)),
  },
  {
    names: ['序号', 'ordinal'],
    type: 'number',
    args: [0, 1],
    apply: (value, [pattern]) => ordinal(whole(value, 1, 100_000), pattern === undefined ? '一' : text(pattern)),
  },
  {
    names: ['默认', 'default'],
    type: 'text',
    args: [1, 1],
    takesNothing: true,
    apply: (value, [other]) => (value === null || value === '' ? other! : value),
  },
  {
    names: ['截取', 'slice'],
    type: 'text',
    args: [1, 2],
    apply: (value, [first, last]) => {
      const characters = [...text(value)]
      const from = last === undefined ? 1 : whole(first!, 1, 100_000)
      return characters.slice(from - 1, whole((last ?? first)!, 0, 100_000)).join('')
    },
  },
  {
    names: ['补零', 'pad'],
    type: 'number',
    args: [1, 1],
    apply: (value, [width]) => text(value).padStart(whole(width!, 0, 40), '0'),
  },
  { names: ['大写字母', 'upper'], type: 'text', args: [0, 0], apply: (value) => text(value).toUpperCase() },
  { names: ['小写字母', 'lower'], type: 'text', args: [0, 0], apply: (value) => text(value).toLowerCase() },
  { names: ['去空格', 'trim'], type: 'text', args: [0, 0], apply: (value) => text(value).replaceAll(/\s/gu, '') },
  { names: ['换行连接', 'lines'], type: 'list', args: [0, 0], apply: (value) => joined(value, '\n') },
  {
    names: ['连接', 'join'],
    type: 'list',
    args: [0, 1],
    apply: (value, [between]) => joined(value, between === undefined ? '、' : text(between)),
  },
  { names: ['条数', 'count'], type: 'list', args: [0, 0], apply: (value) => new Big(list(value).length) },
  { names: ['合计', 'sum'], type: 'list', args: [1, 1], apply: (value, [property]) => sum(value, text(property!)) },
  {
    names: ['是否', 'yesNo'],
    type: 'boolean',
    args: [0, 2],
    takesNothing: true,
    apply: (value, [yes, no]) => (truth(value) ? (yes ?? '是') : yes === undefined ? '否' : (no ?? '')),
  },
  {
    names: ['勾选', 'checkbox'],
    type: 'boolean',
    args: [0, 0],
    takesNothing: true,
    apply: (value) => (truth(value) ? '☑' : '☐'),
  },
]

/** Every formatter by each of its names; nothing else can be put behind `|`. */
export const formatters: Readonly<Record<string, Formatter>> = Object.freeze(
  Object.assign(
    Object.create(null) as Record<string, Formatter>,
    Object.fromEntries(all.flatMap((formatter) => formatter.names.map((name) => [name, formatter]))),
  ),
)

/** Their Chinese names, for a message or a menu. */
export const formatterNames: readonly string[] = all.map(({ names }) => names[0]!)
