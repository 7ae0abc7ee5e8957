import type { SerialReset } from './numbering.ts'

/** One piece of a numbering pattern. */
export type NumberingSegment =
  | { kind: 'text'; text: string }
  | { kind: 'type' }
  | { kind: 'date'; part: DatePart }
  | { kind: 'serial'; width: number }

export type DatePart = 'yyyy' | 'yy' | 'mm' | 'dd'

/** What is wrong with a rule, translated like a refusal. Positions count characters from 1. */
export type NumberingProblem =
  | { code: 'numbering.empty'; params: Record<string, never> }
  | { code: 'numbering.tooLong'; params: { length: number; most: number } }
  | { code: 'numbering.strayBrace'; params: { position: number } }
  | { code: 'numbering.unknownSegment'; params: { segment: string; position: number } }
  | { code: 'numbering.serialMissing'; params: Record<string, never> }
  | { code: 'numbering.serialTwice'; params: Record<string, never> }
  | { code: 'numbering.serialWidth'; params: { width: number; most: number } }
  | { code: 'numbering.character'; params: { position: number } }
  | { code: 'numbering.resetNeedsDate'; params: { reset: SerialReset; missing: string } }

const MAX_PATTERN = 80
const MAX_SERIAL_WIDTH = 9
const piece = /\{([^{}]*)\}|[{}]|[^{}]+/gu

/**
 * Splits a pattern: `{type}`, `{yyyy}`, `{yy}`, `{mm}`, `{dd}`, `{serial}` or `{serial:4}`; everything else is printed as it stands. Problems are
 * those of the text alone, all of them, in order.
 */
export function readPattern(pattern: string): { segments: NumberingSegment[]; problems: NumberingProblem[] } {
  const segments: NumberingSegment[] = []
  const problems: NumberingProblem[] = []
  for (const match of pattern.matchAll(piece)) {
    const position = Array.from(pattern.slice(0, match.index)).length + 1
    const inside = match[1]
    if (inside !== undefined) {
      const segment = readSegment(inside)
      if (segment === undefined)
        problems.push({ code: 'numbering.unknownSegment', params: { segment: match[0], position } })
      else segments.push(segment)
    } else if (match[0] === '{' || match[0] === '}')
      problems.push({ code: 'numbering.strayBrace', params: { position } })
    else {
      const wrong = [...match[0]].findIndex((character) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(character))
      if (wrong >= 0) problems.push({ code: 'numbering.character', params: { position: position + wrong } })
      segments.push({ kind: 'text', text: match[0] })
    }
  }
  return { segments, problems }
}

/**
 * Everything wrong with a rule, an empty list when it is good. With the reset given it is also checked that the number shows the period in which
 * its serial is counted, or the same number would come again.
 */
export function checkNumberingRule(pattern: string, reset?: SerialReset): NumberingProblem[] {
  if (pattern.trim() === '') return [{ code: 'numbering.empty', params: {} }]
  const { segments, problems } = readPattern(pattern)
  const length = [...pattern].length
  if (length > MAX_PATTERN) problems.push({ code: 'numbering.tooLong', params: { length, most: MAX_PATTERN } })
  // A number that begins or ends with a space cannot be told from one that does not.
  if (/^\s/u.test(pattern)) problems.push({ code: 'numbering.character', params: { position: 1 } })
  if (/\s$/u.test(pattern)) problems.push({ code: 'numbering.character', params: { position: length } })
  const serials = segments.filter((segment) => segment.kind === 'serial')
  if (serials.length === 0) problems.push({ code: 'numbering.serialMissing', params: {} })
  if (serials.length > 1) problems.push({ code: 'numbering.serialTwice', params: {} })
  for (const { width } of serials) {
    if (width < 1 || width > MAX_SERIAL_WIDTH)
      problems.push({ code: 'numbering.serialWidth', params: { width, most: MAX_SERIAL_WIDTH } })
  }
  const missing = reset === undefined ? [] : missingDateParts(segments, reset)
  if (missing.length > 0)
    problems.push({ code: 'numbering.resetNeedsDate', params: { reset: reset!, missing: missing.join(' ') } })
  return problems
}

/** The date parts that a serial with this reset is counted by. */
export function partsOfReset(reset: SerialReset): readonly DatePart[] {
  const parts = {
    never: [],
    yearly: ['yyyy', 'yy'],
    monthly: ['yyyy', 'yy', 'mm'],
    daily: ['yyyy', 'yy', 'mm', 'dd'],
  } as const
  return parts[reset]
}

function missingDateParts(segments: NumberingSegment[], reset: SerialReset): string[] {
  const shown = new Set(segments.flatMap((segment) => (segment.kind === 'date' ? [segment.part] : [])))
  // Two digits of the year say as much as four.
  if (shown.has('yy')) shown.add('yyyy')
  return partsOfReset(reset)
    .filter((part) => part !== 'yy' && !shown.has(part))
    .map((part) => `{${part}}`)
}

function readSegment(inside: string): NumberingSegment | undefined {
  if (inside === 'type') return { kind: 'type' }
  if (inside === 'yyyy' || inside === 'yy' || inside === 'mm' || inside === 'dd') return { kind: 'date', part: inside }
  const serial = /^serial(?::(\d{1,3}))?$/.exec(inside)
  return serial === null ? undefined : { kind: 'serial', width: Number(serial[1] ?? 1) }
}
