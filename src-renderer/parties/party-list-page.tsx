import { Button } from '@mantine/core'
import { IconBuildingStore, IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { PartyKind } from '../../src-shared/parties/party.ts'
import { ColumnMenu } from '../components/column-menu.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ChoiceFilter, FilterBar, PopoverFilter } from '../components/filter-bar.tsx'
import { PageHead } from '../components/page-head.tsx'
import { ListWithQuickLook } from '../components/quick-look.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { UserPicker } from '../components/user-picker.tsx'
import { useInstantText } from '../lib/instants.ts'
import { listPages } from '../lib/list-pages.ts'
import { useRights } from '../lib/rights.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { partyColumns } from './party-columns.tsx'
import { PartyFacts } from './party-facts.tsx'
import { partyListInput, type PartyListSearch } from './party-search.ts'
import { partyWords } from './party-words.ts'

/** Customers, suppliers and our own companies. */
export function PartyListPage() {
  const t = useWords(partyWords)
  const may = useRights()
  const instant = useInstantText()
  const navigate = useNavigate()
  const search = useSearch({ from: '/parties' })
  const [current, setCurrent] = useState<string | null>(null)
  const [looking, setLooking] = useState(false)
  const query = useInfiniteQuery(
    wire['parties.list'].infiniteOptions({
      input: (after: string | null) => ({ ...partyListInput(search), after, limit: 100 }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const { rows, total, more } = listPages(query)
  const columns = useMemo(() => partyColumns(t, instant), [t, instant])
  const go = useCallback(
    (change: Partial<Record<keyof PartyListSearch, unknown>>) =>
      void navigate({ to: '/parties', search: (now) => ({ ...now, ...change }) as PartyListSearch, replace: true }),
    [navigate],
  )
  const onText = useCallback((text: string) => go({ text: text === '' ? undefined : text }), [go])
  const reset = () => void navigate({ to: '/parties', search: {}, replace: true })
  const filtered =
    [search.text, search.owner, search.blocked].some((each) => each !== undefined) || (search.kind?.length ?? 0) > 0
  const openParty = (id: string) => void navigate({ to: '/parties/$id', params: { id } })
  const row = rows?.find(({ id }) => id === current)
  const look = looking && row !== undefined ? row : null
  return (
    <>
      <PageHead title={t('title')}>
        {may('parties.edit') && (
          <Button component={Link} to="/parties/new" leftSection={<IconPlus size={16} aria-hidden />}>
            {t('create')}
          </Button>
        )}
      </PageHead>
      <FilterBar
        text={search.text ?? ''}
        onText={onText}
        placeholder={t('search')}
        filtered={filtered}
        onReset={reset}
        end={<ColumnMenu name="parties" columns={columns} />}
      >
        <ChoiceFilter
          label={t('kind')}
          options={PartyKind.options.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={search.kind ?? []}
          onChange={(kind) => go({ kind: kind.length === 0 ? undefined : kind })}
        />
        <OwnerFilter owner={search.owner} onChange={(owner) => go({ owner })} />
        <ChoiceFilter
          single
          label={t('status')}
          options={[
            { value: 'using', label: t('using') },
            { value: 'blocked', label: t('blocked') },
          ]}
          value={search.blocked === undefined ? [] : [search.blocked ? 'blocked' : 'using']}
          onChange={([value]) => go({ blocked: value === undefined ? undefined : value === 'blocked' })}
        />
      </FilterBar>
      {query.isError && (
        <div style={{ padding: '0 20px 12px', background: 'var(--surface)' }}>
          <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />
        </div>
      )}
      <ListWithQuickLook
        look={look && { title: look.name, body: <PartyQuickLook id={look.id} />, onOpen: () => openParty(look.id) }}
        onClose={() => setLooking(false)}
      >
        <DataTable
          name="parties"
          label={t('title')}
          columns={columns}
          rows={query.isError ? [] : rows}
          total={total}
          sorting={{ key: search.sort ?? 'name', descending: search.descending ?? false }}
          onSort={({ key, descending }) => go({ sort: key, descending: descending || undefined })}
          onMore={more}
          current={current}
          onCurrent={setCurrent}
          onOpen={({ id }) => openParty(id)}
          onQuickLook={() => setLooking((now) => !now)}
          empty={query.isError ? null : <NoParties filtered={filtered} onReset={reset} />}
          foot={<span>{t('total', { count: total })}</span>}
        />
      </ListWithQuickLook>
    </>
  )
}

function OwnerFilter({ owner, onChange }: { owner: string | undefined; onChange(owner: string | undefined): void }) {
  const t = useWords(partyWords)
  const { data } = useQuery({
    ...wire['people.getUser'].queryOptions({ input: { id: owner ?? '' } }),
    enabled: owner !== undefined,
  })
  return (
    <PopoverFilter
      label={t('owner')}
      summary={owner === undefined ? '' : (data?.name ?? '…')}
      onClear={() => onChange(undefined)}
    >
      <UserPicker
        label={t('owner')}
        value={owner ?? null}
        clearable
        onChange={(id) => onChange(id ?? undefined)}
        comboboxProps={{ withinPortal: false }}
      />
    </PopoverFilter>
  )
}

function PartyQuickLook({ id }: { id: string }) {
  const { data } = useQuery(wire['parties.get'].queryOptions({ input: { id } }))
  return data === undefined ? null : <PartyFacts party={data} columns={1} />
}

function NoParties({ filtered, onReset }: { filtered: boolean; onReset(): void }) {
  const t = useWords(partyWords)
  const may = useRights()
  if (filtered)
    return (
      <EmptyState title={t('noMatchTitle')} text={t('noMatchText')}>
        <Button variant="default" onClick={onReset}>
          {t('clearFilters')}
        </Button>
      </EmptyState>
    )
  return (
    <EmptyState
      title={t('emptyTitle')}
      text={t('emptyText')}
      icon={<IconBuildingStore size={36} stroke={1.3} aria-hidden />}
    >
      {may('parties.edit') && (
        <Button component={Link} to="/parties/new">
          {t('create')}
        </Button>
      )}
    </EmptyState>
  )
}
