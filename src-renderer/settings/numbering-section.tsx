import { ActionIcon, Button, Code, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { askBefore } from '../components/action-dialog.tsx'
import { Section } from '../components/facts.tsx'
import { PlainTable, type PlainColumn } from '../components/plain-table.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { useRights } from '../lib/rights.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { NumberingDialog } from './numbering-dialog.tsx'
import { useTypeName, type Rule } from './numbering-types.ts'
import { numberingWords } from './numbering-words.ts'

// A number that breaks cannot be read as one.
const nowrap = { whiteSpace: 'nowrap' } as const

/** The rule of every kind of record with the number it would give today; edited with a live preview. */
export function NumberingSection() {
  const t = useWords(numberingWords)
  const typeName = useTypeName()
  const editable = useRights()('numbering.edit')
  const { data, error, refetch } = useQuery(wire['numbering.listRules'].queryOptions({ input: {} }))
  const [open, setOpen] = useState<Rule | 'new' | null>(null)
  if (error !== null) return <RefusalAlert error={error} onRetry={() => void refetch()} />
  const rules = data?.rules ?? []
  const named = (rule: Rule) => ({ kind: t(`kinds.${rule.kind}`), type: typeName(rule.kind, rule.type) })
  const remove = (rule: Rule) =>
    askBefore({
      title: t('removeTitle'),
      text: t('removeText', {
        ...named(rule),
        by: t(rule.type === null ? 'thenDefault' : 'thenAll'),
      }),
      confirm: t('remove'),
      danger: true,
      run: async () => {
        await rpc['numbering.removeRule']({ id: rule.id!, version: rule.version! })
        notifications.show({ message: t('removed') })
        await refetch()
      },
    })
  const columns: PlainColumn<{ id: string; rule: Rule }>[] = [
    { key: 'kind', label: t('kind'), render: ({ rule }) => t(`kinds.${rule.kind}`) },
    { key: 'type', label: t('type'), render: ({ rule }) => typeName(rule.kind, rule.type) },
    {
      key: 'pattern',
      label: t('pattern'),
      render: ({ rule }) => (
        <Code fz={12.5} style={nowrap}>
          {rule.pattern}
        </Code>
      ),
    },
    { key: 'reset', label: t('reset'), render: ({ rule }) => t(`resets.${rule.reset}`) },
    { key: 'next', label: t('next'), render: ({ rule }) => <span style={nowrap}>{rule.next}</span> },
    ...(editable
      ? [
          {
            key: 'actions',
            label: '',
            width: 84,
            align: 'end' as const,
            render: ({ rule }: { rule: Rule }) => (
              <Group gap={4} justify="flex-end" wrap="nowrap">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('editRow', named(rule))}
                  onClick={() => setOpen(rule)}
                >
                  <IconPencil size={16} />
                </ActionIcon>
                {rule.id === null ? (
                  <span style={{ width: 28 }} />
                ) : (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('removeRow', named(rule))}
                    onClick={() => remove(rule)}
                  >
                    <IconTrash size={16} />
                  </ActionIcon>
                )}
              </Group>
            ),
          },
        ]
      : []),
  ]
  return (
    <Section
      title={t('title')}
      flush
      actions={
        editable && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={15} />}
            onClick={() => setOpen('new')}
          >
            {t('add')}
          </Button>
        )
      }
    >
      <Stack gap={0}>
        <Text fz={13} c="dimmed" px="md" py={10}>
          {t('hint')} {editable ? '' : t('readOnly')}
        </Text>
        <PlainTable
          label={t('title')}
          columns={columns}
          empty={t('empty')}
          rows={data?.rules.map((rule) => ({ id: `${rule.kind}/${rule.type ?? ''}`, rule }))}
        />
      </Stack>
      {open !== null && (
        <NumberingDialog
          rule={open === 'new' ? null : open}
          rules={rules}
          onClose={() => setOpen(null)}
          onSaved={() => {
            setOpen(null)
            notifications.show({ message: t('saved') })
            void refetch()
          }}
        />
      )}
    </Section>
  )
}
