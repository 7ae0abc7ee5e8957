import { describe, expect, it } from 'vitest'
import type { Id } from '../../../src-shared/kernel/ids.ts'
import {
  blockText,
  clearRange,
  fillDown,
  moveRows,
  pasteBlock,
  readBlock,
  removeRows,
  setCell,
  type CellRange,
} from './line-edits.ts'
import { isBlank, lineRow, type LineColumn } from './line-rows.ts'
import { cellProblem, lineProblems, tidyCell } from './read-cell.ts'

const columns: LineColumn[] = [
  { key: 'name', label: '名称', width: 200, kind: 'product', required: true, most: 10 },
  { key: 'quantity', label: '数量', width: 100, kind: 'quantity', required: true },
  { key: 'amount', label: '金额', width: 100, kind: 'computed', compute: () => '¥1.00' },
  { key: 'taxRate', label: '税率', width: 80, kind: 'rate', required: true },
]
const keys = (all: { key: string }[]) => all.map(({ key }) => key)
const productId = '01HZZZZZZZZZZZZZZZZZZZZZZZ' as Id<'Product'>
const texts = (rows: { cells: Readonly<Record<string, string>> }[]) =>
  rows.map(({ cells }) => [cells['name'] ?? '', cells['quantity'] ?? '', cells['taxRate'] ?? ''])
const cell = (row: number, column: number): CellRange => ({ top: row, bottom: row, left: column, right: column })

describe('a block from a spreadsheet', () => {
  it('is cut into cells at tabs and lines', () => {
    expect(readBlock('球阀\t2\r\n闸阀\t3\r\n')).toEqual([
      ['球阀', '2'],
      ['闸阀', '3'],
    ])
  })
  it('keeps tabs, lines and quotes that stand in quotes', () => {
    expect(readBlock('"球阀\nDN50"\t"6"" 口径"')).toEqual([['球阀\nDN50', '6" 口径']])
  })
  it('keeps empty cells in their places', () => {
    expect(readBlock('a\t\tb')).toEqual([['a', '', 'b']])
    expect(readBlock('')).toEqual([['']])
  })
  it('takes a lone quote as it is', () => {
    expect(readBlock('6" 管\t1')).toEqual([['6" 管', '1']])
  })
})

describe('pasting', () => {
  it('adds lines as needed, sets texts in order and leaves computed columns alone', () => {
    const rows = pasteBlock(
      [lineRow()],
      columns,
      cell(0, 0),
      readBlock('球阀\t１２\t忽略\t13\n闸阀\t3\t忽略\t9%'),
      () => lineRow(),
    )
    expect(texts(rows)).toEqual([
      ['球阀', '12', '13%'],
      ['闸阀', '3', '9%'],
    ])
  })
  it('drops what lies beyond the last line where no lines may be added', () => {
    expect(pasteBlock([lineRow()], columns, cell(0, 1), readBlock('1\n2\n3'), null)).toHaveLength(1)
  })
  it('fills a chosen range with a single text', () => {
    const rows = pasteBlock([lineRow(), lineRow()], columns, { top: 0, bottom: 1, left: 1, right: 1 }, [['5']], null)
    expect(texts(rows).map(([, quantity]) => quantity)).toEqual(['5', '5'])
  })
  it('gives back by copying what was pasted', () => {
    const block = '球阀\t2\n"6"" 管"\t3'
    const rows = pasteBlock([], columns, cell(0, 0), readBlock(block), () => lineRow())
    expect(blockText(rows, columns, { top: 0, bottom: 1, left: 0, right: 1 })).toBe(block)
  })
})

describe('editing lines', () => {
  const rows = [
    lineRow({ name: '球阀', quantity: '2' }, productId),
    lineRow({ name: '闸阀', quantity: '3' }),
    lineRow(),
  ]

  it('forgets the product when its name is typed over, not when its quantity is', () => {
    expect(setCell(rows, { row: 0, column: 1 }, columns[1]!, '9')[0]!.productId).toBe(productId)
    expect(setCell(rows, { row: 0, column: 0 }, columns[0]!, '蝶阀')[0]!.productId).toBeNull()
  })
  it('leaves the line itself alone when nothing changes', () => {
    expect(setCell(rows, { row: 0, column: 0 }, columns[0]!, ' 球阀 ')[0]).toBe(rows[0])
  })
  it('fills down with the product it fills with', () => {
    const filled = fillDown(rows, columns, { top: 0, bottom: 2, left: 0, right: 0 })
    expect(texts(filled).map(([name]) => name)).toEqual(['球阀', '球阀', '球阀'])
    expect(filled.map((row) => row.productId)).toEqual([productId, productId, productId])
  })
  it('clears only what can be typed into', () => {
    const cleared = clearRange(rows, columns, { top: 0, bottom: 0, left: 0, right: 3 })
    expect(isBlank(cleared[0]!, columns)).toBe(true)
    expect(cleared[1]).toBe(rows[1])
  })
  it('moves lines within their bounds and takes them out', () => {
    const [a, b, c] = keys(rows)
    expect(keys(moveRows(rows, 0, 1, 1))).toEqual([c, a, b])
    expect(keys(moveRows(rows, 0, 1, -1))).toEqual([a, b, c])
    expect(keys(removeRows(rows, 0, 1))).toEqual([c])
  })
})

describe('what a cell may hold', () => {
  it('keeps a text that cannot be read, and says why', () => {
    expect(tidyCell('quantity', '两台')).toBe('两台')
    expect(cellProblem(columns[1]!, lineRow({ quantity: '两台' }), false)?.code).toBe('quantity.notANumber')
    expect(cellProblem(columns[1]!, lineRow({ quantity: '0' }), false)?.code).toBe('line.notPositive')
    expect(cellProblem(columns[0]!, lineRow({ name: '一二三四五六七八九十一' }), false)?.params).toEqual({
      most: 10,
      length: 11,
    })
  })
  it('asks for missing cells of lines that are not blank', () => {
    const problems = lineProblems([lineRow({ name: '球阀', taxRate: '13%' }), lineRow({ taxRate: '13%' })], columns)
    expect(problems.map(({ line, column, problem }) => [line, column.key, problem.code])).toEqual([
      [1, 'quantity', 'line.missing'],
    ])
  })
})
