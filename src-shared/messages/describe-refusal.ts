import { approvalMessages } from './approval-messages.ts'
import { checkMessages } from './check-messages.ts'
import { contractMessages } from './contract-messages.ts'
import { conversionMessages } from './conversion-messages.ts'
import { documentMessages } from './document-messages.ts'
import { entryMessages } from './entry-messages.ts'
import { format } from './formats.ts'
import type { Json } from '../kernel/json.ts'
import type { Language, Message, Messages, Params } from './message.ts'
import { orderMessages } from './order-messages.ts'
import { partyMessages } from './party-messages.ts'
import { peopleMessages } from './people-messages.ts'
import { requestMessages } from './request-messages.ts'
import { sealMessages } from './seal-messages.ts'
import { sheetMessages } from './sheet-messages.ts'
import { signMessages } from './sign-messages.ts'
import { templateMessages } from './template-messages.ts'
import { workspaceMessages } from './workspace-messages.ts'

/** Every message by its code. */
export const messages: Messages = {
  ...workspaceMessages,
  ...checkMessages,
  ...requestMessages,
  ...entryMessages,
  ...peopleMessages,
  ...partyMessages,
  ...templateMessages,
  ...contractMessages,
  ...approvalMessages,
  ...orderMessages,
  ...documentMessages,
  ...conversionMessages,
  ...sealMessages,
  ...signMessages,
  ...sheetMessages,
}

const fallback: Message = {
  zh: '操作未能完成（代码 {code}）。请重试；若仍然如此，请把代码告诉管理员。',
  en: 'This could not be done (code {code}). Try again; if it happens again, tell your administrator the code.',
}

/**
 * A refusal or warning as a sentence for the person: what happened, where, and what to do. Amounts are read as 分 and shown as ¥1,234.00;
 * statuses, tables and permissions come in words. A code without a message gives a sentence that names the code.
 */
export function describeRefusal({ code, params }: { code: string; params: Params }, language: Language): string {
  const known = Object.hasOwn(messages, code) ? messages[code] : undefined
  return known === undefined ? fill(fallback, { code }, language) : fill(known, params, language)
}

/** Something that a PDF does not show as Word would: `what` and `where` of the converter in words. */
export function describeNotCarried(
  { what, where, count }: { what: string; where: string; count: number },
  language: Language,
): string {
  const code = `notCarried.${what}`
  const known = Object.hasOwn(messages, code) ? messages[code]! : { zh: what, en: what }
  const times = count === 1 ? '' : ` ×${count}`
  const first = where === '' ? '' : language === 'zh' ? `（“${where}”）` : ` (“${where}”)`
  return `${fill(known, {}, language)}${times}${first}`
}

/** `{{…}}` stands for braces themselves. */
const place = /\{\{([^{}\s]*)\}\}|\{(\w+)(?::(\w+))?\}/g

function fill(message: Message, params: Params, language: Language): string {
  const text = message[language]
  const sentence = typeof text === 'string' ? text : text(params)
  return sentence.replaceAll(place, (_, literal: string | undefined, name: string, as: string | undefined) =>
    literal !== undefined
      ? `{${literal}}`
      : parameter(Object.hasOwn(params, name) ? params[name]! : null, as, language),
  )
}

function parameter(value: Json, as: string | undefined, language: Language): string {
  return as === 'problems' ? describeProblems(value, language) : format(value, as, language)
}

// A hostile template's command may be as long as the file.
const shortened = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text)

interface Problem {
  code: string
  params: Params
  /** What stands in the template's braces. */
  command?: string
  page?: number
}

/** Problems inside a refusal, the first five, each as a sentence of its own with its place. */
function describeProblems(value: Json, language: Language): string {
  if (!Array.isArray(value)) return ''
  const shown = value.slice(0, 5).map((each) => {
    const { code, params, command, page } = each as unknown as Problem
    const at = [
      ...(page === undefined ? [] : [language === 'zh' ? `第 ${page} 页` : `page ${page}`]),
      ...(command === undefined ? [] : [`{{${shortened(command)}}}`]),
    ].join(' ')
    return `${at === '' ? '' : `${at}: `}${describeRefusal({ code, params }, language).replace(/[。.]$/, '')}`
  })
  const rest = value.length - shown.length
  const more = rest === 0 ? [] : [language === 'zh' ? `另有 ${rest} 处` : `${rest} more`]
  return [...shown, ...more].join(language === 'zh' ? '；' : '; ')
}
