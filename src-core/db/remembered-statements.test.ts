import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { eq, sql } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { rememberingStatements } from './remembered-statements.ts'

const pumps = sqliteTable('pumps', { id: integer('id').primaryKey(), name: text('name').notNull() })

function desk() {
  const sqlite = new Database(':memory:')
  sqlite.exec(`create table pumps (id integer primary key, name text not null);
    insert into pumps values (1, '离心泵'), (2, '齿轮泵')`)
  let prepared = 0
  const prepare = sqlite.prepare.bind(sqlite)
  sqlite.prepare = ((text: string) => {
    prepared += 1
    return prepare(text)
  }) as typeof sqlite.prepare
  return { sqlite, read: drizzle({ client: rememberingStatements(sqlite) }), prepared: () => prepared }
}

describe('a query that was asked before', () => {
  it('is not prepared again, and answers for what is asked now', () => {
    const { read, prepared } = desk()
    const nameOf = (id: number) => read.select({ name: pumps.name }).from(pumps).where(eq(pumps.id, id)).get()?.name
    expect([nameOf(1), nameOf(2), nameOf(3), nameOf(1)]).toEqual(['离心泵', '齿轮泵', undefined, '离心泵'])
    expect(prepared()).toBe(1)
  })

  it('gives rows in the shape that is wanted, whoever asked the same before', () => {
    const { read } = desk()
    const text = 'select "id", "name" from "pumps"'
    expect(read.select().from(pumps).all()).toHaveLength(2)
    expect(read.all(sql.raw(text))[0]).toEqual({ id: 1, name: '离心泵' })
    expect(read.values(sql.raw(text))[0]).toEqual([1, '离心泵'])
    expect(read.all(sql.raw(text))[0]).toEqual({ id: 1, name: '离心泵' })
  })

  it('sees a table that has changed its shape', () => {
    const { sqlite, read } = desk()
    const all = () => read.all(sql.raw('select * from pumps where id = 1'))
    expect(all()).toEqual([{ id: 1, name: '离心泵' }])
    sqlite.exec(`alter table pumps add column unit text default '台'`)
    expect(all()).toEqual([{ id: 1, name: '离心泵', unit: '台' }])
  })

  it('is forgotten when a great many others came after it', () => {
    const { read, prepared } = desk()
    for (let i = 0; i < 900; i += 1) read.get(sql.raw(`select ${i} as n`))
    const before = prepared()
    expect(read.get(sql.raw('select 899 as n'))).toEqual({ n: 899 })
    expect(prepared()).toBe(before)
    expect(read.get(sql.raw('select 0 as n'))).toEqual({ n: 0 })
    expect(prepared()).toBe(before + 1)
  })
})
