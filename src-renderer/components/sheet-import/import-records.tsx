import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { ImportOutcome, type ImportPreview, type ImportReport } from '../../../src-shared/imports/import-preview.ts'
import type { ImportColumn } from '../../../src-shared/imports/sheet-table.ts'
import { partyColumns } from '../../../src-shared/parties/party-import.ts'
import { productColumns } from '../../../src-shared/products/product-import.ts'
import { rpc } from '../../lib/rpc.ts'
import { useTask } from '../../lib/task.ts'
import { useWords } from '../../lib/words.ts'
import { RefusalAlert } from '../refusal-alert.tsx'
import { TaskBar } from '../task-bar.tsx'
import { ChooseSheet } from './choose-sheet.tsx'
import { IgnoredColumns, ImportButton, ImportModal, useChosenSheet } from './import-frame.tsx'
import { PreviewTable } from './preview-table.tsx'
import { sheetImportWords } from './sheet-import-words.ts'

type RecordKind = 'products' | 'parties'

const kinds: Record<RecordKind, readonly ImportColumn[]> = { products: productColumns, parties: partyColumns }

/** The button that imports records of a list from Excel. */
export function ImportRecords({ kind }: { kind: RecordKind }) {
  const t = useWords(sheetImportWords)
  return (
    <ImportButton
      variant="default"
      leftSection={<IconUpload size={16} aria-hidden />}
      dialog={(dropped, close) => <ImportDialog kind={kind} dropped={dropped} onClose={close} />}
    >
      {t('open')}
    </ImportButton>
  )
}

interface Checked {
  file: File
  hash: string
  preview: ImportPreview
}

function ImportDialog({ kind, dropped, onClose }: { kind: RecordKind; dropped: File | null; onClose(): void }) {
  const t = useWords(sheetImportWords)
  const check = useTask(kind === 'products' ? rpc['products.checkImport'] : rpc['parties.checkImport'])
  const run = useTask<{ fileHash: string; fileName: string }, ImportReport>(
    kind === 'products' ? rpc['products.import'] : rpc['parties.import'],
  )
  const [checked, setChecked] = useState<Checked | null>(null)
  const [stopped, setStopped] = useState(false)

  const { read, fault } = useChosenSheet(dropped, run.running, async (file, hash) => {
    const preview = await check.start({ fileHash: hash })
    if (preview !== undefined) setChecked({ file, hash, preview })
  })

  const start = async () => {
    setStopped(false)
    const report = await run.start({ fileHash: checked!.hash, fileName: checked!.file.name })
    if (report === undefined) return setStopped(true)
    const { created, duplicate, wrong } = report
    notifications.show({
      title: t('report', { file: checked!.file.name, created }),
      message: duplicate + wrong === 0 ? '' : t('reportRest', { duplicate, wrong }),
    })
    onClose()
  }
  const busy = check.running || run.running
  const wanted = checked?.preview.rows.filter(({ outcome }) => outcome === 'new').length ?? 0
  const wrong = checked?.preview.rows.filter(({ outcome }) => outcome === 'wrong').length ?? 0
  return (
    <ImportModal title={t(`titles.${kind}`)} wide={checked !== null} onClose={busy ? () => {} : onClose}>
      <Stack>
        {checked === null ? (
          <>
            <ChooseSheet kind={kind} busy={check.running} error={fault ?? check.error} onFile={read} />
            {check.running && (
              <TaskBar label={t('reading')} progress={check.progress} text={(at) => t('checking', { ...at })} />
            )}
          </>
        ) : (
          <Preview columns={kinds[kind]} fileName={checked.file.name} preview={checked.preview} />
        )}
        {run.running && (
          <TaskBar label={t(`titles.${kind}`)} progress={run.progress} text={(at) => t('importing', { ...at })} />
        )}
        {stopped && run.error === null && (
          <Text fz={13} role="status">
            {t('stopped', { count: run.progress?.done ?? 0 })}
          </Text>
        )}
        <RefusalAlert error={run.error} />
        {checked !== null && (
          <Group justify="space-between">
            <Button variant="subtle" disabled={busy} onClick={() => setChecked(null)}>
              {t('other')}
            </Button>
            <Group gap="sm">
              {wrong > 0 && (
                <Text fz={13} c="dimmed">
                  {t('leftOut', { count: wrong })}
                </Text>
              )}
              <Button variant="default" onClick={run.running ? run.cancel : onClose}>
                {run.running ? t('stop') : stopped ? t('close') : t('cancel')}
              </Button>
              <Button
                data-autofocus
                loading={run.running}
                disabled={wanted === 0 || stopped}
                onClick={() => void start()}
              >
                {t('doImport', { count: wanted })}
              </Button>
            </Group>
          </Group>
        )}
      </Stack>
    </ImportModal>
  )
}

function Preview({
  columns,
  fileName,
  preview,
}: {
  columns: readonly ImportColumn[]
  fileName: string
  preview: ImportPreview
}) {
  const t = useWords(sheetImportWords)
  const [shown, setShown] = useState<ImportOutcome | 'all'>('all')
  const { rows, ignored } = preview
  const outcomes = ImportOutcome.options.map((outcome) => ({
    outcome,
    count: rows.filter((row) => row.outcome === outcome).length,
  }))
  return (
    <>
      <Group justify="space-between" wrap="nowrap">
        <Text fz={13} fw={600} truncate>
          {fileName}
        </Text>
        <SegmentedControl
          aria-label={t('show')}
          value={shown}
          onChange={(value) => setShown(value as ImportOutcome | 'all')}
          data={[
            { value: 'all', label: t('all', { count: rows.length }) },
            ...outcomes.map(({ outcome, count }) => ({ value: outcome, label: t(`count.${outcome}`, { count }) })),
          ]}
        />
      </Group>
      <IgnoredColumns columns={ignored} />
      <PreviewTable
        columns={columns.filter(({ key }) => preview.columns.includes(key))}
        rows={shown === 'all' ? rows : rows.filter(({ outcome }) => outcome === shown)}
        empty={t(rows.length === 0 ? 'nothing' : 'empty')}
      />
    </>
  )
}
