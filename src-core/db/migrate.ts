import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import type { Sqlite } from './open-database.ts'

interface Migration {
  tag: string
  sql: string
  hash: string
}

/** The committed migrations in order, as drizzle-kit journals them. */
export function readMigrations(folder: string): Migration[] {
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { tag: string }[]
  }
  return journal.entries.map(({ tag }) => {
    const sql = readFileSync(join(folder, `${tag}.sql`), 'utf8')
    return { tag, sql, hash: createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex') }
  })
}

/**
 * Brings a workspace to this version, each migration in one transaction.
 * Refuses `workspace.newer` when the file was written by a later version, before anything is touched.
 */
export function migrate(sqlite: Sqlite, folder: string): void {
  sqlite.exec('create table if not exists migrations (tag text primary key, hash text not null) strict')
  const done = sqlite.prepare('select tag, hash from migrations order by rowid').all() as {
    tag: string
    hash: string
  }[]
  const known = readMigrations(folder)
  done.forEach(({ tag, hash }, i) => {
    const mine = known[i]
    if (mine === undefined || mine.tag !== tag) throw refuse('workspace.newer', { migration: tag })
    if (mine.hash !== hash) throw new Error(`migration ${tag} was changed after it was applied`)
  })
  const record = sqlite.prepare('insert into migrations (tag, hash) values (?, ?)')
  for (const { tag, sql, hash } of known.slice(done.length)) {
    sqlite.transaction(() => {
      for (const statement of sql.split('--> statement-breakpoint')) sqlite.exec(statement)
      record.run(tag, hash)
    })()
  }
}
