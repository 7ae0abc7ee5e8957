import { Refusal } from '../../src-shared/kernel/refusal.ts'
import { documentWork, type DocumentWork } from './document-work.ts'

export interface WorkerRequest {
  name: keyof DocumentWork
  args: unknown[]
}

/** A refusal does not survive the way between threads as what it is; this does. */
export type WorkerAnswer = { ok: true; value: unknown } | { ok: false; code: string; params: Refusal['params'] }

/** Entry of a document worker: one piece of work per call. */
export async function work({ name, args }: WorkerRequest): Promise<WorkerAnswer> {
  try {
    return { ok: true, value: await (documentWork[name] as (...given: unknown[]) => unknown)(...args) }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, params: error.params }
    throw error
  }
}
