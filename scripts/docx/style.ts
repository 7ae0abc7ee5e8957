import { element, properties, type Properties } from './wordml.ts'

export interface Style {
  readonly id: string
  /** Shown in Word; built-in names (Normal, heading 1, Title, header, footer) are shown translated. */
  readonly name?: string
  readonly type?: 'paragraph' | 'character' | 'table'
  readonly isDefault?: boolean
  /** Not one of Word's own. */
  readonly custom?: boolean
  readonly basedOn?: string
  readonly next?: string
  readonly pPr?: Properties
  readonly rPr?: Properties
  readonly tblPr?: Properties
  readonly tcPr?: Properties
  /** Conditional parts of a table style, ready made. */
  readonly conditions?: string
}

export function style(given: Style): string {
  const { id, name = id, type = 'paragraph', isDefault, custom, basedOn, next, conditions = '' } = given
  const marks = `${isDefault ? ' w:default="1"' : ''}${custom ? ' w:customStyle="1"' : ''}`
  const kinds = ['pPr', 'rPr', 'tblPr', 'tcPr'] as const
  return (
    `<w:style w:type="${type}"${marks} w:styleId="${id}">${element('name', name)}${basedOn ? element('basedOn', basedOn) : ''}${next ? element('next', next) : ''}` +
    `${element('qFormat', true)}${kinds.map((kind) => properties(kind, given[kind] ?? {})).join('')}${conditions}</w:style>`
  )
}

/** Faces of a run; the typographic quotes and dashes of Chinese text take the Chinese face. */
export const faces = (eastAsia: string, ascii = eastAsia): Record<string, string> => ({
  ascii,
  hAnsi: ascii,
  eastAsia,
  cs: ascii,
})
