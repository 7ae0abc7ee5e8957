import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Refusal, refuse } from '../src-shared/kernel/refusal.ts'
import type { ThreadAnswer, ThreadRequest } from './document-thread.ts'
import { workGoesOn } from './exit-now.ts'
import { onInterrupt } from './interrupt.ts'
import { UsageError } from './usage-error.ts'

/** What one document may cost: a file from outside is answered within these, whatever it holds. */
export interface WorkLimits {
  /** Of processor time: a busy computer makes no honest file hostile. By the clock it may take four times as long. */
  seconds: number
  /** Of this whole process. */
  megabytes: number
}

/** Ordinary contracts take a tenth of it; with the start of the program a hostile file is answered within five seconds. */
const usualLimits: WorkLimits = { seconds: 4.2, megabytes: 440 }

/** For PDF files that are drawn into or signed: images of seals alone take a second. */
export const stampingLimits: WorkLimits = { seconds: 15, megabytes: 1024 }

/** The limits with `--seconds` as given; more time is given more memory, too. */
export function limitsOf({ seconds }: { seconds?: string }, usual: WorkLimits = usualLimits): WorkLimits {
  if (seconds === undefined) return usual
  const given = Number(seconds)
  if (!(given >= 1 && given <= 3600)) throw new UsageError('--seconds takes a number from 1 to 3600')
  return { seconds: given, megabytes: given <= usual.seconds ? usual.megabytes : 2048 }
}

/**
 * Runs one exported function of a module in a thread of its own, under limits of time and memory, until Ctrl-C.
 * Refuses what the function refuses, `document.tookTooLong` and `document.tookTooMuchMemory`. Only the module named is loaded,
 * which keeps a conversion's start short.
 */
export async function limitedWork<F extends (...args: never[]) => unknown>(
  module: string,
  name: string,
  args: Parameters<F>,
  limits: WorkLimits = usualLimits,
): Promise<Awaited<ReturnType<F>>> {
  const interrupt = onInterrupt()
  const begun = process.cpuUsage()
  const scratch = mkdtempSync(join(tmpdir(), 'qidan-'))
  const heap = Math.round(limits.megabytes * 0.72)
  const worker = new Worker(new URL('document-thread.mjs', import.meta.url), {
    workerData: { module, name, args } satisfies ThreadRequest,
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 48 },
    // What it leaves in temporary files goes with the folder, however the work ends.
    env: { ...process.env, TMPDIR: scratch, TMP: scratch, TEMP: scratch },
    stdout: false,
    stderr: false,
  })
  const ended = workGoesOn()
  let watch: NodeJS.Timeout | undefined
  let deadline: NodeJS.Timeout | undefined
  const tooMuchMemory = () => refuse('document.tookTooMuchMemory', { megabytes: limits.megabytes, work: name })
  try {
    const answer = await new Promise<ThreadAnswer>((resolve, reject) => {
      worker.once('message', (message: ThreadAnswer) => {
        ended()
        resolve(message)
      })
      worker.once('error', (error: NodeJS.ErrnoException) => {
        ended()
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuchMemory() : error)
      })
      worker.once('exit', (code) => {
        ended()
        reject(new Error(`the document thread ended with ${code}`))
      })
      const tooLong = () =>
        reject(refuse('document.tookTooLong', { seconds: limits.seconds, work: name, option: '--seconds' }))
      // Typesetting takes memory outside the JavaScript heap, so the whole process is watched.
      watch = setInterval(() => {
        if (process.memoryUsage.rss() > limits.megabytes * 2 ** 20) reject(tooMuchMemory())
        const { user, system } = process.cpuUsage(begun)
        if (user + system > limits.seconds * 1e6) tooLong()
      }, 15)
      deadline = setTimeout(tooLong, limits.seconds * 4000)
      interrupt.addEventListener('abort', () => reject(interrupt.reason as Error), { once: true })
    })
    if (!answer.ok) throw new Refusal(answer.code, answer.params)
    return answer.value as Awaited<ReturnType<F>>
  } finally {
    clearInterval(watch)
    clearTimeout(deadline)
    // Waiting for it would be waiting for the very work that took too long.
    void worker.terminate()
    rmSync(scratch, { recursive: true, force: true })
  }
}
