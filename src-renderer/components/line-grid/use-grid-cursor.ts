import { useRef, useState } from 'react'
import { rangeOf } from './line-edits.ts'
import type { CellPlace } from './line-rows.ts'

/** Where the keyboard is in a grid, how far a selection reaches from there, and what is being typed (null while nothing is). */
export function useGridCursor() {
  const [active, setActive] = useState<CellPlace>({ row: 0, column: 0 })
  const [extent, setExtent] = useState<CellPlace>({ row: 0, column: 0 })
  const [draft, setDraftState] = useState<string | null>(null)
  // Read by handlers that run before the next render: leaving a cell must not save it twice.
  const pending = useRef<string | null>(null)
  /** Set by a move; the cell that is drawn next takes the keyboard and clears it. */
  const wantsFocus = useRef(false)
  /** Column where a run of Tabs began: Enter goes to the line below it. */
  const tabFrom = useRef<number | null>(null)
  return {
    active,
    range: rangeOf(active, extent),
    draft,
    pending,
    tabFrom,
    takesFocus(): boolean {
      const wants = wantsFocus.current
      wantsFocus.current = false
      return wants
    },
    setDraft(text: string | null) {
      pending.current = text
      setDraftState(text)
    },
    moveTo(place: CellPlace, by: 'key' | 'tab' = 'key') {
      if (by === 'key') tabFrom.current = null
      wantsFocus.current = true
      setActive(place)
      setExtent(place)
    },
    extendTo: setExtent,
    select(from: CellPlace, to: CellPlace) {
      wantsFocus.current = true
      setActive(from)
      setExtent(to)
    },
  }
}

export type GridCursor = ReturnType<typeof useGridCursor>
