import { useForm, type UseFormInput, type UseFormReturnType } from '@mantine/form'
import { useState } from 'react'
import { useFormDraft } from '../lib/form-draft.ts'
import { useLeaveWarning } from './form-frame.tsx'

interface KeptFormOptions<V> {
  /** Names the form and the record: `party.new`, `party.<id>`. */
  name: string
  /** What stands there before anything is typed. */
  before: V
  validate?: UseFormInput<V>['validate']
  onChange?(): void
  /** A page asks before it is left with changes; a drawer only keeps them. */
  page?: boolean
}

interface KeptForm<V> {
  form: UseFormReturnType<V>
  /** Something is typed that is not saved, now or when the form was open last. */
  changed: boolean
  /** For the `DraftNotice`. */
  restored: { at: number | null; onDrop(): void }
  /** All is saved or given up: nothing is kept any longer, and `then` may leave the page unasked. */
  done(then?: () => void): void
}

/** A form that keeps what is typed on this computer until it is saved, and begins with what was left from last time. */
export function useKeptForm<V extends object>({
  name,
  before,
  page = false,
  ...options
}: KeptFormOptions<V>): KeptForm<V> {
  const draft = useFormDraft<V>(name)
  const [restoredAt, setRestoredAt] = useState(draft.found?.at ?? null)
  const [isDone, setIsDone] = useState(false)
  const form = useForm<V>({
    initialValues: { ...before, ...draft.found?.values },
    ...(options.validate && { validate: options.validate }),
    onValuesChange: (values) => {
      options.onChange?.()
      draft.keep(values)
    },
  })
  const changed = (form.isDirty() || restoredAt !== null) && !isDone
  useLeaveWarning(page && changed)
  return {
    form,
    changed,
    restored: {
      at: restoredAt,
      onDrop: () => {
        form.setValues(before)
        form.resetDirty(before)
        setRestoredAt(null)
        draft.drop()
      },
    },
    done: (then) => {
      draft.drop()
      setIsDone(true)
      // After the warning about leaving has heard of it.
      if (then !== undefined) setTimeout(then)
    },
  }
}
