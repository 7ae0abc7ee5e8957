import { Refusal } from '../src-shared/kernel/refusal.ts'
import { describeRefusal } from '../src-shared/messages/describe-refusal.ts'
import type { Language } from '../src-shared/messages/message.ts'
import { exitNow } from './exit-now.ts'
import { UsageError } from './usage-error.ts'

/** Faults of files and disks that a person can do something about. */
const knownFaults = new Set([
  'ENOENT',
  'EACCES',
  'EISDIR',
  'ENOTDIR',
  'EEXIST',
  'EMFILE',
  'ENOSPC',
  'EFBIG',
  'EDQUOT',
  'EPERM',
  'EROFS',
])

/**
 * Tells what went wrong, where and what to do; ends with 1 for a refusal, 2 for usage, 130 when interrupted, 70 for a fault of
 * ours. With `json` the refusal goes to standard output as data, as `exec` gives it.
 */
export function reportAndExit(error: unknown, language: Language, json = false): never {
  const refusal = asRefusal(error)
  if (refusal !== undefined) {
    const message = describeRefusal(refusal, language)
    if (json)
      process.stdout.write(`${JSON.stringify({ code: refusal.code, params: refusal.params, message }, null, 2)}\n`)
    else process.stderr.write(`qidan: ${message}\n`)
    exitNow(1)
  }
  if (error instanceof UsageError) {
    process.stderr.write(`qidan: ${error.message}\n`)
    exitNow(2)
  }
  if (error instanceof Error && error.name === 'AbortError') {
    process.stderr.write(
      language === 'zh' ? 'qidan: 已取消，没有留下半成品\n' : 'qidan: cancelled, nothing half done was left\n',
    )
    exitNow(130)
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  exitNow(70)
}

/** The refusal that this is, faults of files as `io.…`; undefined for a fault of ours. */
function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (!(error instanceof Error)) return undefined
  const { code, path } = error as NodeJS.ErrnoException
  return code !== undefined && path !== undefined && knownFaults.has(code)
    ? new Refusal(`io.${code}`, { path })
    : undefined
}
