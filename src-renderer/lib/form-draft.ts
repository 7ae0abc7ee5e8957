import { useEffect, useRef, useState } from 'react'
import { useHostState } from './host-state.ts'

interface Kept<V> {
  values: V
  at: number
  /** Typed in the form before this one while its record was being made: to be taken up without a word. */
  carried?: boolean
}

interface FormDraft<V> {
  found: Kept<V> | null
  keep(values: V): void
  drop(): void
  carryOver(name: string, saved: V): void
}

/**
 * Keeps what is being typed on this computer, so that it outlives a crash of host or window: `found` is what was left from last time, `keep` is called
 * with every change, `drop` when it was saved or given up. `name` tells the form and record: `party.new`, `party.<id>`. `carryOver` is called when
 * `saved` was saved and another form, named so, will go on: it finds what was typed since, and what is typed until it is there.
 */
export function useFormDraft<V>(name: string): FormDraft<V> {
  const { state } = useHostState()
  const keyOf = (form: string) => `qidan.draft.${state?.folder ?? ''}.${state?.user?.account ?? ''}.${form}`
  const key = keyOf(name)
  const [found] = useState<Kept<V> | null>(() => read(key))
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const pending = useRef<V | null>(null)
  const typed = useRef<V | null>(null)
  const next = useRef<string | null>(null)
  const write = () => {
    if (pending.current === null) return
    const kept: Kept<V> = {
      values: pending.current,
      at: Date.now(),
      ...(next.current === null ? {} : { carried: true }),
    }
    localStorage.setItem(next.current ?? key, JSON.stringify(kept))
    pending.current = null
  }
  const latest = useRef(write)
  useEffect(() => {
    latest.current = write
  })
  useEffect(() => {
    const flush = () => latest.current()
    // A window closed or loaded anew takes nothing apart first.
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [])
  return {
    found,
    keep(values) {
      pending.current = values
      typed.current = values
      clearTimeout(timer.current)
      // The next form may be there at any moment.
      if (next.current !== null) latest.current()
      else timer.current = setTimeout(() => latest.current(), 300)
    },
    drop() {
      clearTimeout(timer.current)
      pending.current = null
      localStorage.removeItem(key)
    },
    carryOver(form, saved) {
      clearTimeout(timer.current)
      localStorage.removeItem(key)
      next.current = keyOf(form)
      const more = typed.current !== null && JSON.stringify(typed.current) !== JSON.stringify(saved)
      pending.current = more ? typed.current : null
      write()
    },
  }
}

function read<V>(key: string): Kept<V> | null {
  const text = localStorage.getItem(key)
  try {
    return text === null ? null : (JSON.parse(text) as Kept<V>)
  } catch {
    // Written by an older version or cut off: worth nothing.
    localStorage.removeItem(key)
    return null
  }
}
