import { describe, expect, it } from 'vitest'
import type { DepartmentRow } from '../../src-shared/people/people-operations.ts'
import { placeBeside } from './sibling-order.ts'

const department = (id: string, parentId: string | null = null) => ({ id, name: id, parentId }) as DepartmentRow

describe('moving a department among its siblings', () => {
  const rows = [
    department('sales'),
    department('east', 'sales'),
    department('west', 'sales'),
    department('legal'),
    department('finance'),
  ]
  const place = (id: string, by: -1 | 1) =>
    placeBeside(
      rows,
      rows.find((row) => row.id === id)!,
      by,
    )

  it('passes the next one of the same parent, and no other', () => {
    expect(place('sales', 1)).toEqual({ before: 'finance' })
    expect(place('legal', 1)).toEqual({ before: null })
    expect(place('finance', -1)).toEqual({ before: 'legal' })
    expect(place('west', -1)).toEqual({ before: 'east' })
  })

  it('is not offered at the end of the row', () => {
    expect(place('sales', -1)).toBeNull()
    expect(place('finance', 1)).toBeNull()
    expect(place('west', 1)).toBeNull()
  })
})
