import { useLayoutEffect, useRef } from 'react'
import type { LineRow } from './line-rows.ts'

const kept = 100

/** Undo and redo of a grid's lines. Lines that were set from outside (loaded, reset) start a new history. */
export function useLineHistory(rows: readonly LineRow[], onChange: (rows: LineRow[]) => void) {
  const history = useRef<{ past: (readonly LineRow[])[]; future: (readonly LineRow[])[]; now: readonly LineRow[] }>({
    past: [],
    future: [],
    now: rows,
  })
  useLayoutEffect(() => {
    if (history.current.now !== rows) history.current = { past: [], future: [], now: rows }
  }, [rows])
  const go = (from: 'past' | 'future') => {
    const { current } = history
    const to = current[from].pop()
    if (to === undefined) return
    current[from === 'past' ? 'future' : 'past'].push(current.now)
    // The very list that is handed out is known again when it comes back by props.
    const next = [...to]
    current.now = next
    onChange(next)
  }
  return {
    /** The lines as they are now, also between a change and the next render. */
    latest: () => history.current.now,
    change(next: LineRow[]) {
      const { current } = history
      current.past = [...current.past, current.now].slice(-kept)
      current.future = []
      current.now = next
      onChange(next)
    },
    undo: () => go('past'),
    redo: () => go('future'),
  }
}
