import { count, eq } from 'drizzle-orm'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { departmentOrder, departmentsBelow } from '../../src-shared/people/department-tree.ts'
import {
  createDepartment,
  moveDepartment,
  removeDepartment,
  updateDepartment,
} from '../../src-shared/people/people-operations.ts'
import { contracts } from '../db/schema/contracts.ts'
import { departments, users } from '../db/schema/people.ts'
import { recordById } from '../db/record-by-id.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import { givenFields } from '../execution/given-fields.ts'
import { handleCommand } from '../execution/handlers.ts'

export const handleCreateDepartment = handleCommand(createDepartment, (context, department) => {
  const { read, write } = context
  if (department.parentId !== null) readDepartment(read, department.parentId)
  refuseNameTaken(read, department)
  if (department.headId !== null) refuseHeadAway(read, department.headId)
  const { id, version } = write.insert(departments, { id: context.newId<'Department'>(), ...department })
  return { id, version }
})

export const handleUpdateDepartment = handleCommand(updateDepartment, ({ read, write }, { id, version, changes }) => {
  const before = readDepartment(read, id)
  const after = { ...before, ...givenFields(changes) }
  refuseCycle(read, before, after.parentId)
  refuseNameTaken(read, after)
  if (after.headId !== before.headId && after.headId !== null) refuseHeadAway(read, after.headId)
  const updated = write.update(departments, id, givenFields(changes), version)
  return { id, version: updated.version }
})

export const handleMoveDepartment = handleCommand(
  moveDepartment,
  ({ read, write }, { id, version, parentId, before }) => {
    const department = readDepartment(read, id)
    refuseCycle(read, department, parentId)
    refuseNameTaken(read, { ...department, parentId })
    const all = read.select().from(departments).all()
    const siblings = departmentOrder(all).filter((each) => each.parentId === parentId && each.id !== id)
    const at = before === null ? siblings.length : siblings.findIndex((each) => each.id === before)
    if (at === -1) throw refuse('record.missing', { table: 'departments', id: before })
    const moved = write.update(departments, id, { parentId, sortOrder: at }, version)
    for (const [i, sibling] of siblings.entries()) {
      const sortOrder = i < at ? i : i + 1
      if (sibling.sortOrder !== sortOrder) write.update(departments, sibling.id, { sortOrder })
    }
    return { id, version: moved.version }
  },
)

export const handleRemoveDepartment = handleCommand(removeDepartment, ({ read, write }, { id, version }) => {
  const { name } = readDepartment(read, id)
  const children = read.select({ name: departments.name }).from(departments).where(eq(departments.parentId, id)).all()
  if (children.length > 0)
    throw refuse('people.departmentHasChildren', { department: name, children: children.map((child) => child.name) })
  const { people } = read.select({ people: count() }).from(users).where(eq(users.departmentId, id)).get()!
  if (people > 0) throw refuse('people.departmentHasPeople', { department: name, people })
  const used = read.select({ id: contracts.id }).from(contracts).where(eq(contracts.departmentId, id)).get()
  if (used !== undefined) throw refuse('people.departmentHasContracts', { department: name })
  write.remove(departments, id, version)
  return { id }
})

/** Refuses `record.missing`. */
export function readDepartment(read: ReadDatabase, id: Id<'Department'>) {
  return recordById(read, departments, id)
}

/** Refuses `people.departmentCycle` for a new parent that is the department itself or lies below it. */
function refuseCycle(
  read: ReadDatabase,
  department: { id: Id<'Department'>; name: string; parentId: Id<'Department'> | null },
  parentId: Id<'Department'> | null,
): void {
  if (parentId === null || parentId === department.parentId) return
  const parent = readDepartment(read, parentId)
  if (departmentsBelow(read.select().from(departments).all(), department.id).has(parent.id))
    throw refuse('people.departmentCycle', { department: department.name, parent: parent.name })
}

function refuseNameTaken(
  read: ReadDatabase,
  department: { id?: Id<'Department'>; name: string; parentId: Id<'Department'> | null },
): void {
  const namesake = read
    .select()
    .from(departments)
    .where(eq(departments.name, department.name))
    .all()
    .some((other) => other.parentId === department.parentId && other.id !== department.id)
  if (namesake) throw refuse('people.departmentNameTaken', { name: department.name })
}

function refuseHeadAway(read: ReadDatabase, headId: Id<'User'>): void {
  const head = recordById(read, users, headId)
  if (!head.active) throw refuse('people.headNotActive', { name: head.name })
}
