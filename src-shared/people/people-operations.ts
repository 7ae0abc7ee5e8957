import { z } from 'zod'
import { RoleName } from '../access/roles.ts'
import { defineCommand, defineQuery } from '../kernel/operation.ts'
import { pageFields, pageOf } from '../kernel/paging.ts'
import { dateSchema, idSchema, lineSchema, versionSchema } from '../kernel/schemas.ts'
import { Warning } from '../kernel/warning.ts'
import { Account } from './account.ts'

const departmentId = idSchema<'Department'>()
const userId = idSchema<'User'>()
const seenDepartment = { id: departmentId, version: versionSchema }
const seenUser = { id: userId, version: versionSchema }

const departmentFields = {
  name: lineSchema(60).min(1),
  parentId: departmentId.nullable(),
  headId: userId.nullable(),
  /** Order among the departments of the same parent. */
  sortOrder: z.int().min(0).max(9999),
}

export const createDepartment = defineCommand({
  name: 'people.createDepartment',
  version: 1,
  class: 'online',
  permission: 'people.edit',
  summary: { zh: '新建部门', en: 'Create a department' },
  input: z.strictObject({
    name: departmentFields.name,
    parentId: departmentFields.parentId.default(null),
    headId: departmentFields.headId.default(null),
    sortOrder: departmentFields.sortOrder.default(0),
  }),
  output: z.strictObject(seenDepartment),
})

export const updateDepartment = defineCommand({
  name: 'people.updateDepartment',
  version: 1,
  class: 'online',
  permission: 'people.edit',
  summary: { zh: '修改部门', en: 'Change a department' },
  input: z.strictObject({ ...seenDepartment, changes: z.strictObject(departmentFields).partial() }),
  output: z.strictObject(seenDepartment),
})

/** With its people and all below it; its siblings are numbered anew, all in one. */
export const moveDepartment = defineCommand({
  name: 'people.moveDepartment',
  version: 1,
  class: 'online',
  permission: 'people.edit',
  summary: { zh: '移动部门（连同人员和下级部门）', en: 'Move a department with its people and all below it' },
  input: z.strictObject({
    ...seenDepartment,
    parentId: departmentId.nullable(),
    /** The sibling it stands before from now on; null for the last place. */
    before: departmentId.nullable(),
  }),
  output: z.strictObject(seenDepartment),
})

export const removeDepartment = defineCommand({
  name: 'people.removeDepartment',
  version: 1,
  class: 'online',
  permission: 'people.edit',
  summary: { zh: '删除空部门', en: 'Remove an empty department' },
  input: z.strictObject(seenDepartment),
  output: z.strictObject({ id: departmentId }),
})

const userFields = {
  account: Account,
  name: lineSchema(60).min(1),
  departmentId: departmentId.nullable(),
  position: lineSchema(60),
  mobile: lineSchema(30),
  email: z.union([z.literal(''), z.email().max(120)]),
  roles: z.array(RoleName).max(RoleName.options.length),
}

export const createUser = defineCommand({
  name: 'people.createUser',
  version: 1,
  class: 'online',
  permission: 'people.edit',
  summary: { zh: '新建用户', en: 'Create a user' },
  input: z.strictObject({
    account: userFields.account,
    name: userFields.name,
    departmentId: userFields.departmentId.default(null),
    position: userFields.position.default(''),
    mobile: userFields.mobile.default(''),
    email: userFields.email.default(''),
    roles: userFields.roles,
  }),
  output: z.strictObject(seenUser),
})

export const updateUser = defineCommand({
  name: 'people.updateUser',
  version: 1,
  class: 'online',
  permission: 'people.edit',
  summary: { zh: '修改用户', en: 'Change a user' },
  input: z.strictObject({ ...seenUser, changes: z.strictObject(userFields).partial() }),
  output: z.strictObject(seenUser),
})

/** The person leaves: no more commands or sign-in; the name stays on everything done. */
export const deactivateUser = defineCommand({
  name: 'people.deactivateUser',
  version: 1,
  class: 'online',
  permission: 'people.edit',
  summary: { zh: '停用用户（离职）', en: 'Deactivate a user who has left' },
  input: z.strictObject({ ...seenUser, leftOn: dateSchema.nullable().default(null) }),
  output: z.strictObject({ ...seenUser, warnings: z.array(Warning) }),
})

export const reactivateUser = defineCommand({
  name: 'people.reactivateUser',
  version: 1,
  class: 'online',
  permission: 'people.edit',
  summary: { zh: '恢复用户', en: 'Reactivate a user' },
  input: z.strictObject(seenUser),
  output: z.strictObject(seenUser),
})

export const DepartmentRow = z.strictObject({
  ...seenDepartment,
  ...departmentFields,
  /** Name of the head, empty without one. */
  head: z.string(),
  /** Active people in the department itself, without those below. */
  members: z.int(),
  /** 0 for a department without parent. */
  depth: z.int(),
})
export type DepartmentRow = z.infer<typeof DepartmentRow>

export const listDepartments = defineQuery({
  name: 'people.listDepartments',
  permission: 'people.read',
  summary: { zh: '部门树', en: 'The tree of departments' },
  input: z.strictObject({}),
  /** Each department stands after its parent, siblings in their order. */
  output: z.strictObject({ rows: z.array(DepartmentRow) }),
})

export const UserRow = z.strictObject({
  ...seenUser,
  ...userFields,
  // As stored: an address that was accepted once is shown whatever the check says later.
  account: z.string(),
  email: z.string(),
  /** Name of the department, empty without one. */
  department: z.string(),
  active: z.boolean(),
  leftOn: dateSchema.nullable(),
  updatedAt: z.int(),
})
export type UserRow = z.infer<typeof UserRow>

export const listUsers = defineQuery({
  name: 'people.listUsers',
  permission: 'people.read',
  summary: { zh: '用户列表', en: 'List users' },
  input: z.strictObject({
    /** Without it only people who are here; null for everyone. */
    active: z.boolean().nullable().default(true),
    /** Of the department and all below it. */
    departmentId: departmentId.optional(),
    role: RoleName.optional(),
    text: z.string().trim().max(100).optional(),
    sort: z.enum(['name', 'updated']).default('name'),
    descending: z.boolean().default(false),
    ...pageFields,
  }),
  output: pageOf(UserRow),
})

export const UserDetail = UserRow.extend({
  headOf: z.array(z.strictObject({ id: departmentId, name: z.string() })),
  createdAt: z.int(),
})
export type UserDetail = z.infer<typeof UserDetail>

export const getUser = defineQuery({
  name: 'people.getUser',
  permission: 'people.read',
  summary: { zh: '用户详情', en: 'Read a user' },
  input: z.strictObject({ id: userId }),
  output: UserDetail,
})

export const findUser = defineQuery({
  name: 'people.findUser',
  permission: 'people.read',
  summary: { zh: '按账号查找用户', en: 'Find a user by account' },
  input: z.strictObject({ account: z.string().trim().max(64) }),
  output: UserDetail,
})

/** The one who asks, and what they may do: the screens show no button that would be refused. */
export const readMyself = defineQuery({
  name: 'people.readMyself',
  permission: 'people.read',
  summary: { zh: '当前用户及权限', en: 'The current user and their rights' },
  input: z.strictObject({}),
  output: z.strictObject({
    id: userId,
    name: z.string(),
    departmentId: departmentId.nullable(),
    roles: z.array(RoleName),
    /** `area.action`, `*` for any. */
    permissions: z.array(z.string()),
  }),
})

export const peopleOperations = [
  createDepartment,
  updateDepartment,
  moveDepartment,
  removeDepartment,
  createUser,
  updateUser,
  deactivateUser,
  reactivateUser,
  listDepartments,
  listUsers,
  getUser,
  findUser,
  readMyself,
] as const
