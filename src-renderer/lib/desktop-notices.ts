import { useLocalStorage } from '@mantine/hooks'

/** Whether this computer shows notices outside the window; on unless turned off. */
export function useNoticesOn(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useLocalStorage({ key: 'qidan.notices', defaultValue: true, getInitialValueInEffect: false })
  return [on, setOn]
}
