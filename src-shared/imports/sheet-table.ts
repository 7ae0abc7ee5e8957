import { refuse } from '../kernel/refusal.ts'

/** A row of a sheet as texts, `number` as Excel counts it. Cells that are empty are empty texts. */
export interface SheetRow {
  number: number
  cells: readonly string[]
}

/** A column that an import understands. */
export interface ImportColumn<Key extends string = string> {
  key: Key
  title: { zh: string; en: string }
  /** Other headings people give it. */
  also?: readonly string[]
  required?: boolean
  /** What may stand in it, for the template's own explanation. */
  hint: { zh: string; en: string }
  example: string
}

/** A cell found under a heading. */
export interface FoundCell {
  text: string
  /** As Excel names it: `D5`. */
  cell: string
}

export interface FoundRow<Key extends string> {
  number: number
  cells: Partial<Record<Key, FoundCell>>
}

export interface SheetTable<Key extends string> {
  /** Row of the headings, as Excel counts. */
  headerRow: number
  found: Key[]
  /** Headings that were not understood; their columns are left out. */
  ignored: string[]
  /** Rows below the headings that are not empty. */
  rows: FoundRow<Key>[]
}

/** The hidden first column of a sheet that names its records; an import leaves it out. */
export const idTitle = { zh: '记录标识', en: 'Record id' } as const

/** Rows among which the headings are looked for: above them there may be a title and notes. */
const HEADER_WITHIN = 20

/**
 * Finds the columns of a sheet by their headings: the row that holds most of them is the row of headings. `含税单价（元） *` is read as `含税单价`.
 * Rows of totals (合计, 总计, 小计) end nothing but are left out. Refuses `sheet.noHeadings` and `sheet.columnsMissing`, naming what is looked for.
 */
export function readSheetTable<Key extends string>(
  rows: readonly SheetRow[],
  columns: readonly ImportColumn<Key>[],
): SheetTable<Key> {
  const keyOf = new Map<string, Key>()
  for (const { key, title, also = [] } of columns)
    for (const name of [title.zh, title.en, ...also]) keyOf.set(heading(name), key)
  const places = (row: SheetRow) => {
    const found = new Map<Key, number>()
    row.cells.forEach((text, at) => {
      const key = keyOf.get(heading(text))
      if (key !== undefined && !found.has(key)) found.set(key, at)
    })
    return found
  }
  const candidates = rows
    .slice(0, HEADER_WITHIN)
    .map((row) => ({ row, places: places(row) }))
    .toSorted((a, b) => b.places.size - a.places.size)
  const header = candidates[0]
  const titles = (of: readonly ImportColumn<Key>[]) => of.map(({ title }) => title.zh)
  if (header === undefined || header.places.size < 2) throw refuse('sheet.noHeadings', { columns: titles(columns) })
  const missing = columns.filter(({ key, required }) => required === true && !header.places.has(key))
  if (missing.length > 0) throw refuse('sheet.columnsMissing', { columns: titles(missing), row: header.row.number })
  const used = new Set(header.places.values())
  return {
    headerRow: header.row.number,
    found: columns.map(({ key }) => key).filter((key) => header.places.has(key)),
    ignored: header.row.cells.filter((text, at) => text.trim() !== '' && !used.has(at) && !isIdTitle(text)),
    rows: rows
      .filter(
        ({ number, cells }) =>
          number > header.row.number && !isTotal(cells) && [...used].some((at) => filled(cells[at])),
      )
      .map(({ number, cells }) => ({
        number,
        cells: Object.fromEntries(
          [...header.places].map(([key, at]) => [key, { text: (cells[at] ?? '').trim(), cell: cellName(at, number) }]),
        ) as Partial<Record<Key, FoundCell>>,
      })),
  }
}

/** `A1`, `AB12` for a column counted from 0 and a row counted from 1. */
export function cellName(column: number, row: number): string {
  return `${columnLetters(column)}${row}`
}

/** `A`, `Z`, `AA`… for a column counted from 0. */
export function columnLetters(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last
}

const isIdTitle = (text: string): boolean => text === idTitle.zh || text === idTitle.en

const filled = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''

const isTotal = (cells: readonly string[]): boolean =>
  cells.some((text) => /^(合计|总计|小计|total)[:：]?$/i.test(text.replaceAll(/\s+/g, '')))

/** A heading without width, case, blanks, marks of being required, and what stands in brackets behind it. */
function heading(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*]+/g, '')
    .replace(/\([^()]*\)$/, '')
}
