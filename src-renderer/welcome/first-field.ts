/** A form's `ref`: puts the keyboard into its first field when it appears. With a `key` per step it does so at every step. */
export function focusFirstField(form: HTMLFormElement | null): void {
  form?.querySelector('input')?.focus()
}
