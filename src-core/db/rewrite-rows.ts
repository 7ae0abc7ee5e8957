import type { Sqlite } from './open-database.ts'

/**
 * Writes the rows of the last command once more by bare prepared statements in one transaction: what the same writes cost without the
 * command around them. For measuring; the values stay as they are. Returns milliseconds.
 */
export function rewriteRows(sqlite: Sqlite): number {
  const changes = sqlite
    .prepare(
      `select table_name as name, row_id as id, after from row_changes where seq = (select max(seq) from audit_entries) and op <> 'delete'`,
    )
    .all() as { name: string; id: string; after: string }[]
  const writes = changes.map(({ name, id, after }) => {
    const columns = Object.entries(JSON.parse(after) as Record<string, string | number | null>)
    return {
      statement: sqlite.prepare(
        `update "${name}" set ${columns.map(([column]) => `"${column}" = ?`).join(', ')} where id = ?`,
      ),
      values: [...columns.map(([, value]) => value), id],
    }
  })
  const began = performance.now()
  sqlite
    .transaction(() => {
      for (const { statement, values } of writes) statement.run(values)
    })
    .immediate()
  return performance.now() - began
}
