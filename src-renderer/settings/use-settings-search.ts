import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { SettingsSection } from './settings-sections.ts'
import type { SettingsSearch } from './settings-search.ts'

type Change = { [K in keyof SettingsSearch]?: SettingsSearch[K] | undefined }

/** What the address says of a section's list, how to change it (undefined takes a filter away), and how to clear it. */
export function useSettingsSearch(
  section: SettingsSection['key'],
): [SettingsSearch, (change: Change) => void, () => void] {
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as SettingsSearch
  const go = useCallback(
    (change: Change) =>
      void navigate({
        to: '/settings/$section',
        params: { section },
        search: (now) => ({ ...now, ...change }) as SettingsSearch,
        replace: true,
      }),
    [navigate, section],
  )
  const reset = () => void navigate({ to: '/settings/$section', params: { section }, search: {}, replace: true })
  return [search, go, reset]
}
