import { Button, Text } from '@mantine/core'
import { IconPlus, IconUsers } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { RoleName } from '../../src-shared/access/roles.ts'
import { roleWords, wordOf } from '../../src-shared/messages/words.ts'
import type { UserRow } from '../../src-shared/people/people-operations.ts'
import type { Column } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FilterBar, OneFilter } from '../components/filter-bar.tsx'
import { ListTable } from '../components/list-table.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { byCursor } from '../lib/list-pages.ts'
import { isFiltered } from '../lib/list-search.ts'
import { useRights } from '../lib/rights.ts'
import { wire } from '../lib/rpc.ts'
import { useLanguage, useWords, type Language, type TranslateOf } from '../lib/words.ts'
import { peopleWords } from './people-words.ts'
import { PersonDrawer } from './person-drawer.tsx'
import { useSettingsSearch } from './use-settings-search.ts'

/** Everyone who works here or did; each opens in a drawer beside the list. */
export function PeopleSection() {
  const t = useWords(peopleWords)
  const language = useLanguage()
  const may = useRights()
  const [search, go, reset] = useSettingsSearch('people')
  const [current, setCurrent] = useState<string | null>(search.id ?? null)
  const { data: departments } = useQuery(wire['people.listDepartments'].queryOptions({ input: {} }))
  const { text, state, role, departmentId, id } = search
  const query = useInfiniteQuery(
    wire['people.listUsers'].infiniteOptions({
      input: (after: string | null) => ({
        ...(text === undefined ? {} : { text }),
        ...(role === undefined ? {} : { role }),
        ...(departmentId === undefined ? {} : { departmentId }),
        active: state === 'all' ? null : state !== 'left',
        after,
        limit: 100,
      }),
      ...byCursor,
    }),
  )
  const columns = useMemo(() => personColumns(t, language), [t, language])
  const open = (row: UserRow) => go({ id: row.id, new: undefined })
  const create = may('people.edit') && (
    <Button onClick={() => go({ new: true, id: undefined })} leftSection={<IconPlus size={16} aria-hidden />}>
      {t('create')}
    </Button>
  )
  return (
    <>
      <FilterBar
        text={text ?? ''}
        onText={(typed) => go({ text: typed === '' ? undefined : typed })}
        placeholder={t('search')}
        filtered={isFiltered(search)}
        onReset={reset}
        end={create}
      >
        <OneFilter
          label={t('department')}
          options={(departments?.rows ?? []).map((row) => ({
            value: row.id as string,
            label: `${'　'.repeat(row.depth)}${row.name}`,
          }))}
          value={departmentId}
          onChange={(chosen) => go({ departmentId: chosen })}
        />
        <OneFilter
          label={t('roles')}
          options={RoleName.options.map((value) => ({ value, label: wordOf(roleWords, value, language) }))}
          value={role}
          onChange={(chosen) => go({ role: chosen })}
        />
        <OneFilter
          label={t('state')}
          options={(['here', 'left', 'all'] as const).map((value) => ({ value, label: t(`states.${value}`) }))}
          value={state}
          onChange={(chosen) => go({ state: chosen })}
        />
      </FilterBar>
      <ListTable
        name="people"
        label={t('title')}
        query={query}
        columns={columns}
        current={current}
        onCurrent={setCurrent}
        onOpen={open}
        onQuickLook={open}
        filters={{ on: isFiltered(search), noMatch: t('noMatchTitle'), onReset: reset }}
        empty={
          <EmptyState title={t('emptyTitle')} text={t('emptyText')} icon={IconUsers}>
            {create}
          </EmptyState>
        }
        total={(count) => t('total', { count })}
      />
      <PersonDrawer id={search.new ? 'new' : (id ?? null)} onClose={() => go({ id: undefined, new: undefined })} />
    </>
  )
}

type PeopleTranslate = TranslateOf<typeof peopleWords>

function personColumns(t: PeopleTranslate, language: Language): Column<UserRow>[] {
  const text = (key: 'account' | 'department' | 'position' | 'mobile', width: number): Column<UserRow> => ({
    key,
    label: t(key),
    width,
    text: (row) => row[key],
    render: (row) => row[key],
  })
  const roles = (row: UserRow) => row.roles.map((role) => wordOf(roleWords, role, language)).join('、')
  return [
    {
      key: 'name',
      label: t('name'),
      width: 150,
      text: (row) => row.name,
      render: (row) => (
        <>
          <Text span inherit fw={500} {...(row.active ? {} : { c: 'dimmed' })}>
            {row.name}
          </Text>{' '}
          {!row.active && <StatusBadge tone="draft" label={t('states.left')} />}
        </>
      ),
    },
    text('account', 130),
    text('department', 130),
    text('position', 130),
    { key: 'roles', label: t('roles'), width: 180, grow: true, text: roles, render: roles },
    text('mobile', 130),
  ]
}
