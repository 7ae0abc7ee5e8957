import { refuse } from '../../src-shared/kernel/refusal.ts'
import type { LocalDate } from '../../src-shared/kernel/local-date.ts'
import { decimalPlaces, type ColumnKind, type MoneyUnit } from './sheet-column.ts'

/** Style numbers of one column: `special` is for text that looks like a formula, and for whole quantities and percentages. */
export interface CellStyles {
  plain: number
  special: number
}

/** Excel keeps 15 digits of a number; more would come back changed. */
const LARGEST = 999_999_999_999_999
/** Longest text a cell takes, in UTF-16 units. */
const LONGEST_TEXT = 32_767

/**
 * One typed cell of a list, or an empty styled one. Numbers are written digit by digit from the stored integers, so no float
 * ever stands between. Text is always text: it is never taken for a formula. `place` names the cell in refusals:
 * `report.numberTooLong` past 15 digits, `report.textTooLong` past 32 767 characters.
 */
export function cellXml(
  reference: string,
  kind: ColumnKind,
  value: string | number | null | undefined,
  styles: CellStyles,
  unit: MoneyUnit,
): string {
  if (value === null || value === undefined || value === '') return `<c r="${reference}" s="${styles.plain}"/>`
  if (kind === 'date') {
    const serial = excelDate(value as LocalDate)
    if (serial !== undefined) return `<c r="${reference}" s="${styles.plain}"><v>${serial}</v></c>`
  }
  if (typeof value === 'string') {
    if (value.length > LONGEST_TEXT)
      throw refuse('report.textTooLong', { cell: reference, length: value.length, most: LONGEST_TEXT })
    const style = looksLikeFormula(value) ? styles.special : styles.plain
    const space = /^\s|\s$|[\n\t]| {2}/u.test(value) ? ' xml:space="preserve"' : ''
    return `<c r="${reference}" s="${style}" t="inlineStr"><is><t${space}>${xmlText(value)}</t></is></c>`
  }
  const places = decimalPlaces(kind, unit) ?? 0
  if (!Number.isInteger(value)) throw new RangeError(`${value} in ${reference} is no scaled integer`)
  if (Math.abs(value) > LARGEST) throw refuse('report.numberTooLong', { cell: reference, digits: digitsOf(value) })
  const style = isWhole(kind, value) ? styles.special : styles.plain
  return `<c r="${reference}" s="${style}"><v>${decimalText(value, places)}</v></c>`
}

/** True for text a spreadsheet may take for a formula when it is typed or pasted (security.md, Excel and CSV export). */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text)
}

/** Days since 1899-12-30, as Excel counts; undefined before March 1900, where its calendar has a day too many. */
function excelDate(date: LocalDate): number | undefined {
  const serial =
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / 86_400_000 + 25_569
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  return date < '1900-03-01' ? undefined : serial
}

/** An integer of so many decimal places as a decimal number: 123450 with 2 → `1234.5`. */
export function decimalText(scaled: number, places: number): string {
  if (places === 0) return String(scaled)
  const digits = String(Math.abs(scaled)).padStart(places + 1, '0')
  const fraction = digits.slice(-places).replace(/0+$/, '')
  return `${scaled < 0 ? '-' : ''}${digits.slice(0, -places)}${fraction === '' ? '' : `.${fraction}`}`
}

function isWhole(kind: ColumnKind, value: number): boolean {
  return kind === 'quantity' ? value % 1_000_000 === 0 : kind === 'percent' && value % 10_000 === 0
}

const digitsOf = (value: number): number => String(Math.abs(value)).length

// What XML cannot hold is written as _xHHHH_, and so is text that looks like that (ECMA-376 part 1, 22.9.2.19)
const special =
  // oxlint-disable-next-line no-control-regex
  /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9A-Fa-f]{4}_)/gu
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function xmlText(text: string): string {
  return text.replaceAll(
    special,
    (found) => entities[found] ?? `_x${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}_`,
  )
}
