import { readSheet } from 'read-excel-file/universal'
import type { SheetRow } from '../../../src-shared/imports/sheet-table.ts'
import { Refusal, refuse } from '../../../src-shared/kernel/refusal.ts'
import { DOCX_LIMITS } from '../docx/limits.ts'
import { unzip } from '../docx/unzip.ts'

/** Most rows and columns of a sheet that are read; lists of people at desks are far shorter. */
const MOST_ROWS = 10_000
const MOST_COLUMNS = 100

/** A sheet takes more memory than its file shows: each cell becomes an object. */
const LIMITS = { ...DOCX_LIMITS, maxFileBytes: 20 * 2 ** 20, maxPartBytes: 48 * 2 ** 20 }

/**
 * The first sheet of an .xlsx as texts: numbers as their digits, dates as `YYYY-MM-DD`, formulas by the value the file holds for them.
 * Refuses `sheet.notExcel`, `sheet.oldExcel`, `sheet.encrypted`, `sheet.damaged`, `sheet.empty`, `sheet.tooLarge`.
 */
export async function readFirstSheet(bytes: Uint8Array): Promise<SheetRow[]> {
  await refuseUnfit(bytes)
  let cells: unknown[][]
  try {
    const file = bytes.slice().buffer
    cells = (await readSheet(file, 1, { trim: false, parseNumber: (text) => ({ digits: text }) })) as unknown[][]
  } catch (error) {
    throw refuse('sheet.damaged', { message: error instanceof Error ? error.message : String(error) })
  }
  const rows = cells
    .map((row, at) => ({ number: at + 1, cells: row.map(textOf) }))
    .filter((row) => row.cells.some((text) => text.trim() !== ''))
  if (rows.length === 0) throw refuse('sheet.empty')
  if (rows.length > MOST_ROWS) throw refuse('sheet.tooManyRows', { rows: rows.length, most: MOST_ROWS })
  return rows.map((row) => ({ ...row, cells: row.cells.slice(0, MOST_COLUMNS) }))
}

/** What a hostile archive may be is the same for a sheet as for a Word file; what to tell the person is not. */
async function refuseUnfit(bytes: Uint8Array): Promise<void> {
  let parts: Map<string, Uint8Array>
  try {
    parts = await unzip(bytes, LIMITS)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'document.oldWordFormat')
      throw refuse(error.params['kind'] === 'xls' ? 'sheet.oldExcel' : 'sheet.notExcel')
    if (error.code === 'document.encrypted') throw refuse('sheet.encrypted')
    if (error.code === 'document.tooLarge') throw refuse('sheet.tooLarge')
    if (error.code === 'document.notZip' || error.code === 'document.noMainPart') throw refuse('sheet.notExcel')
    throw refuse('sheet.damaged', { message: error.code })
  }
  if (!parts.has('xl/workbook.xml')) throw refuse('sheet.notExcel')
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (typeof cell === 'object') return plainDigits((cell as { digits: string }).digits)
  return String(cell)
}

/**
 * The number a person sees: Excel writes `1.1000000000000001` for 1.1 and `1E-3` for 0.001, and keeps 15 digits itself.
 */
function plainDigits(digits: string): string {
  if (/^-?\d+(\.\d{1,9})?$/.test(digits) && digits.length <= 15) return digits
  const value = Number(digits)
  if (!Number.isFinite(value)) return digits
  const [mantissa = '', exponent = '0'] = value.toExponential(14).split('e')
  const places = Math.min(14 - Number(exponent), 100)
  const text = places > 0 ? Number(`${mantissa}e${exponent}`).toFixed(places) : BigInt(Math.round(value)).toString()
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
