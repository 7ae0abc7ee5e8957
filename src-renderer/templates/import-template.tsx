import { Button, FileButton, Group, Select, Text, Textarea, TextInput } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { notifications } from '@mantine/notifications'
import { IconUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { ContractType } from '../../src-shared/contracts/contract.ts'
import type { TemplateMapping } from '../../src-shared/templates/template.ts'
import type { inspectTemplate, TemplateDetail } from '../../src-shared/templates/templates-operations.ts'
import { contractWords } from '../components/contract-words.ts'
import { Section } from '../components/facts.tsx'
import { PageHead } from '../components/page-head.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { storeFile } from '../lib/files.ts'
import { rpc } from '../lib/rpc.ts'
import { followTask, useTask } from '../lib/task.ts'
import { useWords } from '../lib/words.ts'
import { MappingEditor } from './mapping-editor.tsx'
import { ProblemList } from './problem-list.tsx'
import { docxType } from './docx-type.ts'
import { templateWords } from './template-words.ts'
import classes from './templates.module.css'
import '@mantine/dropzone/styles.css'

type Inspection = z.output<(typeof inspectTemplate)['output']>

interface ImportTemplateProps {
  /** The template that gets a new version; null for a new template. */
  versionOf: TemplateDetail | null
  /** Dropped before. */
  file: File | null
  onDone(id: string): void
  onCancel(): void
}

/** A Word file becomes a template: checked first, with its fields, what fills them, and every problem with its place. */
export function ImportTemplate({ versionOf, file, onDone, onCancel }: ImportTemplateProps) {
  const t = useWords(templateWords)
  const [given, setGiven] = useState<File | null>(file)
  const inspected = useQuery({
    queryKey: [['host.inspectTemplate', given?.name, given?.size, given?.lastModified]],
    enabled: given !== null,
    // Files are looked at when they are given, not from memory.
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const { hash } = await storeFile(given!)
      const inspection = await followTask(await rpc['templates.inspect']({ fileHash: hash }, { signal }))
      return { hash, fileName: given!.name, inspection }
    },
  })
  if (inspected.data !== undefined)
    return (
      <Inspected
        key={inspected.data.hash}
        versionOf={versionOf}
        found={inspected.data}
        onOther={setGiven}
        onDone={onDone}
        onCancel={onCancel}
      />
    )
  return (
    <>
      <PageHead title={versionOf === null ? t('importTitle') : t('versionTitle', { name: versionOf.name })} sticky>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </PageHead>
      <div className={classes.body}>
        <RefusalAlert error={inspected.error} />
        <Dropzone
          onDrop={(files) => setGiven(files[0] ?? null)}
          onReject={() => notifications.show({ color: 'red', message: t('onlyDocx') })}
          accept={docxType}
          multiple={false}
          loading={inspected.isFetching}
          inputProps={{ 'aria-label': t('chooseFile') }}
          aria-label={t('chooseFile')}
        >
          <Group justify="center" gap={12} mih={160}>
            <IconUpload size={22} aria-hidden />
            <Text fz={14}>{inspected.isFetching ? t('inspecting') : t('dropText')}</Text>
          </Group>
        </Dropzone>
      </div>
    </>
  )
}

interface InspectedProps extends Omit<ImportTemplateProps, 'file'> {
  found: { hash: string; fileName: string; inspection: Inspection }
  onOther(file: File | null): void
}

function Inspected({ versionOf, found, onOther, onDone, onCancel }: InspectedProps) {
  const t = useWords(templateWords)
  const words = useWords(contractWords)
  const importing = useTask(rpc['templates.import'])
  const { inspection } = found
  const [mapping, setMapping] = useState<TemplateMapping>(() => keptMapping(versionOf, inspection))
  const [name, setName] = useState(versionOf?.name ?? found.fileName.replace(/\.docx$/i, ''))
  const [type, setType] = useState<ContractType>(versionOf?.type ?? 'sales')
  const [notes, setNotes] = useState('')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)

  const save = async () => {
    setAsked(true)
    if (name.trim() === '' || (versionOf !== null && reason.trim() === '')) return
    const made = await importing.start({
      fileHash: found.hash,
      fileName: found.fileName,
      name,
      type,
      notes,
      mapping,
      versionOf: versionOf === null ? null : { id: versionOf.id, version: versionOf.version, reason },
    })
    if (made === undefined) return
    notifications.show({
      message: versionOf === null ? t('imported', { name }) : t('versioned', { no: made.no }),
    })
    onDone(made.id)
  }
  const missing = (text: string) => (asked && text.trim() === '' ? t('missing') : undefined)
  return (
    <>
      <PageHead title={versionOf === null ? t('importTitle') : t('versionTitle', { name: versionOf.name })} sticky>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button disabled={!inspection.usable} loading={importing.running} onClick={() => void save()}>
          {t(versionOf === null ? 'doImport' : 'doVersion')}
        </Button>
      </PageHead>
      <div className={classes.body}>
        <RefusalAlert error={importing.error} />
        <Section
          title={found.fileName}
          actions={
            <FileButton accept=".docx" onChange={onOther}>
              {(props) => (
                <Button {...props} variant="default" size="compact-sm">
                  {t('otherFile')}
                </Button>
              )}
            </FileButton>
          }
        >
          <div className={classes.grid}>
            {versionOf === null ? (
              <>
                <TextInput
                  label={t('name')}
                  required
                  maxLength={120}
                  value={name}
                  error={missing(name)}
                  onChange={(event) => setName(event.currentTarget.value)}
                />
                <Select
                  label={t('type')}
                  allowDeselect={false}
                  value={type}
                  onChange={(value) => setType(ContractType.parse(value))}
                  data={ContractType.options.map((value) => ({ value, label: words(`types.${value}`) }))}
                />
                <Textarea
                  className={classes.wide ?? ''}
                  label={t('notes')}
                  autosize
                  minRows={2}
                  maxLength={2000}
                  value={notes}
                  onChange={(event) => setNotes(event.currentTarget.value)}
                />
              </>
            ) : (
              <Textarea
                className={classes.wide ?? ''}
                label={t('reason')}
                description={t('reasonHint')}
                required
                autosize
                minRows={2}
                maxLength={500}
                value={reason}
                error={missing(reason)}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            )}
          </div>
        </Section>
        <Section title={t('problems')}>
          {!inspection.usable && (
            <Text fz={13} fw={600} mb={4} role="alert">
              {t('notUsable')}
            </Text>
          )}
          <ProblemList problems={inspection.problems} />
        </Section>
        <Section title={t('fieldsTitle')} flush>
          <MappingEditor fields={inspection.fields} mapping={mapping} onChange={setMapping} />
        </Section>
        <Section title={t('anchors')}>
          <Text fz={13}>
            {inspection.anchors.length === 0
              ? t('noAnchors')
              : inspection.anchors
                  .map((anchor) => {
                    const [, kind, role = ''] = anchor.split('_')
                    return t(kind === 'seal' ? 'anchorSeal' : 'anchorSign', { role })
                  })
                  .join('、')}
          </Text>
        </Section>
      </div>
    </>
  )
}

/** What the template's current version fills its fields with is kept for the fields that are still there. */
function keptMapping(versionOf: TemplateDetail | null, inspection: Inspection): TemplateMapping {
  const before = versionOf?.versions.find(({ id }) => id === versionOf.versionId)?.mapping ?? {}
  return Object.fromEntries(
    Object.entries(inspection.mapping).map(([path, proposed]) => [path, before[path] ?? proposed]),
  )
}
