import { z } from 'zod'
import { Warning } from '../kernel/warning.ts'

/** Something wrong with a cell, or worth a look; code and parameters as of a refusal. */
const CellProblem = Warning.extend({
  /** As Excel names it: `D5`. */
  cell: z.string(),
  /** The column's key. */
  column: z.string(),
})
export type CellProblem = z.infer<typeof CellProblem>

/** What an import would do with a row: make a record, leave it since there is one already, or leave it since it is wrong. */
export const ImportOutcome = z.enum(['new', 'duplicate', 'wrong'])
export type ImportOutcome = z.infer<typeof ImportOutcome>

const ImportRow = z.strictObject({
  /** As Excel counts. */
  row: z.int(),
  /** Texts by the column's key. */
  cells: z.record(z.string(), z.string()),
  outcome: ImportOutcome,
  problems: z.array(CellProblem),
  /** The record it is the same as. */
  same: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  /** The row above that it is the same as. */
  sameAsRow: z.int().nullable(),
})
export type ImportRow = z.infer<typeof ImportRow>

/** What an import of a sheet would do, row by row; nothing has been written yet. */
export const ImportPreview = z.strictObject({
  headerRow: z.int(),
  /** Keys of the columns found, in the order of the template. */
  columns: z.array(z.string()),
  /** Headings that were not understood. */
  ignored: z.array(z.string()),
  rows: z.array(ImportRow),
})
export type ImportPreview = z.infer<typeof ImportPreview>

/** What an import did. */
export const ImportReport = z.strictObject({ created: z.int(), duplicate: z.int(), wrong: z.int() })
export type ImportReport = z.infer<typeof ImportReport>

/** Most records that one command of an import makes; the audit has one entry for each such batch. */
export const IMPORT_BATCH = 200
