import { attr, child, type XmlElement } from '../docx/xml.ts'
import { report, type Conversion } from './conversion.ts'
import { pt, twips } from './measure-units.ts'
import type { Surroundings } from './resolve-paragraph.ts'
import { cellMargins, drawEdges, writeCell, type TableLook } from './table-cell.ts'
import { conditionsOf } from './table-conditions.ts'
import { EdgeGrid, mergedEdges } from './table-edges.ts'
import { columnWidths, leadingHeaders, readCells, rowHeight, tableRows } from './table-grid.ts'

/** A table as a Typst block with the space above it. */
export function table(
  conversion: Conversion,
  element: XmlElement,
  around: Surroundings,
  above: number,
  depth: number,
): string {
  const tblPr = child(element, 'w:tblPr')
  const styles = conversion.styles.table(attr(tblPr, 'w:val', 'w:tblStyle') ?? conversion.styles.defaultTableStyle)
  const rows = tableRows(element, conversion.options.marks === 'marked')
  if (rows.length === 0) return ''
  const available = conversion.width
  const widths = columnWidths(element, tblPr, rows, available)
  const cells = readCells(rows, widths.length).filter(({ continued }) => !continued)
  const layers = [...styles.map((style) => child(style, 'w:tblPr')), tblPr]
  const margins = cellMargins(
    layers.map((layer) => child(layer, 'w:tblCellMar')),
    { top: 0, bottom: 0, left: 5.4, right: 5.4 },
  )
  const heights = rows.map(rowHeight)
  const look: TableLook = {
    rows,
    heights,
    widths,
    margins,
    grid: new EdgeGrid(rows.length, widths.length),
    around,
    styles,
    conditions: conditionsOf(styles, tblPr, rows.length, widths.length),
    insides: new Map(),
    depth,
  }
  const edges = mergedEdges(layers.map((layer) => child(layer, 'w:tblBorders')))
  for (const cell of cells) drawEdges(cell, look, edges)
  if (layers.some((layer) => (twips(attr(child(layer, 'w:tblCellSpacing'), 'w:w')) ?? 0) > 0))
    report(conversion, 'table.spacing')

  const width = widths.reduce((sum, each) => sum + each, 0)
  const headRows = leadingHeaders(rows)
  const written: string[][] = rows.map(() => [])
  for (const cell of cells) written[cell.row]!.push(writeCell(conversion, cell, look))
  // Word's "at least" is a strut of that height in a column of no width.
  rows.forEach((_, i) => written[i]!.push(`strut(${heights[i]!.exact ? '0pt' : pt(heights[i]!.height)})`))
  const tracks = heights.map(({ exact, height }) => (exact ? pt(height) : 'auto')).join(', ')
  const head = headRows > 0 ? `table.header(repeat: true, ${written.slice(0, headRows).flat().join(', ')}), ` : ''
  const code = `table(columns: (${widths.map(pt).join(', ')}, 0pt), rows: (${tracks}${rows.length === 1 ? ',' : ''}), stroke: none, inset: 0pt, ${head}${written.slice(headRows).flat().join(',\n')})`
  const floating = child(tblPr, 'w:tblpPr')
  if (floating !== undefined) report(conversion, 'table.floating')
  const align = attr(floating, 'w:tblpXSpec') ?? attr(tblPr, 'w:val', 'w:jc')
  const indent = twips(attr(child(tblPr, 'w:tblInd'), 'w:w')) ?? 0
  // Up to Word 2010 the text of the first column stands on the margin, later its border.
  const shift = indent - (conversion.compatibilityMode < 15 && depth === 0 ? margins.left : 0)
  const placed =
    align === 'center'
      ? `align(center, ${code})`
      : align === 'right' || align === 'end'
        ? `align(right, ${code})`
        : shift === 0
          ? code
          : `pad(left: ${pt(shift)}, ${code})`
  const block =
    width > available + 0.5 && align === 'center' ? `pad(x: ${pt((available - width) / 2)}, ${placed})` : placed
  return `block(above: ${pt(above)}, below: 0pt, width: 100%, {${block}})`
}
