import { Button } from '@mantine/core'
import { IconBuildingStore, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { PartyKind } from '../../src-shared/parties/party.ts'
import { ColumnMenu } from '../components/column-menu.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ChoiceFilter, FilterBar, PopoverFilter } from '../components/filter-bar.tsx'
import { ListError } from '../components/list-error.tsx'
import { NoMatch } from '../components/no-match.tsx'
import { PageHead } from '../components/page-head.tsx'
import { ListWithQuickLook, useQuickLook } from '../components/quick-look.tsx'
import { UserPicker } from '../components/user-picker.tsx'
import { useInstantText } from '../lib/instants.ts'
import { byCursor, listPages } from '../lib/list-pages.ts'
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
  const query = useInfiniteQuery(
    wire['parties.list'].infiniteOptions({
      input: (after: string | null) => ({ ...partyListInput(search), after, limit: 100 }),
      ...byCursor,
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
  const look = useQuickLook(rows)
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
      <ListError query={query} />
      <ListWithQuickLook
        look={
          look.row && {
            title: look.row.name,
            body: <PartyQuickLook id={look.row.id} />,
            onOpen: () => openParty(look.row!.id),
          }
        }
        onClose={look.close}
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
          onOpen={({ id }) => openParty(id)}
          {...look.toList}
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
  if (filtered) return <NoMatch title={t('noMatchTitle')} onReset={onReset} />
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
