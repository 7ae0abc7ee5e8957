import { Temporal } from 'temporal-polyfill'
import type { Brand } from './brand.ts'
import { refuse } from './refusal.ts'

/** A calendar date `YYYY-MM-DD` in the workspace's time zone, years 0001 to 9999; sorts as text. */
export type LocalDate = Brand<string, 'LocalDate'>

const iso = /^(\d{4})-(\d{2})-(\d{2})$/
const typed = [
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/,
  /^(\d{4})\s*(年)\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]$/,
  /^(\d{4})()(\d{2})(\d{2})$/,
]

/** True for `YYYY-MM-DD` that names a day of the calendar. */
export function isLocalDate(text: string): text is LocalDate {
  const parts = iso.exec(text)
  return parts !== null && fromParts(parts[1]!, parts[2]!, parts[3]!) !== undefined
}

/** Takes a date in stored form. Throws RangeError for anything else; for what a user typed there is `parseDate`. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`${JSON.stringify(text)} is no date`)
  return text
}

/**
 * What is typed in Chinese offices: `2026-11-24`, `2026/11/24`, `2026.11.24` (one-digit months and days too), `2026年11月24日`,
 * `20261124`. Refuses `date.invalid` otherwise, also for days that do not exist.
 */
export function parseDate(text: string): LocalDate {
  const half = text.normalize('NFKC').trim()
  for (const pattern of typed) {
    const parts = pattern.exec(half)
    const date = parts === null ? undefined : fromParts(parts[1]!, parts[3]!, parts[4]!)
    if (date !== undefined) return date
  }
  throw refuse('date.invalid', { text })
}

/** The date so many days later (earlier if negative). Throws RangeError outside the years 0001 to 9999. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return stored(plain(date).add({ days }))
}

/** The same day so many months later, or the last day of that month when it is shorter: 2026-01-31 and one month is 2026-02-28. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return stored(plain(date).add({ months }, { overflow: 'constrain' }))
}

/** Days from a to b, negative when b is earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return plain(a).until(plain(b), { largestUnit: 'days' }).days
}

/** First day of the date's month. */
export function monthStart(date: LocalDate): LocalDate {
  return `${date.slice(0, 8)}01` as LocalDate
}

/** Last day of the date's month. */
export function monthEnd(date: LocalDate): LocalDate {
  const day = plain(date)
  return stored(day.with({ day: day.daysInMonth }))
}

/** 1 (Monday) to 7 (Sunday). */
export function weekday(date: LocalDate): number {
  return plain(date).dayOfWeek
}

/** The calendar date of an instant (UTC ms) in a time zone such as `Asia/Shanghai`. */
export function dateOf(instantMs: number, timeZone: string): LocalDate {
  return stored(Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timeZone).toPlainDate())
}

/** The instant (UTC ms) at which a date begins in a time zone. */
export function startOfDay(date: LocalDate, timeZone: string): number {
  return plain(date).toZonedDateTime(timeZone).epochMilliseconds
}

/** Writes a date: `yyyy` `yy` `MM` `M` `dd` `d` are replaced, the rest stands as it is: `yyyy年M月d日`. */
export function formatDate(date: LocalDate, pattern: string): string {
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)]
  const values: Record<string, string> = {
    yyyy: year,
    yy: year.slice(2),
    MM: month,
    M: String(Number(month)),
    dd: day,
    d: String(Number(day)),
  }
  return pattern.replaceAll(/yyyy|yy|MM|M|dd|d/g, (token) => values[token]!)
}

const plain = (date: LocalDate): Temporal.PlainDate => Temporal.PlainDate.from(date)

function stored(date: Temporal.PlainDate): LocalDate {
  if (date.year < 1 || date.year > 9999) throw new RangeError(`${date.toString()} is outside the years 0001 to 9999`)
  return date.toString() as LocalDate
}

function fromParts(year: string, month: string, day: string): LocalDate | undefined {
  const fields = { year: Number(year), month: Number(month), day: Number(day) }
  if (fields.year < 1 || fields.month < 1 || fields.month > 12 || fields.day < 1) return undefined
  const date = Temporal.PlainDate.from(fields, { overflow: 'constrain' })
  return date.day === fields.day ? stored(date) : undefined
}
