import { ActionIcon, Button, Loader, Menu, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowDown, IconArrowUp, IconDots, IconPencil, IconPlus, IconSitemap, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DepartmentRow } from '../../src-shared/people/people-operations.ts'
import { askBefore } from '../components/action-dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Section } from '../components/facts.tsx'
import { RecordTable } from '../components/record-table.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { useRights } from '../lib/rights.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { DepartmentDialog, type DepartmentTask } from './department-dialog.tsx'
import { departmentWords } from './department-words.ts'
import { placeBeside, type SiblingPlace } from './sibling-order.ts'

type Move = SiblingPlace & { department: DepartmentRow }

/** The tree of departments with their heads, in the order of the company. */
export function DepartmentsSection() {
  const t = useWords(departmentWords)
  const editable = useRights()('people.edit')
  const { data, error, refetch } = useQuery(wire['people.listDepartments'].queryOptions({ input: {} }))
  const [task, setTask] = useState<DepartmentTask | null>(null)
  const move = useMutation({
    mutationFn: ({ department: { id, version, parentId }, before }: Move) =>
      rpc['people.moveDepartment']({ id, version, parentId, before }),
    onSettled: () => void refetch(),
  })
  if (data === undefined)
    return error === null ? <Loader /> : <RefusalAlert error={error} onRetry={() => void refetch()} />
  const { rows } = data
  const create = (
    <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setTask({ createBelow: null })}>
      {t('create')}
    </Button>
  )
  return (
    <>
      <RefusalAlert error={move.error} />
      <Section title={t('title')} actions={editable && rows.length > 0 ? create : null} flush>
        {rows.length === 0 ? (
          <EmptyState title={t('emptyTitle')} text={t('emptyText')} icon={IconSitemap}>
            {editable && create}
          </EmptyState>
        ) : (
          <RecordTable
            label={t('title')}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                label: t('name'),
                render: ({ name, depth }) => (
                  <Text span inherit fw={depth === 0 ? 600 : 400} style={{ paddingLeft: depth * 22 }}>
                    {name}
                  </Text>
                ),
              },
              {
                key: 'head',
                label: t('head'),
                render: ({ head }) =>
                  head === '' ? (
                    <Text span inherit c="dimmed">
                      {t('noHead')}
                    </Text>
                  ) : (
                    head
                  ),
              },
              {
                key: 'members',
                label: t('members'),
                end: true,
                render: ({ id, members }) => (
                  <span className="record-link">
                    <Link to="/settings/$section" params={{ section: 'people' }} search={{ departmentId: id }}>
                      {members}
                    </Link>
                  </span>
                ),
              },
              ...(editable
                ? [
                    {
                      key: 'actions',
                      label: '',
                      end: true,
                      render: (row: DepartmentRow) => (
                        <DepartmentMenu
                          department={row}
                          all={rows}
                          busy={move.isPending}
                          onTask={setTask}
                          onMove={(place) => move.mutate({ department: row, ...place })}
                        />
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Section>
      {task !== null && <DepartmentDialog task={task} all={rows} onClose={() => setTask(null)} />}
    </>
  )
}

interface DepartmentMenuProps {
  department: DepartmentRow
  all: readonly DepartmentRow[]
  busy: boolean
  onTask(task: DepartmentTask): void
  onMove(place: SiblingPlace): void
}

function DepartmentMenu({ department, all, busy, onTask, onMove }: DepartmentMenuProps) {
  const t = useWords(departmentWords)
  const { id, version, name } = department
  const [up, down] = [placeBeside(all, department, -1), placeBeside(all, department, 1)]
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={20} aria-label={t('actions', { name })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => onTask({ edit: department })}>
          {t('edit')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPlus size={15} />} onClick={() => onTask({ createBelow: department })}>
          {t('createBelow')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowUp size={15} />}
          disabled={busy || up === null}
          onClick={() => up !== null && onMove(up)}
        >
          {t('up')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={15} />}
          disabled={busy || down === null}
          onClick={() => down !== null && onMove(down)}
        >
          {t('down')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTrash size={15} />}
          onClick={() =>
            askBefore({
              title: t('removeTitle', { name }),
              text: t('removeText'),
              confirm: t('remove'),
              danger: true,
              run: async () => {
                await rpc['people.removeDepartment']({ id, version })
                notifications.show({ message: t('removed', { name }) })
              },
            })
          }
        >
          {t('remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
