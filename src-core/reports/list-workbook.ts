import { setImmediate as nextTurn } from 'node:timers/promises'
import { unzipSync } from 'fflate'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { columnLetters } from '../../src-shared/imports/sheet-table.ts'
import { cellXml, type CellStyles } from './cell-xml.ts'
import { loadExcel, type Excel } from './excel-library.ts'
import { drawList, type ListFigures, type ListFrame } from './list-frame.ts'
import { fittingWidths } from './list-widths.ts'
import { finishParts, withoutNumberWarnings } from './package-parts.ts'
import type { DrawingBoard, ListSheet, WorkbookOptions } from './list-sheet.ts'
import type { SheetColumn } from './sheet-column.ts'
import { sheetStyles } from './sheet-style.ts'
import { StreamedPart, zipParts } from './zip-parts.ts'

/** Excel ends at row 1 048 576; some are kept for heading and totals. */
const MOST_ROWS = 1_048_000
const SAMPLE = 2000
const CHUNK = 500

/**
 * Writes a workbook whose first sheet is the list; `drawMore` adds sheets when all rows are known. Memory stays bounded: rows are compressed as they
 * come, only the file itself grows. The same rows and options give the same bytes.
 * Refuses `report.tooManyRows`, `report.tooLarge` and what `cellXml` refuses; throws the signal's reason when it is aborted.
 */
export async function writeListWorkbook<Row>(
  list: ListSheet<Row>,
  rows: Iterable<Row> | AsyncIterable<Row>,
  options: WorkbookOptions,
  drawMore?: (board: DrawingBoard) => void,
): Promise<Uint8Array> {
  const excel = await loadExcel()
  const { signal, onProgress } = options
  signal?.throwIfAborted()
  const part = new StreamedPart()
  const sums = new Map<SheetColumn<Row>, number>(
    list.columns.filter((column) => column.total).map((column) => [column, 0]),
  )
  let count = 0
  let writeRow: ((row: Row) => string) | undefined
  let frame: ListFrame | undefined
  let widths: number[] = []
  let sample: Row[] | undefined = []
  let text = ''

  const begin = async () => {
    widths = fittingWidths(list, sample!, sums)
    // The rows' styles are numbered by a first drawing without rows; everything above the rows comes from it too.
    frame = draw(excel, list, { count: 1, sums, widths }, options).frame
    await part.write(frame.above)
    writeRow = rowWriter(list, frame)
    for (const row of sample!) text += writeRow(row)
    sample = undefined
  }

  try {
    for await (const row of rows) {
      count++
      if (count > MOST_ROWS) throw refuse('report.tooManyRows', { most: MOST_ROWS })
      for (const [column, sum] of sums) sums.set(column, sum + ((row[column.key as keyof Row] as number | null) ?? 0))
      if (sample === undefined) text += writeRow!(row)
      else if (sample.push(row) === SAMPLE) await begin()
      if (count % CHUNK === 0) {
        await part.write(text)
        text = ''
        onProgress?.(count)
        // Lets a cancelling click in between two chunks.
        await nextTurn()
        signal?.throwIfAborted()
      }
    }
    if (sample !== undefined) await begin()
    if (count === 0) text += emptyRow(list, frame!)
    await part.write(text)
    onProgress?.(count)

    const whole = draw(excel, list, { count, sums, widths }, options, drawMore)
    if (whole.frame.above !== frame!.above) throw new Error('The sheet above the rows changed with their number')
    const { firstRow, lastRow } = whole.frame
    const cells = `A${firstRow}:${columnLetters(list.columns.length - 1)}${lastRow}`
    await part.write(withoutNumberWarnings(whole.frame.below, cells))
    signal?.throwIfAborted()
    const parts = finishParts(whole.parts, await part.end(), { generatedAt: options.generatedAt, lastRow })
    return zipParts(parts, options.generatedAt)
  } catch (error) {
    part.abandon()
    throw error
  }
}

/** Draws the workbook but for the list's rows. */
function draw<Row>(
  excel: Excel,
  list: ListSheet<Row>,
  figures: ListFigures<Row>,
  { properties }: WorkbookOptions,
  drawMore?: (board: DrawingBoard) => void,
): { parts: Record<string, Uint8Array>; frame: ListFrame } {
  const workbook = new excel.Workbook()
  try {
    const board = { excel, workbook, styles: sheetStyles(excel, workbook) }
    const cut = drawList(board, list, figures)
    drawMore?.(board)
    workbook.setProperties(
      new excel.DocProperties().setTitle(properties.title).setCompany(properties.company).setAuthor(properties.author),
    )
    const parts = unzipSync(workbook.saveToBufferSync())
    return { parts, frame: cut(new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])) }
  } finally {
    workbook.free()
  }
}

function rowWriter<Row>(list: ListSheet<Row>, frame: ListFrame): (row: Row) => string {
  const columns = list.columns.map((column, at) => ({ ...column, letters: columnLetters(at) }))
  let number = frame.firstRow
  return (row) => {
    const styles = frame.styles[list.isMuted?.(row) ? 'muted' : 'plain']
    let xml = `<row r="${number}">`
    for (let at = 0; at < columns.length; at++) {
      const { key, kind, letters } = columns[at]!
      const value = row[key as keyof Row] as string | number | null | undefined
      xml += cellXml(`${letters}${number}`, kind, value, styles[at] as CellStyles, list.unit)
    }
    number++
    return `${xml}</row>`
  }
}

function emptyRow<Row>(list: ListSheet<Row>, frame: ListFrame): string {
  const cells = list.columns.map((column, at) =>
    cellXml(`${columnLetters(at)}${frame.firstRow}`, column.kind, null, frame.styles.plain[at]!, list.unit),
  )
  return `<row r="${frame.firstRow}">${cells.join('')}</row>`
}
