import type { z } from 'zod'
import { Refusal } from '../kernel/refusal.ts'
import type { CellProblem } from './import-preview.ts'
import type { FoundRow } from './sheet-table.ts'

/** How the text of a column becomes a field: parsed, then held to the field's own schema. */
export interface CellReader {
  /** The field's schema, as the command has it. */
  schema: z.ZodType
  /** Throws a refusal for what it cannot read. Without it the text is the value. */
  parse?: (text: string) => unknown
  /** A row without it is wrong. */
  required?: boolean
}

/**
 * The fields of a row, or every cell of it that is wrong, named as Excel does. Empty cells give no field.
 */
export function readCells<Key extends string>(
  { number, cells }: FoundRow<Key>,
  readers: Readonly<Record<Key, CellReader>>,
): { fields: Partial<Record<Key, unknown>>; problems: CellProblem[] } {
  const fields: Partial<Record<Key, unknown>> = {}
  const problems: CellProblem[] = []
  for (const [column, { schema, parse, required }] of Object.entries(readers) as [Key, CellReader][]) {
    const found = cells[column]
    const cell = found?.cell ?? String(number)
    const text = found?.text ?? ''
    if (text === '') {
      if (required) problems.push({ cell, column, code: 'line.missing', params: {} })
      continue
    }
    try {
      const parsed = schema.safeParse(parse === undefined ? text : parse(text))
      if (parsed.success) fields[column] = parsed.data
      else
        problems.push({
          cell,
          column,
          code: 'sheet.field',
          params: { reason: parsed.error.issues[0]!.message },
        })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      problems.push({ cell, column, code: error.code, params: error.params as CellProblem['params'] })
    }
  }
  return { fields, problems }
}
