import { readdirSync, readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchExpression, searchGrams } from './search-text.ts'

fc.configureGlobal({ seed: 20_261_124 })

/** The words of a text as a reader would compare them; SQLite takes both small sigmas for one. */
const runsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replaceAll(/\p{M}/gu, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** What a search means, written without grams: every run of the query lies inside some run of the text. */
function contains(text: string, query: string): boolean {
  const runs = runsOf(text)
  return runsOf(query).every((part) => runs.some((run) => run.includes(part)))
}

/** The workspace's own full-text table, with one text in it at a time. */
function openIndex() {
  const folder = new URL('../../drizzle/', import.meta.url)
  const migrations = readdirSync(folder).filter((file) => file.endsWith('.sql'))
  const create = migrations
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split(';'))
    .find((statement) => statement.includes('USING fts5') && statement.includes('search_grams'))
  const sqlite = new Database(':memory:')
  sqlite.exec(create!)
  const clear = sqlite.prepare('delete from search_grams where rowid = 1')
  const insert = sqlite.prepare('insert into search_grams (rowid, grams) values (1, ?)')
  const find = sqlite.prepare('select rowid from search_grams where grams match ?')
  return {
    found(text: string, query: string): boolean {
      clear.run()
      insert.run(searchGrams(text))
      return find.get(searchExpression(query)!) !== undefined
    },
  }
}

// New Tai Lue, the one script whose letters SQLite does not know.
const known = (text: string) => !/[\u1980-\u19df\u1cf2\u1cf3]/u.test(text)

describe('search grams', () => {
  it('keeps the pairs of every run and its last character', () => {
    expect(searchGrams('合同A（2026）')).toBe('合同 同a a 20 02 26 6')
    expect(searchGrams('单')).toBe('单')
    expect(searchGrams('——')).toBe('')
  })

  it('evens out width and case', () => {
    expect(searchGrams('ＨＴ－１')).toBe(searchGrams('ht-1'))
  })

  it('has no expression for a query without letters and digits', () => {
    expect(searchExpression('  —— ')).toBeUndefined()
    expect(searchExpression('"*^')).toBeUndefined()
  })
})

describe('a full-text search over the grams', () => {
  const { found } = openIndex()

  it.each([
    ['杭州西湖区钢材采购合同', '钢材'],
    ['杭州西湖区钢材采购合同', '同'],
    ['杭州西湖区钢材采购合同', '合同 杭州'],
    ['HT-2026-0001', '2026-00'],
    ['HT-2026-0001', 'ht 1'],
    ['1,234.50 元', '1,234.5'],
    ['Straße', 'STRA'],
    ['𠮷野家（𫖯）', '𫖯'],
    ['𠮷野家', '𠮷野'],
    ['NEAR AND OR NOT', 'or near'],
  ])('finds in %s: %s', (text, query) => {
    expect(found(text, query)).toBe(true)
  })

  it.each([
    ['钢材 合同', '材合'],
    ['xab bc', 'abc'],
    ['杭州', '州杭'],
    ['合同', '合同书'],
    ['cafe', 'café'],
  ])('does not find in %s: %s', (text, query) => {
    expect(found(text, query)).toBe(false)
  })

  const character = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...'合同钢材ab1２Ａ -（）、"*') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter(known) },
  )
  const text = fc.array(character, { maxLength: 14 }).map((parts) => parts.join(''))

  it('finds exactly the texts that hold every run of the query', () => {
    fc.assert(
      fc.property(text, text, (body, query) => {
        fc.pre(searchExpression(query) !== undefined)
        expect(found(body, query)).toBe(contains(body, query))
      }),
      { numRuns: 3000 },
    )
  })

  it('finds every part of a run, wherever it is cut', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (body, at, length) => {
        const characters = [...body.normalize('NFKC')]
        const part = characters
          .slice(at % (characters.length + 1))
          .slice(0, 1 + (length % 5))
          .join('')
        fc.pre(searchExpression(part) !== undefined)
        expect(found(body, part)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})
