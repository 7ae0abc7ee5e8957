import { TextInput, type TextInputProps } from '@mantine/core'
import { creditCodeProblem, creditCodeRefusal, normalizeCreditCode } from '../../src-shared/kernel/credit-code.ts'
import { describeRefusal } from '../../src-shared/messages/describe-refusal.ts'
import { defineWords, useLanguage, useWords } from '../lib/words.ts'

const words = defineWords(
  'creditCode',
  { label: '统一社会信用代码', right: '校验通过', count: '{{count}}/18' },
  { label: 'Unified social credit code', right: 'Checks out', count: '{{count}}/18' },
)

/**
 * A 统一社会信用代码, checked while it is typed: how many characters are there, what is wrong once they are 18 or the field is left,
 * and that the check digit is right. Pasted spaces, hyphens and small letters are set in order.
 */
export function CreditCodeField({
  value,
  onChange,
  error,
  ...rest
}: Omit<TextInputProps, 'value' | 'onChange'> & { value: string; onChange(value: string): void }) {
  const t = useWords(words)
  const language = useLanguage()
  const problem = value === '' ? undefined : creditCodeProblem(value)
  // Too short is no mistake while one is still typing.
  const telling = problem !== undefined && !(problem.kind === 'length' && problem.length < 18)
  const refusal = telling ? creditCodeRefusal(problem) : undefined
  return (
    <TextInput
      label={t('label')}
      autoComplete="off"
      spellCheck={false}
      {...rest}
      value={value}
      onChange={(event) => onChange(normalizeCreditCode(event.currentTarget.value))}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', letterSpacing: '0.02em' } }}
      description={
        value === '' ? undefined : problem === undefined ? t('right') : t('count', { count: [...value].length })
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={refusal === undefined ? error : describeRefusal(refusal, language)}
    />
  )
}
