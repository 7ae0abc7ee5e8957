import { ActionIcon, Button, Group, Menu, Select, Stack, Text, Textarea, TextInput, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDots } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ContractType } from '../../src-shared/contracts/contract.ts'
import type { TemplateMapping } from '../../src-shared/templates/template.ts'
import type { TemplateDetail, TemplateVersionDetail } from '../../src-shared/templates/templates-operations.ts'
import { askBefore } from '../components/action-dialog.tsx'
import { contractWords } from '../components/contract-words.ts'
import { isMissing, RecordPending, RecordTabs } from '../components/detail-page.tsx'
import { Section } from '../components/facts.tsx'
import { useLeaveWarning } from '../components/form-frame.tsx'
import { PageHead } from '../components/page-head.tsx'
import { RecordTable } from '../components/record-table.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { useInstantText } from '../lib/instants.ts'
import { useRights } from '../lib/rights.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { saveFile } from '../lib/save-file.tsx'
import { useWords } from '../lib/words.ts'
import { ImportTemplate } from './import-template.tsx'
import { MappingEditor } from './mapping-editor.tsx'
import { templateWords } from './template-words.ts'
import { TestFill } from './test-fill.tsx'

/** One template: what fills its fields, how it looks filled, its versions. */
export function TemplateDetailPage() {
  const { id } = useParams({ from: '/templates/$id' })
  const [updating, setUpdating] = useState(false)
  const query = useQuery(wire['templates.get'].queryOptions({ input: { id } }))
  const { data } = query
  if (data === undefined || isMissing(query.error)) return <RecordPending query={query} list="/templates" />
  if (updating)
    return (
      <ImportTemplate
        versionOf={data}
        file={null}
        onDone={() => setUpdating(false)}
        onCancel={() => setUpdating(false)}
      />
    )
  return <Template key={`${data.id}.${data.versionId}`} template={data} onUpdate={() => setUpdating(true)} />
}

const tabs = ['mapping', 'test', 'versions', 'about'] as const

function Template({ template, onUpdate }: { template: TemplateDetail; onUpdate(): void }) {
  const t = useWords(templateWords)
  const words = useWords(contractWords)
  const may = useRights()
  const navigate = useNavigate()
  const [tab, setTab] = useState<(typeof tabs)[number]>('mapping')
  const version = template.versions.find(({ id }) => id === template.versionId)!
  const { id, archived } = template
  return (
    <>
      <PageHead
        title={template.name}
        beside={
          <Group gap={8} wrap="nowrap">
            <Text fz={13} c="dimmed" style={{ whiteSpace: 'nowrap' }}>
              {words(`types.${template.type}`)} · v{template.no}
            </Text>
            {archived && <StatusBadge tone="draft" label={t('archived')} />}
          </Group>
        }
        sticky
      >
        {may('templates.edit') && (
          <>
            <Menu position="bottom-end">
              <Menu.Target>
                <Tooltip label={t('more')}>
                  <ActionIcon variant="default" size={36} aria-label={t('more')}>
                    <IconDots size={18} />
                  </ActionIcon>
                </Tooltip>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => void saveFile(version.fileHash, version.fileName)}>{t('download')}</Menu.Item>
                {archived ? (
                  <Menu.Item onClick={() => void rpc['templates.restore']({ id, version: template.version })}>
                    {t('restore')}
                  </Menu.Item>
                ) : (
                  <Menu.Item
                    onClick={() =>
                      askBefore({
                        title: t('archive'),
                        text: t('archiveText'),
                        confirm: t('archive'),
                        run: () => rpc['templates.archive']({ id, version: template.version }),
                      })
                    }
                  >
                    {t('archive')}
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
            <Button variant="default" onClick={onUpdate}>
              {t('newVersion')}
            </Button>
          </>
        )}
        {may('contracts.draft') && !archived && (
          <Button onClick={() => void navigate({ to: '/contracts/new', search: { template: id } })}>
            {t('newContract')}
          </Button>
        )}
      </PageHead>
      <RecordTabs
        name="template"
        tabs={tabs}
        tab={tab}
        label={(each) => t(`detailTabs.${each}`)}
        onTab={(next) => setTab(next)}
        shape={tab === 'test' ? 'whole' : 'wide'}
      >
        {tab === 'mapping' && <MappingTab version={version} />}
        {tab === 'test' && <TestFill template={template} version={version} />}
        {tab === 'versions' && <VersionsTab template={template} />}
        {tab === 'about' && <AboutTab template={template} />}
      </RecordTabs>
    </>
  )
}

function MappingTab({ version }: { version: TemplateVersionDetail }) {
  const t = useWords(templateWords)
  const may = useRights()
  const [mapping, setMapping] = useState<TemplateMapping>(version.mapping)
  const [reason, setReason] = useState('')
  const dirty = mapping !== version.mapping
  useLeaveWarning(dirty, { kept: false })
  const save = useMutation(
    wire['templates.saveMapping'].mutationOptions({
      onSuccess: ({ no }) => notifications.show({ message: no === version.no ? t('saved') : t('savedNew', { no }) }),
    }),
  )
  return (
    <>
      <RefusalAlert error={save.error} />
      <Section
        title={t('fieldsTitle')}
        flush
        actions={
          dirty && (
            <Group gap={8} wrap="nowrap">
              {version.contracts > 0 && (
                <TextInput
                  size="xs"
                  w={260}
                  aria-label={t('mappingReason')}
                  placeholder={t('mappingReason')}
                  maxLength={500}
                  value={reason}
                  onChange={(event) => setReason(event.currentTarget.value)}
                />
              )}
              <Button variant="default" size="compact-sm" onClick={() => setMapping(version.mapping)}>
                {t('cancel')}
              </Button>
              <Button
                size="compact-sm"
                loading={save.isPending}
                onClick={() => save.mutate({ versionId: version.id, version: version.version, mapping, reason })}
              >
                {t('save')}
              </Button>
            </Group>
          )
        }
      >
        <MappingEditor
          fields={version.fields}
          mapping={mapping}
          onChange={setMapping}
          disabled={!may('templates.edit')}
        />
      </Section>
    </>
  )
}

function VersionsTab({ template }: { template: TemplateDetail }) {
  const t = useWords(templateWords)
  const instant = useInstantText()
  return (
    <Section flush>
      <RecordTable
        label={t('detailTabs.versions')}
        rows={template.versions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'no',
            label: t('columns.version'),
            render: (version) => (
              <Group gap={8} wrap="nowrap">
                {t('version', { no: version.no })}
                {version.id === template.versionId && <StatusBadge tone="force" label={t('current')} />}
              </Group>
            ),
          },
          { key: 'reason', label: t('reason'), render: (version) => version.reason },
          {
            key: 'by',
            label: t('columns.updated'),
            render: (version) => t('by', { name: version.createdBy, at: instant(version.createdAt) }),
          },
          { key: 'file', label: t('columns.file'), render: (version) => version.fileName },
          {
            key: 'contracts',
            label: '',
            end: true,
            render: (version) => t('contracts', { count: version.contracts }),
          },
          {
            key: 'download',
            label: '',
            end: true,
            render: (version) => (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => void saveFile(version.fileHash, version.fileName)}
              >
                {t('download')}
              </Button>
            ),
          },
        ]}
      />
    </Section>
  )
}

function AboutTab({ template }: { template: TemplateDetail }) {
  const t = useWords(templateWords)
  const words = useWords(contractWords)
  const may = useRights()
  const [name, setName] = useState(template.name)
  const [type, setType] = useState(template.type)
  const [notes, setNotes] = useState(template.notes)
  const dirty = name !== template.name || type !== template.type || notes !== template.notes
  useLeaveWarning(dirty, { kept: false })
  const save = useMutation(
    wire['templates.update'].mutationOptions({ onSuccess: () => notifications.show({ message: t('saved') }) }),
  )
  const disabled = !may('templates.edit')
  return (
    <Section>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ id: template.id, version: template.version, changes: { name, type, notes } })
        }}
      >
        <Stack gap="md" maw={640}>
          <TextInput
            label={t('name')}
            required
            maxLength={120}
            disabled={disabled}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t('type')}
            allowDeselect={false}
            disabled={disabled}
            value={type}
            onChange={(value) => setType(ContractType.parse(value))}
            data={ContractType.options.map((value) => ({ value, label: words(`types.${value}`) }))}
          />
          <Textarea
            label={t('notes')}
            autosize
            minRows={3}
            maxLength={2000}
            disabled={disabled}
            value={notes}
            onChange={(event) => setNotes(event.currentTarget.value)}
          />
          <RefusalAlert error={save.error} />
          {!disabled && (
            <Group>
              <Button type="submit" disabled={!dirty} loading={save.isPending}>
                {t('save')}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Section>
  )
}
