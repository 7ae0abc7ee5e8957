import type { Core } from '../core.ts'

/** A wait longer than this is cut in pieces, so that a changed clock or a slept computer delays no job by more. */
const longestWait = 60_000

/**
 * Does the durable table's jobs while a workspace is open: those due at the start, those that a commit brings, and those
 * that wait for their next attempt. One after the other, so that they never crowd out who works at the screen.
 */
export function startJobs(core: Core, onFault: (error: unknown) => void): { stop(): Promise<void> } {
  const stopped = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let again = false
  let running: Promise<void> | undefined

  const run = async () => {
    try {
      do {
        again = false
        await core.runDueJobs(stopped.signal)
      } while (again && !stopped.signal.aborted)
      if (stopped.signal.aborted) return
      const wait = core.untilNextJob()
      if (wait !== null) timer = setTimeout(wake, Math.min(wait, longestWait)).unref()
    } catch (error) {
      // Closed under our hands, or the disk is gone: the job is still in the table and runs at the next start.
      if (!stopped.signal.aborted) onFault(error)
    }
  }
  function wake(): void {
    clearTimeout(timer)
    again = true
    if (stopped.signal.aborted || running !== undefined) return
    running = run().finally(() => {
      running = undefined
      if (again) wake()
    })
  }

  const stopListening = core.onChanged(() => wake())
  wake()
  return {
    async stop() {
      stopListening()
      stopped.abort(new Error('the workspace is closing'))
      clearTimeout(timer)
      again = false
      await running
    },
  }
}
