/** Values pushed from callbacks, read as an async iterable; ends when told or when the signal aborts. */
export function queueOf<T>(signal?: AbortSignal): {
  push(value: T): void
  end(): void
  items(): AsyncGenerator<T, void, void>
} {
  const waiting: T[] = []
  let ended = signal?.aborted ?? false
  let wake = () => {}
  const end = () => {
    ended = true
    wake()
  }
  signal?.addEventListener('abort', end, { once: true })
  return {
    push(value) {
      waiting.push(value)
      wake()
    },
    end,
    async *items() {
      while (true) {
        while (waiting.length > 0) yield waiting.shift()!
        if (ended) return
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}
