import { useEffect, useRef, useState } from 'react'
import type { TaskProgress } from '../../src-shared/rpc/wire.ts'

/** Reads a task's progress to its end and gives its result. */
export async function followTask<Output>(
  task: AsyncIteratorObject<TaskProgress, Output, void>,
  onProgress: (progress: TaskProgress) => void = () => {},
): Promise<Output> {
  for (;;) {
    const step = await task.next()
    if (step.done) return step.value
    onProgress(step.value)
  }
}

/** A long task of a screen: start it, see how far it is, cancel it. Leaving the screen cancels it too. */
export function useTask<Input, Output>(
  call: (input: Input, options: { signal: AbortSignal }) => Promise<AsyncIteratorObject<TaskProgress, Output, void>>,
) {
  const controller = useRef<AbortController | null>(null)
  const [progress, setProgress] = useState<TaskProgress | null>(null)
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => () => controller.current?.abort(), [])

  /** The result, or undefined when it failed or was cancelled; the error is then in `error`. */
  const start = async (input: Input): Promise<Output | undefined> => {
    const own = new AbortController()
    controller.current = own
    setRunning(true)
    setError(null)
    setProgress(null)
    try {
      return await followTask(await call(input, { signal: own.signal }), setProgress)
    } catch (caught) {
      if (!own.signal.aborted) setError(caught)
      return undefined
    } finally {
      setRunning(false)
    }
  }
  return { start, running, progress, error, cancel: () => controller.current?.abort(), dismiss: () => setError(null) }
}
