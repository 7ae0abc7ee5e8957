import type { Json } from '../kernel/json.ts'
import type { Language } from './message.ts'

const kinds: Record<string, string> = {
  string: '文本',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
  object: '对象',
  record: '对象',
  null: '空值',
}
const kind = (name: string) => kinds[name] ?? name

/** Reasons of our own schemas. */
const reasons: Record<string, { zh: string; en: string }> = {
  id: { zh: '不是记录的标识', en: 'is no record id' },
  date: { zh: '不是日期，应写成 2026-11-24', en: 'is no date; write 2026-11-24' },
  'control character': {
    zh: '含有不可见的控制字符，请删去后重新输入',
    en: 'contains an invisible control character; type it again',
  },
  account: {
    zh: '只能用小写字母、数字和 . _ - @，首尾须为字母或数字',
    en: 'takes small letters, digits and . _ - @, with a letter or digit at either end',
  },
  empty: { zh: '不能为空', en: 'must not be empty' },
  positive: { zh: '必须大于零', en: 'must be above zero' },
  negative: { zh: '不能为负数', en: 'must not be negative' },
  'not negative': { zh: '不能为负数', en: 'must not be negative' },
  rate: { zh: '应在 0% 到 100% 之间', en: 'must lie between 0% and 100%' },
  fileName: { zh: '不能用作文件名', en: 'cannot be a file name' },
  mime: { zh: '不是文件类型', en: 'is no file type' },
  serial: { zh: '不是证书序列号', en: 'is no certificate serial number' },
  timeZone: { zh: '不是时区名称，例如 Asia/Shanghai', en: 'is no time zone, such as Asia/Shanghai' },
  cursor: { zh: '不是列表给出的位置，请从第一页重新查询', en: 'is no place a list gave; start from the first page' },
  'required to change a flow': { zh: '修改流程时必须给出所见的版本', en: 'is required to change a flow' },
}

/** zod's sentences in Chinese; the English is good as it is, only shorter. */
const sentences: [pattern: RegExp, zh: (...found: string[]) => string, en: (...found: string[]) => string][] = [
  [
    /^Invalid input: expected (\w+), received undefined$/,
    (a) => `缺少，应为${kind(a!)}`,
    (a) => `is missing; ${a} expected`,
  ],
  [
    /^Invalid input: expected (\w+), received (\w+)$/,
    (a, b) => `应为${kind(a!)}，给出的是${b === 'NaN' ? '非数字' : kind(b!)}`,
    (a, b) => `must be ${a}, not ${b}`,
  ],
  [/^Invalid input: expected (.+)$/, (a) => `只能是 ${a}`, (a) => `must be ${a}`],
  [
    /^Invalid option: expected one of (.+)$/,
    (a) => `只能是 ${a!.replaceAll('|', '、')} 之一`,
    (a) => `must be one of ${a!.replaceAll('|', ', ')}`,
  ],
  [
    /^Invalid discriminator value\. Expected (.+)$/,
    (a) => `只能是 ${a!.replaceAll(' | ', '、')}`,
    (a) => `must be ${a}`,
  ],
  [/^Unrecognized keys?: (.+)$/, (a) => `有不认识的项：${a}`, (a) => `has unknown keys: ${a}`],
  [/^Too small: expected string to have >=1 characters$/, () => '不能为空', () => 'must not be empty'],
  [
    /^Too small: expected string to have >=(\d+) characters$/,
    (a) => `至少 ${a} 个字`,
    (a) => `needs at least ${a} characters`,
  ],
  [
    /^Too big: expected string to have <=(\d+) characters$/,
    (a) => `最多 ${a} 个字`,
    (a) => `takes at most ${a} characters`,
  ],
  [/^Too small: expected array to have >=(\d+) items$/, (a) => `至少要有 ${a} 项`, (a) => `needs at least ${a} items`],
  [/^Too big: expected array to have <=(\d+) items$/, (a) => `最多 ${a} 项`, (a) => `takes at most ${a} items`],
  [/^Too small: expected \w+ to be >=(.+)$/, (a) => `不能小于 ${a}`, (a) => `must be at least ${a}`],
  [/^Too small: expected \w+ to be >(.+)$/, (a) => `必须大于 ${a}`, (a) => `must be above ${a}`],
  [/^Too big: expected \w+ to be <=(.+)$/, (a) => `不能大于 ${a}`, (a) => `must be at most ${a}`],
  [/^Too big: expected \w+ to be <(.+)$/, (a) => `必须小于 ${a}`, (a) => `must be below ${a}`],
  [/^Invalid string: must match pattern (.+)$/, () => '格式不对', (a) => `must match ${a}`],
  [/^Invalid email address$/, () => '不是邮箱地址', () => 'is no e-mail address'],
  [/^Invalid input$/, () => '不符合要求', () => 'is not what is expected'],
]

/** The wrong fields of `input.invalid` in one line: `lines.0.quantity 必须大于零；title 不能为空`. The first six. */
export function describeIssues(issues: Json, language: Language): string {
  if (!Array.isArray(issues)) return ''
  const shown = issues.slice(0, 6).map((issue) => {
    const { path, reason } = issue as { path: string; reason: string }
    const place = path === '' ? (language === 'zh' ? '输入' : 'the input') : path
    return `${place} ${describeReason(reason, language)}`
  })
  const rest = issues.length - shown.length
  const more = rest === 0 ? [] : [language === 'zh' ? `另有 ${rest} 处` : `${rest} more`]
  return [...shown, ...more].join(language === 'zh' ? '；' : '; ')
}

/** The reason of one field alone, for the place beside it: `不能为空`, `must not be empty`. */
export function describeReason(reason: string, language: Language): string {
  if (Object.hasOwn(reasons, reason)) return reasons[reason]![language]
  for (const [pattern, zh, en] of sentences) {
    const match = pattern.exec(reason)
    if (match !== null) return (language === 'zh' ? zh : en)(...match.slice(1))
  }
  return reason
}
