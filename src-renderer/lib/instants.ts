import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { dateOf, startOfDay, type LocalDate } from '../../src-shared/kernel/local-date.ts'
import { settingDefaults } from '../../src-shared/settings/workspace-settings.ts'
import { wire } from './rpc.ts'

/** The workspace's time zone. */
export function useTimeZone(): string {
  const { data } = useQuery(wire['settings.list'].queryOptions({ input: {} }))
  return (data?.display.value ?? settingDefaults.display).timeZone
}

/** UTC milliseconds as `2026-11-24 09:05` in the workspace's time zone; the same function until the zone changes. */
export function useInstantText(): (instantMs: number) => string {
  const timeZone = useTimeZone()
  return useCallback((instantMs: number) => clockOf(timeZone).format(instantMs), [timeZone])
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Swedish writes day and time as we do. Making one takes longer than using it a hundred times. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone)
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    clocks.set(timeZone, clock)
  }
  return clock
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
