import type { UseFormReturnType } from '@mantine/form'
import type { ReactNode } from 'react'

/** Value, change and error of one field, with the type it has in the form: for our own fields, which hand over values instead of events. */
export function fieldProps<V extends object, K extends keyof V & string>(
  form: Pick<UseFormReturnType<V>, 'values' | 'errors' | 'setFieldValue'>,
  key: K,
): { value: V[K]; onChange(value: V[K]): void; error: ReactNode } {
  return {
    value: form.values[key],
    onChange: (value) => form.setFieldValue(key as never, value as never),
    error: form.errors[key],
  }
}
