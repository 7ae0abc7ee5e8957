import { Table, Text } from '@mantine/core'
import { Fragment, type HTMLAttributes, type ReactNode } from 'react'
import classes from './record-table.module.css'
import type { RecordColumn } from './record-table.tsx'

interface QuantityColumn<Row> extends Omit<RecordColumn<Row>, 'total'> {
  width?: number
}

interface QuantityTableProps<Row> {
  label: string
  columns: readonly QuantityColumn<NoInfer<Row>>[]
  rows: readonly Row[]
  rowKey(row: Row): string
  /** What is wrong with a line, in words, shown under it over the whole width; `problemId` ties it to the field. */
  problem(row: Row): ReactNode
  minWidth: number
  /** What a line takes besides its cells, such as being dropped upon. */
  rowProps?(row: Row): HTMLAttributes<HTMLTableRowElement>
}

/** Id of the words under a line, for the `aria-describedby` of its field. */
export const problemId = (key: string): string => `problem-${key}`

/** Lines with fields in them, each with room beneath for what is wrong with it. */
export function QuantityTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  problem,
  minWidth,
  rowProps,
}: QuantityTableProps<Row>) {
  return (
    <Table.ScrollContainer minWidth={minWidth} type="native">
      <Table className={classes.table ?? ''} aria-label={label} verticalSpacing={6} horizontalSpacing={12}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th
                key={column.key}
                scope="col"
                data-end={column.end || undefined}
                {...(column.width === undefined ? {} : { w: column.width })}
              >
                {column.label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => {
            const key = rowKey(row)
            const wrong = problem(row)
            return (
              <Fragment key={key}>
                <Table.Tr data-wrong={wrong !== null || undefined} {...rowProps?.(row)}>
                  {columns.map((column) => (
                    <Table.Td key={column.key} data-end={column.end || undefined} style={{ verticalAlign: 'middle' }}>
                      {column.render(row)}
                    </Table.Td>
                  ))}
                </Table.Tr>
                {wrong !== null && (
                  <Table.Tr>
                    <Table.Td colSpan={columns.length} pt={0}>
                      <Text id={problemId(key)} role="alert" fz={13} ta="right" c="var(--tone-late-text)">
                        {wrong}
                      </Text>
                    </Table.Td>
                  </Table.Tr>
                )}
              </Fragment>
            )
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
