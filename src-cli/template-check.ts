import type { checkTemplate } from '../src-core/documents/template/check-template.ts'
import { describeRefusal } from '../src-shared/messages/describe-refusal.ts'
import type { Language } from '../src-shared/messages/message.ts'
import { limitedWork, limitsOf } from './limited-work.ts'
import { readInput } from './read-input.ts'

const typeWords: Record<string, readonly [zh: string, en: string]> = {
  text: ['文字', 'text'],
  number: ['数字', 'number'],
  money: ['金额', 'money'],
  date: ['日期', 'date'],
  rate: ['比率', 'rate'],
  boolean: ['是否', 'yes/no'],
  list: ['列表', 'list'],
  image: ['图片', 'picture'],
}

/** `qidan template check`: what a template asks for and what is wrong with it; 1 when it is unusable. */
export async function templateCheck(
  file: string,
  { json, ...flags }: { json?: boolean; seconds?: string },
  language: Language,
): Promise<number> {
  const found = await limitedWork<typeof checkTemplate>(
    '../src-core/documents/template/check-template.ts',
    'checkTemplate',
    [readInput(file, 64)],
    limitsOf(flags),
  )
  const problems = found.problems.map((problem) => ({ ...problem, message: describeRefusal(problem, language) }))
  if (json) {
    process.stdout.write(`${JSON.stringify({ file, ...found, problems }, null, 2)}\n`)
    return found.usable ? 0 : 1
  }
  const zh = language === 'zh'
  const type = (name: string) => typeWords[name]?.[zh ? 0 : 1] ?? name
  const lines = [
    ...section(
      zh ? '字段' : 'Fields',
      found.fields.map((field) => `${field.path}  ${type(field.type)}${field.count > 1 ? ` ×${field.count}` : ''}`),
    ),
    ...section(
      zh ? '循环' : 'Loops',
      found.loops.map(({ variable, path }) => `${variable} ← ${path}`),
    ),
    ...section(zh ? '条件' : 'Conditions', found.conditions),
    ...section(zh ? '图片' : 'Pictures', found.images),
    ...section(zh ? '盖章与签字位置' : 'Places for seals and signatures', found.anchors),
    ...section(
      zh ? '问题' : 'Problems',
      problems.map(({ severity, page, message, sentence }) => {
        const kind = severity === 'error' ? (zh ? '错误' : 'error') : zh ? '提示' : 'note'
        const place = zh ? `第 ${page} 页` : `page ${page}`
        return `${kind}  ${place}  ${message}${sentence === '' ? '' : `\n      ${sentence}`}`
      }),
    ),
    found.usable
      ? zh
        ? '模板可以使用。'
        : 'The template can be used.'
      : zh
        ? '模板不能使用，请先在 Word 中改正上面的错误。'
        : 'The template cannot be used; correct the errors above in Word first.',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  return found.usable ? 0 : 1
}

const section = (title: string, lines: string[]): string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)]
