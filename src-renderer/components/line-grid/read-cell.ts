import { assertNever } from '../../../src-shared/kernel/assert-never.ts'
import { formatCents, parseCents } from '../../../src-shared/kernel/cents.ts'
import {
  formatQuantity,
  formatRate,
  formatUnitPrice,
  parseQuantity,
  parseUnitPrice,
} from '../../../src-shared/kernel/decimal.ts'
import { parseDate } from '../../../src-shared/kernel/local-date.ts'
import { Refusal, refuse } from '../../../src-shared/kernel/refusal.ts'
import { readRate } from '../../../src-shared/kernel/read-rate.ts'
import { cellText, isBlank, isTyped, type CellKind, type LineColumn, type LineRow } from './line-rows.ts'

/** The text as it stands once it was read: `１２` → `12`, `13` → `13%`, `2026/3/1` → `2026-03-01`. Text that cannot be read stays as it is. */
export function tidyCell(kind: CellKind, text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') return ''
  try {
    switch (kind) {
      case 'quantity':
        return formatQuantity(parseQuantity(trimmed))
      case 'unitPrice':
        return formatUnitPrice(parseUnitPrice(trimmed))
      case 'amount':
        return formatCents(parseCents(trimmed))
      case 'rate':
        return formatRate(readRate(trimmed))
      case 'date':
        return parseDate(trimmed)
      case 'product':
      case 'text':
      case 'computed':
      case 'fixed':
        return trimmed.replaceAll(/\s*[\r\n\t]+\s*/g, ' ')
      default:
        return assertNever(kind)
    }
  } catch (error) {
    if (error instanceof Refusal) return trimmed
    throw error
  }
}

/** What is wrong with a cell, or undefined; a missing one only where it is asked for. Codes are those of `describeRefusal`, and `line.missing`. */
export function cellProblem(column: LineColumn, row: LineRow, askMissing: boolean): Refusal | undefined {
  if (!isTyped(column)) return undefined
  const text = cellText(row, column).trim()
  if (text === '') return askMissing && column.required ? refuse('line.missing') : undefined
  try {
    switch (column.kind) {
      case 'quantity':
        return parseQuantity(text) > 0 ? undefined : refuse('line.notPositive')
      case 'unitPrice':
        return parseUnitPrice(text) >= 0 ? undefined : refuse('line.negative')
      case 'amount':
        return parseCents(text) > 0 ? undefined : refuse('line.notPositive')
      case 'rate': {
        const rate = readRate(text)
        return rate >= 0 && rate < 1_000_000 ? undefined : refuse('line.rate')
      }
      case 'date':
        parseDate(text)
        return undefined
      case 'product':
      case 'text':
      case 'computed':
      case 'fixed':
        return column.most !== undefined && text.length > column.most
          ? refuse('line.tooLong', { most: column.most, length: text.length })
          : undefined
      default:
        return assertNever(column.kind)
    }
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** Every cell that cannot be saved, top to bottom; blank lines are left out, since they are not saved. `line` counts from 1. */
export function lineProblems(
  rows: readonly LineRow[],
  columns: readonly LineColumn[],
): { line: number; column: LineColumn; problem: Refusal }[] {
  return rows.flatMap((row, at) =>
    isBlank(row, columns)
      ? []
      : columns.flatMap((column) => {
          const problem = cellProblem(column, row, true)
          return problem === undefined ? [] : [{ line: at + 1, column, problem }]
        }),
  )
}
