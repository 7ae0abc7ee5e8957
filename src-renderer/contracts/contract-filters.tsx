import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ContractStage } from '../../src-shared/contracts/contract-stage.ts'
import { ContractType } from '../../src-shared/contracts/contract.ts'
import { contractWords } from '../components/contract-words.ts'
import { ChoiceFilter, FilterBar, PopoverFilter } from '../components/filter-bar.tsx'
import { PartyFilter, PeriodFilter } from '../components/common-filters.tsx'
import { UserPicker } from '../components/user-picker.tsx'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { contractListWords } from './contract-list-words.ts'
import type { ContractListSearch } from './contract-search.ts'

interface ContractFiltersProps {
  search: ContractListSearch
  /** Merges into the address; undefined takes a filter out. */
  onChange(change: { [K in keyof ContractListSearch]?: ContractListSearch[K] | undefined }): void
  onReset(): void
  end: ReactNode
}

/** Search and filters of the list of contracts. */
export function ContractFilters({ search, onChange, onReset, end }: ContractFiltersProps) {
  const t = useWords(contractListWords)
  const words = useWords(contractWords)
  const owner = useQuery({
    ...wire['people.getUser'].queryOptions({ input: { id: search.owner ?? '' } }),
    enabled: search.owner !== undefined,
  })
  const { sort: _sort, ascending: _ascending, ...filters } = search
  const some = <V,>(values: V[]) => (values.length === 0 ? undefined : values)
  return (
    <FilterBar
      text={search.text ?? ''}
      onText={(text) => onChange({ text: text === '' ? undefined : text })}
      placeholder={t('search')}
      filtered={Object.values(filters).some((value) => value !== undefined)}
      onReset={onReset}
      end={end}
    >
      <ChoiceFilter
        label={t('filters.stage')}
        options={ContractStage.options.map((value) => ({ value, label: words(`stages.${value}`) }))}
        value={search.stage ?? []}
        onChange={(stage) => onChange({ stage: some(stage) })}
      />
      <ChoiceFilter
        label={t('filters.type')}
        options={ContractType.options.map((value) => ({ value, label: words(`types.${value}`) }))}
        value={search.type ?? []}
        onChange={(type) => onChange({ type: some(type) })}
      />
      <PartyFilter party={search.party} onChange={(party) => onChange({ party })} />
      <PopoverFilter
        label={t('filters.owner')}
        summary={search.owner === undefined ? '' : (owner.data?.name ?? '…')}
        onClear={() => onChange({ owner: undefined })}
      >
        <UserPicker
          label={t('filters.owner')}
          clearable
          value={search.owner ?? null}
          onChange={(id) => onChange({ owner: id ?? undefined })}
        />
      </PopoverFilter>
      <PeriodFilter
        label={t('filters.signed')}
        from={search.signedFrom}
        to={search.signedTo}
        onChange={(signedFrom, signedTo) => onChange({ signedFrom, signedTo })}
      />
      <PeriodFilter
        label={t('filters.expires')}
        from={search.expiresFrom}
        to={search.expiresTo}
        onChange={(expiresFrom, expiresTo) => onChange({ expiresFrom, expiresTo })}
      />
    </FilterBar>
  )
}
