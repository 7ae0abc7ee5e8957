import { Button, Tabs } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { notifications } from '@mantine/notifications'
import { IconTemplate, IconUpload } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { ContractType } from '../../src-shared/contracts/contract.ts'
import type { TemplateRow } from '../../src-shared/templates/templates-operations.ts'
import { ColumnMenu } from '../components/column-menu.tsx'
import { contractWords } from '../components/contract-words.ts'
import { DataTable, type Column } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ChoiceFilter, FilterBar } from '../components/filter-bar.tsx'
import { ListError } from '../components/list-error.tsx'
import { NoMatch } from '../components/no-match.tsx'
import { PageHead } from '../components/page-head.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { droppedFile } from '../lib/dropped-file.ts'
import { useInstantText } from '../lib/instants.ts'
import { byCursor, listPages } from '../lib/list-pages.ts'
import { useRights } from '../lib/rights.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { docxType } from './docx-type.ts'
import { ImportTemplate } from './import-template.tsx'
import type { TemplateListSearch } from './template-search.ts'
import { templateWords } from './template-words.ts'

/** The Word templates of contracts; a file dropped anywhere is imported. */
export function TemplateListPage() {
  const t = useWords(templateWords)
  const words = useWords(contractWords)
  const may = useRights()
  const instant = useInstantText()
  const navigate = useNavigate()
  const search = useSearch({ from: '/templates' })
  const [current, setCurrent] = useState<string | null>(null)
  const [dropped, setDropped] = useState<File | null>(droppedFile.take)
  const query = useInfiniteQuery(
    wire['templates.list'].infiniteOptions({
      input: (after: string | null) => ({
        ...(search.text === undefined ? {} : { text: search.text }),
        ...(search.type === undefined ? {} : { type: search.type }),
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
  const columns = useMemo<Column<TemplateRow>[]>(
    () => [
      {
        key: 'name',
        label: t('columns.name'),
        width: 260,
        grow: true,
        sort: 'name',
        render: (row) => (
          <>
            {row.name} {row.archived && <StatusBadge tone="draft" label={t('archived')} />}
          </>
        ),
        text: (row) => row.name,
      },
      {
        key: 'type',
        label: t('columns.type'),
        width: 120,
        render: (row) => words(`types.${row.type}`),
        text: (row) => words(`types.${row.type}`),
      },
      {
        key: 'version',
        label: t('columns.version'),
        width: 80,
        align: 'end',
        render: (row) => `v${row.no}`,
        text: (row) => `v${row.no}`,
      },
      {
        key: 'fields',
        label: t('columns.fields'),
        width: 80,
        align: 'end',
        render: (row) => row.fields,
        text: (row) => String(row.fields),
      },
      { key: 'file', label: t('columns.file'), width: 260, render: (row) => row.fileName, text: (row) => row.fileName },
      {
        key: 'updated',
        label: t('columns.updated'),
        width: 150,
        sort: 'updated',
        render: (row) => instant(row.updatedAt),
        text: (row) => instant(row.updatedAt),
      },
    ],
    [t, words, instant],
  )
  const go = (next: TemplateListSearch) => void navigate({ to: '/templates', search: next, replace: true })
  const open = (id: string) => void navigate({ to: '/templates/$id', params: { id } })
  if (search.import && may('templates.edit'))
    return (
      <ImportTemplate
        versionOf={null}
        file={dropped}
        onDone={open}
        onCancel={() => {
          setDropped(null)
          go({})
        }}
      />
    )
  const begin = (file: File | null) => {
    setDropped(file)
    void navigate({ to: '/templates', search: { import: true } })
  }
  const filtered = search.text !== undefined || search.type !== undefined || search.archived === true
  return (
    <>
      <PageHead title={t('title')}>
        {may('templates.edit') && (
          <Button leftSection={<IconUpload size={16} aria-hidden />} onClick={() => begin(null)}>
            {t('import')}
          </Button>
        )}
      </PageHead>
      <LibraryTabs at="templates" />
      <div style={{ height: 10, background: 'var(--surface)' }} />
      <FilterBar
        text={search.text ?? ''}
        onText={(text) => go({ ...search, text: text === '' ? undefined : text })}
        placeholder={t('search')}
        filtered={filtered}
        onReset={() => go({})}
        end={<ColumnMenu name="templates" columns={columns} />}
      >
        <ChoiceFilter
          label={t('type')}
          options={ContractType.options.map((value) => ({ value, label: words(`types.${value}`) }))}
          value={search.type ?? []}
          onChange={(type) => go({ ...search, type: type.length === 0 ? undefined : type })}
        />
        <ChoiceFilter
          label={t('archivedFilter')}
          single
          options={[{ value: 'archived', label: t('showArchived') }]}
          value={search.archived ? ['archived'] : []}
          onChange={(value) => go({ ...search, archived: value.length > 0 || undefined })}
        />
      </FilterBar>
      <ListError query={query} />
      <DataTable
        name="templates"
        label={t('tabs.templates')}
        columns={columns}
        rows={query.isError ? [] : rows}
        total={total}
        sorting={{ key: search.sort ?? 'name', descending: search.descending ?? false }}
        onSort={({ key, descending }) => go({ ...search, sort: key === 'updated' ? 'updated' : 'name', descending })}
        onMore={more}
        current={current}
        onCurrent={setCurrent}
        onOpen={({ id }) => open(id)}
        empty={
          query.isError ? null : filtered ? (
            <NoMatch title={t('noMatch')} onReset={() => go({})} />
          ) : (
            <EmptyState
              title={t('emptyTitle')}
              text={t('emptyText', { braces: '{{ }}', example: '{{甲方名称}}' })}
              icon={<IconTemplate size={36} stroke={1.3} aria-hidden />}
            >
              {may('templates.edit') && <Button onClick={() => begin(null)}>{t('import')}</Button>}
            </EmptyState>
          )
        }
        foot={<span>{t('total', { count: total })}</span>}
      />
      {may('templates.edit') && (
        <Dropzone.FullScreen
          active
          accept={docxType}
          multiple={false}
          onDrop={(files) => begin(files[0] ?? null)}
          onReject={() => notifications.show({ color: 'red', message: t('onlyDocx') })}
          inputProps={{ 'aria-label': t('chooseFile') }}
        >
          <div style={{ minHeight: 220, display: 'grid', placeItems: 'center', fontSize: 18 }}>{t('dropHere')}</div>
        </Dropzone.FullScreen>
      )}
    </>
  )
}

/** Templates and clauses lie beside each other. */
export function LibraryTabs({ at }: { at: 'templates' | 'clauses' }) {
  const t = useWords(templateWords)
  const navigate = useNavigate()
  return (
    <Tabs
      value={at}
      onChange={(next) => void navigate({ to: next === 'clauses' ? '/clauses' : '/templates' })}
      style={{ background: 'var(--surface)' }}
    >
      <Tabs.List px={12}>
        <Tabs.Tab value="templates" aria-controls={undefined}>
          {t('tabs.templates')}
        </Tabs.Tab>
        <Tabs.Tab value="clauses" aria-controls={undefined}>
          {t('tabs.clauses')}
        </Tabs.Tab>
      </Tabs.List>
    </Tabs>
  )
}
