import { useLocalStorage } from '@mantine/hooks'
import { useHostState } from '../lib/host-state.ts'
import type { PickedRecord } from './record-picker.tsx'

const kept = 5

/** The records a picker of this name took last, newest first, kept on this computer for each workspace folder. */
export function useRecent(name: string): [PickedRecord[], (record: PickedRecord) => void] {
  const { state } = useHostState()
  const [recent, setRecent] = useLocalStorage<PickedRecord[]>({
    key: `qidan.recent.${state?.folder ?? ''}.${name}`,
    defaultValue: [],
    getInitialValueInEffect: false,
  })
  return [recent, (record) => setRecent([record, ...recent.filter(({ id }) => id !== record.id)].slice(0, kept))]
}
