import { Button } from '@mantine/core'
import { IconBookmarks, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { ClauseRow } from '../../src-shared/clauses/clauses-operations.ts'
import { ColumnMenu } from '../components/column-menu.tsx'
import type { Column } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FilterBar, OnlyFilter } from '../components/filter-bar.tsx'
import { ListTable } from '../components/list-table.tsx'
import { PageHead } from '../components/page-head.tsx'
import { ListWithQuickLook } from '../components/quick-look.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { useInstantText } from '../lib/instants.ts'
import { byCursor, listPages } from '../lib/list-pages.ts'
import { isFiltered, withFilters } from '../lib/list-search.ts'
import { useRights } from '../lib/rights.ts'
import { wire } from '../lib/rpc.ts'
import { useWords, type TranslateOf } from '../lib/words.ts'
import { ClauseDialog, type ClauseTask } from './clause-dialog.tsx'
import { ClauseLook } from './clause-look.tsx'
import { LibraryTabs } from './library-tabs.tsx'
import { clauseListInput, type ClauseListSearch } from './template-search.ts'
import { templateWords } from './template-words.ts'

/** The clause library: terms one uses again, each with its versions and why they changed, read beside the list. */
export function ClauseListPage() {
  const t = useWords(templateWords)
  const may = useRights()
  const instant = useInstantText()
  const navigate = useNavigate()
  const search = useSearch({ from: '/clauses' })
  const [task, setTask] = useState<ClauseTask | null>(null)
  const input = clauseListInput(search)
  const query = useInfiniteQuery(
    wire['clauses.list'].infiniteOptions({
      input: (after: string | null) => ({ ...input, after, limit: 100 }),
      ...byCursor,
    }),
  )
  const columns = useMemo(() => clauseColumns(t, instant), [t, instant])
  const { id, ...list } = search
  const go = (next: ClauseListSearch) => void navigate({ to: '/clauses', search: next, replace: true })
  const change = (part: Partial<ClauseListSearch>) => go(withFilters(search, part))
  const create = may('clauses.edit') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setTask({ kind: 'create' })}>
      {t('clause.create')}
    </Button>
  )
  const looked = listPages(query).rows?.find((row) => row.id === id)
  return (
    <>
      <PageHead title={t('title')}>{create}</PageHead>
      <LibraryTabs at="clauses" />
      <FilterBar
        text={search.text ?? ''}
        onText={(text) => change({ text })}
        placeholder={t('clause.search')}
        filtered={isFiltered(search)}
        onReset={() => go({})}
        end={<ColumnMenu name="clauses" columns={columns} />}
      >
        <OnlyFilter
          label={t('archivedFilter')}
          option={t('showArchived')}
          on={search.archived}
          onChange={(archived) => change({ archived })}
        />
      </FilterBar>
      <ListWithQuickLook
        look={
          id === undefined
            ? null
            : { title: looked?.title ?? '', body: <ClauseLook key={id} id={id} onTask={setTask} /> }
        }
        onClose={() => go(list)}
      >
        <ListTable
          name="clauses"
          label={t('tabs.clauses')}
          query={query}
          columns={columns}
          sorting={{ key: input.sort, descending: input.descending }}
          onSort={({ key, descending }) =>
            change({ sort: key as NonNullable<ClauseListSearch['sort']>, descending: descending || undefined })
          }
          current={id ?? null}
          onCurrent={(next) => next !== null && go({ ...list, id: next })}
          onOpen={(row) => go({ ...list, id: row.id })}
          filters={{ on: isFiltered(search), noMatch: t('clause.noMatch'), onReset: () => go({}) }}
          empty={
            <EmptyState title={t('clause.empty')} text={t('clause.emptyText')} icon={IconBookmarks}>
              {create}
            </EmptyState>
          }
          total={(count) => t('clause.total', { count })}
        />
      </ListWithQuickLook>
      {task !== null && (
        <ClauseDialog
          task={task}
          onClose={() => setTask(null)}
          onDone={(made) => {
            setTask(null)
            go({ ...list, id: made })
          }}
        />
      )}
    </>
  )
}

function clauseColumns(t: TranslateOf<typeof templateWords>, instant: (at: number) => string): Column<ClauseRow>[] {
  return [
    {
      key: 'title',
      label: t('clause.columns.title'),
      width: 220,
      sort: 'name',
      render: (row) => (
        <>
          {row.title} {row.archived && <StatusBadge tone="draft" label={t('archived')} />}
        </>
      ),
      text: (row) => row.title,
    },
    {
      key: 'category',
      label: t('clause.columns.category'),
      width: 120,
      render: (row) => row.category,
      text: (row) => row.category,
    },
    {
      key: 'text',
      label: t('clause.columns.text'),
      width: 360,
      grow: true,
      render: (row) => row.text,
      text: (row) => row.text,
    },
    {
      key: 'version',
      label: t('clause.columns.version'),
      width: 70,
      align: 'end',
      render: (row) => `v${row.no}`,
      text: (row) => `v${row.no}`,
    },
    {
      key: 'updated',
      label: t('clause.columns.updated'),
      width: 150,
      sort: 'updated',
      render: (row) => instant(row.updatedAt),
      text: (row) => instant(row.updatedAt),
    },
  ]
}
