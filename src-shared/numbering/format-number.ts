import { assertNever } from '../kernel/assert-never.ts'
import type { LocalDate } from '../kernel/local-date.ts'
import { refuse } from '../kernel/refusal.ts'
import {
  checkNumberingRule,
  partsOfReset,
  readPattern,
  type DatePart,
  type NumberingSegment,
} from './numbering-pattern.ts'
import { typeCode, type NumberingRule } from './numbering.ts'

/**
 * The number that a rule gives: `{type}-{yyyy}{mm}-{serial:4}` → `XS-202611-0007`. The serial is padded with zeros to its width and grows beyond it
 * (0999 → 1000 → … → 10000) rather than repeat. Refuses with the rule's first problem; throws RangeError for a serial below 1.
 */
export function formatNumber(rule: NumberingRule, given: { type: string; date: LocalDate; serial: number }): string {
  if (!Number.isSafeInteger(given.serial) || given.serial < 1) throw new RangeError(`${given.serial} is no serial`)
  return segmentsOf(rule)
    .map((segment) => {
      switch (segment.kind) {
        case 'text':
          return segment.text
        case 'type':
          return typeCode(rule.kind, given.type)
        case 'date':
          return datePart(given.date, segment.part)
        case 'serial':
          return String(given.serial).padStart(segment.width, '0')
        default:
          return assertNever(segment)
      }
    })
    .join('')
}

/**
 * The counter that a number's serial is counted in: the kind, and the number with `{serial}` in place of the serial and every date part finer than
 * the reset left open, as in `contract:XS-2026{mm}-{serial}` under a yearly reset. Numbers that could be equal share their counter, also
 * those of different rules; a wider serial counts on.
 */
export function serialScope(rule: NumberingRule, given: { type: string; date: LocalDate }): string {
  const counted = partsOfReset(rule.reset)
  const shape = segmentsOf(rule).map((segment) => {
    switch (segment.kind) {
      case 'text':
        return segment.text
      case 'type':
        return typeCode(rule.kind, given.type)
      case 'date':
        return counted.includes(segment.part) ? datePart(given.date, segment.part) : `{${segment.part}}`
      case 'serial':
        return '{serial}'
      default:
        return assertNever(segment)
    }
  })
  return `${rule.kind}:${shape.join('')}`
}

function segmentsOf(rule: NumberingRule): NumberingSegment[] {
  const problem = checkNumberingRule(rule.pattern, rule.reset)[0]
  if (problem !== undefined) throw refuse(problem.code, { ...problem.params })
  return readPattern(rule.pattern).segments
}

function datePart(date: LocalDate, part: DatePart): string {
  switch (part) {
    case 'yyyy':
      return date.slice(0, 4)
    case 'yy':
      return date.slice(2, 4)
    case 'mm':
      return date.slice(5, 7)
    case 'dd':
      return date.slice(8, 10)
    default:
      return assertNever(part)
  }
}
