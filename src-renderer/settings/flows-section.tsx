import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { EmptyState } from '../components/empty-state.tsx'
import { Section } from '../components/facts.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { useRights } from '../lib/rights.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { FlowEditor } from './flow-editor.tsx'
import { flowValues, type Flow } from './flow-values.ts'
import { flowWords } from './flow-words.ts'
import { useFlowNames } from './use-flow-names.ts'

/** The approval flows in sentences; each is edited as a form in its place. */
export function FlowsSection() {
  const t = useWords(flowWords)
  const editable = useRights()('flows.edit')
  const { data, error, refetch } = useQuery(wire['flows.list'].queryOptions({ input: {} }))
  const [open, setOpen] = useState<Flow | 'new' | null>(null)
  if (error !== null) return <RefusalAlert error={error} onRetry={() => void refetch()} />
  if (open !== null)
    return (
      <FlowEditor
        flow={open === 'new' ? null : open}
        onClose={() => setOpen(null)}
        onSaved={(name, no) => {
          setOpen(null)
          notifications.show({ message: t('saved', { name, no }) })
          void refetch()
        }}
      />
    )
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb="md">
        <Text fz={13} c="dimmed">
          {t('hint')} {editable ? '' : t('readOnly')}
        </Text>
        {editable && (
          <Button
            variant="default"
            style={{ flexShrink: 0 }}
            leftSection={<IconPlus size={15} />}
            onClick={() => setOpen('new')}
          >
            {t('add')}
          </Button>
        )}
      </Group>
      {data?.length === 0 && <EmptyState title={t('empty')} />}
      {data
        ?.toSorted((a, b) => Number(b.active) - Number(a.active))
        .map((flow) => (
          <FlowSummary key={flow.id} flow={flow} {...(editable ? { onEdit: () => setOpen(flow) } : {})} />
        ))}
    </>
  )
}

function FlowSummary({ flow, onEdit }: { flow: Flow; onEdit?: () => void }) {
  const t = useWords(flowWords)
  const names = useFlowNames()
  return (
    <Section
      title={
        <Group gap={10} component="span">
          {flow.name}
          <StatusBadge tone={flow.active ? 'done' : 'draft'} label={t(flow.active ? 'active' : 'inactive')} />
          <Text span fz={12} c="dimmed">
            {t(`kinds.${flow.kind}`)} · {t('version', { no: flow.no })}
          </Text>
        </Group>
      }
      actions={
        onEdit !== undefined && (
          <Button size="compact-sm" variant="default" aria-label={t('editNamed', { name: flow.name })} onClick={onEdit}>
            {t('edit')}
          </Button>
        )
      }
    >
      <ol style={{ margin: 0, paddingLeft: 22 }}>
        {flowValues(flow).steps.map((step) => (
          <li key={step.key} style={{ marginBottom: 8 }}>
            <Text fz={14} fw={500}>
              {step.name}
            </Text>
            <Text fz={13} c="dimmed">
              {names.sentence(step)}
            </Text>
          </li>
        ))}
      </ol>
    </Section>
  )
}
