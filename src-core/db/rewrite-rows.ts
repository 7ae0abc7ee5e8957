import type { Sqlite } from './open-database.ts'

type Row = Record<string, string | number | null>

/**
 * Writes everything the last command wrote once more by bare prepared statements in one transaction: its records, their changes, the
 * audit entry, the outbox and the search: what the same rows cost without the command around them. For measuring only: the audit of that
 * workspace is worth nothing afterwards. Returns milliseconds.
 */
export function rewriteRows(sqlite: Sqlite): number {
  const entry = sqlite.prepare('select * from audit_entries order by seq desc limit 1').get() as Row & { seq: number }
  const changes = sqlite.prepare('select * from row_changes where seq = ?').all(entry.seq) as (Row & {
    table_name: string
    row_id: string
    after: string
  })[]
  const seq = entry.seq + 1
  const records = changes.map(({ table_name, row_id, after }) => {
    const columns = Object.entries(JSON.parse(after) as Row)
    const set = columns.map(([column]) => `"${column}" = ?`).join(', ')
    return {
      statement: sqlite.prepare(`update "${table_name}" set ${set} where id = ?`),
      values: [...columns.map(([, value]) => value), row_id],
    }
  })
  const insert = (table: string, row: Row) => {
    const names = Object.keys(row)
    return {
      statement: sqlite.prepare(`insert into ${table} (${names.join()}) values (${names.map(() => '?').join()})`),
      values: Object.values(row),
    }
  }
  const found = sqlite.prepare('select rowid from search_entries order by rowid desc limit 1').pluck().get() as number
  const writes = [
    ...records,
    ...changes.map((change) => insert('row_changes', { ...change, id: null, seq })),
    insert('audit_entries', { ...entry, seq, command_id: `${entry.command_id as string}-again` }),
    insert('outbox', { seq }),
    { statement: sqlite.prepare('delete from search_grams where rowid = ?'), values: [found] },
    {
      statement: sqlite.prepare('insert into search_grams (rowid, grams) values (?, ?)'),
      values: [found, '设备 备采 采购 购合 合同 同 杭州 州澜 澜岑 岑机 机电 电设 设备 备有 有限 限公 公司 司'],
    },
  ]
  const began = performance.now()
  sqlite
    .transaction(() => {
      for (const { statement, values } of writes) statement.run(values)
    })
    .immediate()
  return performance.now() - began
}
