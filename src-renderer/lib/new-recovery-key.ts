import { useSyncExternalStore } from 'react'

let key: string | null = null
const listeners = new Set<() => void>()
const warn = (event: BeforeUnloadEvent) => event.preventDefault()

function set(next: string | null): void {
  key = next
  // Shown once and kept nowhere: closing the window now would lose it.
  if (next === null) window.removeEventListener('beforeunload', warn)
  else window.addEventListener('beforeunload', warn)
  for (const listener of listeners) listener()
}

/** The recovery key of a workspace made a moment ago, until the person has written it down; only in memory. */
export const newRecoveryKey = { show: (made: string) => set(made), done: () => set(null) }

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useNewRecoveryKey = (): string | null => useSyncExternalStore(subscribe, () => key)
