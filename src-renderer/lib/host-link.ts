import { useSyncExternalStore } from 'react'

export type LinkState = 'connecting' | 'connected' | 'lost'

let state: LinkState = 'connecting'
const listeners = new Set<() => void>()

/** Whether the host answers; screens show a bar while it does not, and keep what was typed. */
export const hostLink = {
  set(next: LinkState) {
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  },
  get: () => state,
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

export const useHostLink = (): LinkState => useSyncExternalStore(hostLink.subscribe, hostLink.get)
