import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './record-table.module.css'

export interface RecordColumn<Row> {
  key: string
  label: string
  end?: boolean
  render(row: Row): ReactNode
  /** In the row of totals at the foot. */
  total?: ReactNode
}

/** The parts of one record, all of them: lines, instalments, orders. Long lists use DataTable. */
export function RecordTable<Row>({
  label,
  columns,
  rows,
  rowKey,
}: {
  label: string
  columns: readonly RecordColumn<NoInfer<Row>>[]
  rows: readonly Row[]
  rowKey(row: Row): string
}) {
  return (
    <Table.ScrollContainer minWidth={columns.length * 84} type="native">
      <Table className={classes.table ?? ''} aria-label={label} verticalSpacing={7} horizontalSpacing={12}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.key} data-end={column.end || undefined} scope="col">
                {column.label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={rowKey(row)}>
              {columns.map((column) => (
                <Table.Td key={column.key} data-end={column.end || undefined}>
                  {column.render(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        {columns.some((column) => column.total !== undefined) && (
          <Table.Tfoot>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Td key={column.key} data-end={column.end || undefined}>
                  {column.total}
                </Table.Td>
              ))}
            </Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
    </Table.ScrollContainer>
  )
}
