import { useEffect, type RefObject } from 'react'

/** Puts the keyboard into the first field of a form when a step of it appears: these screens are nothing but the form. */
export function useFirstField(form: RefObject<HTMLFormElement | null>, step: unknown): void {
  useEffect(() => {
    form.current?.querySelector('input')?.focus()
  }, [form, step])
}
