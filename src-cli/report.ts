import { Refusal } from '../src-shared/kernel/refusal.ts'
import { describeRefusal } from '../src-shared/messages/describe-refusal.ts'

/** Wrong usage, found after the arguments were read: exit code 2. */
export class UsageError extends Error {}

/** Tells what went wrong, where and what to do; ends with 1 for a refusal, 2 for usage, 70 for a fault of ours. */
export function reportAndExit(error: unknown, language: string): never {
  const lang = language === 'en' ? 'en' : 'zh'
  if (error instanceof Refusal) {
    process.stderr.write(`qidan: ${describeRefusal(error, lang)}\n`)
    process.exit(1)
  }
  if (error instanceof UsageError) {
    process.stderr.write(`qidan: ${error.message}\n`)
    process.exit(2)
  }
  if (error instanceof Error && error.name === 'AbortError') {
    process.stderr.write(
      lang === 'zh' ? 'qidan: 已取消，没有留下半成品\n' : 'qidan: cancelled, nothing half done was left\n',
    )
    process.exit(130)
  }
  const { code, path } = error as NodeJS.ErrnoException
  if (
    code !== undefined &&
    path !== undefined &&
    ['ENOENT', 'EACCES', 'EISDIR', 'ENOSPC', 'EPERM', 'EROFS'].includes(code)
  ) {
    process.stderr.write(`qidan: ${describeRefusal({ code: `io.${code}`, params: { path } }, lang)}\n`)
    process.exit(1)
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(70)
}
