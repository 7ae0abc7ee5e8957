import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { LocalDate } from '../../src-shared/kernel/local-date.ts'
import { wire } from '../lib/rpc.ts'
import { defineWords, useWords } from '../lib/words.ts'
import { DateField } from './date-field.tsx'
import { PopoverFilter } from './filter-bar.tsx'
import { PartyPicker } from './party-picker.tsx'
import { UserPicker } from './user-picker.tsx'

const words = defineWords(
  'commonFilters',
  { party: '往来单位', from: '从', to: '到' },
  { party: 'Party', from: 'from', to: 'to' },
)

interface PartyFilterProps {
  /** Id of the party, as it stands in the address. */
  party: string | undefined
  onChange(party: string | undefined): void
  label?: string
}

/** Only records of one party. */
export function PartyFilter({ party, onChange, label }: PartyFilterProps) {
  const t = useWords(words)
  const { data } = useQuery({
    ...wire['parties.get'].queryOptions({ input: { id: party ?? '' } }),
    enabled: party !== undefined,
  })
  const shown = label ?? t('party')
  return (
    <PopoverFilter
      label={shown}
      summary={party === undefined ? '' : (data?.name ?? '…')}
      onClear={() => onChange(undefined)}
    >
      <PartyPicker
        label={shown}
        clearable
        value={party ?? null}
        onChange={(id) => onChange(id ?? undefined)}
        comboboxProps={{ withinPortal: false }}
      />
    </PopoverFilter>
  )
}

interface PersonFilterProps {
  label: string
  /** Id of the person, as it stands in the address. */
  person: string | undefined
  onChange(person: string | undefined): void
}

/** Only records of one colleague: whose they are, who did it. */
export function PersonFilter({ label, person, onChange }: PersonFilterProps) {
  const { data } = useQuery({
    ...wire['people.getUser'].queryOptions({ input: { id: person ?? '' } }),
    enabled: person !== undefined,
  })
  return (
    <PopoverFilter
      label={label}
      summary={person === undefined ? '' : (data?.name ?? '…')}
      onClear={() => onChange(undefined)}
    >
      <UserPicker
        label={label}
        clearable
        value={person ?? null}
        onChange={(id) => onChange(id ?? undefined)}
        comboboxProps={{ withinPortal: false }}
      />
    </PopoverFilter>
  )
}

interface PeriodFilterProps {
  label: string
  from: LocalDate | undefined
  to: LocalDate | undefined
  onChange(from: LocalDate | undefined, to: LocalDate | undefined): void
}

/** Only records of a period, open at either end. */
export function PeriodFilter({ label, from, to, onChange }: PeriodFilterProps) {
  const t = useWords(words)
  return (
    <PopoverFilter
      label={label}
      summary={from === undefined && to === undefined ? '' : `${from ?? ''} – ${to ?? ''}`}
      onClear={() => onChange(undefined, undefined)}
    >
      <Stack gap="xs">
        <DateField
          label={`${label} ${t('from')}`}
          value={from ?? null}
          onChange={(date) => onChange(date ?? undefined, to)}
        />
        <DateField
          label={`${label} ${t('to')}`}
          value={to ?? null}
          onChange={(date) => onChange(from, date ?? undefined)}
        />
      </Stack>
    </PopoverFilter>
  )
}
