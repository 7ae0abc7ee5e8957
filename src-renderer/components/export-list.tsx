import { Button, Group, Modal, Stack } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import type { TaskProgress } from '../../src-shared/rpc/wire.ts'
import { saveFile } from '../lib/save-file.tsx'
import { useTask } from '../lib/task.ts'
import { defineWords, useLanguage, useWords } from '../lib/words.ts'
import { RefusalAlert } from './refusal-alert.tsx'
import { TaskBar } from './task-bar.tsx'

const words = defineWords(
  'exportList',
  {
    export: '导出',
    title: '导出“{{name}}”',
    file: '{{name}}.xlsx',
    progress: '已写入 {{done}} / {{total}} 条',
    stop: '停止',
    close: '关闭',
  },
  {
    export: 'Export',
    title: 'Export {{name}}',
    file: '{{name}}.xlsx',
    progress: '{{done}} of {{total}} written',
    stop: 'Stop',
    close: 'Close',
  },
)

interface ExportListProps<Filters> {
  /** What the list is called, in the file's name. */
  name: string
  /** As the list is filtered and sorted now. */
  filters: Filters
  task(
    input: Filters & { language: 'zh' | 'en' },
    options: { signal: AbortSignal },
  ): Promise<AsyncIteratorObject<TaskProgress, { fileHash: string; rows: number }, void>>
}

/** Writes all that a list shows to an .xlsx and saves it; how far it is and a way to stop come up meanwhile. */
export function ExportList<Filters extends object>({ name, filters, task }: ExportListProps<Filters>) {
  const t = useWords(words)
  const language = useLanguage()
  const { start, running, progress, error, cancel, dismiss } = useTask(task)
  const run = async () => {
    const made = await start({ ...filters, language })
    if (made !== undefined) await saveFile(made.fileHash, t('file', { name }))
  }
  return (
    <>
      <Button variant="default" leftSection={<IconFileSpreadsheet size={16} aria-hidden />} onClick={() => void run()}>
        {t('export')}
      </Button>
      <Modal
        opened={running || error !== null}
        onClose={running ? () => {} : dismiss}
        title={t('title', { name })}
        withCloseButton={false}
        closeOnClickOutside={false}
      >
        <Stack>
          {running && (
            <TaskBar
              label={t('title', { name })}
              progress={progress}
              text={({ done, total }) => t('progress', { done, total })}
            />
          )}
          <RefusalAlert error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={running ? cancel : dismiss}>
              {t(running ? 'stop' : 'close')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
