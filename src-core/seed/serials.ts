import type { Id } from '../../src-shared/kernel/ids.ts'
import { formatNumber, serialScope } from '../../src-shared/numbering/format-number.ts'
import { readPattern } from '../../src-shared/numbering/numbering-pattern.ts'
import { defaultNumberingRules, ruleFor, type NumberedKind } from '../../src-shared/numbering/numbering.ts'
import { dateOfDay, type Day } from './calendar.ts'
import { stamp, type WorldRows } from './world-rows.ts'

/** How the numbers of one kind, type and day are written, and the counter they share with others. */
interface Series {
  before: string
  width: number
  after: string
  counter: { last: number }
}

/** Gives numbers by a new workspace's rules and keeps the counters, so that numbers taken later go on from them. */
export class Serials {
  readonly #series = new Map<string, Series>()
  readonly #counters = new Map<string, { last: number }>()

  take(kind: NumberedKind, type: string, day: Day): string {
    const key = `${kind} ${type} ${day}`
    let series = this.#series.get(key)
    if (series === undefined) this.#series.set(key, (series = this.#open(kind, type, day)))
    const serial = ++series.counter.last
    return series.before + String(serial).padStart(series.width, '0') + series.after
  }

  *counters(instant: number, by: Id<'User'>): Generator<WorldRows['numberingCounters']> {
    for (const [scope, { last }] of this.#counters)
      yield { id: scope as Id<'NumberingCounter'>, ...stamp(instant, by), lastSerial: last }
  }

  /** Reading a rule costs more than all the rest of a record, so what stands around the serial is worked out once a day. */
  #open(kind: NumberedKind, type: string, day: Day): Series {
    const rule = ruleFor(defaultNumberingRules, kind, type)
    const date = dateOfDay(day)
    const scope = serialScope(rule, { type, date })
    let counter = this.#counters.get(scope)
    if (counter === undefined) this.#counters.set(scope, (counter = { last: 0 }))
    const serial = readPattern(rule.pattern).segments.find((segment) => segment.kind === 'serial')!
    const [first, second] = [1, 2].map((number) => formatNumber(rule, { type, date, serial: number })) as [
      string,
      string,
    ]
    // Where the first number and the second differ ends the serial.
    const end = [...first].findIndex((character, at) => character !== second[at]) + 1
    return { before: first.slice(0, end - serial.width), width: serial.width, after: first.slice(end), counter }
  }
}
