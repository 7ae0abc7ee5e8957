import { ActionIcon, Button, FileButton, Group, Text, Tooltip } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { notifications } from '@mantine/notifications'
import { IconDownload, IconPaperclip, IconTrash, IconUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AttachedTo } from '../../src-shared/files/file.ts'
import type { AttachmentRow } from '../../src-shared/files/files-operations.ts'
import { format } from '../../src-shared/messages/formats.ts'
import { storeFile } from '../lib/files.ts'
import { useInstantText } from '../lib/instants.ts'
import { useRights } from '../lib/rights.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { saveFile } from '../lib/save-file.tsx'
import { defineWords, useLanguage, useWords } from '../lib/words.ts'
import { askBefore } from './action-dialog.tsx'
import { RecordTable } from './record-table.tsx'
import { RefusalAlert } from './refusal-alert.tsx'
import '@mantine/dropzone/styles.css'

const words = defineWords(
  'attachments',
  {
    label: '附件',
    name: '文件名',
    size: '大小',
    by: '上传人',
    at: '上传时间',
    add: '添加附件',
    drop: '把文件拖到这里，或点击选择',
    limit: '单个文件不超过 64 MB',
    tooLarge: '“{{name}}”超过 64 MB，没有上传',
    download: '下载 {{name}}',
    remove: '移除 {{name}}',
    removeTitle: '移除附件',
    removeText: '“{{name}}”将从这条记录移除。',
    confirm: '移除',
    added: '已添加 {{count}} 个附件',
  },
  {
    label: 'Attachments',
    name: 'File',
    size: 'Size',
    by: 'Added by',
    at: 'Added',
    add: 'Add an attachment',
    drop: 'Drop files here or click to choose',
    limit: 'Up to 64 MB each',
    tooLarge: '“{{name}}” is larger than 64 MB and was not added',
    download: 'Download {{name}}',
    remove: 'Take off {{name}}',
    removeTitle: 'Take an attachment off',
    removeText: '“{{name}}” will be taken off this record.',
    confirm: 'Take off',
    added: '{{count}} attached',
  },
)

const largest = 64 * 1024 * 1024

/** Files of a record: dropped or chosen, saved, taken off where that is still allowed. */
export function Attachments({ attachedTo, recordId }: { attachedTo: AttachedTo; recordId: string }) {
  const t = useWords(words)
  const language = useLanguage()
  const instant = useInstantText()
  const may = useRights()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const query = useQuery(wire['files.list'].queryOptions({ input: { attachedTo, recordId, limit: 200 } }))
  const add = async (files: File[]) => {
    setBusy(true)
    setError(null)
    try {
      for (const file of files) {
        const { hash } = await storeFile(file)
        await rpc['files.attach']({
          attachedTo,
          recordId,
          fileHash: hash,
          name: file.name,
          ...(file.type === '' ? {} : { mime: file.type }),
        })
      }
      notifications.show({ message: t('added', { count: files.length }) })
    } catch (caught) {
      setError(caught)
    } finally {
      setBusy(false)
    }
  }
  const remove = (row: AttachmentRow) =>
    askBefore({
      title: t('removeTitle'),
      text: t('removeText', { name: row.name }),
      confirm: t('confirm'),
      danger: true,
      run: () => rpc['files.detach']({ id: row.id, version: row.version }),
    })
  const rows = query.data?.rows ?? []
  return (
    <>
      <RefusalAlert error={error ?? query.error} />
      {rows.length > 0 && (
        <RecordTable
          label={t('label')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              label: t('name'),
              render: (row) => (
                <Group gap={8} wrap="nowrap">
                  <IconPaperclip size={15} aria-hidden style={{ flexShrink: 0 }} />
                  <span style={{ overflowWrap: 'anywhere' }}>{row.name}</span>
                </Group>
              ),
            },
            { key: 'size', label: t('size'), end: true, render: (row) => format(row.size, 'bytes', language) },
            { key: 'by', label: t('by'), render: (row) => row.createdBy },
            { key: 'at', label: t('at'), render: (row) => instant(row.createdAt) },
            {
              key: 'do',
              label: '',
              end: true,
              render: (row) => (
                <Group gap={4} justify="flex-end" wrap="nowrap">
                  <Tooltip label={t('download', { name: row.name })}>
                    <ActionIcon
                      size={26}
                      aria-label={t('download', { name: row.name })}
                      onClick={() => void saveFile(row.fileHash, row.name)}
                    >
                      <IconDownload size={15} />
                    </ActionIcon>
                  </Tooltip>
                  {may('files.detach') && (
                    <Tooltip label={t('remove', { name: row.name })}>
                      <ActionIcon size={26} aria-label={t('remove', { name: row.name })} onClick={() => remove(row)}>
                        <IconTrash size={15} />
                      </ActionIcon>
                    </Tooltip>
                  )}
                </Group>
              ),
            },
          ]}
        />
      )}
      {may('files.attach') && (
        <Dropzone
          mt={12}
          loading={busy}
          maxSize={largest}
          activateOnClick={false}
          onDrop={(files) => void add(files)}
          onReject={(refused) =>
            notifications.show({ color: 'red', message: t('tooLarge', { name: refused[0]?.file.name ?? '' }) })
          }
          inputProps={{ 'aria-label': t('add') }}
        >
          <Group justify="center" gap={10} py={8}>
            <IconUpload size={18} aria-hidden />
            <Text fz={13}>{t('drop')}</Text>
            <FileButton multiple onChange={(files) => void add(files)}>
              {(props) => (
                <Button {...props} variant="default" size="compact-sm">
                  {t('add')}
                </Button>
              )}
            </FileButton>
            <Text fz={12} c="dimmed">
              {t('limit')}
            </Text>
          </Group>
        </Dropzone>
      )}
    </>
  )
}
