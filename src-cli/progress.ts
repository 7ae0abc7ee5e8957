import type { Progress } from '../src-core/execution/task-context.ts'

/** A bar on standard error while work goes on; nothing where no one watches, so that logs stay clean. */
export function progressBar(): { show(progress: Progress): void; done(): void } {
  const { stderr } = process
  if (!stderr.isTTY) return { show() {}, done() {} }
  let shown = 0
  return {
    show({ done, total, step }) {
      const now = performance.now()
      if (done < total && now - shown < 80) return
      shown = now
      const share = total === 0 ? 1 : done / total
      const filled = Math.round(share * 30)
      stderr.write(`\r${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${done}/${total} ${step}\u001b[K`)
    },
    done() {
      stderr.write('\r\u001b[K')
    },
  }
}
