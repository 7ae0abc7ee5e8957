import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PartyKind } from '../../src-shared/parties/party.ts'
import { useRights } from '../lib/rights.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { fieldWords } from './field-words.ts'
import { QuickPartyDialog } from './quick-party-dialog.tsx'
import { noSearch, RecordPicker, type PickedRecord, type RecordPickerProps } from './record-picker.tsx'

interface PartyPickerProps extends RecordPickerProps {
  /** Which parties are offered: `customer` and `supplier` include those that are both. */
  kinds?: PartyKind[]
  clearable?: boolean
}

const shownParty = (party: { id: string; name: string; creditCode: string | null }): PickedRecord => ({
  id: party.id,
  title: party.name,
  note: party.creditCode ?? '',
})

/** A party by name, short name, credit code or pinyin initials; a new one is made on the spot. */
export function PartyPicker({ kinds, ...props }: PartyPickerProps) {
  const t = useWords(fieldWords)
  const may = useRights()
  const [creating, setCreating] = useState<string | null>(null)
  const [search, setSearch] = useState(noSearch)
  const found = useQuery({
    ...wire['parties.list'].queryOptions({
      input: {
        ...(search.text === '' ? {} : { text: search.text }),
        ...(kinds === undefined ? {} : { kind: kinds }),
        blocked: false,
        limit: 20,
      },
    }),
    enabled: search.opened,
    placeholderData: keepPreviousData,
  })
  const picked = useQuery({
    ...wire['parties.get'].queryOptions({ input: { id: props.value ?? '' } }),
    enabled: props.value !== null,
  })
  return (
    <>
      <RecordPicker
        {...props}
        source={{
          recentName: `party.${kinds?.join('.') ?? 'all'}`,
          onSearch: setSearch,
          found: found.data?.rows.map(shownParty),
          picked: props.value === null || picked.data === undefined ? undefined : shownParty(picked.data),
          ...(may('parties.edit')
            ? {
                create: {
                  label: (text) => (text === '' ? t('createPartyEmpty') : t('createParty', { text })),
                  open: setCreating,
                },
              }
            : {}),
        }}
      />
      {creating !== null && (
        <QuickPartyDialog
          name={creating}
          kind={kinds?.[0] ?? 'customer'}
          onClose={() => setCreating(null)}
          onPick={(id) => {
            setCreating(null)
            props.onChange(id)
          }}
        />
      )}
    </>
  )
}
