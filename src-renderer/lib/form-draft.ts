import { useEffect, useRef, useState } from 'react'
import { useHostState } from './host-state.ts'

interface Kept<V> {
  values: V
  at: number
}

/**
 * Keeps what is being typed on this computer, so that it outlives a crash of host or window: `found` is what was left from last time, `keep` is called
 * with every change, `drop` when it was saved or given up. `name` tells the form and record: `party.new`, `party.<id>`.
 */
export function useFormDraft<V>(name: string): { found: Kept<V> | null; keep(values: V): void; drop(): void } {
  const { state } = useHostState()
  const key = `qidan.draft.${state?.folder ?? ''}.${state?.user?.account ?? ''}.${name}`
  const [found] = useState<Kept<V> | null>(() => read(key))
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const pending = useRef<V | null>(null)
  const write = () => {
    if (pending.current === null) return
    localStorage.setItem(key, JSON.stringify({ values: pending.current, at: Date.now() } satisfies Kept<V>))
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
      clearTimeout(timer.current)
      timer.current = setTimeout(() => latest.current(), 300)
    },
    drop() {
      clearTimeout(timer.current)
      pending.current = null
      localStorage.removeItem(key)
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
