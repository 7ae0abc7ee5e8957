import { TextInput, type TextInputProps } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useErrorText } from '../lib/refusal-text.ts'

export interface ParsedInputProps<T> extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  value: T | null
  /** Null while the field is empty or cannot be read. */
  onChange(value: T | null): void
  /** Throws a Refusal that says what is wrong. */
  parse(text: string): T
  format(value: T): string
  /** Shown under the field for what was read. */
  hint?(value: T): ReactNode
}

/**
 * A field whose text is read exactly (never through a float) while it is typed, and set in order when it is left. Text that cannot be
 * read keeps standing with the reason; `data-unread` marks it, and a form does not save while one stands.
 */
export function ParsedInput<T>({ value, onChange, parse, format, hint, error, onBlur, ...rest }: ParsedInputProps<T>) {
  const errorText = useErrorText()
  const [typed, setTyped] = useState(() => ({ text: value === null ? '' : format(value), value }))
  // A value that did not come from typing (loaded, reset, worked out) replaces the text.
  const current = Object.is(typed.value, value) ? typed : { text: value === null ? '' : format(value), value }
  const problem = problemOf(current.text, parse)
  const take = (text: string) => {
    const next = { text, value: read(text, parse) }
    setTyped(next)
    onChange(next.value)
  }
  return (
    <TextInput
      autoComplete="off"
      inputMode="decimal"
      {...rest}
      value={current.text}
      error={problem === undefined ? error : errorText(problem)}
      {...(value !== null && hint !== undefined ? { description: hint(value), inputWrapperOrder: order } : {})}
      data-unread={problem === undefined ? undefined : true}
      onChange={(event) => take(event.currentTarget.value)}
      onBlur={(event) => {
        if (value !== null) setTyped({ text: format(value), value })
        onBlur?.(event)
      }}
    />
  )
}

const order: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']

function problemOf<T>(text: string, parse: (text: string) => T): unknown {
  if (text.trim() === '') return undefined
  try {
    parse(text)
    return undefined
  } catch (problem) {
    return problem
  }
}

function read<T>(text: string, parse: (text: string) => T): T | null {
  if (text.trim() === '') return null
  try {
    return parse(text)
  } catch {
    return null
  }
}
