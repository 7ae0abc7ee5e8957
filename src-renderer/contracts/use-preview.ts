import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { ContractSketch } from '../../src-shared/contracts/contract-sketch.ts'
import type { previewDraft } from '../../src-shared/contracts/contracts-operations.ts'
import { rpc } from '../lib/rpc.ts'
import { followTask } from '../lib/task.ts'

type Sketch = z.input<typeof ContractSketch>
type Preview = Omit<z.output<(typeof previewDraft)['output']>, 'pdf'>

export interface PreviewState {
  pdf: Uint8Array | null
  found: Preview | null
  error: unknown
}

/**
 * The document of what is typed, made again at once when it changes. One is made at a time and runs to its end, since stopping a worker costs
 * more than the document; then the newest is made, and what lies between is skipped, so that fast typing never queues up.
 */
export function usePreview(sketch: Sketch | null): PreviewState {
  const [state, setState] = useState<PreviewState>({ pdf: null, found: null, error: null })
  const wanted = useRef<string | null>(null)
  const running = useRef(false)
  const gone = useRef(false)
  const text = sketch === null ? null : JSON.stringify(sketch)

  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
    }
  }, [])

  useEffect(() => {
    wanted.current = text
    if (text === null) return
    const make = async () => {
      if (running.current) return
      running.current = true
      try {
        let made: string | null = null
        while (!gone.current && wanted.current !== null && wanted.current !== made) {
          made = wanted.current
          const next = await previewOf(JSON.parse(made) as Sketch)
          if (!gone.current) setState((before) => ({ ...before, ...next }))
        }
      } finally {
        running.current = false
      }
    }
    void make()
  }, [text])

  return state
}

/** With an error the last document stays in sight. */
async function previewOf(sketch: Sketch): Promise<Partial<PreviewState>> {
  try {
    const { pdf, ...found } = await followTask(await rpc['contracts.previewDraft'](sketch))
    return { pdf: Uint8Array.fromBase64(pdf), found, error: null }
  } catch (error) {
    return { error }
  }
}
