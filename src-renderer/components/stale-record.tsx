import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconUserEdit } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useInstantText } from '../lib/instants.ts'
import { refusalOf, wire } from '../lib/rpc.ts'
import { defineWords, useLanguage, useWords } from '../lib/words.ts'
import { fieldLabel } from './history/field-labels.ts'
import { fieldValue } from './history/field-value.ts'
import { RefusalAlert } from './refusal-alert.tsx'

const words = defineWords(
  'stale',
  {
    title: '您编辑期间，这条记录已被修改',
    line: '{{who}} 于 {{when}}',
    reload: '载入最新内容',
    reloadHint: '您的修改会丢失',
    keep: '保留我的修改并保存',
    yes: '是',
    no: '否',
    nothing: '空',
  },
  {
    title: 'This record was changed while you edited it',
    line: '{{who}} at {{when}}',
    reload: 'Load what is there now',
    reloadHint: 'Your changes are lost',
    keep: 'Keep my changes and save',
    yes: 'yes',
    no: 'no',
    nothing: 'empty',
  },
)

/** Whether a command was refused because the record has moved on since it was read. */
export const isStale = (error: unknown): boolean => refusalOf(error)?.code === 'record.stale'

interface SaveProblemProps {
  error: unknown
  /** SQL name of the table. */
  table: string
  /** As the person saw it; null while it is new. */
  record: { id: string; /** UTC milliseconds. */ updatedAt: number } | null
  saving: boolean
  onReload(): void
  onKeepMine(): void
}

/** Why a record was not saved. When others have changed it meanwhile: what, and the choice between theirs and one's own. */
export function SaveProblem({ error, record, ...rest }: SaveProblemProps) {
  return isStale(error) && record !== null ? (
    <StaleRecord {...rest} id={record.id} since={record.updatedAt} />
  ) : (
    <RefusalAlert error={error} />
  )
}

interface StaleRecordProps extends Omit<SaveProblemProps, 'error' | 'record'> {
  id: string
  since: number
}

function StaleRecord({ table, id, since, saving, onReload, onKeepMine }: StaleRecordProps) {
  const t = useWords(words)
  const language = useLanguage()
  const instant = useInstantText()
  const { data } = useQuery(
    wire['audit.readHistory'].queryOptions({ input: { table, id, withParts: false, limit: 20 } }),
  )
  const changes = (data?.rows ?? []).filter(({ at }) => at > since)
  const shown = (value: (typeof changes)[number]['fields'][number]['to'], kind: Parameters<typeof fieldValue>[1]) =>
    fieldValue(value, kind, { language, instant, yes: t('yes'), no: t('no') }) || t('nothing')
  return (
    <Alert
      role="alert"
      icon={<IconUserEdit size={18} />}
      title={t('title')}
      styles={{
        root: { background: 'var(--tone-waiting-ground)' },
        title: { color: 'var(--tone-waiting-text)' },
        icon: { color: 'var(--tone-waiting-text)' },
        message: { color: 'var(--mantine-color-text)' },
      }}
    >
      <Stack gap="xs">
        {changes.map((change) => (
          <div key={change.seq}>
            <Text fz={13} fw={600}>
              {t('line', { who: change.actor, when: instant(change.at) })}
            </Text>
            {change.fields.map(({ field, from, to }) => {
              const label = fieldLabel(field)
              return label === undefined ? null : (
                <Text key={field} fz={13}>
                  {label[language]}：<del>{shown(from, label.kind)}</del> → {shown(to, label.kind)}
                </Text>
              )
            })}
          </div>
        ))}
        <Group gap="sm">
          <Button variant="default" onClick={onReload} disabled={saving}>
            {t('reload')}
          </Button>
          <Button onClick={onKeepMine} loading={saving}>
            {t('keep')}
          </Button>
          <Text fz={12} c="dimmed">
            {t('reload')}：{t('reloadHint')}
          </Text>
        </Group>
      </Stack>
    </Alert>
  )
}
