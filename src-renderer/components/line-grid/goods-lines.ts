import { addCents, formatYuan, lineAmount, ZERO_CENTS, type Cents } from '../../../src-shared/kernel/cents.ts'
import {
  formatQuantity,
  formatRate,
  formatUnitPrice,
  parseQuantity,
  parseUnitPrice,
  type Quantity,
  type Rate,
  type UnitPrice,
} from '../../../src-shared/kernel/decimal.ts'
import type { Id } from '../../../src-shared/kernel/ids.ts'
import { parseDate, type LocalDate } from '../../../src-shared/kernel/local-date.ts'
import { splitTax } from '../../../src-shared/kernel/tax.ts'
import { readRate } from '../../../src-shared/kernel/read-rate.ts'
import { isBlank, lineRow, type LineColumn, type LineRow } from './line-rows.ts'
import { lineProblems } from './read-cell.ts'
import type { GoodsTranslate } from './goods-words.ts'

/** A line of goods as commands take it; amounts are worked out from it, never typed. */
export interface GoodsLine {
  productId: Id<'Product'> | null
  name: string
  specification: string
  unit: string
  quantity: Quantity
  unitPrice: UnitPrice
  taxRate: Rate
  deliverBy: LocalDate | null
  remark: string
}

/** The columns of lines of goods, with or without a delivery date of each line. */
export function goodsColumns(t: GoodsTranslate, { deliverBy = false }: { deliverBy?: boolean } = {}): LineColumn[] {
  return [
    { key: 'name', label: t('name'), width: 220, grow: true, kind: 'product', required: true, most: 200 },
    { key: 'specification', label: t('specification'), width: 150, kind: 'text', most: 200 },
    { key: 'unit', label: t('unit'), width: 64, kind: 'text', most: 20 },
    { key: 'quantity', label: t('quantity'), width: 96, kind: 'quantity', required: true },
    { key: 'unitPrice', label: t('unitPrice'), width: 112, kind: 'unitPrice', required: true },
    { key: 'amount', label: t('amount'), width: 132, kind: 'computed', compute: (row) => shown(amountOf(row)) },
    { key: 'taxRate', label: t('taxRate'), width: 76, kind: 'rate', required: true },
    ...(deliverBy ? [{ key: 'deliverBy', label: t('deliverBy'), width: 116, kind: 'date' as const }] : []),
    { key: 'remark', label: t('remark'), width: 140, kind: 'text', most: 200 },
  ]
}

/** An empty line; most goods carry 13 %. */
export const newGoodsRow = (): LineRow => lineRow({ taxRate: '13%' })

/** A line that was saved, as texts. */
export function goodsRow(line: GoodsLine): LineRow {
  return lineRow(
    {
      name: line.name,
      specification: line.specification,
      unit: line.unit,
      quantity: formatQuantity(line.quantity),
      unitPrice: formatUnitPrice(line.unitPrice),
      taxRate: formatRate(line.taxRate),
      deliverBy: line.deliverBy ?? '',
      remark: line.remark,
    },
    line.productId,
  )
}

/** What a product fills into a line: only cells that the grid has. */
export function productCells(
  product: { id: string; name: string; specification: string; unit: string; unitPrice: UnitPrice; taxRate: Rate },
  columns: readonly LineColumn[],
): { productId: Id<'Product'>; cells: Record<string, string> } {
  const all: Record<string, string> = {
    name: product.name,
    specification: product.specification,
    unit: product.unit,
    unitPrice: formatUnitPrice(product.unitPrice),
    taxRate: formatRate(product.taxRate),
  }
  return {
    productId: product.id as Id<'Product'>,
    cells: Object.fromEntries(Object.entries(all).filter(([key]) => columns.some((column) => column.key === key))),
  }
}

/** The lines that are not blank, or undefined while one of them cannot be read; the grid shows which. */
export function readGoodsLines(rows: readonly LineRow[], columns: readonly LineColumn[]): GoodsLine[] | undefined {
  if (lineProblems(rows, columns).length > 0) return undefined
  return rows
    .filter((row) => !isBlank(row, columns))
    .map(({ productId, cells }) => {
      const text = (key: string) => cells[key] ?? ''
      return {
        productId,
        name: text('name'),
        specification: text('specification'),
        unit: text('unit'),
        quantity: parseQuantity(text('quantity')),
        unitPrice: parseUnitPrice(text('unitPrice')),
        taxRate: readRate(text('taxRate')),
        deliverBy: text('deliverBy') === '' ? null : parseDate(text('deliverBy')),
        remark: text('remark'),
      }
    })
}

/** Tax-inclusive amount of a line, undefined while quantity or price cannot be read. */
export function amountOf({ cells }: LineRow): Cents | undefined {
  try {
    const { quantity = '', unitPrice = '' } = cells
    if (quantity.trim() === '' || unitPrice.trim() === '') return undefined
    return lineAmount(parseUnitPrice(unitPrice), parseQuantity(quantity))
  } catch {
    // Not readable, or beyond what money can be; the cell itself says so.
    return undefined
  }
}

export interface GoodsTotals {
  amount: Cents
  net: Cents
  tax: Cents
}

/** Sums of the lines that can be read: tax-inclusive, net and tax, each line rounded by itself. */
export function goodsTotals(rows: readonly LineRow[]): GoodsTotals {
  let totals: GoodsTotals = { amount: ZERO_CENTS, net: ZERO_CENTS, tax: ZERO_CENTS }
  for (const row of rows) {
    const amount = amountOf(row)
    if (amount === undefined) continue
    const { net, tax } = splitTax(amount, rateOfRow(row))
    totals = { amount: addCents(totals.amount, amount), net: addCents(totals.net, net), tax: addCents(totals.tax, tax) }
  }
  return totals
}

function rateOfRow({ cells }: LineRow): Rate {
  try {
    return readRate(cells['taxRate'] ?? '0')
  } catch {
    return 0 as Rate
  }
}

const shown = (amount: Cents | undefined): string => (amount === undefined ? '' : formatYuan(amount))
