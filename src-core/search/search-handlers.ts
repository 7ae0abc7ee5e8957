import { sql } from 'drizzle-orm'
import { holdsPermission } from '../../src-shared/access/roles.ts'
import { searchExpression } from '../../src-shared/kernel/search-text.ts'
import { findRecords, searchKinds, type SearchKind } from '../../src-shared/search/search-operations.ts'
import { handleQuery } from '../execution/handlers.ts'

const handleFindRecords = handleQuery(findRecords, ({ read, actor }, { text, kinds, limit }) => {
  const expression = searchExpression(text)
  const readable = (Object.keys(searchKinds) as SearchKind[]).filter(
    (kind) => holdsPermission(actor.roles, searchKinds[kind]) && (kinds === undefined || kinds.includes(kind)),
  )
  if (expression === undefined || readable.length === 0) return []
  // The newest first: with bigrams every hit is as good as the other, and what was touched last is most likely meant. Kinds take turns, or the
  // hundred contracts of a party would hide the party.
  const found = readable.map((kind) =>
    read.all<{ kind: SearchKind; id: string; title: string }>(sql`
      select kind, record_id as id, title from search_entries
      where rowid in (select rowid from search_grams where search_grams match ${expression}) and kind = ${kind}
      order by rowid desc limit ${limit}`),
  )
  return Array.from({ length: limit }, (_, turn) => found.flatMap((rows) => rows.slice(turn, turn + 1)))
    .flat()
    .slice(0, limit)
})

export const searchHandlers = { commands: [], queries: [handleFindRecords], tasks: [] }
