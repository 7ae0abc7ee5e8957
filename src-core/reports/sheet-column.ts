import type { Cents } from '../../src-shared/kernel/cents.ts'
import type { Quantity, Rate, UnitPrice } from '../../src-shared/kernel/decimal.ts'
import type { LocalDate } from '../../src-shared/kernel/local-date.ts'

export type Language = 'zh' | 'en'

/** What a money column is shown in. 万元 keeps every 分: the cell holds 0.000001 for one, and shows two decimals. */
export type MoneyUnit = 'yuan' | 'wan'

/** What a column of each kind holds, as the database has it. */
export interface ColumnValues {
  text: string
  money: Cents
  date: LocalDate
  quantity: Quantity
  unitPrice: UnitPrice
  percent: Rate
  integer: number
}
export type ColumnKind = keyof ColumnValues

interface ColumnOfKind<Row, Kind extends ColumnKind> {
  /** Property of the row; its type fits the kind. */
  key: {
    [Key in keyof Row]-?: Row[Key] extends ColumnValues[Kind] | null | undefined ? Key : never
  }[keyof Row] &
    string
  kind: Kind
  title: Record<Language, string>
  /** In characters of the body font, a Chinese one counts two. Without it the column fits its first rows. */
  width?: number
  hidden?: boolean
  /** Excel number format in place of the kind's. */
  format?: string
  /** Summed in the totals row, where the sheet has one. */
  total?: boolean
  /** In the totals row, the sum of one column as a share of the sum of another. */
  totalRatio?: readonly [part: keyof Row & string, whole: keyof Row & string]
}

/** One column of an exported list: `{ key: 'amount', kind: 'money', title: { zh: '金额', en: 'Amount' } }`. */
export type SheetColumn<Row> = { [Kind in ColumnKind]: ColumnOfKind<Row, Kind> }[ColumnKind]

/** Decimal places of the integer that stands for a number of this kind; undefined for text and dates. */
export function decimalPlaces(kind: ColumnKind, unit: MoneyUnit): number | undefined {
  switch (kind) {
    case 'money':
      return unit === 'wan' ? 6 : 2
    case 'quantity':
    case 'unitPrice':
    case 'percent':
      return 6
    case 'integer':
      return 0
    case 'text':
    case 'date':
      return undefined
  }
}

/** An amount as the number a cell holds; exact up to 15 digits, which is what Excel keeps. */
export function excelMoney(amount: Cents, unit: MoneyUnit): number {
  return amount / 10 ** decimalPlaces('money', unit)!
}
