import { eq } from 'drizzle-orm'
import type { Directory } from '../../src-shared/approvals/plan-steps.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { departments, users } from '../db/schema/people.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'

/** Who holds what now, read once for the planning of an approval. */
export function peopleDirectory(read: ReadDatabase): Directory {
  const active = read
    .select({ id: users.id, departmentId: users.departmentId, roles: users.roles })
    .from(users)
    .where(eq(users.active, true))
    .orderBy(users.account)
    .all()
  const byId = new Map<string, (typeof active)[number]>(active.map((user) => [user.id, user]))
  const tree = new Map(
    read
      .select({ id: departments.id, parentId: departments.parentId, headId: departments.headId })
      .from(departments)
      .all()
      .map((department) => [department.id, department]),
  )
  const usersInRole = (role: string) =>
    active.filter((user) => (user.roles as string[]).includes(role)).map((user) => user.id)
  return {
    usersInRole,
    isActive: (id) => byId.has(id),
    administrators: () => usersInRole('administrator'),
    headOf(userId, up) {
      let at: Id<'Department'> | null = byId.get(userId)?.departmentId ?? null
      for (let i = 0; i < up && at !== null; i += 1) at = tree.get(at)?.parentId ?? null
      const head = at === null ? null : (tree.get(at)?.headId ?? null)
      return head !== null && byId.has(head) ? head : null
    },
  }
}
