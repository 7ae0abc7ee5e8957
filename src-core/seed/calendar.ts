import { allocateCents, cents } from '../../src-shared/kernel/cents.ts'
import type { LocalDate } from '../../src-shared/kernel/local-date.ts'
import type { Random } from './random.ts'

/** Days since 1970-01-01: dates are calculated as these, for speed. */
export type Day = number

const MS = 86_400_000
/** Shanghai is eight hours ahead all year. */
const ZONE_MS = 8 * 3_600_000

const written = new Map<Day, LocalDate>()

export function dayOf(date: LocalDate): Day {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / MS
}

export function dateOfDay(day: Day): LocalDate {
  let date = written.get(day)
  if (date === undefined) written.set(day, (date = new Date(day * MS).toISOString().slice(0, 10) as LocalDate))
  return date
}

/** UTC ms of so many seconds after midnight, Shanghai time. */
export function instantOf(day: Day, seconds: number): number {
  return day * MS - ZONE_MS + seconds * 1000
}

/** An instant (UTC ms) in office hours of the day, Shanghai time. */
export function officeHour(day: Day, random: Random): number {
  return instantOf(day, random.int(8.5 * 3600, 18 * 3600))
}

/** First day of the Spring Festival; the holiday is the eve and seven days more. */
const springFestivals: Record<number, string> = {
  2015: '02-19',
  2016: '02-08',
  2017: '01-28',
  2018: '02-16',
  2019: '02-05',
  2020: '01-25',
  2021: '02-12',
  2022: '02-01',
  2023: '01-22',
  2024: '02-10',
  2025: '01-29',
  2026: '02-17',
  2027: '02-06',
  2028: '01-26',
  2029: '02-13',
  2030: '02-03',
  2031: '01-23',
  2032: '02-11',
  2033: '01-31',
  2034: '02-19',
  2035: '02-08',
}

const fixedHolidays = new Set(
  '01-01 04-04 04-05 05-01 05-02 05-03 05-04 05-05 10-01 10-02 10-03 10-04 10-05 10-06 10-07'.split(' '),
)

/** Neither weekend nor public holiday (days worked in exchange are left out). */
export function isWorkingDay(day: Day): boolean {
  // 1970-01-01 was a Thursday.
  const weekday = (((day + 3) % 7) + 7) % 7
  if (weekday > 4) return false
  const date = dateOfDay(day)
  if (fixedHolidays.has(date.slice(5))) return false
  const year = Number(date.slice(0, 4))
  const festival = springFestivals[year]
  if (festival === undefined) return true
  const first = dayOf(`${year}-${festival}` as LocalDate)
  return day < first - 1 || day > first + 6
}

/** The day itself or the next working day after it. */
export function workingDay(day: Day): Day {
  let at = day
  while (!isWorkingDay(at)) at++
  return at
}

/** How busy the months are: quiet around the Spring Festival, the year's end the busiest. */
const season = [0.8, 0.55, 1.15, 1, 0.95, 1.2, 0.9, 0.9, 1.1, 0.9, 1.1, 1.6]
/** More business every year. */
const YEARLY_GROWTH = 1.08

/** Spreads so many events over the working days of a period (both ends included): how many fall on each day, in order. */
export function spreadOverDays(count: number, from: Day, to: Day): { day: Day; count: number }[] {
  const days: Day[] = []
  for (let day = from; day <= to; day++) if (isWorkingDay(day)) days.push(day)
  // A period of holidays only.
  if (days.length === 0) days.push(from)
  const weights = days.map((day) => {
    const month = Number(dateOfDay(day).slice(5, 7)) - 1
    // Towards the end of a month more gets finished.
    const late = Number(dateOfDay(day).slice(8)) > 24 ? 1.35 : 1
    return Math.round(1e6 * season[month]! * late * YEARLY_GROWTH ** ((day - from) / 365))
  })
  const counts = allocateCents(cents(count), weights)
  return days.map((day, i) => ({ day, count: counts[i]! })).filter((each) => each.count > 0)
}
