import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconBookmarks, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { ClauseDetail, ClauseRow } from '../../src-shared/clauses/clauses-operations.ts'
import { askBefore } from '../components/action-dialog.tsx'
import { ColumnMenu } from '../components/column-menu.tsx'
import { compareTexts } from '../components/compare-texts.ts'
import { DataTable, type Column } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ChoiceFilter, FilterBar } from '../components/filter-bar.tsx'
import { ListError } from '../components/list-error.tsx'
import { NoMatch } from '../components/no-match.tsx'
import { PageHead } from '../components/page-head.tsx'
import { ListWithQuickLook } from '../components/quick-look.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { TextDifference } from '../components/text-difference.tsx'
import { useInstantText } from '../lib/instants.ts'
import { byCursor, listPages } from '../lib/list-pages.ts'
import { useRights } from '../lib/rights.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { ClauseDialog, type ClauseTask } from './clause-dialog.tsx'
import { LibraryTabs } from './template-list-page.tsx'
import type { ClauseListSearch } from './template-search.ts'
import { templateWords } from './template-words.ts'
import classes from './templates.module.css'

/** The clause library: terms one uses again, each with its versions and why they changed. */
export function ClauseListPage() {
  const t = useWords(templateWords)
  const may = useRights()
  const instant = useInstantText()
  const navigate = useNavigate()
  const search = useSearch({ from: '/clauses' })
  const [task, setTask] = useState<ClauseTask | null>(null)
  const query = useInfiniteQuery(
    wire['clauses.list'].infiniteOptions({
      input: (after: string | null) => ({
        ...(search.text === undefined ? {} : { text: search.text }),
        archived: search.archived ?? false,
        sort: search.sort ?? 'name',
        descending: search.descending ?? false,
        after,
        limit: 100,
      }),
      ...byCursor,
    }),
  )
  const { rows, total, more } = listPages(query)
  const columns = useMemo<Column<ClauseRow>[]>(
    () => [
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
    ],
    [t, instant],
  )
  const go = (next: ClauseListSearch) => void navigate({ to: '/clauses', search: next, replace: true })
  const { id, ...filters } = search
  const filtered = search.text !== undefined || search.archived === true
  return (
    <>
      <PageHead title={t('title')}>
        {may('clauses.edit') && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setTask({ kind: 'create' })}>
            {t('clause.create')}
          </Button>
        )}
      </PageHead>
      <LibraryTabs at="clauses" />
      <div style={{ height: 10, background: 'var(--surface)' }} />
      <FilterBar
        text={search.text ?? ''}
        onText={(text) => go({ ...search, text: text === '' ? undefined : text })}
        placeholder={t('clause.search')}
        filtered={filtered}
        onReset={() => go({})}
        end={<ColumnMenu name="clauses" columns={columns} />}
      >
        <ChoiceFilter
          label={t('archivedFilter')}
          single
          options={[{ value: 'archived', label: t('showArchived') }]}
          value={search.archived ? ['archived'] : []}
          onChange={(value) => go({ ...search, archived: value.length > 0 || undefined })}
        />
      </FilterBar>
      <ListError query={query} />
      <ListWithQuickLook
        look={
          id === undefined
            ? null
            : {
                title: rows?.find((row) => row.id === id)?.title ?? '',
                body: <Clause key={id} id={id} onTask={setTask} />,
              }
        }
        onClose={() => go(filters)}
      >
        <DataTable
          name="clauses"
          label={t('tabs.clauses')}
          columns={columns}
          rows={query.isError ? [] : rows}
          total={total}
          sorting={{ key: search.sort ?? 'name', descending: search.descending ?? false }}
          onSort={({ key, descending }) => go({ ...search, sort: key === 'updated' ? 'updated' : 'name', descending })}
          onMore={more}
          current={id ?? null}
          onCurrent={(next) => next !== null && go({ ...filters, id: next })}
          onOpen={(row) => go({ ...filters, id: row.id })}
          empty={
            query.isError ? null : filtered ? (
              <NoMatch title={t('clause.noMatch')} onReset={() => go({})} />
            ) : (
              <EmptyState
                title={t('clause.empty')}
                text={t('clause.emptyText')}
                icon={<IconBookmarks size={36} stroke={1.3} aria-hidden />}
              >
                {may('clauses.edit') && (
                  <Button onClick={() => setTask({ kind: 'create' })}>{t('clause.create')}</Button>
                )}
              </EmptyState>
            )
          }
          foot={<span>{t('clause.total', { count: total })}</span>}
        />
      </ListWithQuickLook>
      {task !== null && (
        <ClauseDialog
          task={task}
          onClose={() => setTask(null)}
          onDone={(made) => {
            setTask(null)
            go({ ...filters, id: made })
          }}
        />
      )}
    </>
  )
}

function Clause({ id, onTask }: { id: string; onTask(task: ClauseTask): void }) {
  const t = useWords(templateWords)
  const may = useRights()
  const { data: clause, error } = useQuery(wire['clauses.get'].queryOptions({ input: { id } }))
  if (error) return <RefusalAlert error={error} />
  if (clause === undefined) return <Skeleton height={160} />
  const copy = async () => {
    await navigator.clipboard.writeText(clause.text)
    notifications.show({ message: t('clause.copied') })
  }
  return (
    <Stack gap="md">
      <Text fz={13} c="dimmed">
        {[clause.category, `v${clause.no}`].filter(Boolean).join(' · ')}
      </Text>
      <p className={classes.clause}>{clause.text}</p>
      <Group gap={8}>
        <Button size="compact-sm" variant="default" onClick={() => void copy()}>
          {t('clause.copy')}
        </Button>
        {may('clauses.edit') && (
          <>
            <Button size="compact-sm" variant="default" onClick={() => onTask({ kind: 'revise', clause })}>
              {t('clause.revise')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => onTask({ kind: 'edit', clause })}>
              {t('clause.edit')}
            </Button>
            {clause.archived ? (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => void rpc['clauses.restore']({ id: clause.id, version: clause.version })}
              >
                {t('restore')}
              </Button>
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() =>
                  askBefore({
                    title: t('archive'),
                    text: t('clause.archiveText'),
                    confirm: t('archive'),
                    run: () => rpc['clauses.archive']({ id: clause.id, version: clause.version }),
                  })
                }
              >
                {t('archive')}
              </Button>
            )}
          </>
        )}
      </Group>
      <section>
        <Text component="h2" fz={13} fw={600} m={0}>
          {t('clause.versions')}
        </Text>
        {clause.versions.map((version, i) => (
          <Version key={version.id} version={version} before={clause.versions[i + 1]} />
        ))}
      </section>
    </Stack>
  )
}

type ClauseVersion = ClauseDetail['versions'][number]

function Version({ version, before }: { version: ClauseVersion; before: ClauseVersion | undefined }) {
  const t = useWords(templateWords)
  const instant = useInstantText()
  const [comparing, setComparing] = useState(false)
  return (
    <div className={classes.version}>
      <Text fz={13} fw={600}>
        {t('version', { no: version.no })}
      </Text>
      <Text fz={12} c="dimmed">
        {t('by', { name: version.createdBy, at: instant(version.createdAt) })}
      </Text>
      <Text fz={13} mt={4}>
        {version.reason === '' ? t('clause.first') : version.reason}
      </Text>
      {before !== undefined && (
        <Button
          size="compact-xs"
          variant="subtle"
          mt={4}
          aria-expanded={comparing}
          onClick={() => setComparing(!comparing)}
        >
          {t('clause.compare')}
        </Button>
      )}
      {comparing && before !== undefined && <TextDifference parts={compareTexts(before.text, version.text)} />}
    </div>
  )
}
