import { useEffect, useRef, useState } from 'react'
import type { ContractDetail } from '../../src-shared/contracts/contracts-operations.ts'
import { isStale } from '../components/stale-record.tsx'
import type { LineColumn } from '../components/line-grid/line-rows.ts'
import { rpc } from '../lib/rpc.ts'
import { savable } from './draft-form.ts'
import type { DraftValues } from './draft-values.ts'

export type SaveState =
  | { kind: 'clean' }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  /** Not right yet, so only kept on this computer. */
  | { kind: 'unreadable' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'stale'; error: unknown }

/** Milliseconds of rest in typing before a draft is saved. */
const rest = 1200

interface Autosave {
  state: SaveState
  /** Saves at once what is not saved yet; resolves with whether all is saved. */
  flush(): Promise<boolean>
  /** Saves over what others wrote meanwhile. */
  keepMine(): Promise<void>
  /** Tells that the values changed. */
  changed(values: DraftValues): void
}

/**
 * Saves a draft while it is typed, one command at a time and each with the version of the one before, so that a change by someone else is
 * noticed and never overwritten unasked.
 */
export function useAutosave(
  contract: Pick<ContractDetail, 'id' | 'version'>,
  columns: readonly LineColumn[],
  onSaved: () => void,
): Autosave {
  const [state, setState] = useState<SaveState>({ kind: 'clean' })
  const version = useRef<number>(contract.version)
  const pending = useRef<DraftValues | null>(null)
  const running = useRef<Promise<boolean> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const saveAll = async (): Promise<boolean> => {
    while (pending.current !== null) {
      const values = pending.current
      const found = savable(values, columns)
      if (found.draft === null) {
        setState(found.refusal === null ? { kind: 'unreadable' } : { kind: 'failed', error: found.refusal })
        return false
      }
      setState({ kind: 'saving' })
      try {
        const done = await rpc['contracts.updateDraft']({
          id: contract.id,
          version: version.current,
          draft: found.draft,
        })
        version.current = done.version
      } catch (error) {
        setState({ kind: isStale(error) ? 'stale' : 'failed', error })
        return false
      }
      if (pending.current === values) {
        pending.current = null
        onSaved()
        setState({ kind: 'saved', at: Date.now() })
      }
    }
    return true
  }
  const flush = (): Promise<boolean> => {
    clearTimeout(timer.current)
    running.current ??= saveAll().finally(() => {
      running.current = null
    })
    return running.current
  }
  const latest = useRef(flush)
  useEffect(() => {
    latest.current = flush
  })
  useEffect(() => () => clearTimeout(timer.current), [])

  return {
    state,
    flush,
    async keepMine() {
      version.current = (await rpc['contracts.get']({ id: contract.id })).version
      await flush()
    },
    changed(values) {
      pending.current = values
      setState((now) => (now.kind === 'stale' ? now : { kind: 'waiting' }))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void latest.current(), rest)
    },
  }
}
