import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dateOf, startOfDay, type LocalDate } from '../../src-shared/kernel/local-date.ts'
import { settingDefaults } from '../../src-shared/settings/workspace-settings.ts'
import { wire } from './rpc.ts'

/** The workspace's time zone. */
export function useTimeZone(): string {
  const { data } = useQuery(wire['settings.list'].queryOptions({ input: {} }))
  return (data?.display.value ?? settingDefaults.display).timeZone
}

/** UTC milliseconds as `2026-11-24 09:05` in the workspace's time zone. */
export function useInstantText(): (instantMs: number) => string {
  const timeZone = useTimeZone()
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hour12: false })
  return (instantMs) => `${dateOf(instantMs, timeZone)} ${clock.format(instantMs)}`
}

/** The calendar date where the workspace is, as of when the screen was opened. */
export function useToday(): LocalDate {
  const [now] = useState(() => Date.now())
  return dateOf(now, useTimeZone())
}

/** The instant (UTC milliseconds) of a wall-clock time such as `14:30` on a day in a time zone. */
export function instantOf(date: LocalDate, time: string, timeZone: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return startOfDay(date, timeZone) + (hours * 60 + minutes) * 60_000
}
