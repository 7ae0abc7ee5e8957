import { Button } from '@mantine/core'
import { IconBuildingStore, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { PartyRow } from '../../src-shared/parties/parties-operations.ts'
import { PartyKind } from '../../src-shared/parties/party.ts'
import { PersonFilter } from '../components/common-filters.tsx'
import { ChoiceFilter, OneFilter } from '../components/filter-bar.tsx'
import { ListPage } from '../components/list-page.tsx'
import { ImportRecords } from '../components/sheet-import/import-records.tsx'
import { useInstantText } from '../lib/instants.ts'
import { byCursor } from '../lib/list-pages.ts'
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
  const input = partyListInput(search)
  const query = useInfiniteQuery(
    wire['parties.list'].infiniteOptions({
      input: (after: string | null) => ({ ...input, after, limit: 100 }),
      ...byCursor,
    }),
  )
  const columns = useMemo(() => partyColumns(t, instant), [t, instant])
  const create = may('parties.edit') && (
    <Button component={Link} to="/parties/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('create')}
    </Button>
  )
  return (
    <ListPage<PartyRow, PartyListSearch>
      name="parties"
      words={t}
      actions={
        create && (
          <>
            <ImportRecords kind="parties" />
            {create}
          </>
        )
      }
      search={search}
      onSearch={(next) => void navigate({ to: '/parties', search: next, replace: true })}
      filters={(change) => (
        <>
          <ChoiceFilter
            label={t('kind')}
            options={PartyKind.options.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            value={search.kind ?? []}
            onChange={(kind) => change({ kind })}
          />
          <PersonFilter label={t('owner')} person={search.owner} onChange={(owner) => change({ owner })} />
          <OneFilter
            label={t('status')}
            options={(['using', 'blocked'] as const).map((value) => ({ value, label: t(value) }))}
            value={search.blocked === undefined ? undefined : search.blocked ? 'blocked' : 'using'}
            onChange={(status) => change({ blocked: status && status === 'blocked' })}
          />
        </>
      )}
      query={query}
      columns={columns}
      sorted={input}
      onOpen={({ id }) => void navigate({ to: '/parties/$id', params: { id } })}
      look={({ id, name }) => ({ title: name, body: <PartyQuickLook id={id} /> })}
      icon={IconBuildingStore}
      firstStep={create}
    />
  )
}

function PartyQuickLook({ id }: { id: string }) {
  const { data } = useQuery(wire['parties.get'].queryOptions({ input: { id } }))
  return data === undefined ? null : <PartyFacts party={data} columns={1} />
}
