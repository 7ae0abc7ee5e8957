import { useLayoutEffect, useRef, type ClipboardEvent, type KeyboardEvent } from 'react'
import classes from './line-grid.module.css'

interface ActiveCellProps {
  label: string
  /** The cell's text, or what is being typed. */
  text: string
  typing: boolean
  end: boolean
  readOnly: boolean
  /** Whether this cell was just moved to; asked once. */
  takesFocus(): boolean
  /** A list of suggestions under the cell. */
  list: { id: string; at: number; opened: boolean } | null
  onText(text: string): void
  onKeyDown(event: KeyboardEvent): void
  onClipboard(event: ClipboardEvent): void
}

/**
 * The one cell that has the keyboard. It is an input even before anything is typed, with all its text chosen, so that the first
 * key replaces it; also the first key of an input method, which a cell made an input only then would lose.
 */
export function ActiveCell({ label, text, typing, end, readOnly, takesFocus, list, ...on }: ActiveCellProps) {
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (takesFocus()) input.current?.focus({ preventScroll: true })
  })
  useLayoutEffect(() => {
    // After a paste or an undo the cell holds another text, to be replaced by the next key like the one before.
    if (!typing && input.current !== null && document.activeElement === input.current && input.current.value === text)
      input.current.select()
  }, [typing, text])
  return (
    <input
      ref={input}
      className={classes.input}
      aria-label={label}
      {...(list === null
        ? {}
        : {
            role: 'combobox',
            'aria-autocomplete': 'list' as const,
            'aria-expanded': list.opened,
            'aria-controls': list.id,
            'aria-activedescendant': list.at >= 0 ? `${list.id}-${list.at}` : undefined,
          })}
      data-typing={typing || undefined}
      data-end={end || undefined}
      autoComplete="off"
      spellCheck={false}
      readOnly={readOnly}
      value={text}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => on.onText(event.currentTarget.value)}
      onKeyDown={on.onKeyDown}
      onCopy={on.onClipboard}
      onCut={on.onClipboard}
      onPaste={on.onClipboard}
    />
  )
}
