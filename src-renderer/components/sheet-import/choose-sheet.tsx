import { Button, Group, Stack, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { notifications } from '@mantine/notifications'
import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { ImportKind } from '../../../src-shared/imports/imports-operations.ts'
import { rpc } from '../../lib/rpc.ts'
import { saveFile } from '../../lib/save-file.tsx'
import { followTask } from '../../lib/task.ts'
import { useLanguage, useWords } from '../../lib/words.ts'
import { RefusalAlert } from '../refusal-alert.tsx'
import { sheetImportWords } from './sheet-import-words.ts'
import '@mantine/dropzone/styles.css'

const xlsxType = { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'] }

interface ChooseSheetProps {
  kind: ImportKind
  /** While a file is being read. */
  busy: boolean
  /** Why the file before could not be read. */
  error: unknown
  onFile(file: File): void
}

/** The first step of an import: a file dropped or chosen, or the template that shows what is wanted. */
export function ChooseSheet({ kind, busy, error, onFile }: ChooseSheetProps) {
  const t = useWords(sheetImportWords)
  const language = useLanguage()
  const template = useMutation({
    mutationFn: async () => {
      const { fileHash } = await followTask(await rpc['imports.makeTemplate']({ kind, language }))
      await saveFile(fileHash, t('templateFile', { title: t(`titles.${kind}`) }))
    },
  })
  return (
    <Stack gap="sm">
      <RefusalAlert error={error ?? template.error} />
      <Dropzone
        onDrop={(files) => files[0] && onFile(files[0])}
        onReject={() => notifications.show({ color: 'red', message: t('onlyXlsx') })}
        accept={xlsxType}
        multiple={false}
        loading={busy}
        inputProps={{ 'aria-label': t('chooseFile') }}
        aria-label={t('chooseFile')}
      >
        <Group justify="center" gap={12} mih={140}>
          <IconFileSpreadsheet size={24} stroke={1.5} aria-hidden />
          <Text fz={14}>{busy ? t('reading') : t('drop')}</Text>
        </Group>
      </Dropzone>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text fz={13} c="dimmed">
          {t('hint')}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ flexShrink: 0 }}
          leftSection={<IconDownload size={15} aria-hidden />}
          loading={template.isPending}
          onClick={() => template.mutate()}
        >
          {t('template')}
        </Button>
      </Group>
    </Stack>
  )
}
