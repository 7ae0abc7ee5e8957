import { attr, child, children, type XmlElement } from '../docx/xml.ts'
import { integer } from './measure-units.ts'

/** Parts of a table style that apply to some of the cells, the farthest first (ECMA-376 17.18.89). */
const kinds = [
  'wholeTable',
  'band1Vert',
  'band2Vert',
  'band1Horz',
  'band2Horz',
  'firstCol',
  'lastCol',
  'firstRow',
  'lastRow',
  'neCell',
  'nwCell',
  'seCell',
  'swCell',
] as const

export interface Conditions {
  /** Elements of the table style that apply to the cell, the farthest first; the very same list for cells to which the same ones do. */
  at(cell: { row: number; column: number; columnSpan: number }): XmlElement[]
}

interface Look {
  firstRow: boolean
  lastRow: boolean
  firstColumn: boolean
  lastColumn: boolean
  horizontalBands: boolean
  verticalBands: boolean
}

/** Which parts of its style a table shows: by one number, or by attributes of their own. */
function lookOf(tblPr: XmlElement | undefined): Look {
  const element = child(tblPr, 'w:tblLook')
  const value = attr(element, 'w:val')
  const bits = value === undefined ? (element === undefined ? 0x04a0 : 0) : Number.parseInt(value, 16)
  const on = (name: string, bit: number) => {
    const own = attr(element, name)
    return own === undefined ? (bits & bit) !== 0 : own === '1' || own === 'true' || own === 'on'
  }
  return {
    firstRow: on('w:firstRow', 0x20),
    lastRow: on('w:lastRow', 0x40),
    firstColumn: on('w:firstColumn', 0x80),
    lastColumn: on('w:lastColumn', 0x100),
    horizontalBands: !on('w:noHBand', 0x200),
    verticalBands: !on('w:noVBand', 0x400),
  }
}

/** What a table style gives to single cells of a table of so many rows and columns. */
export function conditionsOf(
  styles: XmlElement[],
  tblPr: XmlElement | undefined,
  rows: number,
  columns: number,
): Conditions {
  const byKind = new Map<string, XmlElement[]>()
  for (const style of styles)
    for (const part of children(style, 'w:tblStylePr')) {
      const kind = attr(part, 'w:type') ?? ''
      byKind.set(kind, [...(byKind.get(kind) ?? []), part])
    }
  const lists = new Map<string, XmlElement[]>([['', []]])
  if (byKind.size === 0) return { at: () => lists.get('')! }
  const look = lookOf(tblPr)
  const bandSize = (name: string) =>
    Math.max(
      1,
      styles.map((style) => integer(attr(child(style, 'w:tblPr'), 'w:val', name))).findLast((n) => n !== undefined) ??
        1,
    )
  const [rowBand, columnBand] = [bandSize('w:tblStyleRowBandSize'), bandSize('w:tblStyleColBandSize')]
  return {
    at({ row, column, columnSpan }) {
      const first = look.firstRow && row === 0
      const last = look.lastRow && row === rows - 1
      const left = look.firstColumn && column === 0
      const right = look.lastColumn && column + columnSpan === columns
      const oddRow = Math.floor((row - (look.firstRow ? 1 : 0)) / rowBand) % 2
      const oddColumn = Math.floor((column - (look.firstColumn ? 1 : 0)) / columnBand) % 2
      const applies: Record<(typeof kinds)[number], boolean> = {
        wholeTable: true,
        band1Vert: look.verticalBands && !left && oddColumn === 0,
        band2Vert: look.verticalBands && !left && oddColumn === 1,
        band1Horz: look.horizontalBands && !first && oddRow === 0,
        band2Horz: look.horizontalBands && !first && oddRow === 1,
        firstCol: left,
        lastCol: right,
        firstRow: first,
        lastRow: last,
        neCell: first && right,
        nwCell: first && left,
        seCell: last && right,
        swCell: last && left,
      }
      const applying = kinds.filter((kind) => applies[kind] && byKind.has(kind))
      const key = applying.join(' ')
      let list = lists.get(key)
      if (list === undefined) lists.set(key, (list = applying.flatMap((kind) => byKind.get(kind)!)))
      return list
    },
  }
}
