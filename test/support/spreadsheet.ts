import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'

/** A cell as it is in the file; a number as its digits, so that no float comes between. */
export type FileCell = string | Date | { digits: string } | null

/** Rows of a sheet, counted from 1. */
export function cellsOf(file: Uint8Array, sheet = 1): Promise<FileCell[][]> {
  const read = readSheet(Buffer.from(file), sheet, { trim: false, parseNumber: (text) => ({ digits: text }) })
  return read as unknown as Promise<FileCell[][]>
}

export function digits(cell: FileCell | undefined): string {
  return (cell as { digits: string }).digits
}

/** XML of one part of an .xlsx. */
export function partOf(file: Uint8Array, name: string): string {
  return new TextDecoder().decode(unzipSync(file)[name])
}
