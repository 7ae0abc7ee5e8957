import type { Id } from '../../src-shared/kernel/ids.ts'
import type { DepartmentRow } from '../../src-shared/people/people-operations.ts'

/** Where a department goes: the sibling it then stands before, null for the last place. */
export interface SiblingPlace {
  before: Id<'Department'> | null
}

/** One place up (-1) or down (1) among the departments of the same parent, which stand in their order; null at the end of the row. */
export function placeBeside(
  rows: readonly DepartmentRow[],
  { id, parentId }: DepartmentRow,
  by: -1 | 1,
): SiblingPlace | null {
  const siblings = rows.filter((row) => row.parentId === parentId)
  const at = siblings.findIndex((row) => row.id === id)
  if (siblings[at + by] === undefined) return null
  return { before: siblings[by === 1 ? at + 2 : at - 1]?.id ?? null }
}
