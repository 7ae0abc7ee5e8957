import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appRoot, migrationsFolder } from '../app-files.ts'
import { migrate, readMigrations } from './migrate.ts'
import { openDatabase, type Sqlite } from './open-database.ts'
import { schema } from './tables.ts'

let dir: string
let sqlite: Sqlite
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qidan-migrate-'))
  sqlite = openDatabase({ file: join(dir, 'a.db'), key: new Uint8Array(32).fill(7) })
})
afterEach(() => {
  sqlite.close()
  rmSync(dir, { recursive: true, force: true })
})

describe('the migrations', () => {
  it('are those that were committed: an applied one never changes', () => {
    const kept = JSON.parse(readFileSync(join(appRoot, 'test', 'golden', 'migrations.json'), 'utf8')) as Record<
      string,
      string
    >
    expect(Object.fromEntries(readMigrations(migrationsFolder).map(({ tag, hash }) => [tag, hash]))).toEqual(kept)
  })

  it('only add: nothing is dropped or renamed', () => {
    for (const { tag, sql } of readMigrations(migrationsFolder)) expect(sql, tag).not.toMatch(/\b(drop|rename)\b/i)
  })

  it('make the tables that the code reads and writes, column by column', () => {
    migrate(sqlite, migrationsFolder)
    for (const table of Object.values(schema)) {
      const { name, columns } = getTableConfig(table)
      const made = sqlite.pragma(`table_info(${name})`) as { name: string; notnull: number; pk: number }[]
      expect(made.map((column) => column.name).toSorted(), name).toEqual(
        columns.map((column) => column.name).toSorted(),
      )
      for (const column of columns)
        expect(made.find((each) => each.name === column.name)!.notnull === 1, `${name}.${column.name}`).toBe(
          column.notNull,
        )
    }
  })

  it('run once, and leave a workspace of this version as it is', () => {
    migrate(sqlite, migrationsFolder)
    const before = sqlite.pragma('schema_version', { simple: true })
    migrate(sqlite, migrationsFolder)
    expect(sqlite.pragma('schema_version', { simple: true })).toBe(before)
  })

  it('refuse a workspace of a later version before touching it', () => {
    migrate(sqlite, migrationsFolder)
    sqlite.prepare(`insert into migrations (tag, hash) values ('0099_later', 'x')`).run()
    expect(() => migrate(sqlite, migrationsFolder)).toThrow('workspace.newer')
  })
})
