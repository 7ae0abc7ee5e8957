import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useState } from 'react'
import { lineColumns, type LineImportColumn } from '../../../src-shared/contracts/line-import.ts'
import type { ImportRow } from '../../../src-shared/imports/import-preview.ts'
import { readSheetTable, type FoundRow } from '../../../src-shared/imports/sheet-table.ts'
import { rpc } from '../../lib/rpc.ts'
import { useTask } from '../../lib/task.ts'
import { useWords } from '../../lib/words.ts'
import { ChooseSheet } from '../sheet-import/choose-sheet.tsx'
import { IgnoredColumns, ImportButton, ImportModal, useChosenSheet } from '../sheet-import/import-frame.tsx'
import { PreviewTable } from '../sheet-import/preview-table.tsx'
import { sheetImportWords } from '../sheet-import/sheet-import-words.ts'
import { newGoodsRow } from './goods-lines.ts'
import { cellText, isBlank, isTyped, lineRow, type LineColumn, type LineRow } from './line-rows.ts'
import { cellProblem, tidyCell } from './read-cell.ts'

interface ImportLinesProps {
  /** Of the grid; a column of the sheet that the grid has not is left out. */
  columns: readonly LineColumn[]
  rows: readonly LineRow[]
  onChange(rows: LineRow[]): void
}

/** Lines of goods from an Excel file, chosen or dropped on the window, into the grid after a look at them. */
export function ImportLines({ columns, rows, onChange }: ImportLinesProps) {
  const t = useWords(sheetImportWords)
  return (
    <ImportButton
      size="compact-sm"
      variant="subtle"
      leftSection={<IconFileSpreadsheet size={15} aria-hidden />}
      dialog={(dropped, close) => (
        <ImportDialog
          columns={columns}
          dropped={dropped}
          occupied={rows.some((row) => !isBlank(row, columns))}
          onClose={close}
          onLines={(lines, replace) => {
            const kept = replace ? [] : rows.filter((row) => !isBlank(row, columns))
            onChange([...kept, ...lines])
            close()
            notifications.show({ message: t('linesDone', { count: lines.length }) })
          }}
        />
      )}
    >
      {t('openLines')}
    </ImportButton>
  )
}

interface Found {
  fileName: string
  keys: readonly string[]
  ignored: readonly string[]
  lines: LineRow[]
  preview: ImportRow[]
}

interface ImportDialogProps {
  columns: readonly LineColumn[]
  dropped: File | null
  /** There are lines already: they may be kept or replaced. */
  occupied: boolean
  onClose(): void
  onLines(lines: LineRow[], replace: boolean): void
}

function ImportDialog({ columns, dropped, occupied, onClose, onLines }: ImportDialogProps) {
  const t = useWords(sheetImportWords)
  const reading = useTask(rpc['imports.readSheet'])
  const [found, setFound] = useState<Found | null>(null)
  const { read, fault } = useChosenSheet(dropped, false, async (file, hash) => {
    const sheet = await reading.start({ fileHash: hash })
    if (sheet === undefined) return
    const table = readSheetTable(sheet.rows, lineColumns)
    const made = table.rows.map((row) => readLine(row, columns))
    setFound({
      fileName: file.name,
      keys: table.found.filter((key) => columns.some((column) => column.key === key)),
      ignored: table.ignored,
      lines: made.map(({ line }) => line),
      preview: made.map(({ preview }) => preview),
    })
  })
  const wrong = found?.preview.filter(({ outcome }) => outcome === 'wrong').length ?? 0
  const count = found?.lines.length ?? 0
  return (
    <ImportModal title={t('titles.lines')} wide={found !== null} onClose={onClose}>
      {found === null ? (
        <ChooseSheet kind="lines" busy={reading.running} error={fault ?? reading.error} onFile={read} />
      ) : (
        <Stack>
          <Group justify="space-between" wrap="nowrap">
            <Text fz={13} fw={600} truncate>
              {found.fileName}
            </Text>
            <Text fz={13} style={{ flexShrink: 0 }}>
              {t('lines', { count })}
            </Text>
          </Group>
          <IgnoredColumns columns={found.ignored} />
          {wrong > 0 && (
            <Text fz={13} role="status">
              {t('linesWrong', { count: wrong })}
            </Text>
          )}
          <PreviewTable
            columns={lineColumns.filter(({ key }) => found.keys.includes(key))}
            rows={found.preview}
            empty={t('nothing')}
          />
          <Group justify="space-between">
            <Button variant="subtle" onClick={() => setFound(null)}>
              {t('other')}
            </Button>
            <Group gap="sm">
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
              {occupied && (
                <Button variant="default" disabled={count === 0} onClick={() => onLines(found.lines, true)}>
                  {t('replace')}
                </Button>
              )}
              <Button data-autofocus disabled={count === 0} onClick={() => onLines(found.lines, false)}>
                {occupied ? t('add') : t('doImport', { count })}
              </Button>
            </Group>
          </Group>
        </Stack>
      )}
    </ImportModal>
  )
}

/** A row of the sheet as a line of the grid, and what is wrong with its cells under the names that Excel gives them. */
function readLine(
  { number, cells }: FoundRow<LineImportColumn>,
  columns: readonly LineColumn[],
): { line: LineRow; preview: ImportRow } {
  const given = new Map<string, { text: string; cell: string }>(Object.entries(cells))
  const texts = columns.flatMap((column) => {
    const text = given.get(column.key)?.text ?? ''
    return isTyped(column) && text !== '' ? [[column.key, tidyCell(column.kind, text)] as const] : []
  })
  const line = lineRow({ ...newGoodsRow().cells, ...Object.fromEntries(texts) })
  const problems = columns.flatMap((column) => {
    const problem = cellProblem(column, line, true)
    if (problem === undefined) return []
    const { code, params } = problem
    return [
      {
        cell: given.get(column.key)?.cell ?? String(number),
        column: column.key,
        code,
        params: params as ImportRow['problems'][number]['params'],
      },
    ]
  })
  return {
    line,
    preview: {
      row: number,
      cells: Object.fromEntries(columns.map((column) => [column.key, cellText(line, column)])),
      outcome: problems.length === 0 ? 'new' : 'wrong',
      problems,
      same: null,
      sameAsRow: null,
    },
  }
}
