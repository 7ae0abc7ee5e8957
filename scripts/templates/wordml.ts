import { inList } from '../docx/numbering.ts'
import {
  cellMargins,
  element,
  fieldAround,
  p,
  r,
  raw,
  tbl,
  type Properties,
  type Row as TableRow,
} from '../docx/wordml.ts'

/** Alignment as WordprocessingML names it; `both` is justified, `distribute` stretches the characters over the line. */
export type Alignment = 'left' | 'center' | 'right' | 'both' | 'distribute'

export interface RunFormat {
  readonly bold?: boolean
  /** RRGGBB. */
  readonly color?: string
  /** Half points: 21 is 五号, 24 is 小四. */
  readonly size?: number
  /** Extra space after each character, in twips. */
  readonly tracking?: number
  /** A character style. */
  readonly style?: string
}

export interface ParagraphFormat {
  readonly style?: string
  readonly keepNext?: boolean
  readonly pageBreakBefore?: boolean
  readonly align?: Alignment
  /** Twips. */
  readonly before?: number
  readonly after?: number
  /** Left indent in twips. */
  readonly indent?: number
  /** A numbering instance and its level, where the style does not bring its own. */
  readonly numbering?: { readonly id: number; readonly level: number }
  readonly run?: RunFormat
}

// “”‘’…—·×± stand in both scripts; Word sets them in the Latin face unless the run says that it is Chinese.
const chinese =
  /[\u2014\u2018\u2019\u201c\u201d\u2026\u00b7\u00d7\u00b1\u2030\u2460-\u2473\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/

function runProperties(text: string, { style, bold, color, tracking, size }: RunFormat): Properties {
  return {
    ...(style ? { rStyle: style } : {}),
    ...(chinese.test(text) ? { rFonts: { hint: 'eastAsia' } } : {}),
    ...(bold ? { b: true, bCs: true } : {}),
    ...(color ? { color } : {}),
    ...(tracking ? { spacing: tracking } : {}),
    ...(size ? { sz: size, szCs: size } : {}),
  }
}

export const run = (text: string, format: RunFormat = {}): string => r(text, runProperties(text, format))

/**
 * Text → runs. `**…**` is bold, a tab becomes a tab stop, and every `{{…}}` keeps a run of its own, so that a field can be
 * restyled in Word without being torn apart. Seal and signature anchors are small and grey: what remains of them must not shout.
 */
export function runs(text: string, format: RunFormat = {}): string {
  let bold = format.bold ?? false
  return text
    .split(/(\{\{.*?\}\}|\*\*|\t)/)
    .map((part) => {
      if (part === '') return ''
      if (part === '**') {
        bold = !bold
        return ''
      }
      if (part === '\t') return '<w:r><w:tab/></w:r>'
      if (/^\{\{(SEAL|SIGN) /.test(part)) return run(part, { style: 'Anchor' })
      return run(part, { ...format, bold })
    })
    .join('')
}

/** The field a program fills in by itself, with a first value for readers that compute none. */
export const pageField = (instruction: 'PAGE' | 'NUMPAGES', cached: string): string =>
  fieldAround(instruction, raw(`<w:t>${cached}</w:t>`))

/** A paragraph around ready runs. */
export function paragraphOf(content: string, format: ParagraphFormat = {}): string {
  const { style, keepNext, pageBreakBefore, align, before, after, indent, numbering } = format
  const spacing = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
  return p(content, {
    ...(style ? { pStyle: style } : {}),
    ...(keepNext ? { keepNext } : {}),
    ...(pageBreakBefore ? { pageBreakBefore } : {}),
    ...(numbering ? inList(numbering.id, numbering.level) : {}),
    ...(Object.keys(spacing).length > 0 ? { spacing } : {}),
    ...(indent ? { ind: { left: indent } } : {}),
    ...(align ? { jc: align } : {}),
  })
}

export function paragraph(text: string, format: ParagraphFormat = {}): string {
  return paragraphOf(runs(text, format.run), format)
}

export interface Border {
  /** Eighths of a point. */
  readonly size: number
  readonly color: string
}

export interface Cell {
  readonly content: string
  readonly span?: number
  /** RRGGBB. */
  readonly shade?: string
  readonly valign?: 'top' | 'center' | 'bottom'
  readonly bottom?: Border
}

export interface Row {
  readonly cells: readonly Cell[]
  /** Repeated at the top of every page the table runs over. */
  readonly header?: boolean
  /** Least height in twips. */
  readonly height?: number
}

export interface TableFormat {
  /** Column widths in twips. */
  readonly widths: readonly number[]
  /** Outer and inner lines; a table without them has none. */
  readonly outer?: Border
  readonly inner?: Border
  /** Twips of room inside each cell. */
  readonly margins: { readonly vertical: number; readonly side: number }
}

const borderElement = (name: string, border: Border | undefined): string =>
  element(name, border ? { val: 'single', sz: border.size, space: 0, color: border.color } : { val: 'nil' })

/** A table of fixed layout, centred, so that its columns are the same in every program. */
export function table({ widths, outer, inner, margins }: TableFormat, rows: readonly Row[]): string {
  return tbl(
    widths,
    {
      jc: 'center',
      tblBorders: [
        ...['top', 'left', 'bottom', 'right'].map((name) => borderElement(name, outer)),
        ...['insideH', 'insideV'].map((name) => borderElement(name, inner)),
      ].join(''),
      tblLayout: { type: 'fixed' },
      tblCellMar: cellMargins(margins.vertical, margins.side),
      tblLook: { val: '0420', firstRow: 1, lastRow: 0, firstColumn: 0, lastColumn: 0, noHBand: 0, noVBand: 1 },
    },
    rows.map(tableRow),
  )
}

function tableRow({ cells, header, height }: Row): TableRow {
  return {
    cells: cells.map(({ content, span = 1, bottom, shade, valign = 'center' }) => ({
      content,
      tcPr: {
        ...(span > 1 ? { gridSpan: span } : {}),
        ...(bottom ? { tcBorders: borderElement('bottom', bottom) } : {}),
        ...(shade ? { shd: { val: 'clear', color: 'auto', fill: shade } } : {}),
        vAlign: valign,
      },
    })),
    trPr: {
      cantSplit: true,
      ...(height ? { trHeight: { val: height, hRule: 'atLeast' } } : {}),
      ...(header ? { tblHeader: true } : {}),
    },
  }
}
