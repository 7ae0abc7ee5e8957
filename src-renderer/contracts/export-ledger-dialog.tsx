import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { LocalDate } from '../../src-shared/kernel/local-date.ts'
import { DateField } from '../components/date-field.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { TaskBar } from '../components/task-bar.tsx'
import { rpc } from '../lib/rpc.ts'
import { saveFile } from '../lib/save-file.tsx'
import { useTask } from '../lib/task.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import { contractListWords } from './contract-list-words.ts'

/** Exports the ledger to Excel for a period of signing: shows how far it is, can be stopped, then saves the file. */
export function ExportLedgerDialog(props: { from: LocalDate | null; to: LocalDate | null; onClose(): void }) {
  const t = useWords(contractListWords)
  const language = useLanguage()
  const [from, setFrom] = useState(props.from)
  const [to, setTo] = useState(props.to)
  const task = useTask(rpc['contracts.exportLedger'])
  const start = async () => {
    const made = await task.start({ signedFrom: from, signedTo: to, language })
    if (made === undefined) return
    await saveFile(made.fileHash, t('exportFile'))
    notifications.show({ message: t('exportDone', { rows: made.rows }) })
    props.onClose()
  }
  const { progress } = task
  return (
    <Modal
      opened
      onClose={task.running ? () => {} : props.onClose}
      title={t('exportTitle')}
      withCloseButton={false}
      closeOnClickOutside={false}
    >
      <Stack>
        <Text fz="sm">{t('exportText')}</Text>
        <Group grow align="flex-start">
          <DateField
            label={`${t('filters.signed')} ${t('filters.from')}`}
            value={from}
            onChange={setFrom}
            disabled={task.running}
          />
          <DateField
            label={`${t('filters.signed')} ${t('filters.to')}`}
            value={to}
            onChange={setTo}
            disabled={task.running}
          />
        </Group>
        {task.running && (
          <TaskBar
            label={t('exportTitle')}
            progress={progress}
            text={({ done, total }) => t('exportProgress', { done, total })}
          />
        )}
        <RefusalAlert error={task.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={task.running ? task.cancel : props.onClose}>
            {task.running ? t('exportStop') : t('cancel')}
          </Button>
          <Button loading={task.running} onClick={() => void start()}>
            {t('exportStart')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
