import { describe, expect, it } from 'vitest'
import { lineColumns } from '../contracts/line-import.ts'
import { cellName, readSheetTable } from './sheet-table.ts'

const sheet = (...rows: string[][]) => rows.map((cells, at) => ({ number: at + 1, cells }))
const refusal = (read: () => unknown) => {
  try {
    read()
  } catch (error) {
    return error as { code: string; params: Record<string, unknown> }
  }
  throw new Error('nothing was refused')
}

describe('the columns of a sheet', () => {
  it('are found by their headings, in any order, below a title', () => {
    const table = readSheetTable(
      sheet(
        ['设备采购清单'],
        [''],
        ['序号', '数量（台）', '品名 *', '单 价', '图号'],
        ['1', '2', '三坐标测量机', '268000', 'T-9'],
      ),
      lineColumns,
    )
    expect(table.headerRow).toBe(3)
    expect(table.found).toEqual(['name', 'quantity', 'unitPrice'])
    expect(table.ignored).toEqual(['序号', '图号'])
    expect(table.rows).toEqual([
      {
        number: 4,
        cells: {
          name: { text: '三坐标测量机', cell: 'C4' },
          quantity: { text: '2', cell: 'B4' },
          unitPrice: { text: '268000', cell: 'D4' },
        },
      },
    ])
  })

  it('take no rows that are empty in all known columns, and no totals', () => {
    const rows = readSheetTable(
      sheet(
        ['名称', '数量', '单价', '图号'],
        ['泵', '1', '9'],
        ['', '', '', 'T-1'],
        ['阀', '2', '5'],
        ['合 计：', '', '19'],
        ['7', '', '19', '总计'],
      ),
      lineColumns,
    ).rows
    expect(rows.map(({ number }) => number)).toEqual([2, 4])
  })

  it('are asked for by name when they are missing', () => {
    expect(refusal(() => readSheetTable(sheet(['泵', '1', '9']), lineColumns)).code).toBe('sheet.noHeadings')
    const { code, params } = refusal(() => readSheetTable(sheet(['', ''], ['名称', '单位', '数量']), lineColumns))
    expect({ code, params }).toEqual({ code: 'sheet.columnsMissing', params: { columns: ['含税单价'], row: 2 } })
  })

  it('are named as Excel does', () => {
    expect([cellName(0, 1), cellName(25, 9), cellName(26, 12), cellName(701, 3), cellName(702, 3)]).toEqual([
      'A1',
      'Z9',
      'AA12',
      'ZZ3',
      'AAA3',
    ])
  })
})
