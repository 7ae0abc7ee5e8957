import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { SHARE_ENV } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { Refusal, refuse } from '../../src-shared/kernel/refusal.ts'
import type { DocumentEngine } from '../ports/document-engine.ts'
import type { DocumentWork } from './document-work.ts'
import type { WorkerAnswer } from './document-worker.ts'

export interface PoolOptions {
  workers?: number
  /** Milliseconds after which a piece of work is stopped and refused. */
  timeLimit?: number
  /** Megabytes of JavaScript memory a worker may take. */
  memoryLimit?: number
  /** File of the worker; the bundled app names its own. */
  worker?: string
}

/**
 * Document work in threads of its own: a hostile or endless file is stopped by time or memory without touching the app.
 * Refuses `document.tookTooLong` and `document.tookTooMuchMemory`; an aborted signal ends its work at once.
 */
export function documentPool({
  workers = Math.max(1, Math.min(4, availableParallelism() - 1)),
  timeLimit = 60_000,
  memoryLimit = 128,
  worker = process.env.QIDAN_DOCUMENT_WORKER ?? fileURLToPath(new URL('document-worker.ts', import.meta.url)),
}: PoolOptions = {}): DocumentEngine {
  let pool: Piscina | undefined
  let broken = new AbortController()
  const start = (): Piscina => {
    if (pool !== undefined) return pool
    broken = new AbortController()
    pool = new Piscina({
      filename: worker,
      name: 'work',
      minThreads: 0,
      maxThreads: workers,
      idleTimeout: 120_000,
      // The typesetter reads the process's own environment: a copy would not tell it which fonts to leave alone.
      env: SHARE_ENV,
      resourceLimits: { maxOldGenerationSizeMb: memoryLimit, maxYoungGenerationSizeMb: 16 },
    })
    // A worker that cannot even load fails what waits for it, not the app; the next piece of work starts anew.
    pool.on('error', (error) => {
      pool = undefined
      broken.abort(error)
    })
    return pool
  }

  const run = async <N extends keyof DocumentWork>(
    name: N,
    args: Parameters<DocumentWork[N]>,
    signal?: AbortSignal,
  ): Promise<Awaited<ReturnType<DocumentWork[N]>>> => {
    const deadline = AbortSignal.timeout(timeLimit)
    let answer: WorkerAnswer
    try {
      const ready = start()
      const stop = AbortSignal.any([deadline, broken.signal, ...(signal ? [signal] : [])])
      answer = (await ready.run({ name, args }, { signal: stop })) as WorkerAnswer
    } catch (error) {
      if (signal?.aborted) throw signal.reason
      if (broken.signal.aborted) throw broken.signal.reason
      if (deadline.aborted) throw refuse('document.tookTooLong', { seconds: timeLimit / 1000, work: name })
      if ((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY')
        throw refuse('document.tookTooMuchMemory', { megabytes: memoryLimit, work: name })
      throw error
    }
    if (!answer.ok) throw new Refusal(answer.code, answer.params)
    return answer.value as Awaited<ReturnType<DocumentWork[N]>>
  }

  return {
    checkTemplate: (docx, signal) => run('checkTemplate', [docx], signal),
    fillTemplate: (docx, data, options, signal) => run('fillTemplate', [docx, data, options], signal),
    convert: (docx, options, signal) => run('convertDocx', [docx, options], signal),
    stamp: (pdf, plan, signal) => run('stampPdf', [pdf, plan], signal),
    sign: (pdf, request, signal) => run('signPdf', [pdf, request], signal),
    verify: (pdf, options, signal) => run('verifyPdf', [pdf, options], signal),
    drawSeal: (drawing, signal) => run('drawSeal', [drawing], signal),
    cleanSeal: (picture, signal) => run('cleanSealImage', [picture], signal),
    typeset: (source, options, signal) => run('typeset', [source, options], signal),
    readSheet: (xlsx, signal) => run('readFirstSheet', [xlsx], signal),
    async close() {
      await pool?.destroy()
      pool = undefined
    },
  }
}
