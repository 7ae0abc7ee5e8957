import type { Id } from '../kernel/ids.ts'

export interface TreeDepartment {
  id: Id<'Department'>
  name: string
  parentId: Id<'Department'> | null
  sortOrder: number
}

/** The department and everything below it. */
export function departmentsBelow(all: readonly TreeDepartment[], id: Id<'Department'>): Set<Id<'Department'>> {
  const found = new Set([id])
  // Each round takes one level in; departments already found are not taken again, so even a broken tree ends.
  for (let grown = true; grown;) {
    grown = false
    for (const department of all)
      if (department.parentId !== null && found.has(department.parentId) && !found.has(department.id)) {
        found.add(department.id)
        grown = true
      }
  }
  return found
}

/** Parents before their children, siblings by `sortOrder`, then name; with the depth of each. Orphans stand at the top. */
export function departmentOrder<D extends TreeDepartment>(all: readonly D[]): (D & { depth: number })[] {
  const known = new Set(all.map(({ id }) => id))
  const childrenOf = Map.groupBy(
    all.toSorted((a, b) => a.sortOrder - b.sortOrder || a.name.localeCompare(b.name, 'zh-Hans-CN')),
    ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null),
  )
  const walk = (parent: Id<'Department'> | null, depth: number): (D & { depth: number })[] =>
    (childrenOf.get(parent) ?? []).flatMap((department) => [
      { ...department, depth },
      ...walk(department.id, depth + 1),
    ])
  return walk(null, 0)
}
