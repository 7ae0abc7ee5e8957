import { Table, Text } from '@mantine/core'
import type { ReactNode } from 'react'

export interface PlainColumn<Row> {
  key: string
  label: string
  align?: 'end'
  width?: number
  render(row: Row): ReactNode
}

interface PlainTableProps<Row extends { id: string }> {
  label: string
  columns: readonly PlainColumn<Row>[]
  rows: readonly Row[] | undefined
  empty: string
  foot?: ReactNode
}

/** A short table inside a page, where a whole list with its tools would be too much. */
export function PlainTable<Row extends { id: string }>({ label, columns, rows, empty, foot }: PlainTableProps<Row>) {
  if (rows !== undefined && rows.length === 0)
    return (
      <Text c="dimmed" fz="sm" p="md">
        {empty}
      </Text>
    )
  const align = (column: PlainColumn<Row>) => (column.align === 'end' ? 'right' : 'left')
  return (
    <Table fz={13} verticalSpacing={8} horizontalSpacing="md" highlightOnHover aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th
              key={column.key}
              ta={align(column)}
              {...(column.width === undefined ? {} : { w: column.width })}
              fw={500}
              fz={12}
              c="dimmed"
              style={{ whiteSpace: 'nowrap' }}
            >
              {column.label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {(rows ?? []).map((row) => (
          <Table.Tr key={row.id}>
            {columns.map((column) => (
              <Table.Td key={column.key} ta={align(column)}>
                {column.render(row)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
      {foot !== undefined && <Table.Tfoot>{foot}</Table.Tfoot>}
    </Table>
  )
}
