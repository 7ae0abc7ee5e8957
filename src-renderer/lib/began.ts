import { useState } from 'react'

/** How a form tells that it is being changed, and that it wants what is stored now. */
export interface Editing {
  onBegin?(): void
  onReload?(): Promise<void>
}

/** A record for a form: once someone has begun to change it, a change by someone else does not replace what is being typed. */
export function useBegan<R extends object>(query: {
  data: R | undefined
  refetch(): Promise<unknown>
}): { record: R | undefined; editing: Required<Editing> } {
  const [began, setBegan] = useState<R | null>(null)
  return {
    record: began ?? query.data,
    editing: {
      onBegin: () => setBegan((now) => now ?? query.data ?? null),
      onReload: async () => {
        await query.refetch()
        setBegan(null)
      },
    },
  }
}
