import { describe, expect, it } from 'vitest'
import type { DepartmentRow } from '../../src-shared/people/people-operations.ts'
import { moved } from './sibling-order.ts'

const department = (id: string, sortOrder: number, parentId: string | null = null) =>
  ({ id, name: id, sortOrder, parentId }) as DepartmentRow

describe('moving a department among its siblings', () => {
  const rows = [
    department('sales', 0),
    department('east', 0, 'sales'),
    department('west', 1, 'sales'),
    department('legal', 1),
    department('finance', 2),
  ]
  const places = (id: string, by: -1 | 1) =>
    moved(
      rows,
      rows.find((row) => row.id === id)!,
      by,
    ).map((change) => [change.department.id, change.sortOrder])

  it('changes places with the next one of the same parent, and no other', () => {
    expect(places('sales', 1)).toEqual([
      ['legal', 0],
      ['sales', 1],
    ])
    expect(places('west', -1)).toEqual([
      ['west', 0],
      ['east', 1],
    ])
  })

  it('changes nothing at the end of the row', () => {
    expect(places('sales', -1)).toEqual([])
    expect(places('finance', 1)).toEqual([])
  })

  it('gives departments that shared one place an order of their own', () => {
    const alike = [department('a', 0), department('b', 0), department('c', 0)]
    expect(moved(alike, alike[2]!, -1).map((change) => [change.department.id, change.sortOrder])).toEqual([
      ['c', 1],
      ['b', 2],
    ])
  })
})
