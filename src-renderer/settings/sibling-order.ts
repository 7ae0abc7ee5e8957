import type { DepartmentRow } from '../../src-shared/people/people-operations.ts'

/** Departments of the same parent in their order, the given one among them. */
export function siblingsOf(rows: readonly DepartmentRow[], { parentId }: DepartmentRow): DepartmentRow[] {
  return rows.filter((row) => row.parentId === parentId)
}

/**
 * Moves a department one place up (-1) or down (1) among its siblings: those whose `sortOrder` must change, with the new one.
 * Empty at the end of the row.
 */
export function moved(
  rows: readonly DepartmentRow[],
  department: DepartmentRow,
  by: -1 | 1,
): { department: DepartmentRow; sortOrder: number }[] {
  const siblings = siblingsOf(rows, department)
  const at = siblings.findIndex(({ id }) => id === department.id)
  const other = siblings[at + by]
  if (other === undefined) return []
  const next = siblings.with(at, other).with(at + by, department)
  return next.flatMap((each, sortOrder) => (each.sortOrder === sortOrder ? [] : [{ department: each, sortOrder }]))
}
