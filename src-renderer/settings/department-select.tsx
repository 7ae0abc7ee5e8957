import { Select, type SelectProps } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { wire } from '../lib/rpc.ts'

interface DepartmentSelectProps extends Omit<SelectProps, 'value' | 'onChange' | 'data'> {
  value: Id<'Department'> | null
  onChange(id: Id<'Department'> | null): void
  /** Departments that cannot be chosen. */
  without?: ReadonlySet<string>
}

/** A department out of the tree: those below stand further in. */
export function DepartmentSelect({ value, onChange, without, ...rest }: DepartmentSelectProps) {
  const { data } = useQuery(wire['people.listDepartments'].queryOptions({ input: {} }))
  const rows = (data?.rows ?? []).filter(({ id }) => !without?.has(id))
  const depth = new Map<string, number>(rows.map((row) => [row.id, row.depth]))
  return (
    <Select
      searchable
      clearable
      {...rest}
      value={value}
      onChange={(id) => onChange(id as Id<'Department'> | null)}
      data={rows.map(({ id, name }) => ({ value: id, label: name }))}
      renderOption={({ option }) => (
        <span style={{ paddingLeft: (depth.get(option.value) ?? 0) * 16 }}>{option.label}</span>
      )}
    />
  )
}
