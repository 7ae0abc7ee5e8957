import { and, count, eq, inArray } from 'drizzle-orm'
import type { InferSelectModel } from 'drizzle-orm'
import { holdsPermission, type RoleName } from '../../src-shared/access/roles.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { pinyinSearchText } from '../../src-shared/kernel/pinyin.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import type { Warning } from '../../src-shared/kernel/warning.ts'
import { createUser, deactivateUser, reactivateUser, updateUser } from '../../src-shared/people/people-operations.ts'
import { approvalTasks } from '../db/schema/approvals.ts'
import { contracts } from '../db/schema/contracts.ts'
import { parties } from '../db/schema/parties.ts'
import { departments, users } from '../db/schema/people.ts'
import { recordById } from '../db/record-by-id.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import type { CommandContext } from '../execution/command-context.ts'
import { givenFields } from '../execution/given-fields.ts'
import { handleCommand } from '../execution/handlers.ts'
import { readDepartment } from './department-commands.ts'

export type UserRecord = InferSelectModel<typeof users>

export const handleCreateUser = handleCommand(createUser, (context, user) => {
  refuseAccountTaken(context.read, user.account)
  if (user.departmentId !== null) readDepartment(context.read, user.departmentId)
  const created = context.write.insert(users, {
    id: context.newId<'User'>(),
    ...user,
    roles: [...new Set(user.roles)],
    active: true,
    leftOn: null,
  })
  indexUser(context, created)
  return { id: created.id, version: created.version }
})

export const handleUpdateUser = handleCommand(updateUser, (context, { id, version, changes }) => {
  const { read, write, actor } = context
  const before = readUser(read, id)
  const patch = givenFields({ ...changes, roles: changes.roles && [...new Set(changes.roles)] })
  if (patch.account !== undefined && patch.account !== before.account) refuseAccountTaken(read, patch.account)
  if (patch.departmentId != null) readDepartment(read, patch.departmentId)
  if (patch.roles !== undefined && !sameRoles(patch.roles, before.roles)) {
    // Rights are given by someone else, or a second pair of eyes never sees them grow.
    if (id === actor.id) throw refuse('people.ownRoles', { name: before.name })
    if (!mayEditPeople(patch.roles)) refuseLastAdministrator(read, before)
  }
  const updated = write.update(users, id, patch, version)
  indexUser(context, updated)
  return { id, version: updated.version }
})

export const handleDeactivateUser = handleCommand(deactivateUser, (context, { id, version, leftOn }) => {
  const { read, write, actor, today } = context
  const user = readUser(read, id)
  if (id === actor.id) throw refuse('people.notOneself', { name: user.name })
  if (!user.active) throw refuse('people.alreadyLeft', { name: user.name, on: user.leftOn })
  refuseLastAdministrator(read, user)
  const warnings = whatIsLeftBehind(read, user)
  for (const department of departmentsHeadedBy(read, id)) write.update(departments, department.id, { headId: null })
  const updated = write.update(users, id, { active: false, leftOn: leftOn ?? today }, version)
  return { id, version: updated.version, warnings }
})

export const handleReactivateUser = handleCommand(reactivateUser, ({ read, write }, { id, version }) => {
  const user = readUser(read, id)
  if (user.active) throw refuse('people.notLeft', { name: user.name })
  const updated = write.update(users, id, { active: true, leftOn: null }, version)
  return { id, version: updated.version }
})

/** Refuses `record.missing`. */
export function readUser(read: ReadDatabase, id: Id<'User'>): UserRecord {
  return recordById(read, users, id)
}

/** Departments that the person heads, by name. */
export function departmentsHeadedBy(read: ReadDatabase, id: Id<'User'>) {
  return read
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(eq(departments.headId, id))
    .orderBy(departments.name)
    .all()
}

function indexUser(context: CommandContext, user: UserRecord): void {
  context.index('user', user.id, {
    title: user.name,
    text: [user.account, user.position, user.mobile, pinyinSearchText(user.name)].join(' '),
  })
}

function refuseAccountTaken(read: ReadDatabase, account: string): void {
  const other = read.select({ name: users.name }).from(users).where(eq(users.account, account)).get()
  if (other !== undefined) throw refuse('people.accountTaken', { account, name: other.name })
}

const mayEditPeople = (roles: readonly RoleName[]) => holdsPermission(roles, 'people.edit')

const sameRoles = (a: readonly RoleName[], b: readonly RoleName[]) =>
  a.length === b.length && a.every((role) => b.includes(role))

/** Someone must be left who can let people in. */
function refuseLastAdministrator(read: ReadDatabase, user: UserRecord): void {
  if (!user.active || !mayEditPeople(user.roles)) return
  const others = read
    .select({ id: users.id, roles: users.roles })
    .from(users)
    .where(eq(users.active, true))
    .all()
    .filter((other) => other.id !== user.id && mayEditPeople(other.roles))
  if (others.length === 0) throw refuse('people.lastAdministrator', { name: user.name })
}

/** What waits for somebody else once the person is gone. */
function whatIsLeftBehind(read: ReadDatabase, { id, name }: UserRecord): Warning[] {
  const heads = departmentsHeadedBy(read, id).map((department) => department.name)
  const { tasks } = read
    .select({ tasks: count() })
    .from(approvalTasks)
    .where(and(eq(approvalTasks.assigneeId, id), inArray(approvalTasks.status, ['open', 'waiting'])))
    .get()!
  const { running } = read
    .select({ running: count() })
    .from(contracts)
    .where(
      and(
        eq(contracts.ownerId, id),
        inArray(contracts.stage, ['draft', 'pending', 'refused', 'approved', 'signed', 'active']),
      ),
    )
    .get()!
  const { owned } = read.select({ owned: count() }).from(parties).where(eq(parties.ownerId, id)).get()!
  return [
    ...(heads.length > 0 ? [{ code: 'people.departmentsWithoutHead', params: { name, departments: heads } }] : []),
    ...(tasks > 0 ? [{ code: 'people.approvalsWaiting', params: { name, count: tasks } }] : []),
    ...(running > 0 ? [{ code: 'people.contractsRunning', params: { name, count: running } }] : []),
    ...(owned > 0 ? [{ code: 'people.partiesOwned', params: { name, count: owned } }] : []),
  ]
}
