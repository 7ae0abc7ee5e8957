import { Button } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { notifications } from '@mantine/notifications'
import { IconTemplate, IconUpload } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { ContractType } from '../../src-shared/contracts/contract.ts'
import type { TemplateRow } from '../../src-shared/templates/templates-operations.ts'
import { contractWords } from '../components/contract-words.ts'
import type { Column } from '../components/data-table.tsx'
import { ChoiceFilter, OnlyFilter } from '../components/filter-bar.tsx'
import { ListPage, type ListWords } from '../components/list-page.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { droppedFile } from '../lib/dropped-file.ts'
import { useInstantText } from '../lib/instants.ts'
import { byCursor } from '../lib/list-pages.ts'
import { useRights } from '../lib/rights.ts'
import { wire } from '../lib/rpc.ts'
import { useWords, type TranslateOf } from '../lib/words.ts'
import { docxType } from './docx-type.ts'
import { ImportTemplate } from './import-template.tsx'
import { LibraryTabs } from './library-tabs.tsx'
import { templateListInput, type TemplateListSearch } from './template-search.ts'
import { templateWords } from './template-words.ts'

/** The Word templates of contracts; a file dropped anywhere is imported. */
export function TemplateListPage() {
  const t = useWords(templateWords)
  const words = useWords(contractWords)
  const may = useRights()
  const instant = useInstantText()
  const navigate = useNavigate()
  const search = useSearch({ from: '/templates' })
  const [dropped, setDropped] = useState<File | null>(droppedFile.take)
  const input = templateListInput(search)
  const query = useInfiniteQuery(
    wire['templates.list'].infiniteOptions({
      input: (after: string | null) => ({ ...input, after, limit: 100 }),
      ...byCursor,
    }),
  )
  const columns = useMemo(() => templateColumns(t, words, instant), [t, words, instant])
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
  const importing = may('templates.edit') && (
    <Button leftSection={<IconUpload size={16} aria-hidden />} onClick={() => begin(null)}>
      {t('import')}
    </Button>
  )
  const listWords: ListWords = (key, params) => t(key, { braces: '{{ }}', example: '{{甲方名称}}', ...params })
  return (
    <>
      <ListPage<TemplateRow, TemplateListSearch>
        name="templates"
        words={listWords}
        actions={importing}
        tabs={<LibraryTabs at="templates" />}
        search={search}
        onSearch={go}
        filters={(change) => (
          <>
            <ChoiceFilter
              label={t('type')}
              options={ContractType.options.map((value) => ({ value, label: words(`types.${value}`) }))}
              value={search.type ?? []}
              onChange={(type) => change({ type })}
            />
            <OnlyFilter
              label={t('archivedFilter')}
              option={t('showArchived')}
              on={search.archived}
              onChange={(archived) => change({ archived })}
            />
          </>
        )}
        query={query}
        columns={columns}
        sorted={input}
        onOpen={({ id }) => open(id)}
        icon={IconTemplate}
        firstStep={importing}
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

function templateColumns(
  t: TranslateOf<typeof templateWords>,
  words: TranslateOf<typeof contractWords>,
  instant: (at: number) => string,
): Column<TemplateRow>[] {
  return [
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
  ]
}
