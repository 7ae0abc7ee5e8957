import { refuse } from '../../src-shared/kernel/refusal.ts'

type Key = string | number | null

/** Where a keyset-paged list goes on: the sort key and the id of the last row, opaque to the caller. */
export function encodeCursor(key: Key, id: string): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url')
}

/** Refuses `input.invalid` for a cursor that no list gave. */
export function decodeCursor(cursor: string | null): { key: Key; id: string } | undefined {
  if (cursor === null) return undefined
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, unknown]
    if ((typeof key === 'string' || typeof key === 'number' || key === null) && typeof id === 'string')
      return { key, id }
  } catch {
    // Refused below with the ones that parse to something else.
  }
  throw refuse('input.invalid', { issues: [{ path: 'after', reason: 'cursor' }] })
}
