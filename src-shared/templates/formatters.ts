import Big from 'big.js'
import { cents, formatCents } from '../kernel/cents.ts'
import { formatDate, isLocalDate, parseDate, type LocalDate } from '../kernel/local-date.ts'
import { refuse } from '../kernel/refusal.ts'
import { uppercaseAmount } from '../kernel/uppercase-amount.ts'
import { describe, number, text, type Value } from './values.ts'
import type { FieldType } from './template.ts'

export interface Formatter {
  /** What kind of field it makes of the value it is put on. */
  type: FieldType
  apply(value: Value, args: Value[]): Value
}

/** 元 as a decimal → 分, rounded half away from zero. */
const fen = (value: Value) => cents(Number(number(value).times(100).round(0, Big.roundHalfUp).toFixed()))

/** Nothing stays nothing: an empty field prints empty, whatever its format. */
const unlessEmpty =
  (apply: (value: Value, args: Value[]) => Value) =>
  (value: Value, args: Value[]): Value =>
    value === null || value === '' ? '' : apply(value, args)

const money: Formatter = { type: 'money', apply: unlessEmpty((value) => formatCents(fen(value))) }
const uppercase: Formatter = { type: 'money', apply: unlessEmpty((value) => uppercaseAmount(fen(value))) }
const date: Formatter = {
  type: 'date',
  apply: unlessEmpty((value, [pattern]) =>
    formatDate(asDate(value), pattern === undefined ? 'yyyy年M月d日' : text(pattern)),
  ),
}
const quantity: Formatter = { type: 'number', apply: unlessEmpty((value) => grouped(number(value))) }
const percent: Formatter = { type: 'rate', apply: unlessEmpty((value) => `${number(value).times(100).toFixed()}%`) }
const price: Formatter = {
  type: 'money',
  apply: unlessEmpty((value) => {
    const exact = number(value)
    return exact.times(100).mod(1).eq(0) ? formatCents(fen(value)) : grouped(exact)
  }),
}
const wan: Formatter = {
  type: 'money',
  apply: unlessEmpty((value) => `${grouped(new Big(number(value).div(10_000).toFixed(2)), 2)} 万元`),
}
const byDefault: Formatter = {
  type: 'text',
  apply: (value, [other]) => (value === null || value === '' ? (other ?? '') : value),
}
const chineseNumber: Formatter = {
  type: 'number',
  apply: unlessEmpty((value) => countInChinese(Number(number(value).toFixed()))),
}
const chineseDate: Formatter = { type: 'date', apply: unlessEmpty((value) => dateInChinese(asDate(value))) }
const cut: Formatter = {
  type: 'text',
  apply: unlessEmpty((value, [length]) => [...text(value)].slice(0, Number(text(length ?? null)) || 0).join('')),
}
const padded: Formatter = {
  type: 'number',
  apply: unlessEmpty((value, [width]) => text(value).padStart(Number(text(width ?? null)) || 0, '0')),
}
const capitals: Formatter = { type: 'text', apply: unlessEmpty((value) => text(value).toUpperCase()) }
const join: Formatter = {
  type: 'list',
  apply: (value, [between]) => {
    if (!Array.isArray(value)) throw refuse('template.wrongType', { wanted: 'list', value: describe(value) })
    return value.map((each) => text(each as Value)).join(between === undefined ? '\n' : text(between))
  },
}

/** Every formatter by its names; nothing else can be put behind `|`. */
export const formatters: Readonly<Record<string, Formatter>> = Object.assign(
  Object.create(null) as Record<string, Formatter>,
  {
    大写: uppercase,
    uppercase,
    金额: money,
    money,
    单价: price,
    price,
    万元: wan,
    日期: date,
    date,
    中文日期: chineseDate,
    数量: quantity,
    quantity,
    百分比: percent,
    percent,
    中文数字: chineseNumber,
    默认: byDefault,
    default: byDefault,
    截取: cut,
    补零: padded,
    大写字母: capitals,
    连接: join,
    join,
  },
)

function asDate(value: Value): LocalDate {
  const string = text(value)
  return isLocalDate(string) ? string : parseDate(string)
}

function grouped(value: Big, decimals?: number): string {
  const [whole = '0', fraction] = (decimals === undefined ? value.toFixed() : value.toFixed(decimals)).split('.')
  return whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
}

const digits = '零一二三四五六七八九'

/** 105 → 一百零五; up to 9999. */
function countInChinese(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 9999)
    throw refuse('template.wrongType', { wanted: '0-9999', value: String(n) })
  if (n === 0) return digits[0]!
  const figures = [...String(n)].map(Number)
  let words = ''
  figures.forEach((figure, i) => {
    if (figure !== 0) words += digits[figure]! + ['', '十', '百', '千'][figures.length - 1 - i]!
    else if (!words.endsWith('零') && figures.slice(i).some((later) => later !== 0)) words += '零'
  })
  return n >= 10 && n < 20 ? words.slice(1) : words
}

/** 2026-11-24 → 二〇二六年十一月二十四日. */
function dateInChinese(day: LocalDate): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  const yearWords = [...year].map((digit) => (digit === '0' ? '〇' : digits[Number(digit)]!)).join('')
  return `${yearWords}年${countInChinese(Number(month))}月${countInChinese(Number(dayOfMonth))}日`
}
