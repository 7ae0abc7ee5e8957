import { Button } from '@mantine/core'
import { IconFileSpreadsheet, IconFileText, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { ContractRow } from '../../src-shared/contracts/contracts-operations.ts'
import { formatYuan, subtractCents, sumCents } from '../../src-shared/kernel/cents.ts'
import { addDays } from '../../src-shared/kernel/local-date.ts'
import { ColumnMenu } from '../components/column-menu.tsx'
import { contractWords } from '../components/contract-words.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ListError } from '../components/list-error.tsx'
import { NoMatch } from '../components/no-match.tsx'
import { PageHead } from '../components/page-head.tsx'
import { ListWithQuickLook, useQuickLook } from '../components/quick-look.tsx'
import { ViewMenu } from '../components/view-menu.tsx'
import { useInstantText, useToday } from '../lib/instants.ts'
import { byCursor, listPages } from '../lib/list-pages.ts'
import { useMyself, useRights } from '../lib/rights.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { contractColumns } from './contract-columns.tsx'
import { ContractFilters } from './contract-filters.tsx'
import { contractListWords } from './contract-list-words.ts'
import { ContractQuickLook } from './contract-quick-look.tsx'
import { contractListInput, type ContractListSearch } from './contract-search.ts'
import { ExportLedgerDialog } from './export-ledger-dialog.tsx'

/** All contracts one may read, by stage, type, party, person and date. */
export function ContractListPage() {
  const t = useWords(contractListWords)
  const words = useWords(contractWords)
  const may = useRights()
  const instant = useInstantText()
  const navigate = useNavigate()
  const search = useSearch({ from: '/contracts' })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [exporting, setExporting] = useState(false)
  const query = useInfiniteQuery(
    wire['contracts.list'].infiniteOptions({
      input: (after: string | null) => ({ ...contractListInput(search), after, limit: 100 }),
      ...byCursor,
    }),
  )
  const { rows, total, more } = listPages(query)
  const columns = useMemo(() => contractColumns(t, words, instant), [t, words, instant])
  const go = (next: ContractListSearch) => {
    setSelected(new Set())
    void navigate({ to: '/contracts', search: next, replace: true })
  }
  const openContract = (id: string) => void navigate({ to: '/contracts/$id', params: { id } })
  const look = useQuickLook(rows)
  return (
    <>
      <PageHead title={t('title')}>
        {may('reports.read') && (
          <Button
            variant="default"
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
            onClick={() => setExporting(true)}
          >
            {t('export')}
          </Button>
        )}
        {may('contracts.draft') && (
          <Button component={Link} to="/contracts/new" leftSection={<IconPlus size={16} aria-hidden />}>
            {t('create')}
          </Button>
        )}
      </PageHead>
      <ContractFilters
        search={search}
        onChange={(change) => go({ ...search, ...change } as ContractListSearch)}
        onReset={() => go({})}
        end={
          <>
            <ContractViews search={search} onView={go} />
            <ColumnMenu name="contracts" columns={columns} />
          </>
        }
      />
      <ListError query={query} />
      <ListWithQuickLook
        look={
          look.row && {
            title: `${look.row.number ?? look.row.draftNumber} ${look.row.title}`,
            body: <ContractQuickLook id={look.row.id} />,
            onOpen: () => openContract(look.row!.id),
          }
        }
        onClose={look.close}
      >
        <DataTable
          name="contracts"
          label={t('title')}
          columns={columns}
          rows={query.isError ? [] : rows}
          total={total}
          sorting={{ key: search.sort ?? 'updated', descending: !search.ascending }}
          onSort={({ key, descending }) =>
            go({ ...search, sort: key as NonNullable<ContractListSearch['sort']>, ascending: !descending || undefined })
          }
          onMore={more}
          selected={selected}
          onSelect={setSelected}
          selectAllLabel={t('selectAll')}
          selectRowLabel={({ number, draftNumber }) => t('selectRow', { name: number ?? draftNumber })}
          onOpen={({ id }) => openContract(id)}
          {...look.toList}
          empty={
            query.isError ? null : (
              <NoContracts filtered={Object.keys(contractListInput(search)).length > 2} onReset={() => go({})} />
            )
          }
          foot={<Foot rows={rows ?? []} selected={selected} total={total} />}
        />
      </ListWithQuickLook>
      {exporting && (
        <ExportLedgerDialog
          from={search.signedFrom ?? null}
          to={search.signedTo ?? null}
          onClose={() => setExporting(false)}
        />
      )}
    </>
  )
}

/** Number of rows, or of the selected ones with their sums. */
function Foot({ rows, selected, total }: { rows: ContractRow[]; selected: ReadonlySet<string>; total: number }) {
  const t = useWords(contractListWords)
  if (selected.size === 0) return <span>{t('total', { count: total })}</span>
  const chosen = rows.filter(({ id }) => selected.has(id))
  const amount = sumCents(chosen.map((row) => row.amount))
  const settled = sumCents(chosen.map((row) => row.settledAmount))
  return (
    <span aria-live="polite">
      {t('selected', { count: chosen.length })} ·{' '}
      {t('sums', {
        amount: formatYuan(amount),
        settled: formatYuan(settled),
        open: formatYuan(subtractCents(amount, settled)),
      })}
    </span>
  )
}

function ContractViews({ search, onView }: { search: ContractListSearch; onView(search: ContractListSearch): void }) {
  const t = useWords(contractListWords)
  const me = useMyself()
  const today = useToday()
  return (
    <ViewMenu<ContractListSearch>
      list="contracts"
      ready={[
        { name: t('views.all'), search: {} },
        ...(me === undefined ? [] : [{ name: t('views.mine'), search: { owner: me.id } }]),
        { name: t('views.waiting'), search: { stage: ['pending', 'approved'] } },
        { name: t('views.active'), search: { stage: ['signed', 'active'] } },
        {
          name: t('views.expiring'),
          search: {
            stage: ['signed', 'active'],
            expiresFrom: today,
            expiresTo: addDays(today, 90),
            sort: 'expiresOn',
            ascending: true,
          },
        },
      ]}
      search={search}
      onView={onView}
    />
  )
}

function NoContracts({ filtered, onReset }: { filtered: boolean; onReset(): void }) {
  const t = useWords(contractListWords)
  const may = useRights()
  if (filtered) return <NoMatch title={t('noMatchTitle')} onReset={onReset} />
  return (
    <EmptyState
      title={t('emptyTitle')}
      text={t('emptyText')}
      icon={<IconFileText size={36} stroke={1.3} aria-hidden />}
    >
      {may('contracts.draft') && (
        <Button component={Link} to="/contracts/new">
          {t('create')}
        </Button>
      )}
    </EmptyState>
  )
}
