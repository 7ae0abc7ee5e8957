import { ScrollArea, Table, Text } from '@mantine/core'
import type { ImportRow } from '../../../src-shared/imports/import-preview.ts'
import type { ImportColumn } from '../../../src-shared/imports/sheet-table.ts'
import { describeRefusal } from '../../../src-shared/messages/describe-refusal.ts'
import { useLanguage, useWords } from '../../lib/words.ts'
import { StatusBadge } from '../status-badge.tsx'
import { sheetImportWords } from './sheet-import-words.ts'
import classes from './preview-table.module.css'

/** A person looks at some rows, and at those that are wrong; thousands would only be slow. */
const MOST_SHOWN = 300

const tones = { new: 'done', duplicate: 'draft', wrong: 'late' } as const

interface PreviewTableProps {
  columns: readonly ImportColumn[]
  rows: readonly ImportRow[]
  empty: string
}

/** What an import would do with each row, wrong cells marked and told in words. */
export function PreviewTable({ columns, rows, empty }: PreviewTableProps) {
  const t = useWords(sheetImportWords)
  const language = useLanguage()
  if (rows.length === 0)
    return (
      <Text fz={13} c="dimmed" py="lg" ta="center">
        {empty}
      </Text>
    )
  const remarks = (row: ImportRow): string[] => [
    ...(row.same === null ? [] : [t('same', { name: row.same.name })]),
    ...(row.sameAsRow === null ? [] : [t('sameAsRow', { row: row.sameAsRow })]),
    ...row.problems.map(({ cell, column, code, params }) =>
      t('at', {
        cell,
        column: columns.find(({ key }) => key === column)?.title[language] ?? '',
        problem: describeRefusal({ code, params }, language),
      }),
    ),
  ]
  return (
    <ScrollArea.Autosize
      mah="min(52vh, 520px)"
      type="auto"
      className={classes.frame ?? ''}
      viewportProps={{ tabIndex: 0 }}
    >
      <Table stickyHeader fz={13} verticalSpacing={6} horizontalSpacing="sm" className={classes.table ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right">{t('row')}</Table.Th>
            <Table.Th>{t('outcome')}</Table.Th>
            {columns.map(({ key, title }) => (
              <Table.Th key={key}>{title[language]}</Table.Th>
            ))}
            <Table.Th>{t('what')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.slice(0, MOST_SHOWN).map((row) => (
            <Table.Tr key={row.row}>
              <Table.Td ta="right" c="dimmed">
                {row.row}
              </Table.Td>
              <Table.Td>
                <StatusBadge tone={tones[row.outcome]} label={t(`outcomes.${row.outcome}`)} />
              </Table.Td>
              {columns.map(({ key }) => (
                <Table.Td
                  key={key}
                  data-wrong={
                    (row.outcome === 'wrong' && row.problems.some(({ column }) => column === key)) || undefined
                  }
                  title={row.cells[key] ?? ''}
                >
                  <span className={classes.text}>{row.cells[key] ?? ''}</span>
                </Table.Td>
              ))}
              <Table.Td className={classes.remarks ?? ''}>
                {remarks(row).map((remark) => (
                  <div key={remark}>{remark}</div>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rows.length > MOST_SHOWN && (
        <Text fz={13} c="dimmed" p="sm">
          {t('more', { count: rows.length - MOST_SHOWN })}
        </Text>
      )}
    </ScrollArea.Autosize>
  )
}
