import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dateOf,
  daysBetween,
  formatDate,
  isLocalDate,
  localDate,
  monthEnd,
  monthStart,
  parseDate,
  startOfDay,
  weekday,
  type LocalDate,
} from './local-date.ts'
import { Refusal } from './refusal.ts'

fc.configureGlobal({ seed: 20_261_124 })

const day = 86_400_000
const fromDay = (n: number): LocalDate => localDate(new Date(n * day).toISOString().slice(0, 10))
/** 1600 to 2400, counted by the machine's own Date in UTC. */
const anyDate = fc.integer({ min: -135_140, max: 157_054 }).map((n) => fromDay(n))
const dayOf = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / day

const monthNumber = (date: LocalDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))

const refuses = (text: string): boolean => {
  try {
    parseDate(text)
  } catch (error) {
    if (error instanceof Refusal) return error.code === 'date.invalid' && error.params['text'] === text
    throw error
  }
  return false
}

describe('a date', () => {
  it('is a day of the calendar, written YYYY-MM-DD', () => {
    expect(isLocalDate('2026-11-24')).toBe(true)
    expect(isLocalDate('2024-02-29')).toBe(true)
    expect(isLocalDate('0001-01-01')).toBe(true)
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-1-1',
      '0000-01-01',
      '20261124',
      '2026-11-24 ',
      '',
    ]) {
      expect(isLocalDate(text)).toBe(false)
      expect(() => localDate(text)).toThrow(RangeError)
    }
  })

  it('agrees with the calendar of Date for every day of two centuries', () => {
    for (let n = -36_524; n < 36_525; n++) {
      const date = new Date(n * day).toISOString().slice(0, 10)
      if (!isLocalDate(date)) throw new Error(date)
    }
    expect(isLocalDate('1900-02-29')).toBe(false)
    expect(isLocalDate('2000-02-29')).toBe(true)
  })
})

describe('reckoning with dates', () => {
  it('adds days and counts them', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -100_000, max: 100_000 }), (date, days) => {
        expect(dayOf(addDays(date, days))).toBe(dayOf(date) + days)
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })

  it('goes by months and stays within the month', () => {
    expect(addMonths(localDate('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(localDate('2024-01-31'), 1)).toBe('2024-02-29')
    expect(addMonths(localDate('2026-01-31'), 2)).toBe('2026-03-31')
    expect(addMonths(localDate('2026-03-31'), -1)).toBe('2026-02-28')
    expect(addMonths(localDate('2026-12-15'), 1)).toBe('2027-01-15')
    expect(addMonths(localDate('2024-02-29'), 12)).toBe('2025-02-28')
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -1200, max: 1200 }), (date, months) => {
        const later = addMonths(date, months)
        expect(monthNumber(later)).toBe(monthNumber(date) + months)
        const wanted = date.slice(8) < monthEnd(later).slice(8) ? date.slice(8) : monthEnd(later).slice(8)
        expect(later.slice(8)).toBe(wanted)
      }),
    )
  })

  it('knows the ends of months and the days of the week', () => {
    expect(monthStart(localDate('2026-11-24'))).toBe('2026-11-01')
    expect(monthEnd(localDate('2026-11-24'))).toBe('2026-11-30')
    expect(weekday(localDate('2026-11-24'))).toBe(2)
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(addDays(monthEnd(date), 1)).toBe(addMonths(monthStart(date), 1))
        expect(weekday(date) % 7).toBe(new Date(dayOf(date) * day).getUTCDay())
      }),
    )
  })

  it('orders dates as it orders their text', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(a < b).toBe(dayOf(a) < dayOf(b))
      }),
    )
  })

  it('stays within the years 0001 to 9999', () => {
    expect(() => addDays(localDate('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addDays(localDate('0001-01-01'), -1)).toThrow(RangeError)
    expect(() => addMonths(localDate('9999-12-31'), 1200)).toThrow(RangeError)
  })
})

describe('the date of an instant', () => {
  it('is that of the time zone', () => {
    expect(dateOf(Date.UTC(2026, 10, 24, 15, 59, 59, 999), 'Asia/Shanghai')).toBe('2026-11-24')
    expect(dateOf(Date.UTC(2026, 10, 24, 16), 'Asia/Shanghai')).toBe('2026-11-25')
    expect(dateOf(Date.UTC(2026, 10, 24, 16), 'UTC')).toBe('2026-11-24')
    expect(dateOf(Date.UTC(2026, 10, 24, 4), 'America/New_York')).toBe('2026-11-23')
  })

  it('begins at the start of its day, also where clocks change', () => {
    expect(startOfDay(localDate('2026-11-24'), 'Asia/Shanghai')).toBe(Date.UTC(2026, 10, 23, 16))
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30_000 }).map((n) => fromDay(n)),
        fc.constantFrom('Asia/Shanghai', 'UTC', 'America/New_York', 'Asia/Kathmandu'),
        (date, timeZone) => {
          const start = startOfDay(date, timeZone)
          expect(dateOf(start, timeZone)).toBe(date)
          expect(dateOf(start - 1, timeZone)).toBe(addDays(date, -1))
        },
      ),
    )
  })
})

describe('dates as text', () => {
  it.each([
    '2026-11-04',
    '2026/11/04',
    '2026.11.04',
    '2026-11-4',
    '2026/11/4',
    '2026.11.4',
    '2026年11月4日',
    '2026年11月04日',
    '2026 年 11 月 4 日',
    '2026年11月4号',
    '20261104',
    ' 2026-11-04 ',
    '２０２６－１１－０４',
    '２０２６年１１月４日',
  ])('reads %j', (text) => {
    expect(parseDate(text)).toBe('2026-11-04')
  })

  it.each([
    '',
    '2026',
    '2026-11',
    '2026年11月',
    '11/24/2026',
    '24.11.2026',
    '26-11-24',
    '2026-11/24',
    '2026-02-30',
    '2026-13-01',
    '20261324',
    '2026-11-24 10:00',
    '2026年11月24',
    '明天',
    '二〇二六年十一月二十四日',
    '45985',
    '2026--11-24',
    '0000-01-01',
  ])('refuses %j', (text) => {
    expect(refuses(text)).toBe(true)
  })

  it('writes by pattern', () => {
    const date = localDate('2026-03-05')
    expect(formatDate(date, 'yyyy年M月d日')).toBe('2026年3月5日')
    expect(formatDate(date, 'yyyy-MM-dd')).toBe('2026-03-05')
    expect(formatDate(date, 'yy.MM.dd')).toBe('26.03.05')
    expect(formatDate(date, '〔yyyy〕')).toBe('〔2026〕')
  })

  it('reads back every form that it writes', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.constantFrom('yyyy-MM-dd', 'yyyy/M/d', 'yyyy.MM.dd', 'yyyy年M月d日', 'yyyy年MM月dd日', 'yyyyMMdd'),
        (date, pattern) => {
          expect(parseDate(formatDate(date, pattern))).toBe(date)
        },
      ),
    )
  })
})
