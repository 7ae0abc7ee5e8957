import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { wire } from '../lib/rpc.ts'
import { noSearch, RecordPicker, type PickedRecord, type RecordPickerProps } from './record-picker.tsx'

const shownUser = (user: { id: string; name: string; position: string; department: string }): PickedRecord => ({
  id: user.id,
  title: user.name,
  note: [user.department, user.position].filter(Boolean).join(' · '),
})

/** A person who works here, by name, pinyin initials or account. */
export function UserPicker(props: RecordPickerProps & { clearable?: boolean }) {
  const [search, setSearch] = useState(noSearch)
  const found = useQuery({
    ...wire['people.listUsers'].queryOptions({
      input: { ...(search.text === '' ? {} : { text: search.text }), limit: 50 },
    }),
    enabled: search.opened,
    placeholderData: keepPreviousData,
  })
  const picked = useQuery({
    ...wire['people.getUser'].queryOptions({ input: { id: props.value ?? '' } }),
    enabled: props.value !== null,
  })
  return (
    <RecordPicker
      {...props}
      source={{
        recentName: 'user',
        onSearch: setSearch,
        found: found.data?.rows.map(shownUser),
        picked: props.value === null || picked.data === undefined ? undefined : shownUser(picked.data),
      }}
    />
  )
}
