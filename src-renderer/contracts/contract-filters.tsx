import { ContractStage } from '../../src-shared/contracts/contract-stage.ts'
import { ContractType } from '../../src-shared/contracts/contract.ts'
import { PartyFilter, PeriodFilter, PersonFilter } from '../components/common-filters.tsx'
import { contractWords } from '../components/contract-words.ts'
import { ChoiceFilter } from '../components/filter-bar.tsx'
import { useWords } from '../lib/words.ts'
import { contractListWords } from './contract-list-words.ts'
import type { ContractListSearch } from './contract-search.ts'

interface ContractFiltersProps {
  search: ContractListSearch
  onChange(change: Partial<ContractListSearch>): void
}

/** Filters of the list of contracts. */
export function ContractFilters({ search, onChange }: ContractFiltersProps) {
  const t = useWords(contractListWords)
  const words = useWords(contractWords)
  return (
    <>
      <ChoiceFilter
        label={t('filters.stage')}
        options={ContractStage.options.map((value) => ({ value, label: words(`stages.${value}`) }))}
        value={search.stage ?? []}
        onChange={(stage) => onChange({ stage })}
      />
      <ChoiceFilter
        label={t('filters.type')}
        options={ContractType.options.map((value) => ({ value, label: words(`types.${value}`) }))}
        value={search.type ?? []}
        onChange={(type) => onChange({ type })}
      />
      <PartyFilter party={search.party} onChange={(party) => onChange({ party })} />
      <PersonFilter label={t('filters.owner')} person={search.owner} onChange={(owner) => onChange({ owner })} />
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
    </>
  )
}
