import { pinyinKeys, type NameOf } from '../../src-shared/kernel/pinyin.ts'
import { decodeCursor } from './cursor.ts'
import { pageOfRows } from './keyset.ts'

const kept = new Map<string, string>()
const keepAtMost = 20_000

/** For ordering names as a Chinese reader expects; worked out once per name, since a key costs some 20 µs. */
function nameSortKey(name: string, of: NameOf): string {
  const known = kept.get(name)
  if (known !== undefined) return known
  if (kept.size >= keepAtMost) kept.clear()
  const key = pinyinKeys(name, of).sort
  kept.set(name, key)
  return key
}

/**
 * A page of a short list by pinyin, for tables of some hundred rows that keep no sort key (people, templates, clauses).
 * Takes id and name of every row that matches; the caller reads the rest for the page only.
 */
export function pinyinPage<R extends { id: string; name: string }>(
  named: readonly R[],
  of: NameOf,
  { after, descending, limit }: { after: string | null; descending: boolean; limit: number },
): { rows: R[]; next: string | null } {
  const at = decodeCursor(after)
  const direction = descending ? -1 : 1
  const keyed = named
    .map((row) => ({ id: row.id, row, key: nameSortKey(row.name, of) }))
    .toSorted((a, b) => direction * compare(a, b))
  const rest = at && keyed.filter((each) => direction * compare(each, { key: String(at.key), id: at.id }) > 0)
  const page = pageOfRows(rest ?? keyed, limit, ({ key }) => key)
  return { rows: page.rows.map(({ row }) => row), next: page.next }
}

function compare(a: { key: string; id: string }, b: { key: string; id: string }): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}
