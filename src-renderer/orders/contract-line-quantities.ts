import { lineAmount, sumCents, type Cents } from '../../src-shared/kernel/cents.ts'
import { formatQuantity, type Quantity } from '../../src-shared/kernel/decimal.ts'
import { refuse, type Refusal } from '../../src-shared/kernel/refusal.ts'
import type { ContractDetail } from '../../src-shared/contracts/contracts-operations.ts'

type ContractLine = Pick<
  ContractDetail['lines'][number],
  'id' | 'lineNo' | 'name' | 'unit' | 'quantity' | 'orderedQuantity' | 'remainingQuantity' | 'unitPrice'
>

/** What is ordered of each contract line, by the line's id; null or absent for nothing. */
export type Quantities = Readonly<Record<string, Quantity | null>>

/** All that may still be ordered; nothing of a line that is used up. */
export const allRemaining = (lines: readonly ContractLine[]): Quantities =>
  Object.fromEntries(lines.map((line) => [line.id, line.remainingQuantity > 0 ? line.remainingQuantity : null]))

/** The same refusal that saving would meet, with its figures, before it is tried; undefined when all is well. */
export function overRemaining(line: ContractLine, wanted: Quantity | null | undefined): Refusal | undefined {
  if (wanted === null || wanted === undefined || wanted <= line.remainingQuantity) return undefined
  return refuse('order.overRemaining', {
    line: line.lineNo,
    name: line.name,
    wanted: formatQuantity(wanted),
    remaining: formatQuantity(line.remainingQuantity),
    contracted: formatQuantity(line.quantity),
    ordered: formatQuantity(line.orderedQuantity),
    unit: line.unit,
  })
}

/** The lines of the order: those of which something is wanted. */
export const wantedLines = (lines: readonly ContractLine[], quantities: Quantities) =>
  lines.flatMap((line) => {
    const quantity = quantities[line.id]
    return quantity === null || quantity === undefined || quantity === 0 ? [] : [{ contractLineId: line.id, quantity }]
  })

/** Tax-inclusive amount of the order as typed. */
export const orderedAmount = (lines: readonly ContractLine[], quantities: Quantities): Cents =>
  sumCents(lines.map((line) => lineAmount(line.unitPrice, quantities[line.id] ?? (0 as Quantity))))
