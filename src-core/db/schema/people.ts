import { integer, index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { RoleName } from '../../../src-shared/access/roles.ts'
import { dateColumn, idColumn, jsonColumn, recordColumns } from './columns.ts'

export const departments = sqliteTable(
  'departments',
  {
    ...recordColumns<'Department'>(),
    name: text('name').notNull(),
    parentId: idColumn<'Department'>('parent_id'),
    headId: idColumn<'User'>('head_id'),
    sortOrder: integer('sort_order').notNull().default(0),
  },
  (t) => [index('departments_parent').on(t.parentId)],
)

export const users = sqliteTable(
  'users',
  {
    ...recordColumns<'User'>(),
    account: text('account').notNull(),
    name: text('name').notNull(),
    departmentId: idColumn<'Department'>('department_id'),
    position: text('position').notNull().default(''),
    mobile: text('mobile').notNull().default(''),
    email: text('email').notNull().default(''),
    /** Ready roles the person holds. */
    roles: jsonColumn<RoleName[]>('roles').notNull(),
    active: integer('active', { mode: 'boolean' }).notNull().default(true),
    leftOn: dateColumn('left_on'),
  },
  (t) => [uniqueIndex('users_account').on(t.account), index('users_department').on(t.departmentId)],
)
