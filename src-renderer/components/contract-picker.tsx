import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContractStage } from '../../src-shared/contracts/contract-stage.ts'
import { wire } from '../lib/rpc.ts'
import { noSearch, RecordPicker, type PickedRecord, type RecordPickerProps } from './record-picker.tsx'

interface ContractPickerProps extends RecordPickerProps {
  stages: ContractStage[]
  clearable?: boolean
}

const shownContract = (contract: {
  id: string
  number: string | null
  draftNumber: string
  title: string
  counterparty: string
}): PickedRecord => ({
  id: contract.id,
  title: `${contract.number ?? contract.draftNumber} ${contract.title}`,
  note: contract.counterparty,
})

/** A contract that moves money, by number, title, party or pinyin initials. */
export function ContractPicker({ stages, ...props }: ContractPickerProps) {
  const [search, setSearch] = useState(noSearch)
  const found = useQuery({
    ...wire['contracts.list'].queryOptions({
      input: { ...(search.text === '' ? {} : { text: search.text }), stage: stages, limit: 30 },
    }),
    enabled: search.opened,
    placeholderData: keepPreviousData,
  })
  const picked = useQuery({
    ...wire['contracts.get'].queryOptions({ input: { id: props.value ?? '' } }),
    enabled: props.value !== null,
  })
  return (
    <RecordPicker
      {...props}
      source={{
        onSearch: setSearch,
        found: found.data?.rows.filter(({ direction }) => direction !== 'none').map(shownContract),
        picked: props.value === null || picked.data === undefined ? undefined : shownContract(picked.data),
      }}
    />
  )
}
