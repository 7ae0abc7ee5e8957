import { formatCents, type Cents } from '../../src-shared/kernel/cents.ts'
import { assertNever } from '../../src-shared/kernel/assert-never.ts'
import { decimalText } from './cell-xml.ts'
import type { ListSheet } from './list-sheet.ts'
import { decimalPlaces, type MoneyUnit, type SheetColumn } from './sheet-column.ts'
import { textWidth } from './sheet-style.ts'

const WIDEST_TEXT = 36
/** Room for the cell's edges and indent, and for the filter's button in a header. */
const [EDGES, BUTTON] = [2.5, 3.5]

/**
 * Widths that the first rows fit in, in characters: so wide that no number of them, nor their totals so far, shows as ####.
 * Later numbers that are longer shrink to fit (see package-parts.ts).
 */
export function fittingWidths<Row>(
  { columns, language, unit, totals }: ListSheet<Row>,
  sample: readonly Row[],
  sums: ReadonlyMap<SheetColumn<Row>, number>,
): number[] {
  return columns.map((column) => {
    if (column.hidden) return 0
    if (column.width !== undefined) return column.width
    const header = textWidth(column.title[language])
    const values = sample.map((row) => row[column.key as keyof Row] as string | number | null | undefined)
    if (totals && sums.has(column)) values.push(sums.get(column)!)
    const widest = values.reduce<number>((most, value) => Math.max(most, shownWidth(column, value, unit)), 0)
    // A long header breaks into two lines rather than widen a narrow column.
    return Math.max(
      Math.min(header, Math.max(10, Math.ceil(header / 2))) + BUTTON,
      Math.min(widest, WIDEST_TEXT) + EDGES,
    )
  })
}

function shownWidth<Row>(
  { kind }: SheetColumn<Row>,
  value: string | number | null | undefined,
  unit: MoneyUnit,
): number {
  if (value === null || value === undefined) return 0
  if (typeof value === 'string') return textWidth(value)
  switch (kind) {
    case 'money':
      return formatCents((unit === 'wan' ? Math.round(value / 10_000) : value) as Cents).length
    case 'quantity':
    case 'unitPrice':
    case 'integer': {
      const [whole = '', fraction = ''] = decimalText(value, decimalPlaces(kind, unit)!).split('.')
      return whole.length + Math.floor(whole.length / 3) + (fraction === '' ? 0 : Math.max(fraction.length, 2) + 1)
    }
    case 'percent':
      return 7
    case 'text':
    case 'date':
      return String(value).length
    default:
      return assertNever(kind)
  }
}
