import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../src-shared/kernel/refusal.ts'

export interface ThreadRequest {
  /** Path of the module from this folder. */
  module: string
  name: string
  args: unknown[]
}

/** A refusal does not survive the way between threads as what it is; this does. */
export type ThreadAnswer = { ok: true; value: unknown } | { ok: false; code: string; params: Refusal['params'] }

// Guarded, so that a test or a type check may load the file without a parent.
if (parentPort !== null) {
  const { module, name, args } = workerData as ThreadRequest
  const loaded = (await import(module)) as Record<string, (...given: unknown[]) => unknown>
  parentPort.postMessage(await answerOf(() => loaded[name]!(...args)))
}

async function answerOf(work: () => unknown): Promise<ThreadAnswer> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, params: error.params }
    throw error
  }
}
