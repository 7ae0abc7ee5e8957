import { and, count, eq, inArray, sql } from 'drizzle-orm'
import { rolePermissions } from '../../src-shared/access/roles.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { departmentOrder, departmentsBelow } from '../../src-shared/people/department-tree.ts'
import {
  findUser,
  getUser,
  listDepartments,
  listUsers,
  readMyself,
  type UserRow,
} from '../../src-shared/people/people-operations.ts'
import { departments, users } from '../db/schema/people.ts'
import { matchingRecords } from '../db/search-index.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import { handleQuery } from '../execution/handlers.ts'
import { keyset, pageOfRows } from '../execution/keyset.ts'
import { pinyinPage } from '../execution/pinyin-page.ts'
import { departmentsHeadedBy, readUser, type UserRecord } from './user-commands.ts'

export const handleListDepartments = handleQuery(listDepartments, ({ read }) => {
  const members = new Map(
    read
      .select({ id: users.departmentId, members: count() })
      .from(users)
      .where(eq(users.active, true))
      .groupBy(users.departmentId)
      .all()
      .map((row) => [row.id, row.members]),
  )
  const rows = read
    .select({
      id: departments.id,
      version: departments.version,
      name: departments.name,
      parentId: departments.parentId,
      headId: departments.headId,
      sortOrder: departments.sortOrder,
      head: sql<string>`coalesce(${users.name}, '')`,
    })
    .from(departments)
    .leftJoin(users, eq(users.id, departments.headId))
    .all()
    .map((row) => ({ ...row, members: members.get(row.id) ?? 0 }))
  return { rows: departmentOrder(rows) }
})

const rowColumns = {
  id: users.id,
  version: users.version,
  account: users.account,
  name: users.name,
  departmentId: users.departmentId,
  department: sql<string>`coalesce(${departments.name}, '')`,
  position: users.position,
  mobile: users.mobile,
  email: users.email,
  roles: users.roles,
  active: users.active,
  leftOn: users.leftOn,
  updatedAt: users.updatedAt,
}

export const handleListUsers = handleQuery(listUsers, ({ read }, input) => {
  const wanted = and(
    input.active === null ? undefined : eq(users.active, input.active),
    input.departmentId &&
      inArray(users.departmentId, [...departmentsBelow(read.select().from(departments).all(), input.departmentId)]),
    input.role && sql`exists (select 1 from json_each(${users.roles}) where value = ${input.role})`,
    input.text ? matchingRecords('user', users.id, input.text) : undefined,
  )
  const { total } = read.select({ total: count() }).from(users).where(wanted).get()!
  const rowsOf = (where: ReturnType<typeof and>) =>
    read.select(rowColumns).from(users).leftJoin(departments, eq(departments.id, users.departmentId)).where(where)
  if (input.sort === 'updated') {
    const { where, orderBy, limit } = keyset(users.updatedAt, users.id, input)
    const rows = rowsOf(and(wanted, where))
      .orderBy(...orderBy)
      .limit(limit)
      .all()
    return { ...pageOfRows(rows, input.limit, (row) => row.updatedAt), total }
  }
  const named = read.select({ id: users.id, name: users.name }).from(users).where(wanted).all()
  const page = pinyinPage(named, 'person', input)
  const full = new Map(
    rowsOf(
      inArray(
        users.id,
        page.rows.map(({ id }) => id),
      ),
    )
      .all()
      .map((row) => [row.id, row]),
  )
  return { rows: page.rows.map(({ id }) => full.get(id)!), next: page.next, total }
})

export const handleGetUser = handleQuery(getUser, ({ read }, { id }) => detailOf(read, readUser(read, id)))

export const handleFindUser = handleQuery(findUser, ({ read }, { account }) => {
  const user = read.select().from(users).where(eq(users.account, account.toLowerCase())).get()
  if (user === undefined) throw refuse('people.noSuchAccount', { account })
  return detailOf(read, user)
})

export const handleReadMyself = handleQuery(readMyself, ({ actor }) => ({
  ...actor,
  roles: [...actor.roles],
  permissions: [...new Set(actor.roles.flatMap((role) => rolePermissions[role]))].toSorted(),
}))

function detailOf(read: ReadDatabase, user: UserRecord) {
  const row: UserRow = read
    .select(rowColumns)
    .from(users)
    .leftJoin(departments, eq(departments.id, users.departmentId))
    .where(eq(users.id, user.id))
    .get()!
  return { ...row, headOf: departmentsHeadedBy(read, user.id), createdAt: user.createdAt }
}
