import { Refusal } from '../../src-shared/kernel/refusal.ts'
import { describeRefusal } from '../../src-shared/messages/describe-refusal.ts'
import { refusalOf } from './rpc.ts'
import { defineWords, useLanguage, useWords } from './words.ts'

const faultWords = defineWords(
  'fault',
  { fault: '操作未能完成，请重试。若仍然出错，请把这段信息发给管理员：{{message}}' },
  { fault: 'This could not be done. Try again; if it fails once more, send this to your administrator: {{message}}' },
)

/** Any error as a sentence for the person: a refusal in its own words, a fault with what to do about it. */
export function useErrorText(): (error: unknown) => string {
  const t = useWords(faultWords)
  const language = useLanguage()
  return (error) => {
    const refusal = error instanceof Refusal ? error : refusalOf(error)
    if (refusal !== undefined) return describeRefusal({ code: refusal.code, params: refusal.params }, language)
    return t('fault', { message: error instanceof Error ? error.message : String(error) })
  }
}
