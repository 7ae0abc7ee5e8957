import { refusalOf } from './rpc.ts'
import { useErrorText } from './refusal-text.ts'

/**
 * Splits what a command refused into words for the field at fault, by the codes given for each, and the rest for the head of the form:
 * `const { atField, rest } = useRefusalFields(save.error, { 'people.accountTaken': 'account' })`.
 */
export function useRefusalFields<F extends string>(
  error: unknown,
  fieldOfCode: Readonly<Record<string, F>>,
): { atField: Partial<Record<F, string>>; rest: unknown } {
  const errorText = useErrorText()
  const code = error === null ? undefined : refusalOf(error)?.code
  const field = code === undefined || !Object.hasOwn(fieldOfCode, code) ? undefined : fieldOfCode[code]
  if (field === undefined) return { atField: {}, rest: error }
  return { atField: { [field]: errorText(error) } as Partial<Record<F, string>>, rest: null }
}
