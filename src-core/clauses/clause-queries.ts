import { and, count, desc, eq, inArray } from 'drizzle-orm'
import { getClause, listClauses } from '../../src-shared/clauses/clauses-operations.ts'
import { clauses, clauseVersions } from '../db/schema/templates.ts'
import { users } from '../db/schema/people.ts'
import { matchingRecords } from '../db/search-index.ts'
import { handleQuery } from '../execution/handlers.ts'
import { keyset, pageOfRows } from '../execution/keyset.ts'
import { pinyinPage } from '../execution/pinyin-page.ts'
import { personName } from '../people/person-name.ts'
import { readClause } from './clause-commands.ts'

const rowColumns = {
  id: clauses.id,
  version: clauses.version,
  title: clauses.title,
  category: clauses.category,
  archived: clauses.archived,
  versionId: clauseVersions.id,
  no: clauseVersions.no,
  text: clauseVersions.text,
  updatedAt: clauses.updatedAt,
}

export const handleListClauses = handleQuery(listClauses, ({ read }, input) => {
  const wanted = and(
    input.archived === null ? undefined : eq(clauses.archived, input.archived),
    input.category === undefined ? undefined : eq(clauses.category, input.category),
    input.text ? matchingRecords('clause', clauses.id, input.text) : undefined,
  )
  const { total } = read.select({ total: count() }).from(clauses).where(wanted).get()!
  const rowsOf = (where: ReturnType<typeof and>) =>
    read
      .select(rowColumns)
      .from(clauses)
      .innerJoin(clauseVersions, eq(clauseVersions.id, clauses.currentVersionId))
      .where(where)
  if (input.sort === 'updated') {
    const { where, orderBy, limit } = keyset(clauses.updatedAt, clauses.id, input)
    const rows = rowsOf(and(wanted, where))
      .orderBy(...orderBy)
      .limit(limit)
      .all()
    return { ...pageOfRows(rows, input.limit, (row) => row.updatedAt), total }
  }
  const named = read.select({ id: clauses.id, name: clauses.title }).from(clauses).where(wanted).all()
  const page = pinyinPage(named, 'company', input)
  const ids = page.rows.map(({ id }) => id)
  const full = new Map(
    rowsOf(inArray(clauses.id, ids))
      .all()
      .map((row) => [row.id, row]),
  )
  return { rows: ids.map((id) => full.get(id)!), next: page.next, total }
})

export const handleGetClause = handleQuery(getClause, ({ read }, { id }) => {
  const { createdAt } = readClause(read, id)
  const row = read
    .select(rowColumns)
    .from(clauses)
    .innerJoin(clauseVersions, eq(clauseVersions.id, clauses.currentVersionId))
    .where(eq(clauses.id, id))
    .get()!
  const versions = read
    .select({
      id: clauseVersions.id,
      no: clauseVersions.no,
      text: clauseVersions.text,
      reason: clauseVersions.reason,
      createdAt: clauseVersions.createdAt,
      createdBy: personName(clauseVersions.createdBy),
    })
    .from(clauseVersions)
    .leftJoin(users, eq(users.id, clauseVersions.createdBy))
    .where(eq(clauseVersions.clauseId, id))
    .orderBy(desc(clauseVersions.no))
    .all()
  return { ...row, createdAt, versions }
})
