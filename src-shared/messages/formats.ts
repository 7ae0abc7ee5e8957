import type { ContractStage } from '../contracts/contract-stage.ts'
import { formatYuan, type Cents } from '../kernel/cents.ts'
import { canonicalJson, type Json } from '../kernel/json.ts'
import { describeIssues, describeReason } from './describe-issues.ts'
import type { Language } from './message.ts'
import { contractStageLabels } from './status-words.ts'
import {
  actionWords,
  attachedToWords,
  permissionInWords,
  resetWords,
  statusWords,
  tableWords,
  valueKindWords,
  wordOf,
  type Words,
} from './words.ts'

const inWords = (words: Words) => (value: Json, language: Language) =>
  listed(value, language, (each) => wordOf(words, each, language))

/** How a parameter can be shown, by the name after the colon: `{amount:yuan}`. */
export const formats: Readonly<Record<string, (value: Json, language: Language) => string>> = {
  /** 分 → ¥1,234.00. */
  yuan: (value) => (typeof value === 'number' ? formatYuan(value as Cents) : String(value)),
  bytes: (value, language) => (typeof value === 'number' ? bytes(value, language) : String(value)),
  /** UTC milliseconds → the day, in the workspace's usual time zone. */
  day: (value) =>
    typeof value === 'number' ? new Date(value + 8 * 3_600_000).toISOString().slice(0, 10) : String(value),
  /** A position counted from 0 → as people count. */
  place: (value) => (typeof value === 'number' ? String(value + 1) : String(value)),
  valueKind: inWords(valueKindWords),
  list: (value, language) => listed(value, language, String),
  status: inWords(statusWords),
  /** Of a contract: what is 已完成 of an order is 履行完毕 of a contract. */
  stage: (value, language) => listed(value, language, (each) => stageWord(each, language)),
  action: inWords(actionWords),
  table: inWords(tableWords),
  record: inWords(attachedToWords),
  reset: inWords(resetWords),
  permission: (value, language) => permissionInWords(String(value), language),
  issues: describeIssues,
  /** Why one field was not taken. */
  reason: (value, language) => describeReason(String(value), language),
}

/** The parameter as text; a missing one is a dash, so that the sentence still reads. */
export function format(value: Json, as: string | undefined, language: Language): string {
  if (value === null) return '—'
  const show = as === undefined ? undefined : formats[as]
  if (show !== undefined) return show(value, language)
  return typeof value === 'object' ? canonicalJson(value) : String(value)
}

function listed(value: Json, language: Language, show: (each: string) => string): string {
  const all = Array.isArray(value) ? value : [value]
  const shown = all.slice(0, 8).map((each) => show(String(each)))
  const text = shown.join(language === 'zh' ? '、' : ', ')
  if (all.length <= shown.length) return text
  return language === 'zh' ? `${text}等 ${all.length} 项` : `${text} and ${all.length - shown.length} more`
}

/** The label of the screen, within a sentence. */
function stageWord(stage: string, language: Language): string {
  if (!Object.hasOwn(contractStageLabels, stage)) return stage
  const [zh, en] = contractStageLabels[stage as ContractStage]
  return language === 'zh' ? zh : en.toLowerCase()
}

function bytes(count: number, language: Language): string {
  const units = ['KB', 'MB', 'GB']
  if (count < 1024) return language === 'zh' ? `${count} 字节` : `${count} bytes`
  let unit = -1
  let size = count
  do {
    size /= 1024
    unit += 1
  } while (size >= 1024 && unit < units.length - 1)
  return `${size >= 100 ? Math.round(size) : Math.round(size * 10) / 10} ${units[unit]}`
}
